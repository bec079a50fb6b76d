"""What happens when nobody follows up although they were warned: the sweep into the pool.

All dates come from crm/clock.py, and everything is asked again in the transaction that sweeps: a log committed before
wins. What goes is told once a person: to the former owner, and to the manager who decides.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from crm import clock
from crm.customers import Customer
from crm.notices import GoneToPool, SweepHalted
from crm.people import Person, Role
from crm.refusal import Refusal
from crm.rollout import breaker_trips
from operations import deciding, mail
from operations.clockwork import Clock, counting, planned_sweep, read_clocks, warned_of
from operations.members import meet
from operations.office import Office
from operations.ownership import let_go, redraw_warnings
from storage import activities, audit, customers, people, slots, warnings
from storage.outbox import Priority

log = logging.getLogger(__name__)

BATCH = 500
TOGETHER = timedelta(seconds=3)  # notices of one sweep wait this long, so that one message tells of all of it
TURN_SECONDS = 10
SET_ASIDE = timedelta(hours=1)  # what met a bug is tried again then, so that it holds up nobody else


def sweep_due(office: Office, *, now: datetime) -> int:
    """Send to the pool what may go now, each in a transaction of its own; returns how many went."""
    with office.database.read() as tx:
        due = customers.sweep_due(tx, now=now, limit=BATCH)
    by_workspace: dict[str, list[Customer]] = defaultdict(list)
    for workspace_id, customer in due:
        by_workspace[workspace_id].append(customer)
    return sum(_sweep_workspace(office, workspace_id, held, now) for workspace_id, held in by_workspace.items())


def resume_sweep(office: Office, *, workspace_id: str, person_id: str, halted_at: datetime, now: datetime) -> None:
    """A manager lets a halted sweep go on, for the rest of that day. Raises Refusal("not_allowed")."""
    with office.database.begin() as tx:
        if not meet(tx, workspace_id=workspace_id, person_id=person_id).leads:
            raise Refusal("not_allowed")
        if slots.take_slot(tx, workspace_id=workspace_id, job="sweep resumed", slot=_day(now), now=now):
            audit.write(
                tx, workspace_id=workspace_id, actor_id=person_id, what="sweep_resumed", now=now, halted_at=halted_at
            )
        for leader in people.people(tx, workspace_id=workspace_id):
            mail.edit_keyed(tx, workspace_id=workspace_id, key=_halted_key(leader, halted_at), now=now)


def _sweep_workspace(office: Office, workspace_id: str, due: Sequence[Customer], now: datetime) -> int:
    if not _my_turn(office, workspace_id, now) or _breaker_trips(office, workspace_id, now):
        return 0
    swept = 0
    for customer in due:
        try:
            swept += _sweep_one(office, workspace_id, customer, now)
        except Exception:
            log.exception("customer %s could not be swept; the others go on", customer.customer_id)
            _set_aside(office, workspace_id, customer, now)
    return swept


def _my_turn(office: Office, workspace_id: str, now: datetime) -> bool:
    """Of several processes that tick at once one sweeps, so that what goes together is told together; should it die,
    the next turn is anybody's."""
    with office.database.begin() as tx:
        turn = str(int(now.timestamp()) // TURN_SECONDS)
        return slots.take_slot(tx, workspace_id=workspace_id, job="sweep", slot=turn, now=now)


def _sweep_one(office: Office, workspace_id: str, seen: Customer, now: datetime) -> bool:
    """One customer, one transaction: everything is checked again, and a log committed before wins."""
    with office.database.begin() as tx:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=seen.customer_id)
        if customer is None or customer.owner_id is None or customer.protected_until is None:
            return False
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
        rung = _warned_and_due(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
        if rung is None:
            _look_later(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
            return False
        gone = let_go(
            tx,
            customer,
            workspace_id=workspace_id,
            event="swept",
            why="expired",
            actor_id=None,
            clock_=clock_,
            now=now,
            warning_rung=rung,
        )
        if gone is None:
            return False
        redraw_warnings(tx, customer, workspace_id=workspace_id, now=now, after=TOGETHER)
        _tell_of_sweep(tx, gone, workspace_id=workspace_id, owner=owner, clock_=clock_, now=now)
        return True


def _warned_and_due(
    tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime
) -> str | None:
    """The rung whose warning lets this claim go now; None where it stays."""
    assert customer.protected_until is not None
    key: dict[str, Any] = {
        "workspace_id": workspace_id,
        "customer_id": customer.customer_id,
        "epoch": customer.owner_epoch,
    }
    sent = counting(warnings.of_claim(tx, **key), customer)
    due = clock.may_sweep(
        now,
        deadline=customer.protected_until,
        rule=clock_.rule,
        calendar=clock_.calendar,
        warned=warned_of(customer.protected_until, sent),
        last_touch=max(activities.extending(tx, **key), default=None),
    )
    arrived = [line.rung for line in sent if line.delivered_at and line.deadline == customer.protected_until]
    return arrived[-1] if due else None


def _look_later(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> None:
    """Not to be swept after all: look again when the function says so, so that it is not found at every tick."""
    later = planned_sweep(tx, customer, workspace_id=workspace_id, clock_=clock_)
    customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        sweep_after=later if later and later > now else None,
    )


def _set_aside(office: Office, workspace_id: str, customer: Customer, now: datetime) -> None:
    with office.database.begin() as tx:
        customers.change(
            tx,
            workspace_id=workspace_id,
            customer_id=customer.customer_id,
            epoch=customer.owner_epoch,
            owner_id=customer.owner_id,
            sweep_after=now + SET_ASIDE,
        )


def _tell_of_sweep(
    tx: Connection, gone: Customer, *, workspace_id: str, owner: Person | None, clock_: Clock, now: datetime
) -> None:
    manager = deciding.open_decision(
        tx, gone, workspace_id=workspace_id, former=owner, why="expired", clock_=clock_, now=now
    )
    if manager:
        deciding.ask(tx, manager, workspace_id=workspace_id, now=now, after=TOGETHER)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)
    if owner and not owner.deactivated:
        mail.post(
            tx,
            GoneToPool(now),
            workspace_id=workspace_id,
            to=owner.person_id,
            now=now,
            priority=Priority.REMINDER,
            key=f"pooled:{owner.person_id}:{now.isoformat()}",
            after=TOGETHER,
        )
        mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)


def _breaker_trips(office: Office, workspace_id: str, now: datetime) -> bool:
    """A sweep of more than max(10, 5 %) of what is owned smells of a wrong clock or rule: it waits for a person's word."""
    with office.database.begin() as tx:
        due = customers.count_sweep_due(tx, workspace_id=workspace_id, now=now)
        owned = customers.count_owned(tx, workspace_id=workspace_id)
        rule = read_clocks(tx, workspace_id=workspace_id, now=now).of(None).rule
        if not breaker_trips(due, owned, rule=rule):
            return False
        if slots.was_taken(tx, workspace_id=workspace_id, job="sweep resumed", slot=_day(now)):
            return False
        for leader in people.people(tx, workspace_id=workspace_id):
            if leader.role == Role.ADMIN:
                slip = SweepHalted(due, owned, now)
                mail.post(
                    tx, slip, workspace_id=workspace_id, to=leader.person_id, now=now, key=_halted_key(leader, now)
                )
    return True


def _halted_key(leader: Person, halted_at: datetime) -> str:
    return f"halted:{leader.person_id}:{_day(halted_at)}"


def _day(now: datetime) -> str:
    return now.date().isoformat()
