"""How much of a good thing the rule grants: more time, locks, leave; and until when others must have acted.

Answers are None (granted) or a Refusal with the facts of the no; nothing is raised here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from crm.calendar import ONE_DAY, WorkCalendar
from crm.clock import Pause
from crm.refusal import Refusal
from crm.rules import Rule


def may_extend(granted: int, *, rule: Rule) -> Refusal | None:
    """None, or no_more_time: `granted` extensions of this epoch are all there are."""
    return Refusal("no_more_time", limit=rule.extension_max) if granted >= rule.extension_max else None


def may_lock(locks: int, *, rule: Rule) -> Refusal | None:
    """None, or lock_max: the person has `locks` running."""
    return Refusal("lock_max", limit=rule.lock_max) if locks >= rule.lock_max else None


def lock_until(now: datetime, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """When a lock set now ends: the close of a local day."""
    return calendar.end_of(calendar.local_date(now) + timedelta(days=rule.lock_days))


def may_pause(asked: Pause, taken: Sequence[Pause], *, rule: Rule) -> Refusal | None:
    """None, or why leave (first and last local day) cannot stop the clock: pause_backwards, pause_days (a calendar
    year's are used up; a day asked for twice counts once)."""
    first, last = asked
    if last < first:
        return Refusal("pause_backwards")
    for year in range(first.year, last.year + 1):
        used = leave_days(taken, year=year)
        if leave_days([*taken, asked], year=year) > max(used, rule.pause_days):
            return Refusal("pause_days", year=year, left=max(0, rule.pause_days - used), limit=rule.pause_days)
    return None


def leave_days(pauses: Sequence[Pause], *, year: int) -> int:
    """Local calendar days of a year that lie in any of the pauses."""
    days = 0
    counted = date(year, 1, 1) - ONE_DAY
    for first, last in sorted(pauses):
        first, last = max(first, counted + ONE_DAY), min(last, date(year, 12, 31))
        if first <= last:
            days += (last - first).days + 1
            counted = last
    return days


def assign_due(waiting_since: datetime, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """When a reassignment nobody decided goes to the digest and the next manager up."""
    return calendar.add_working_hours(waiting_since, rule.assign_sla_hours)


def first_touch_due(assigned_at: datetime, *, rule: Rule, calendar: WorkCalendar) -> datetime | None:
    """When the first follow-up on a lead that somebody else assigned is due; None where the rule asks for none."""
    if rule.first_touch_hours is None:
        return None
    return calendar.add_working_hours(assigned_at, rule.first_touch_hours)
