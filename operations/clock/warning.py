"""Warning the owners of claims that run out, on the ladder of crm/clock.py: one message a person, whatever it lists.

A warning counts once Slack has accepted it; where its owner cannot be reached, the copy to a manager counts instead.
Nothing here asks "is it today?": what is due and unsent is found and put, once. While Slack is away nothing piles up:
what is not sent yet is rewritten to the latest rung instead. What is caught up late waits for the person's working hours.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm import clock
from crm.clock import Rung
from crm.customers import Customer
from crm.notices.clock import ExpiryCopy, ExpiryWarning, WarnedClaim
from crm.people import Person
from operations import mail
from operations.clock.clockwork import INSTEAD, Clock, Clocks, next_warning, planned_sweep, read_clocks, rungs_sent
from operations.office import Office
from storage import claims, customers, due_claims, people, warnings
from storage.outbox import Letter, Priority
from storage.warnings import WarningLine

log = logging.getLogger(__name__)

BATCH = 500
SET_ASIDE = timedelta(hours=1)  # what met a bug is tried again then, so that it holds up nobody else
NOBODY_TO_TELL = timedelta(days=1)
GATHERED = timedelta(minutes=1)  # a manager's copy waits so long for those of other owners, and is one message


def warn_due(office: Office, *, now: datetime) -> int:
    """Put the warnings that are due, one message a person; returns how many people were looked at."""
    with office.database.read() as tx:
        owners = due_claims.owners_to_warn(tx, now=now, limit=BATCH)
    for workspace_id, owner_id in owners:
        try:
            with office.database.begin() as tx:
                _warn_owner(tx, workspace_id=workspace_id, owner_id=owner_id, now=now)
        except Exception:
            log.exception("the claims of %s could not be warned of; the others go on", owner_id)
            _set_aside(office, workspace_id=workspace_id, owner_id=owner_id, now=now)
    return len(owners)


def warning_delivered(tx: Connection, letter: Letter, now: datetime) -> None:
    """Slack has accepted a warning: from here the notice runs. Called in the transaction that marks the letter sent."""
    if letter.kind not in ("ExpiryWarning", "ExpiryCopy") or letter.method != "chat.postMessage":
        return
    lines = warnings.in_letter(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    warnings.delivered(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id, at=now)
    clocks = read_clocks(tx, workspace_id=letter.workspace_id, now=now)
    for line in lines:
        _schedule_sweep(tx, line, workspace_id=letter.workspace_id, clocks=clocks)


def warning_undeliverable(tx: Connection, letter: Letter, now: datetime) -> None:
    """The owner cannot be reached: their manager gets the warning, and that copy starts the notice; if the manager
    can't be reached either, the next one."""
    if letter.kind not in ("ExpiryWarning", "ExpiryCopy") or letter.method != "chat.postMessage":
        return
    lines = warnings.in_letter(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    warnings.undeliverable(tx, workspace_id=letter.workspace_id, outbox_id=letter.outbox_id)
    mattering = [line for line in lines if letter.kind == "ExpiryWarning" or line.rung.endswith(INSTEAD)]
    for owner_id, rows in _by_owner(tx, mattering, workspace_id=letter.workspace_id).items():
        owner = people.person(tx, workspace_id=letter.workspace_id, person_id=owner_id)
        _tell_manager_instead(tx, rows, workspace_id=letter.workspace_id, owner=owner, now=now)


def _by_owner(tx: Connection, lines: Sequence[WarningLine], *, workspace_id: str) -> dict[str, list[WarnedClaim]]:
    """The claims of these lines that still stand, by who owns them."""
    found: dict[str, list[WarnedClaim]] = {}
    for line in lines:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=line.customer_id)
        if customer and customer.owner_id and customer.owner_epoch == line.epoch:
            row = WarnedClaim(line.customer_id, line.epoch, line.deadline, line.rung.rstrip(INSTEAD))
            found.setdefault(customer.owner_id, []).append(row)
    return found


def _warn_owner(tx: Connection, *, workspace_id: str, owner_id: str, now: datetime) -> None:
    """One transaction an owner, who is held meanwhile: of two processes that tick at once, the second finds it done."""
    claims.hold_person(tx, workspace_id=workspace_id, person_id=owner_id)
    owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    due = due_claims.to_warn(tx, workspace_id=workspace_id, owner_id=owner_id, now=now)
    planned = due_claims.look_planned_for(tx, workspace_id=workspace_id, owner_id=owner_id, now=now)
    rows: list[WarnedClaim] = []
    copied: list[WarnedClaim] = []
    for customer in due:
        clock_ = clocks.of(owner, customer)
        sent = _sent(tx, customer, workspace_id=workspace_id)
        rung = _rung(customer, sent, clock_=clock_, now=now)
        if rung:
            row = WarnedClaim(customer.customer_id, customer.owner_epoch, _until(customer), rung.name)
            rows.append(row)
            copied += [row] if _concerns_manager(rung, customer, sent, clock_) else []
    if rows and owner and owner.deactivated:  # Slack takes messages to the departed, and nobody reads them
        _tell_manager_instead(tx, rows, workspace_id=workspace_id, owner=owner, now=now)
    elif rows:
        at = clocks.spoken_at(owner, planned)
        _put_warning(tx, ExpiryWarning(tuple(rows)), workspace_id=workspace_id, to=owner_id, now=now, at=at)
        _copy_manager(tx, copied, planned, workspace_id=workspace_id, owner=owner, clocks=clocks, now=now)
    for customer in due:
        _look_again(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now)


def _rung(customer: Customer, sent: Sequence[WarningLine], *, clock_: Clock, now: datetime) -> Rung | None:
    known = rungs_sent(_until(customer), sent)
    return clock.rung_due(now, _until(customer), rule=clock_.rule, calendar=clock_.calendar, sent=known)


def _concerns_manager(rung: Rung, customer: Customer, sent: Sequence[WarningLine], clock_: Clock) -> bool:
    """The manager is copied once a deadline, at the rung for it or, where that was missed, at the next."""
    known = any(line.deadline == customer.protected_until and line.person_id != customer.owner_id for line in sent)
    return rung.days <= clock_.rule.manager_copied_at and not known


def _copy_manager(
    tx: Connection,
    rows: Sequence[WarnedClaim],
    planned: datetime,
    *,
    workspace_id: str,
    owner: Person | None,
    clocks: Clocks,
    now: datetime,
) -> None:
    leaders = _leaders(tx, owner, workspace_id=workspace_id)
    if rows and leaders:
        slip, at = ExpiryCopy(tuple(rows)), clocks.spoken_at(leaders[0], planned)
        _put_warning(tx, slip, workspace_id=workspace_id, to=leaders[0].person_id, now=now, at=max(at, now + GATHERED))


def _tell_manager_instead(
    tx: Connection, rows: Sequence[WarnedClaim], *, workspace_id: str, owner: Person | None, now: datetime
) -> None:
    """To the first leader who has not turned out to be unreachable too."""
    for leader in _leaders(tx, owner, workspace_id=workspace_id):
        known = warnings.rungs_to(tx, workspace_id=workspace_id, person_id=leader.person_id, rows=rows)
        fresh = tuple(
            row for row in rows if (row.customer_id, row.epoch, row.deadline, row.rung + INSTEAD) not in known
        )
        if fresh:
            slip = ExpiryCopy(fresh, unreachable=True)
            _put_warning(tx, slip, workspace_id=workspace_id, to=leader.person_id, now=now, at=now + GATHERED)
            return


def _leaders(tx: Connection, owner: Person | None, *, workspace_id: str) -> list[Person]:
    """Who decides about the owner's customers, the owner apart."""
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id if owner else None)
    return [one for one in leaders if owner is None or one.person_id != owner.person_id]


def _put_warning(
    tx: Connection,
    slip: ExpiryWarning | ExpiryCopy,
    *,
    workspace_id: str,
    to: str,
    now: datetime,
    at: datetime | None = None,
) -> None:
    """A new message, or these rows in the one of its kind that still waits to be sent. `at`: not sent before."""
    unreachable = isinstance(slip, ExpiryCopy) and slip.unreachable
    outbox_id = _add_to_unsent(tx, slip, workspace_id=workspace_id, to=to) or mail.post(
        tx,
        slip,
        workspace_id=workspace_id,
        to=to,
        now=now,
        priority=Priority.REMINDER,
        after=(at or now) - now,
    )
    assert outbox_id is not None
    lines = [
        WarningLine(
            row.customer_id,
            row.epoch,
            row.deadline,
            row.rung + INSTEAD if unreachable else row.rung,
            to,
            outbox_id,
            None,
            False,
        )
        for row in slip.rows
    ]
    warnings.put(tx, workspace_id=workspace_id, lines=lines, now=now)


def _add_to_unsent(tx: Connection, slip: ExpiryWarning | ExpiryCopy, *, workspace_id: str, to: str) -> str | None:
    for letter in warnings.unsent_letters(tx, workspace_id=workspace_id, person_id=to, kind=type(slip).__name__):
        waiting = mail.read(letter)
        assert isinstance(waiting, ExpiryWarning | ExpiryCopy)
        if getattr(waiting, "unreachable", False) != getattr(slip, "unreachable", False):
            continue
        rows = {row.customer_id: row for row in (*waiting.rows, *slip.rows)}
        merged = ExpiryWarning(tuple(rows.values())) if isinstance(slip, ExpiryWarning) else _copy(slip, rows)
        if warnings.reword_unsent(tx, letter, facts=mail.write(merged)):
            return letter.outbox_id
    return None


def _copy(slip: ExpiryCopy, rows: dict[str, WarnedClaim]) -> ExpiryCopy:
    return ExpiryCopy(tuple(rows.values()), slip.unreachable)


def _look_again(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> None:
    """Set when this claim's ladder is to be looked at next."""
    sent = _sent(tx, customer, workspace_id=workspace_id)
    at = next_warning(_until(customer), clock_=clock_, sent=sent, now=now)
    customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        warn_at=now + NOBODY_TO_TELL if at and at <= now else at,
    )


def _schedule_sweep(tx: Connection, line: WarningLine, *, workspace_id: str, clocks: Clocks) -> None:
    """The sweep may go once grace and notice are over; only for a warning that named the deadline as it still stands."""
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
        sweep_after=planned_sweep(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer)),
    )


def _set_aside(office: Office, *, workspace_id: str, owner_id: str, now: datetime) -> None:
    with office.database.begin() as tx:
        due_claims.warn_later(tx, workspace_id=workspace_id, owner_id=owner_id, now=now, at=now + SET_ASIDE)


def _sent(tx: Connection, customer: Customer, *, workspace_id: str) -> tuple[WarningLine, ...]:
    return warnings.of_claim(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )


def _until(customer: Customer) -> datetime:
    assert customer.protected_until is not None
    return customer.protected_until
