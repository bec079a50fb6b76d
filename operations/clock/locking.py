"""Locks: an owner asks, a manager sets or refuses, and each is over by itself. A lock holds a claim; it moves no owner."""

from datetime import datetime

from sqlalchemy import Connection

from crm.allowances import lock_until, may_lock
from crm.cards import LockCard
from crm.customers import Customer
from crm.locks import Lock
from crm.notices.clock import LockAnswered, LockAsked
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import Clocks, read_clocks
from operations.clock.resetting import reset
from operations.members import meet
from operations.office import Office
from storage import claims, customers, locks, people
from storage.ids import new_id
from storage.outbox import Priority


def ask_lock(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, reason: str, now: datetime
) -> Lock:
    """An owner asks the manager for a lock; who manages the owner's team sets it at once.

    Raises Refusal: no_customer, not_yours, unowned, lock_max, lock_asked_already, locked_already, nobody_to_ask.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        owner = _owner(tx, customer, workspace_id=workspace_id)
        at_once = actor != owner and may_manage(actor, team_id=owner.team_id)  # nobody approves their own
        if not at_once and owner.person_id != person_id:
            raise Refusal("not_yours", customer=customer.name)
        claims.hold_person(tx, workspace_id=workspace_id, person_id=owner.person_id)
        _check(tx, customer, owner, workspace_id=workspace_id, now=now)
        asked = Lock(new_id(now), customer_id, customer.owner_epoch, person_id, reason.strip()[:500])
        locks.add(tx, asked, workspace_id=workspace_id, now=now)
        if at_once:
            _set(tx, asked, customer, owner, workspace_id=workspace_id, actor_id=person_id, now=now)
        else:
            _ask_manager(tx, asked, owner, workspace_id=workspace_id, now=now)
        return locks.lock(tx, workspace_id=workspace_id, lock_id=asked.lock_id) or asked


def lock_card(
    tx: Connection, lock_id: str, *, workspace_id: str, to_manager: bool, now: datetime, clocks: Clocks | None = None
) -> LockCard | None:
    """A lock as the manager who is asked, or its owner, needs to know it. `clocks`: where the caller has read them."""
    lock = locks.lock(tx, workspace_id=workspace_id, lock_id=lock_id)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=lock.customer_id) if lock else None
    if lock is None or customer is None:
        return None
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    clocks = clocks or read_clocks(tx, workspace_id=workspace_id, now=now)
    named = people.names(tx, workspace_id=workspace_id, person_ids={lock.asked_by, lock.decided_by})
    asker, decider = named.get(lock.asked_by, ""), named.get(lock.decided_by or "")
    return LockCard(lock, customer, asker, decider, clocks.of(owner, customer).rule.lock_days, to_manager)


def answer_lock(
    office: Office, *, workspace_id: str, actor_id: str, lock_id: str, approve: bool, now: datetime
) -> None:
    """A manager sets or refuses it. Raises Refusal: not_allowed, decided_already, lock_max."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        asked = locks.lock(tx, workspace_id=workspace_id, lock_id=lock_id)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=asked.customer_id) if asked else None
        if asked is None or customer is None or customer.owner_id is None or customer.owner_epoch != asked.epoch:
            raise Refusal("decided_already")
        owner = _owner(tx, customer, workspace_id=workspace_id)
        if not may_manage(actor, team_id=owner.team_id) or actor_id == asked.asked_by:
            raise Refusal("not_allowed")
        if approve:
            claims.hold_person(tx, workspace_id=workspace_id, person_id=owner.person_id)
            if refused := _too_many(tx, customer, owner, workspace_id=workspace_id, now=now):
                raise refused
            _set(tx, asked, customer, owner, workspace_id=workspace_id, actor_id=actor_id, now=now)
        else:
            _refuse(tx, asked, workspace_id=workspace_id, actor_id=actor_id, now=now)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(lock_id), now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=actor_id, now=now)


def unlock(office: Office, *, workspace_id: str, actor_id: str, customer_id: str, now: datetime) -> Customer:
    """The owner or a manager takes the lock off, or the wish for one back; what it held leaves time to be warned.

    Returns the customer as it stands. Raises Refusal: no_customer, not_yours, unowned, not_locked.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        owner = _owner(tx, customer, workspace_id=workspace_id)
        if owner.person_id != actor_id and not may_manage(actor, team_id=owner.team_id):
            raise Refusal("not_yours", customer=customer.name)
        key = {"workspace_id": workspace_id, "customer_id": customer_id}
        lock = locks.live(tx, **key, epoch=customer.owner_epoch, now=now)
        if lock is None or not locks.end(
            tx, workspace_id=workspace_id, lock_id=lock.lock_id, ended_by=actor_id, now=now
        ):
            raise Refusal("not_locked", customer=customer.name)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(lock.lock_id), now=now)
        if lock.state != "locked":
            return customer
        freed = reset(
            tx,
            customer_id,
            workspace_id=workspace_id,
            actor_id=actor_id,
            event="unlocked",
            why=lock.reason or None,
            now=now,
            always=True,
        )
        if owner.person_id != actor_id:
            mail.post(tx, LockAnswered(lock.lock_id), workspace_id=workspace_id, to=owner.person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)
        return freed or customer


def _known(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None:
        raise Refusal("no_customer")
    return customer


def _owner(tx: Connection, customer: Customer, *, workspace_id: str) -> Person:
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    if owner is None:
        raise Refusal("unowned", customer=customer.name)
    return owner


def _check(tx: Connection, customer: Customer, owner: Person, *, workspace_id: str, now: datetime) -> None:
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    live = locks.live(tx, **key, epoch=customer.owner_epoch, now=now)
    if live and live.state == "locked":
        assert live.until is not None
        raise Refusal("locked_already", customer=customer.name, until=live.until)
    if live:
        raise Refusal("lock_asked_already", customer=customer.name)
    if refused := _too_many(tx, customer, owner, workspace_id=workspace_id, now=now):
        raise refused


def _too_many(tx: Connection, customer: Customer, owner: Person, *, workspace_id: str, now: datetime) -> Refusal | None:
    rule = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer).rule
    running = locks.count_held(tx, workspace_id=workspace_id, owner_id=owner.person_id, now=now)
    return may_lock(running, rule=rule)


def _ask_manager(tx: Connection, asked: Lock, owner: Person, *, workspace_id: str, now: datetime) -> None:
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id)
    manager = next((one for one in leaders if one.person_id != owner.person_id), None)
    if manager is None:
        raise Refusal("nobody_to_ask")
    mail.post(
        tx,
        LockAsked(asked.lock_id),
        workspace_id=workspace_id,
        to=manager.person_id,
        now=now,
        priority=Priority.REASSIGNMENT,
        key=_key(asked.lock_id),
    )
    mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)


def _set(
    tx: Connection,
    asked: Lock,
    customer: Customer,
    owner: Person,
    *,
    workspace_id: str,
    actor_id: str,
    now: datetime,
) -> None:
    how = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
    until = lock_until(now, rule=how.rule, calendar=how.calendar)
    key = {"workspace_id": workspace_id, "lock_id": asked.lock_id}
    if not locks.decide(tx, **key, state="locked", decided_by=actor_id, until=until, now=now):
        raise Refusal("decided_already")
    reset(
        tx,
        customer.customer_id,
        workspace_id=workspace_id,
        actor_id=actor_id,
        event="locked",
        why=asked.reason or None,
        now=now,
        always=True,
    )
    if owner.person_id != actor_id:
        mail.post(tx, LockAnswered(asked.lock_id), workspace_id=workspace_id, to=owner.person_id, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)


def _refuse(tx: Connection, asked: Lock, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    key = {"workspace_id": workspace_id, "lock_id": asked.lock_id}
    if not locks.decide(tx, **key, state="refused", decided_by=actor_id, until=None, now=now):
        raise Refusal("decided_already")
    mail.post(tx, LockAnswered(asked.lock_id), workspace_id=workspace_id, to=asked.asked_by, now=now)


def _key(lock_id: str) -> str:
    return f"lock:{lock_id}"
