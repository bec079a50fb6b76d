"""What happens when nobody follows up: warned on the ladder, and after a delivered warning swept into the pool.

All dates come from crm/clock.py. A warning counts once Slack has accepted it; where its owner cannot be reached, the
manager's copy counts instead. Nothing here asks "is it today?": what is due and undone is found and done, once.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm import clock
from crm.customers import Customer
from crm.notices import ExpiryCopy, ExpiryWarning, GoneToPool, ReassignmentAsked, SweepHalted, WarnedClaim
from crm.people import Person, Role
from crm.refusal import Refusal
from crm.rollout import breaker_trips
from operations import mail, reassigning
from operations.clockwork import Clock, Clocks, next_warning, read_clocks, rungs_sent, sweep_from, warned_of
from operations.members import meet
from operations.office import Office
from operations.ownership import let_go
from storage import activities, audit, customers, people, slots, warnings
from storage.outbox import Letter, Priority
from storage.warnings import WarningLine

log = logging.getLogger(__name__)

BATCH = 500
TOGETHER = timedelta(seconds=3)  # notices of one sweep wait this long, so that one message tells of all of it


def warn_due(office: Office, *, now: datetime) -> int:
    """Put the warnings that are due, one message a person; returns how many claims were looked at."""
    with office.database.read() as tx:
        due = customers.warn_due(tx, now=now, limit=BATCH)
    by_owner: dict[tuple[str, str], list[Customer]] = defaultdict(list)
    for workspace_id, customer in due:
        by_owner[workspace_id, customer.owner_id or ""].append(customer)
    for (workspace_id, owner_id), held in by_owner.items():
        with office.database.begin() as tx:
            _warn_owner(tx, workspace_id=workspace_id, owner_id=owner_id, seen=held, now=now)
    return len(due)


def warning_delivered(tx: Connection, letter: Letter, now: datetime) -> None:
    """Slack has accepted a warning: from here the notice runs. Called in the transaction that marks the letter sent."""
    if letter.kind not in ("ExpiryWarning", "ExpiryCopy") or letter.method != "chat.postMessage":
        return
    lines = warnings.in_letter(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    warnings.delivered(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id, at=now)
    clocks = read_clocks(tx, workspace_id=letter.workspace_id, now=now)
    for line in lines:
        _schedule_sweep(tx, line, workspace_id=letter.workspace_id, clocks=clocks, now=now)


def warning_undeliverable(tx: Connection, letter: Letter, now: datetime) -> None:
    """The owner cannot be reached: their managers get the warning, and their copy starts the notice."""
    if letter.kind != "ExpiryWarning":
        return
    lines = warnings.in_letter(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    warnings.undeliverable(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    owner = people.person(tx, workspace_id=letter.workspace_id, person_id=letter.person_id or "")
    rows = [WarnedClaim(line.customer_id, line.epoch, line.deadline, line.rung) for line in lines]
    _tell_manager_instead(tx, rows, workspace_id=letter.workspace_id, owner=owner, now=now)


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


def _warn_owner(tx: Connection, *, workspace_id: str, owner_id: str, seen: Sequence[Customer], now: datetime) -> None:
    """One transaction an owner: the claims are read again, so that a log that came in between is heard."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    rows: list[WarnedClaim] = []
    copied: list[WarnedClaim] = []
    held = customers.customers(tx, workspace_id=workspace_id, customer_ids=[one.customer_id for one in seen])
    for customer in sorted(held, key=lambda one: (one.protected_until or now, one.name)):
        if customer.owner_id != owner_id or customer.protected_until is None:
            continue
        rung = _rung(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now)
        if rung:
            row = WarnedClaim(customer.customer_id, customer.owner_epoch, customer.protected_until, rung.name)
            rows.append(row)
            copied += [row] if rung.copies_manager else []
    if rows and owner and owner.deactivated:  # Slack takes messages to the departed, and nobody reads them
        _tell_manager_instead(tx, rows, workspace_id=workspace_id, owner=owner, now=now)
    elif rows:
        _put_warning(tx, ExpiryWarning(tuple(rows)), workspace_id=workspace_id, to=owner_id, now=now)
        _copy_managers(tx, copied, workspace_id=workspace_id, owner=owner, now=now)
    for customer in held:
        _look_again(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now)


def _tell_manager_instead(
    tx: Connection, rows: Sequence[WarnedClaim], *, workspace_id: str, owner: Person | None, now: datetime
) -> None:
    for manager in people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id if owner else None)[:1]:
        slip = ExpiryCopy(tuple(rows), unreachable=True)
        _put_warning(tx, slip, workspace_id=workspace_id, to=manager.person_id, now=now)


def _rung(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> clock.Rung | None:
    assert customer.protected_until is not None
    sent = warnings.of_claim(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )
    known = rungs_sent(customer.protected_until, sent)
    return clock.rung_due(now, customer.protected_until, rule=clock_.rule, calendar=clock_.calendar, sent=known)


def _look_again(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> None:
    """Set when this claim's ladder is to be looked at next."""
    if customer.protected_until is None:
        return
    sent = warnings.of_claim(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )
    customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        warn_at=next_warning(customer.protected_until, clock_=clock_, sent=sent, now=now),
    )


def _copy_managers(
    tx: Connection, rows: Sequence[WarnedClaim], *, workspace_id: str, owner: Person | None, now: datetime
) -> None:
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id if owner else None)
    for manager in leaders[:1]:
        if rows and manager.person_id != (owner.person_id if owner else None):
            _put_warning(tx, ExpiryCopy(tuple(rows)), workspace_id=workspace_id, to=manager.person_id, now=now)


def _put_warning(
    tx: Connection, slip: ExpiryWarning | ExpiryCopy, *, workspace_id: str, to: str, now: datetime
) -> None:
    outbox_id = mail.post(tx, slip, workspace_id=workspace_id, to=to, now=now, priority=Priority.REMINDER)
    assert outbox_id is not None
    unreachable = isinstance(slip, ExpiryCopy) and slip.unreachable
    lines = [
        WarningLine(
            row.customer_id,
            row.epoch,
            row.deadline,
            f"{row.rung}!" if unreachable else row.rung,
            to,
            outbox_id,
            None,
            False,
        )
        for row in slip.rows
    ]
    warnings.put(tx, workspace_id=workspace_id, lines=lines, now=now)


def _schedule_sweep(tx: Connection, line: WarningLine, *, workspace_id: str, clocks: Clocks, now: datetime) -> None:
    """The sweep may go once grace and notice are over; only for a warning that named the deadline as it still stands.

    A plain copy to a manager is for information; only a copy instead of an unreachable owner counts as a warning.
    """
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=line.customer_id)
    if (
        customer is None
        or customer.owner_epoch != line.epoch
        or customer.protected_until != line.deadline
        or not customer.owner_id
    ):
        return
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)
    customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        sweep_after=_sweep_from(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now),
    )


def _sweep_from(
    tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime
) -> datetime | None:
    assert customer.protected_until is not None
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id, "epoch": customer.owner_epoch}
    touches = activities.extending(tx, **key)  # type: ignore[arg-type]
    counted = counting(warnings.of_claim(tx, **key), customer)  # type: ignore[arg-type]
    return sweep_from(
        customer.protected_until, clock_=clock_, sent=counted, last_touch=max(touches, default=None), now=now
    )


def counting(sent: Iterable[WarningLine], customer: Customer) -> list[WarningLine]:
    """The warnings that count as notice: those to the owner, and those to a manager in an unreachable owner's place."""
    return [line for line in sent if line.person_id == customer.owner_id or line.rung.endswith("!")]


def _sweep_workspace(office: Office, workspace_id: str, due: Sequence[Customer], now: datetime) -> int:
    if _breaker_trips(office, workspace_id, len(due), now):
        return 0
    swept = 0
    for customer in due:
        try:
            swept += _sweep_one(office, workspace_id, customer, now)
        except Exception:
            log.exception("customer %s could not be swept; the others go on", customer.customer_id)
    return swept


def _sweep_one(office: Office, workspace_id: str, seen: Customer, now: datetime) -> bool:
    """One customer, one transaction: everything is checked again, and a log committed before wins."""
    with office.database.begin() as tx:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=seen.customer_id)
        if customer is None or customer.owner_id is None or customer.protected_until is None:
            return False
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
        key = {"workspace_id": workspace_id, "customer_id": customer.customer_id, "epoch": customer.owner_epoch}
        sent = counting(warnings.of_claim(tx, **key), customer)  # type: ignore[arg-type]
        touches = activities.extending(tx, **key)  # type: ignore[arg-type]
        due = clock.may_sweep(
            now,
            deadline=customer.protected_until,
            rule=clock_.rule,
            calendar=clock_.calendar,
            warned=warned_of(customer.protected_until, sent),
            last_touch=max(touches, default=None),
        )
        if not due:
            _reschedule(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
            return False
        arrived = [line.rung for line in sent if line.delivered_at and line.deadline == customer.protected_until]
        gone = let_go(
            tx,
            customer,
            workspace_id=workspace_id,
            event="swept",
            why="expired",
            actor_id=None,
            clock_=clock_,
            now=now,
            warning_rung=arrived[-1],
        )
        if gone is None:
            return False
        _tell_of_sweep(tx, gone, workspace_id=workspace_id, owner=owner, clock_=clock_, now=now)
        return True


def _reschedule(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> None:
    """Not to be swept after all: look again when the function says so, so that it is not found at every tick."""
    later = (
        _sweep_from(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now) if clock_.runs_at(now) else None
    )
    customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        sweep_after=later if later and later > now else None,
    )


def _tell_of_sweep(
    tx: Connection, gone: Customer, *, workspace_id: str, owner: Person | None, clock_: Clock, now: datetime
) -> None:
    manager = reassigning.open_decision(
        tx, gone, workspace_id=workspace_id, former=owner, why="expired", clock_=clock_, now=now
    )
    if manager:
        slip = ReassignmentAsked(now)
        key = reassigning.card_key(manager.person_id, now)
        mail.post(
            tx,
            slip,
            workspace_id=workspace_id,
            to=manager.person_id,
            now=now,
            priority=Priority.REASSIGNMENT,
            key=key,
            after=TOGETHER,
        )
        mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)
    if owner and not owner.deactivated:
        key = f"pooled:{owner.person_id}:{now.isoformat()}"
        mail.post(
            tx,
            GoneToPool(now),
            workspace_id=workspace_id,
            to=owner.person_id,
            now=now,
            priority=Priority.REMINDER,
            key=key,
            after=TOGETHER,
        )
        mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)


def _breaker_trips(office: Office, workspace_id: str, due: int, now: datetime) -> bool:
    """A sweep of more than max(10, 5 %) of what is owned smells of a wrong clock or rule: it waits for a person's word."""
    with office.database.begin() as tx:
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
                    tx,
                    slip,
                    workspace_id=workspace_id,
                    to=leader.person_id,
                    now=now,
                    key=f"halted:{leader.person_id}:{_day(now)}",
                )
    return True


def _day(now: datetime) -> str:
    return now.date().isoformat()
