"""When a pooled customer is open, and what follows: who waits for it is told in turn, what rested wakes up."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.notices.ownership import CustomerFreed
from crm.people import Person
from crm.pool import Claimant
from crm.waiting import HEAD_START_HOURS, Wait
from operations import mail
from operations.assigning.deciding import ask, open_decision
from operations.assigning.pool_seeing import opens_at
from operations.clock.clockwork import read_clocks
from operations.clock.ownership import freed_key, write_line
from operations.office import Office
from storage import claims, customers, people
from storage import pool as waits
from storage.outbox import Priority


def wake_due(office: Office, *, now: datetime) -> int:
    """Bring back what was let go for later and whose day has come; its manager is asked who shall have it. Returns how
    many there were."""
    with office.database.read() as tx:
        due = customers.wake_due(tx, now=now)
    return sum(_wake(office, workspace_id, customer_id, now) for workspace_id, customer_id in due)


def tell_waiting(office: Office, *, now: datetime) -> int:
    """Tell those who wait for a customer that it is open, one after the other; returns how many were told."""
    with office.database.read() as tx:
        waited = waits.to_tell(tx)
    return sum(_tell_next(office, workspace_id, customer_id, now) for workspace_id, customer_id in waited)


def next_opening(tx: Connection) -> datetime | None:
    """When the next customer somebody waits for opens, or the next of the queue has their turn."""
    turns = []
    for workspace_id, customer_id in waits.to_tell(tx):
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer and customer.pooled_at:
            turns.append(_next_turn(tx, customer, workspace_id=workspace_id, now=customer.pooled_at))
    return min((turn for turn in turns if turn), default=None)


def _wake(office: Office, workspace_id: str, customer_id: str, now: datetime) -> bool:
    with office.database.begin() as tx:
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id}
        customer = customers.customer(tx, **key)
        if customer is None or customer.wakes_at is None or customer.wakes_at > now:
            return False
        if not customers.change(tx, **key, epoch=customer.owner_epoch, owner_id=None, wakes_at=None, changed_at=now):
            return False
        history = claims.tenures(tx, **key)
        former = people.person(tx, workspace_id=workspace_id, person_id=history[0].owner_id) if history else None
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(former, customer)
        line = LedgerLine(now, None, "woken", customer.owner_epoch, None, None, "later", clock_.rule.version)
        write_line(tx, line, **key)
        manager = open_decision(
            tx, customer, workspace_id=workspace_id, former=former, why="later", clock_=clock_, now=now
        )
        if manager:
            ask(tx, manager, workspace_id=workspace_id, now=now)
            mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)
        return True


def _tell_next(office: Office, workspace_id: str, customer_id: str, now: datetime) -> int:
    """One customer, one transaction; whoever could not have it anyway is passed over without a word."""
    with office.database.begin() as tx:
        known = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        customer = (
            customers.held(tx, known, workspace_id=workspace_id) if known else None
        )  # one process tells at a time
        if customer is None or customer.owner_id is not None:
            return 0
        turn = _next_turn(tx, customer, workspace_id=workspace_id, now=now)
        if turn is None or now < turn:
            return 0
        for wait in _untold(tx, customer, workspace_id=workspace_id):
            person = people.person(tx, workspace_id=workspace_id, person_id=wait.person_id)
            key = {"workspace_id": workspace_id, "customer_id": customer_id, "person_id": wait.person_id}
            if person is None or person.deactivated:
                waits.leave(tx, **key)
            elif _barred(tx, customer, person, workspace_id=workspace_id, now=now):
                waits.pass_over(tx, **key, epoch=customer.owner_epoch)
            elif waits.told(tx, **key, epoch=customer.owner_epoch, now=now):
                _tell(tx, customer, wait, workspace_id=workspace_id, now=now)
                return 1
        return 0


def _tell(tx: Connection, customer: Customer, wait: Wait, *, workspace_id: str, now: datetime) -> None:
    slip = CustomerFreed(customer.customer_id, customer.owner_epoch, wait.known_as)
    key, rank = freed_key(customer.customer_id, customer.owner_epoch, wait.person_id), Priority.REASSIGNMENT
    mail.post(tx, slip, workspace_id=workspace_id, to=wait.person_id, now=now, priority=rank, key=key)


def _next_turn(tx: Connection, customer: Customer, *, workspace_id: str, now: datetime) -> datetime | None:
    """When the next of the queue is to be told: when it opens for them, then a head start after the one before."""
    queue = waits.queue(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    untold = _untold(tx, customer, workspace_id=workspace_id)
    person = people.person(tx, workspace_id=workspace_id, person_id=untold[0].person_id) if untold else None
    if person is None:
        return None
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
    opens = opens_at(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    told = [one.told_at for one in queue if one.told_epoch == customer.owner_epoch and one.told_at]
    if opens is None or not told:
        return opens
    return max(opens, clock_.calendar.add_working_hours(max(told), HEAD_START_HOURS))


def _untold(tx: Connection, customer: Customer, *, workspace_id: str) -> list[Wait]:
    queue = waits.queue(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    return [one for one in queue if one.told_epoch is None or one.told_epoch < customer.owner_epoch]


def _barred(tx: Connection, customer: Customer, person: Person, *, workspace_id: str, now: datetime) -> bool:
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
    history = claims.tenures(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    until = pool.cooldown_until(
        Claimant(person.person_id, person.team_id), history, rule=clock_.rule, calendar=clock_.calendar
    )
    return until is not None and now < until
