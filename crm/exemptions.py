"""What holds a customer although nobody followed up: a living deal, a contract, one plan, a complaint, a lock.

Each ends at an instant of its own, so that none can hold a customer for ever. The longest goes into the epoch as
`exempt_until`. When it ends early, `clock.floor` keeps the time to be warned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from crm.calendar import WorkCalendar
from crm.rules import Rule

Why = Literal["open_deal", "won", "planned", "open_complaint", "locked"]


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
    """What may hold a customer. `plans` are all of this epoch, kept, moved and dropped, `touches` its qualifying
    follow-ups, `owned_since` its start; `complaints` say when each that is open was opened."""

    deals: tuple[OpenDeal, ...] = ()
    won: Won | None = None
    plans: tuple[Plan, ...] = ()
    touches: tuple[datetime, ...] = ()
    owned_since: datetime | None = None
    complaints: tuple[datetime, ...] = ()
    locked_until: datetime | None = None


@dataclass(frozen=True)
class Exemption:
    """Why the customer is held, and until when."""

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
        yield Exemption("won", contract_over(holds.won, rule, calendar))
    if rule.exempt_planned:
        for plan in _holding_plans(holds, rule, calendar):
            yield Exemption("planned", _plan_over(plan, holds, rule, calendar))
    if rule.exempt_open_complaint:
        for opened_at in holds.complaints:
            yield Exemption("open_complaint", _days_after(opened_at, rule.exempt_complaint_days, calendar))
    if holds.locked_until:
        yield Exemption("locked", holds.locked_until)


def contract_over(won: Won, rule: Rule, calendar: WorkCalendar) -> datetime:
    """Until when a customer counts as won."""
    if won.contract_end is None:
        return _days_after(won.won_at, rule.exempt_won_days, calendar)
    return calendar.end_of(won.contract_end + timedelta(days=rule.exempt_after_contract_days))


def _holding_plans(holds: Holds, rule: Rule, calendar: WorkCalendar) -> Iterator[Plan]:
    """The first plan after each follow-up, and only that: a plan a fortnight would hold for ever. Those before the
    last follow-up stay, so that logging one can't end what was held."""
    earned: set[datetime | None] = set()
    for plan in sorted(holds.plans, key=lambda plan: plan.made_at):
        after = max((touch for touch in holds.touches if touch <= plan.made_at), default=None)
        if after not in earned and not plan.dropped and _is_near(plan, rule, calendar):
            yield plan
        earned.add(after)


def _is_near(plan: Plan, rule: Rule, calendar: WorkCalendar) -> bool:
    ahead = calendar.local_date(plan.first_due_at) - calendar.local_date(plan.made_at)
    return timedelta() <= ahead <= timedelta(days=rule.exempt_planned_days)


def _plan_over(plan: Plan, holds: Holds, rule: Rule, calendar: WorkCalendar) -> datetime:
    """The end of its day, or its hour in the evening; never past the longest hold: a call and a plan a fortnight are
    still only notes."""
    over = max(plan.first_due_at, _days_after(plan.first_due_at, 0, calendar))
    if rule.max_hold_days is None or holds.owned_since is None:
        return over
    return min(over, _days_after(holds.owned_since, rule.max_hold_days, calendar))


def _days_after(instant: datetime, days: int, calendar: WorkCalendar) -> datetime:
    return calendar.end_of(calendar.local_date(instant) + timedelta(days=days))
