"""Counting many deadlines anew, when what they share has changed: a rule that begins, a team's calendar.

It is a job, not a listener's work: ten thousand claims take seconds. First all of them are looked at together, since how
many may end on a day is a question about all; then each batch is rewritten in a transaction of its own. Done twice it
changes nothing more, so a process that dies in the middle is no harm.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from crm.clock import in_force
from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.notices.clock import Recounted
from crm.people import Person
from crm.rollout import Held, Turned, share_a_day, staged, turned
from operations import mail
from operations.clock.clockwork import Clocks, epoch_of, read_clocks, rewrite
from operations.clock.ownership import write_line
from operations.clock.warned import refresh_warnings
from operations.office import Office
from storage import claims, customers, people, recounts
from storage.ids import new_id
from storage.recounts import Recount

log = logging.getLogger(__name__)

BATCH = 100  # claims a transaction: a tenth of a second in which nobody else writes
LONG = 2000  # from so many claims on, progress is told
LEASE = timedelta(minutes=10)
ONE_DAY = timedelta(days=1)

Ends = dict[tuple[str, int], datetime]  # by customer and epoch


@dataclass(frozen=True, slots=True)
class Survey:
    """All claims a change is about, as they would be by it. `taken`: how many end on a day by an earlier change."""

    turned: tuple[Turned, ...]
    taken: Counter[date]
    owned: int


def ask_recount(
    tx: Connection, *, workspace_id: str, cause: str, about: str, actor_id: str, due_at: datetime, now: datetime
) -> str:
    """Inside the transaction of the change: count the deadlines anew when it begins."""
    one = Recount(new_id(now), cause, about, actor_id, now, due_at)
    recounts.ask(tx, one, workspace_id=workspace_id)
    return one.recount_id


def recount_due(office: Office, *, now: datetime) -> int:
    """Count anew what is due to be; returns how many claims were looked at."""
    with office.database.read() as tx:
        due = recounts.due(tx, now=now)
    return sum(_recount(office, one, workspace_id=workspace_id, now=now) for workspace_id, one in due)


def survey(
    tx: Connection, *, workspace_id: str, before: Clocks, after: Clocks, when: datetime, team_id: str | None = None
) -> Survey:
    """What the clocks `after` would make of the claims that run by the clocks `before`; of one team, where named.
    `when`: the instant of the change."""
    owners = {one.person_id: one for one in people.people(tx, workspace_id=workspace_id)}
    found: list[Turned] = []
    taken: Counter[date] = Counter()
    owned = customers.owned(tx, workspace_id=workspace_id)
    for customer in owned:
        owner = owners.get(customer.owner_id or "")
        if team_id is None or (owner and (owner.team_id or "") == team_id):
            old, new = before.of(owner, customer), after.of(owner, customer)
            epoch = epoch_of(tx, customer, workspace_id=workspace_id, clock_=new)
            ran = in_force(before.now, rule=old.rule, calendar=old.calendar)
            held = Held(customer.customer_id, customer.owner_id or "", epoch, customer.owner_epoch)
            promised = customer.protected_until if ran else None
            if epoch.not_before and epoch.not_before > when:
                taken[new.calendar.local_date(epoch.not_before)] += 1
            if one := turned(held, promised=promised, now=when, rule=new.rule, calendar=new.calendar):
                found.append(one)
    return Survey(tuple(found), taken, len(owned))


def recount_key(recount_id: str) -> str:
    """The outbox key of the message that tells how a recount goes."""
    return f"recount:{recount_id}"


def _recount(office: Office, one: Recount, *, workspace_id: str, now: datetime) -> int:
    with office.database.begin() as tx:
        if not recounts.take(tx, one, workspace_id=workspace_id, now=now, lease=LEASE):
            return 0
    with office.database.read(at_most=60) as tx:
        ids, ends = _plan(tx, one, workspace_id=workspace_id, now=now)
    counts: Counter[str] = Counter()
    for batch in _batches(ids):
        counts += _rewrite_batch(office, one, batch, ends, workspace_id=workspace_id, now=now)
        _note(office, one, counts, workspace_id=workspace_id, total=len(ids), now=now)
    _finish(office, one, counts, workspace_id=workspace_id, total=len(ids), now=now)
    return len(ids)


def _plan(tx: Connection, one: Recount, *, workspace_id: str, now: datetime) -> tuple[list[str], Ends]:
    """The claims to be rewritten, and the instant before which the hurried ones must not end."""
    after = read_clocks(tx, workspace_id=workspace_id, now=now)
    before, team_id = _before(tx, one, workspace_id=workspace_id, now=now), _team_of(one)
    seen = survey(tx, workspace_id=workspace_id, before=before, after=after, when=now, team_id=team_id)
    by_id = staged(seen.turned, taken=seen.taken, a_day=share_a_day(seen.owned, rule=after.of(None).rule))
    ends = {(row.customer_id, row.epoch): by_id[row.customer_id] for row in seen.turned if row.customer_id in by_id}
    mine = _members(tx, workspace_id=workspace_id, team_id=team_id)
    owned = customers.owned(tx, workspace_id=workspace_id)
    return [row.customer_id for row in owned if mine is None or row.owner_id in mine], ends


def _before(tx: Connection, one: Recount, *, workspace_id: str, now: datetime) -> Clocks:
    """The clocks the claims ran by: yesterday's, where today's rule or switch is new."""
    if one.cause in ("calendar", "people"):
        return read_clocks(tx, workspace_id=workspace_id, now=now)
    yesterday = now - ONE_DAY
    return read_clocks(tx, workspace_id=workspace_id, now=yesterday)


def _team_of(one: Recount) -> str | None:
    return None if one.cause == "rule" else one.about


def _members(tx: Connection, *, workspace_id: str, team_id: str | None) -> set[str] | None:
    if team_id is None:
        return None
    return {one.person_id for one in people.people(tx, workspace_id=workspace_id) if (one.team_id or "") == team_id}


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


def _rewrite_batch(
    office: Office, one: Recount, ids: Sequence[str], ends: Ends, *, workspace_id: str, now: datetime
) -> Counter[str]:
    """One transaction; where that meets a bug, one for each claim, so that a bad row stops only itself."""
    try:
        with office.database.begin() as tx:
            return _rewrite_all(tx, one, ids, ends, workspace_id=workspace_id, now=now)
    except Exception:
        if len(ids) == 1:
            log.exception("the date of %s could not be counted anew; the others go on", ids[0])
            return Counter(seen=1)
        singly = (_rewrite_batch(office, one, [each], ends, workspace_id=workspace_id, now=now) for each in ids)
        return sum(singly, Counter())


def _rewrite_all(
    tx: Connection, one: Recount, ids: Sequence[str], ends: Ends, *, workspace_id: str, now: datetime
) -> Counter[str]:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    owners = {row.person_id: row for row in people.people(tx, workspace_id=workspace_id)}
    counts, touched = Counter[str](seen=len(ids)), set[str]()
    for customer in customers.customers(tx, workspace_id=workspace_id, customer_ids=ids):
        if customer.owner_id is None:
            continue
        owner = owners.get(customer.owner_id)
        how = _rewrite(
            tx, one, customer, owner, clocks, ends.get((customer.customer_id, customer.owner_epoch)), workspace_id, now
        )
        if how:
            counts[how] += 1
            touched.add(customer.owner_id)
    for owner_id in touched:
        mail.republish_home(tx, workspace_id=workspace_id, person_id=owner_id, now=now)
    return counts


def _rewrite(
    tx: Connection,
    one: Recount,
    customer: Customer,
    owner: Person | None,
    clocks: Clocks,
    not_before: datetime | None,
    workspace_id: str,
    now: datetime,
) -> str | None:
    """Which way the date moved: earlier, later; None where it did not."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    if not_before:
        before = claims.stretch(tx, **key, epoch=customer.owner_epoch).not_before
        claims.hold_until(tx, **key, epoch=customer.owner_epoch, not_before=max(not_before, before or not_before))
    clock_ = clocks.of(owner, customer)
    fresh = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    if fresh is None or fresh.protected_until == customer.protected_until:
        return None
    assert fresh.protected_until and customer.protected_until
    line = LedgerLine(
        now,
        one.actor_id,
        "recounted",
        customer.owner_epoch,
        customer.owner_id,
        customer.owner_id,
        one.cause,
        clock_.rule.version,
        customer.protected_until,
        fresh.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    refresh_warnings(tx, workspace_id=workspace_id, customer=fresh, now=now)
    return "later" if fresh.protected_until > customer.protected_until else "earlier"


def _note(office: Office, one: Recount, counts: Counter[str], *, workspace_id: str, total: int, now: datetime) -> None:
    """Tell how it goes where it takes long: one message, edited."""
    if total < LONG or counts["seen"] % (max(BATCH, total // 10 // BATCH * BATCH)) >= BATCH:
        return
    with office.database.begin() as tx:
        recounts.note(tx, workspace_id=workspace_id, recount_id=one.recount_id, total=total, **counts)
        _tell(tx, one, workspace_id=workspace_id, now=now)


def _finish(
    office: Office, one: Recount, counts: Counter[str], *, workspace_id: str, total: int, now: datetime
) -> None:
    with office.database.begin() as tx:
        done = {"due_at": None, "finished_at": now, "total": total, **counts}
        recounts.note(tx, workspace_id=workspace_id, recount_id=one.recount_id, **done)
        if counts["earlier"] or counts["later"] or total >= LONG:
            _tell(tx, one, workspace_id=workspace_id, now=now)


def _tell(tx: Connection, one: Recount, *, workspace_id: str, now: datetime) -> None:
    slip, key = Recounted(one.recount_id), recount_key(one.recount_id)
    if mail.post(tx, slip, workspace_id=workspace_id, to=one.actor_id, now=now, key=key) is None:
        mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)
