"""Pooled customers find a new owner: the manager's decision, claims from the pool, letting go, asking for time."""

from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer, CustomerState
from crm.notices import CustomerAnswer, HandedOver, MovedOn, Word
from crm.people import Person, may_manage
from crm.pool import Claimant, Pooled, PooledWhy
from crm.refusal import Refusal
from operations import mail
from operations.clockwork import Clocks, read_clocks
from operations.deciding import ask, former_owner, open_decision, settle
from operations.members import meet
from operations.office import Office
from operations.ownership import just_taken, let_go, take
from operations.recording import refresh_warnings
from storage import claims, customers, people, reassignments
from storage.outbox import Priority
from storage.reassignments import Reassignment


def assign(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    customer_id: str,
    epoch: int | None,
    owner_id: str,
    now: datetime,
    override: str | None = None,
) -> Customer:
    """A manager gives a pooled customer to a rep: contacts, plans and history go along, one notice each.

    `epoch` is what the manager saw, None for "as it is now". `override`: a reason that lifts the cooldown.
    Raises Refusal: not_allowed, no_customer, just_taken, needs_reason, holding_cap, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _pooled(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        waiting = reassignments.reassignment(
            tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
        )
        former = former_owner(tx, waiting, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
        if owner is None or owner.deactivated:
            raise Refusal("unknown_person")
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        _check_claim(
            tx,
            customer,
            waiting,
            workspace_id=workspace_id,
            claimant=owner,
            clocks=clocks,
            now=now,
            assigned=True,
            override=bool(override),
        )
        owned = take(
            tx,
            customer,
            workspace_id=workspace_id,
            owner=owner,
            how="assigned",
            actor_id=actor_id,
            clocks=clocks,
            now=now,
            reason=override,
        )
        settle(tx, waiting, workspace_id=workspace_id, state="assigned", actor_id=actor_id, now=now)
        _tell_of_assignment(tx, owned, workspace_id=workspace_id, owner=owner, former=former, now=now)
        return owned


def open_to_all(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, epoch: int, now: datetime
) -> None:
    """A manager lets anybody claim a pooled customer. Raises Refusal: not_allowed, just_taken."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        waiting = reassignments.reassignment(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        former = former_owner(tx, waiting, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        if not settle(tx, waiting, workspace_id=workspace_id, state="opened", actor_id=actor_id, now=now):
            raise just_taken(
                tx, _known(tx, workspace_id=workspace_id, customer_id=customer_id), workspace_id=workspace_id
            )


def claim(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime, tell: bool = True
) -> Customer:
    """A rep takes a customer from the pool, and sees its card in the DM unless the caller shows it.

    Raises Refusal: no_customer, just_taken, awaits_manager, resting, frozen, cooldown, day_cap, holding_cap.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _pooled(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=None)
        waiting = reassignments.reassignment(
            tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
        )
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        _check_claim(tx, customer, waiting, workspace_id=workspace_id, claimant=person, clocks=clocks, now=now)
        owned = take(
            tx,
            customer,
            workspace_id=workspace_id,
            owner=person,
            how="claimed",
            actor_id=person_id,
            clocks=clocks,
            now=now,
        )
        settle(tx, waiting, workspace_id=workspace_id, state="claimed", actor_id=person_id, now=now)
        if tell:
            mail.post(tx, CustomerAnswer(customer_id), workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
        return owned


def release(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, why: str, now: datetime
) -> Customer:
    """An owner lets a customer go, with a reason (crm.pool.ReturnReason). Refusal: not_yours, reason_needed, just_taken."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer.owner_id != person_id:
            raise Refusal("not_yours", customer=customer.name)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
        if refused := pool.may_return(why, wakes_on=None, today=clock_.calendar.local_date(now)):
            raise refused
        gone = let_go(
            tx,
            customer,
            workspace_id=workspace_id,
            event="released",
            why=why,
            actor_id=person_id,
            clock_=clock_,
            now=now,
        )
        if gone is None:
            raise just_taken(tx, customer, workspace_id=workspace_id)
        manager = open_decision(tx, gone, workspace_id=workspace_id, former=person, why=why, clock_=clock_, now=now)
        for reader in {person_id, manager.person_id if manager else person_id}:
            mail.republish_home(tx, workspace_id=workspace_id, person_id=reader, now=now)
        mail.post(tx, Word("released", gone.name), workspace_id=workspace_id, to=person_id, now=now)
        refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
        if manager:
            ask(tx, manager, workspace_id=workspace_id, now=now)
        return gone


def _check_claim(
    tx: Connection,
    customer: Customer,
    waiting: Reassignment | None,
    *,
    workspace_id: str,
    claimant: Person,
    clocks: Clocks,
    now: datetime,
    assigned: bool = False,
    override: bool = False,
) -> None:
    claims.hold_person(tx, workspace_id=workspace_id, person_id=claimant.person_id)
    clock_ = clocks.of(claimant, customer)
    midnight = clock_.calendar.at(clock_.calendar.local_date(now), now.min.time())
    refused = pool.may_claim(
        Claimant(
            claimant.person_id,
            claimant.team_id,
            claims.claims_since(tx, workspace_id=workspace_id, owner_id=claimant.person_id, since=midnight),
            claims.open_counts(tx, workspace_id=workspace_id).get(claimant.person_id, 0),
        ),
        _pooled_facts(customer, waiting, now),
        claims.tenures(tx, workspace_id=workspace_id, customer_id=customer.customer_id),
        now=now,
        rule=clock_.rule,
        calendar=clock_.calendar,
        assigned=assigned,
        override=override,
    )
    if refused and assigned and refused.code == "cooldown":
        raise Refusal("needs_reason", rep=claimant.name, until=refused.facts["until"])
    if refused:
        raise refused


def _pooled_facts(customer: Customer, waiting: Reassignment | None, now: datetime) -> Pooled:
    opened = waiting is None or waiting.state == "opened"
    return Pooled(customer.pooled_at or now, _came_as(customer), opened=opened)


def _came_as(customer: Customer) -> PooledWhy:
    """How a customer came to be free, as far as claiming goes."""
    if customer.pooled_at is None:
        return "new"
    whys: dict[str | None, PooledWhy] = {"expired": "expired", "left": "left"}
    return whys.get(customer.pool_reason, "released")


def _known(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    found = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if found is None or found.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    return found


def _pooled(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int | None) -> Customer:
    customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer.owner_id is not None or (epoch is not None and customer.owner_epoch != epoch):
        raise just_taken(tx, customer, workspace_id=workspace_id)
    return customer


def _tell_of_assignment(
    tx: Connection, owned: Customer, *, workspace_id: str, owner: Person, former: Person | None, now: datetime
) -> None:
    brief = HandedOver(owned.customer_id, owned.owner_epoch)
    mail.post(tx, brief, workspace_id=workspace_id, to=owner.person_id, now=now, priority=Priority.REASSIGNMENT)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)
    if former and not former.deactivated and former.person_id != owner.person_id:
        moved = MovedOn(owned.customer_id, owned.owner_epoch)
        mail.post(tx, moved, workspace_id=workspace_id, to=former.person_id, now=now, priority=Priority.REMINDER)
