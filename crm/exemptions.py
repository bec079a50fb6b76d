"""What holds a customer although nobody followed up: a living deal, a contract, one plan, a complaint, a lock.

Each ends by itself, so that none can hold a customer for ever; only an open complaint waits for its closing.
The longest goes into the epoch as `exempt_until`. When it ends early, `clock.floor` keeps the time to be warned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from crm.calendar import WorkCalendar
from crm.rules import Rule

Why = Literal["open_deal", "won", "planned", "open_complaint", "locked"]

UNTIL_CLOSED = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class OpenDeal:
    """A deal neither won nor lost; `stall_days` are its stage's."""

    moved_at: datetime
    last_activity_at: datetime | None
    stall_days: int


@dataclass(frozen=True)
class Won:
    won_at: datetime
    contract_end: date | None


@dataclass(frozen=True)
class Plan:
    """A next step. `first_due_at` is the date it was first made for: moving it wins nothing, nor does another plan."""

    made_at: datetime
    first_due_at: datetime
    dropped: bool = False


@dataclass(frozen=True)
class Holds:
    """What may hold a customer. `plans` are all of this epoch, kept, moved and dropped."""

    deals: tuple[OpenDeal, ...] = ()
    won: Won | None = None
    plans: tuple[Plan, ...] = ()
    last_touch: datetime | None = None
    open_complaint: bool = False
    locked_until: datetime | None = None


@dataclass(frozen=True)
class Exemption:
    """Why the customer is held, and until when; `UNTIL_CLOSED` for a complaint."""

    why: Why
    until: datetime


def exemption(holds: Holds, *, rule: Rule, calendar: WorkCalendar) -> Exemption | None:
    """The exemption that lasts longest, past or to come; None if there never was one."""
    return max(_all(holds, rule, calendar), key=lambda one: one.until, default=None)


def _all(holds: Holds, rule: Rule, calendar: WorkCalendar) -> Iterator[Exemption]:
    if rule.exempt_open_deal:
        for deal in holds.deals:
            alive_at = max(deal.moved_at, deal.last_activity_at or deal.moved_at)
            yield Exemption("open_deal", _days_after(alive_at, deal.stall_days, calendar))
    if rule.exempt_won and holds.won:
        yield Exemption("won", _contract_over(holds.won, rule, calendar))
    if rule.exempt_planned and (plan := _holding_plan(holds, rule, calendar)):
        yield Exemption("planned", max(plan.first_due_at, _days_after(plan.first_due_at, 0, calendar)))
    if rule.exempt_open_complaint and holds.open_complaint:
        yield Exemption("open_complaint", UNTIL_CLOSED)
    if holds.locked_until:
        yield Exemption("locked", holds.locked_until)


def _contract_over(won: Won, rule: Rule, calendar: WorkCalendar) -> datetime:
    if won.contract_end is None:
        return _days_after(won.won_at, rule.exempt_won_days, calendar)
    return calendar.end_of(won.contract_end + timedelta(days=rule.exempt_after_contract_days))


def _holding_plan(holds: Holds, rule: Rule, calendar: WorkCalendar) -> Plan | None:
    """The first plan since the last follow-up, and only that: a plan a fortnight would hold for ever."""
    since = [plan for plan in holds.plans if holds.last_touch is None or plan.made_at >= holds.last_touch]
    first = min(since, key=lambda plan: plan.made_at, default=None)
    if first is None or first.dropped:
        return None
    ahead = calendar.local_date(first.first_due_at) - calendar.local_date(first.made_at)
    return first if timedelta() <= ahead <= timedelta(days=rule.exempt_planned_days) else None


def _days_after(instant: datetime, days: int, calendar: WorkCalendar) -> datetime:
    return calendar.end_of(calendar.local_date(instant) + timedelta(days=days))
