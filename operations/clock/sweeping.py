"""A handful of customers swept together, in one transaction: read at once, decided one by one, written at once.

Who was warned and when is read here, beside the update that compares and sets; what only goes into the suggestion
(how many each rep holds) is read once a turn, for it changes no decision of the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from crm import clock
from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.notices.ownership import GoneToPool
from crm.people import Person
from operations import mail
from operations.assigning import deciding
from operations.assigning.deciding import Shortlist, decision
from operations.clock.clockwork import Clock, counting, planned_sweep, read_clocks, warned_of
from operations.clock.ownership import time_card_key
from storage import activities, claims, customers, due_claims, letters, people, reassignments, time_requests, warnings
from storage.due_claims import Due
from storage.ids import new_id
from storage.outbox import Priority
from storage.warnings import WarningLine

TOGETHER = timedelta(seconds=3)  # notices of one sweep wait this long, so that one message tells of all of it


@dataclass(frozen=True)
class Going:
    """A customer that goes now: whose it was, by which clock, and the warnings that let it go."""

    customer: Customer
    owner: Person | None
    clock_: Clock
    sent: Sequence[WarningLine]
    rung: str


def sweep_together(
    tx: Connection, due: Sequence[Due], *, workspace_id: str, shortlist: Shortlist, now: datetime
) -> int:
    """Inside a transaction: of what was found due, pool what may go; how many went. All or none, on any error."""
    going = _may_go(tx, due, workspace_id=workspace_id, now=now)
    if not going:
        return 0
    gone = due_claims.pool_swept(tx, [one.customer for one in going], workspace_id=workspace_id, now=now)
    swept = [one for one in going if one.customer.customer_id in gone]
    if swept:
        claims.close_claims(tx, workspace_id=workspace_id, customer_ids=gone, reason="expired", now=now)
        lines = [(new_id(now), one.customer.customer_id, _line(one, now)) for one in swept]
        claims.write_lines(tx, lines, workspace_id=workspace_id)
        asked = _ask(tx, swept, workspace_id=workspace_id, shortlist=shortlist, now=now)
        _tell(tx, swept, asked, workspace_id=workspace_id, now=now)
    return len(swept)


def _may_go(tx: Connection, due: Sequence[Due], *, workspace_id: str, now: datetime) -> list[Going]:
    ids = [one.customer_id for one in due]
    standing = due_claims.held_for_sweep(tx, workspace_id=workspace_id, customer_ids=ids, now=now)
    sent = warnings.of_claims(tx, workspace_id=workspace_id, customer_ids=ids)
    touched = activities.last_extending(tx, workspace_id=workspace_id, customer_ids=ids)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    owners = _owners(tx, standing, workspace_id=workspace_id)
    going: list[Going] = []
    for customer in standing:
        owner = owners.get(customer.owner_id or "")
        clock_, claim = clocks.of(owner, customer), (customer.customer_id, customer.owner_epoch)
        lines = sent.get(claim, ())
        rung = _rung_that_lets_go(customer, lines, touched.get(claim), clock_=clock_, now=now)
        if rung is None:
            _look_later(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
        else:
            going.append(Going(customer, owner, clock_, lines, rung))
    return going


def _owners(tx: Connection, held: Sequence[Customer], *, workspace_id: str) -> dict[str, Person]:
    ids = {one.owner_id for one in held if one.owner_id}
    return {one.person_id: one for one in people.of_ids(tx, workspace_id=workspace_id, person_ids=ids)}


def _rung_that_lets_go(
    customer: Customer, lines: Sequence[WarningLine], last_touch: datetime | None, *, clock_: Clock, now: datetime
) -> str | None:
    """The rung whose warning lets this claim go now; None where it stays."""
    until = customer.protected_until
    assert until is not None
    sent = counting(lines, customer)
    due = clock.may_sweep(
        now,
        deadline=until,
        rule=clock_.rule,
        calendar=clock_.calendar,
        warned=warned_of(until, sent),
        last_touch=last_touch,
    )
    arrived = [line.rung for line in sent if line.delivered_at and line.deadline == until]
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


def _line(one: Going, now: datetime) -> LedgerLine:
    customer, version = one.customer, one.clock_.rule.version
    epoch, until = customer.owner_epoch + 1, customer.protected_until
    return LedgerLine(now, None, "swept", epoch, customer.owner_id, None, "expired", version, until, None, one.rung)


def _ask(
    tx: Connection, swept: Sequence[Going], *, workspace_id: str, shortlist: Shortlist, now: datetime
) -> list[Person]:
    """A decision for each, with a suggestion; returns the managers who are asked."""
    ids = [one.customer.customer_id for one in swept]
    histories = claims.tenures_of(tx, workspace_id=workspace_id, customer_ids=ids)
    managers = _managers(tx, swept, workspace_id=workspace_id)
    opened = []
    for one in swept:
        team_id = one.owner.team_id if one.owner else None
        history = histories.get(one.customer.customer_id, ())
        shortlist.ranking.count(one.customer.owner_id, -1)
        found = shortlist.suggest(one.customer, history, team_id=team_id, clock_=one.clock_, now=now)
        shortlist.ranking.count(found.person_id if found else None, 1)
        facts: dict[str, Any] = {"former": one.owner, "why": "expired", "clock_": one.clock_, "now": now}
        claim = (one.customer.customer_id, one.customer.owner_epoch + 1)
        opened.append(decision(claim, managers[team_id], suggestion=found, **facts))
    reassignments.open_all(tx, opened, workspace_id=workspace_id)
    known = {one.person_id: one for one in managers.values() if one}
    return [known[person_id] for person_id in sorted({one.manager_id for one in opened if one.manager_id})]


def _managers(tx: Connection, swept: Sequence[Going], *, workspace_id: str) -> dict[str | None, Person | None]:
    """Who decides for each team concerned."""
    teams = {one.owner.team_id if one.owner else None for one in swept}
    leaders = {team: people.managers_of(tx, workspace_id=workspace_id, team_id=team) for team in teams}
    return {team: found[0] if found else None for team, found in leaders.items()}


def _tell(tx: Connection, swept: Sequence[Going], asked: Sequence[Person], *, workspace_id: str, now: datetime) -> None:
    """Everybody once: the cards that spoke of these customers, the managers, the former owners. After the rows, as
    everywhere, so that a log and a sweep never wait for each other in a ring."""
    ids = [one.customer.customer_id for one in swept]
    for request_id in time_requests.lapse(tx, workspace_id=workspace_id, customer_ids=ids, now=now):
        mail.edit_keyed(tx, workspace_id=workspace_id, key=time_card_key(request_id), now=now)
    warned = {line.outbox_id for one in swept for line in one.sent if line.delivered_at}
    for letter in letters.letters(tx, workspace_id=workspace_id, outbox_ids=warned):
        key = f"redraw:{letter.outbox_id}:{now.isoformat()}"
        mail.edit_letter(tx, letter, now=now, key=key, after=TOGETHER)
    for manager in asked:
        deciding.ask(tx, manager, workspace_id=workspace_id, now=now, after=TOGETHER)
    owners = {one.owner.person_id: one.owner for one in swept if one.owner and not one.owner.deactivated}
    at = now.isoformat()
    readers = [(one, f"pooled:{one.person_id}:{at}") for one in owners.values()]
    rank = Priority.REMINDER
    mail.post_to_each(tx, GoneToPool(now), readers, workspace_id=workspace_id, now=now, priority=rank, after=TOGETHER)
    homes = owners.keys() | {one.person_id for one in asked}
    mail.republish_homes(tx, workspace_id=workspace_id, person_ids=homes, now=now)
