"""A smaller company for a year, over the real operations and a real database: `--transactions`.

Reps call, forget, go, come back; the bot and Slack fail; a manager decides, late or never; the rule changes. After
every day the promises of the claim clock are checked against the rows, and at every sweep against what was known
before it. The clock's working day is walked hour by hour only where something is due, as the ticker would find it.
"""

from __future__ import annotations

import logging
import random
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, event, func, select

from crm import clock
from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.people import Person
from crm.refusal import Refusal
from operations.assigning import reassigning
from operations.clock import expiry, granting_time, ruling
from operations.clock.clockwork import Clocks, epoch_of, read_clocks
from operations.clock.next_event import next_due
from operations.hearing import logs
from storage import customers, due_claims, people, reassignments, warnings
from storage.tables.claims import ClaimRow, LedgerRow, ReassignmentRow
from storage.tables.customers import CustomerRow
from storage.tables.outbox import OutboxRow
from storage.warnings import WarningLine
from tests.yard import BOSS, ON, SECOND, T1, Yard, make_tables

START = datetime(2026, 1, 5, 1, tzinfo=UTC)
OWNERSHIP = ("entered", "claimed", "assigned", "released", "swept", "archived", "undone")
DAY = timedelta(days=1)
TEAM_DAYS = WorkCalendar("Asia/Shanghai")


@dataclass(frozen=True)
class Size:
    """How large a company and how long a time. `days` are calendar days."""

    reps: int
    customers: int
    days: int
    seconds: float  # stop between two days once this much of the real clock has passed


A_YEAR = Size(6, 80, 365, 55)


@dataclass
class Life:
    """The company, and what has been held against it so far."""

    yard: Yard
    size: Size
    dice: random.Random
    now: datetime = START
    counts: Counter[str] = field(default_factory=Counter)
    held: int = 0
    short: list[str] = field(default_factory=list)
    names: int = 0
    rule_on: bool = True
    down_until: datetime = START

    def check(self, promise: str, kept: bool, about: object = "") -> None:
        if kept:
            self.held += 1
        else:
            self.short.append(f"{self.now:%Y-%m-%d %H:%M} {promise}: {about}")


def main(*, seed: int) -> int:
    logging.disable(logging.WARNING)  # of letters that can't be delivered, on purpose
    with tempfile.TemporaryDirectory(prefix="dibs-simulate-") as folder:
        life = simulate(f"sqlite:///{Path(folder)}/dibs.db", seed=seed, size=A_YEAR)
    report(life)
    return 1 if life.short else 0


def simulate(url: str, *, seed: int, size: Size) -> Life:
    """Live `size.days` days of a company drawn from `seed`, or as many as `size.seconds` allow."""
    make_tables(url)
    rule = replace(ON, claim_per_day=5, breaker_floor=max(10, size.customers // 20))
    yard = Yard(url, hushed=True, reps=size.reps, rule=rule, now=START)
    event.listen(yard.database.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    yard.database.engine.dispose()  # nothing is to be kept, so nothing need reach the disk
    life = Life(yard, size, random.Random(seed))
    began = time.monotonic()
    try:
        while life.now < START + size.days * DAY and time.monotonic() - began < size.seconds:
            _day(life)
    finally:
        _count(life, began)
        yard.close()
    return life


def report(life: Life) -> None:
    for name, value in sorted(life.counts.items()):
        print(f"{name:<42} {value:>10,}")
    for line in life.short[:20]:
        print(f"SHORT  {line}")
    print(f"{life.held:,} held, {len(life.short):,} fell short")


# a day


def _day(life: Life) -> None:
    """Morning to midnight: trouble begins or ends, people work, the clock ticks where it has something to do."""
    day_begins = life.now
    _trouble(life)
    if TEAM_DAYS.is_working(TEAM_DAYS.local_date(life.now)):
        _work(life)
    while (due := next_due(life.yard.office)) and due < day_begins + DAY:
        at = max(due, life.now + timedelta(seconds=expiry.TURN_SECONDS))
        if at >= day_begins + DAY or life.now < life.down_until:
            break
        life.now = at
        if not _tick(life):
            break
    life.now = day_begins + DAY
    if life.now >= life.down_until:
        _tick(life)
    _audit(life)


def _trouble(life: Life) -> None:
    dice, carrier = life.dice, life.yard.carrier
    carrier.down = dice.random() < 0.02
    life.yard.wall = life.now.timestamp  # a back-off of yesterday is over
    if dice.random() < 0.004:  # the bot is away for days or weeks
        life.down_until = life.now + dice.choice((2, 5, 21)) * DAY
        life.counts["outages of the bot"] += 1
    if dice.random() < 0.02:
        carrier.unreachable ^= {dice.choice(life.yard.reps)}
        life.counts["reps who blocked or unblocked the bot"] += 1
    if dice.random() < 0.003:
        life.rule_on = not life.rule_on
        ruling.switch_clock(life.yard.office, workspace_id=T1, actor_id=BOSS, on=life.rule_on, now=life.now)
        life.counts["rule switched"] += 1


def _work(life: Life) -> None:
    dice, yard = life.dice, life.yard
    for rep in yard.reps:
        mine = _owned_by(life, rep)
        room = life.size.customers // len(yard.reps) - len(mine)
        if room > 0 and life.names < life.size.customers and dice.random() < 0.5:
            life.names += 1
            yard.enter(rep, f"Firm {life.names:05}", life.now)
            life.counts["customers entered"] += 1
        urgent = [one for one in mine if one.protected_until and one.protected_until - life.now < 8 * DAY]
        for one in dice.sample(urgent, min(len(urgent), dice.choice((0, 0, 1, 2)))):
            _call(life, rep, one)
        if mine and dice.random() < 0.2:
            _call(life, rep, dice.choice(mine))
        if urgent and dice.random() < 0.05:
            _ask(life, rep, dice.choice(urgent))
        if mine and dice.random() < 0.01:
            _release(life, rep, dice.choice(mine))
        if dice.random() < 0.1:
            _claim(life, rep)
    _decide(life)


def _call(life: Life, rep: str, one: Customer) -> None:
    before = _customer(life, one.customer_id)
    when = life.now - timedelta(hours=life.dice.choice((0, 1, 30, 80)))
    life.yard.log(rep, one.customer_id, life.now, happened_at=when)
    after = _customer(life, one.customer_id)
    life.counts["follow-ups"] += 1
    if before.protected_until and after.protected_until:
        life.check("a log never moves the deadline earlier", after.protected_until >= before.protected_until, one.name)
    if life.dice.random() < 0.02:
        with suppress(Refusal):
            logs.undo_latest(life.yard.office, workspace_id=T1, person_id=rep, now=life.now)
            life.counts["logs undone"] += 1


def _ask(life: Life, rep: str, one: Customer) -> None:
    try:
        asked = granting_time.ask_for_time(
            life.yard.office,
            workspace_id=T1,
            person_id=rep,
            customer_id=one.customer_id,
            reason="their board meets",
            now=life.now,
        )
    except Refusal:
        return
    life.counts["time asked for"] += 1
    answer = life.dice.choice((True, False, None))
    if answer is not None:
        who = {"workspace_id": T1, "actor_id": SECOND}
        granting_time.answer_time(life.yard.office, **who, request_id=asked.request_id, grant=answer, now=life.now)
        life.counts[f"time {'granted' if answer else 'refused'}"] += 1


def _release(life: Life, rep: str, one: Customer) -> None:
    with suppress(Refusal):
        reassigning.release(
            life.yard.office,
            workspace_id=T1,
            person_id=rep,
            customer_id=one.customer_id,
            why="no_response",
            now=life.now,
        )
        life.counts["let go"] += 1


def _claim(life: Life, rep: str) -> None:
    with life.yard.database.read() as tx:
        pool = customers.pooled(tx, workspace_id=T1)
    for one in life.dice.sample(pool, min(7, len(pool))):
        was_mine = _left_lately(life, one, rep)
        try:
            reassigning.claim(
                life.yard.office, workspace_id=T1, person_id=rep, customer_id=one.customer_id, now=life.now
            )
        except Refusal as refusal:
            life.counts[f"claim refused: {refusal.code}"] += 1
            continue
        life.counts["claimed"] += 1
        life.check("A→B→A is refused in the cooldown", not was_mine, one.name)


def _decide(life: Life) -> None:
    """The manager sees to some of what waits: as suggested, by choice, or opened to all; the rest stays."""
    with life.yard.database.read() as tx:
        waiting = reassignments.waiting(tx, workspace_id=T1)
    for one in waiting[:20]:
        choice = life.dice.random()
        if choice < 0.3:
            continue
        who = {"workspace_id": T1, "actor_id": SECOND, "customer_id": one.customer_id, "now": life.now}
        try:
            if choice < 0.8 and one.suggested_id:
                reassigning.assign(life.yard.office, **who, epoch=one.epoch, owner_id=one.suggested_id)  # type: ignore[arg-type]
                life.counts["assigned as suggested"] += 1
            else:
                reassigning.open_to_all(life.yard.office, **who, epoch=one.epoch)  # type: ignore[arg-type]
                life.counts["opened to all"] += 1
        except Refusal as refusal:
            life.counts[f"assignment refused: {refusal.code}"] += 1


# the promises


def _tick(life: Life) -> int:
    """One turn of the clock's jobs; what it sweeps must have been warned, in time, past its base and its grace."""
    due = _due(life)
    carried = len(life.yard.carrier.carried)
    gone = life.yard.tick(life.now)
    life.counts["swept"] += gone
    for one, delivered in due:
        if _customer(life, one.customer_id).owner_id is None:
            _check_sweep(life, one, delivered)
    told = Counter(letter.to for letter in life.yard.carrier.carried[carried:] if letter.kind == "ExpiryWarning")
    life.counts["warnings sent"] += sum(told.values())
    life.check("one warning a person and turn", set(told.values()) <= {1}, told)
    return gone + sum(told.values())


def _due(life: Life) -> list[tuple[Customer, list[datetime]]]:
    """What the sweep would look at now, with when its warnings arrived."""
    with life.yard.database.read() as tx:
        ids = [one.customer_id for one in due_claims.sweep_due(tx, now=life.now, limit=expiry.BATCH)]
        found = customers.customers(tx, workspace_id=T1, customer_ids=ids)
        return [(one, _delivered(_sent(tx, one), one)) for one in found]


def _sent(tx: Connection, one: Customer) -> tuple[WarningLine, ...]:
    return warnings.of_claim(tx, workspace_id=T1, customer_id=one.customer_id, epoch=one.owner_epoch)


def _delivered(sent: tuple[WarningLine, ...], one: Customer) -> list[datetime]:
    """Those of the deadline as it stands, to the owner or to a manager in an unreachable owner's place."""
    counted = [line for line in sent if line.person_id == one.owner_id or line.rung.endswith("!")]
    return [line.delivered_at for line in counted if line.delivered_at and line.deadline == one.protected_until]


def _check_sweep(life: Life, one: Customer, delivered: list[datetime]) -> None:
    how, until = _clocks(life).of(_person(life, one)), one.protected_until
    assert until and one.epoch_started_at
    calendar = how.calendar
    life.check("swept ⇒ warned and delivered", bool(delivered), one.name)
    notice = delivered and life.now >= clock.floor(min(delivered), rule=how.rule, calendar=calendar)
    life.check("swept ⇒ the whole notice has run", bool(notice), one.name)
    life.check(
        "no sweep before grace is over", life.now >= clock.sweep_at(until, rule=how.rule, calendar=calendar), one.name
    )
    base = calendar.local_date(one.epoch_started_at) + timedelta(days=how.rule.protection_days)
    life.check("no sweep before the base", life.now >= calendar.end_of(base), one.name)
    life.check("no sweep while the rule is off", how.runs_at(life.now), one.name)


def _audit(life: Life) -> None:
    """Every evening: claims, ledger, caps; and of some customers the countdown."""
    with life.yard.database.read() as tx:
        owned = tx.execute(select(func.count()).select_from(CustomerRow).where(CustomerRow.state == "owned")).scalar()
        open_claims = tx.execute(select(func.count()).select_from(ClaimRow).where(ClaimRow.ended_at.is_(None))).scalar()
        epochs = tx.execute(select(func.sum(CustomerRow.owner_epoch))).scalar() or 0
        changes = tx.execute(select(func.count()).select_from(LedgerRow).where(LedgerRow.event.in_(OWNERSHIP))).scalar()
        recent = (LedgerRow.event == "claimed", LedgerRow.at >= life.now - DAY)
        by_rep = select(func.count()).where(*recent).group_by(LedgerRow.to_owner)
        most = max(tx.execute(by_rep).scalars(), default=0)
        life.check("one open claim a customer", owned == open_claims, (owned, open_claims))
        life.check("one ledger line a change of owner", epochs == changes, (epochs, changes))
        life.check("the day cap is never passed", most <= 5, most)
        clocks = read_clocks(tx, workspace_id=T1, now=life.now, rules_of=date(9999, 1, 1))
        for one in life.dice.sample(held := customers.owned(tx, workspace_id=T1), min(5, len(held))):
            how = clocks.of(people.person(tx, workspace_id=T1, person_id=one.owner_id or ""))
            shown = clock.deadline(epoch_of(tx, one, workspace_id=T1, clock_=how), rule=how.rule, calendar=how.calendar)
            life.check("the countdown is what the function says", one.protected_until == shown, one.name)


# how it is read


def _customer(life: Life, customer_id: str) -> Customer:
    with life.yard.database.read() as tx:
        found = customers.customer(tx, workspace_id=T1, customer_id=customer_id)
    assert found is not None
    return found


def _person(life: Life, one: Customer) -> Person | None:
    with life.yard.database.read() as tx:
        return people.person(tx, workspace_id=T1, person_id=one.owner_id or "")


def _clocks(life: Life) -> Clocks:
    with life.yard.database.read() as tx:
        return read_clocks(tx, workspace_id=T1, now=life.now, rules_of=date(9999, 1, 1))


def _owned_by(life: Life, rep: str) -> tuple[Customer, ...]:
    with life.yard.database.read() as tx:
        return customers.owned_by(tx, workspace_id=T1, owner_id=rep)


def _left_lately(life: Life, one: Customer, rep: str) -> bool:
    with life.yard.database.read() as tx:
        mine = (ClaimRow.customer_id == one.customer_id, ClaimRow.owner_id == rep, ClaimRow.ended_at.is_not(None))
        left = tx.execute(select(func.max(ClaimRow.ended_at)).where(*mine)).scalar()
    return left is not None and (TEAM_DAYS.local_date(life.now) - TEAM_DAYS.local_date(left)).days < 30


def _count(life: Life, began: float) -> None:
    with life.yard.database.read() as tx:
        for name, row in (("ledger lines", LedgerRow), ("letters", OutboxRow), ("decisions asked", ReassignmentRow)):
            life.counts[name] = tx.execute(select(func.count()).select_from(row)).scalar() or 0
    life.counts["days lived"] = (life.now - START).days
    life.counts["seconds taken"] = round(time.monotonic() - began)
