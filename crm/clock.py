"""The claim clock: until when a customer is theirs. The countdown, the warnings, the manager's list and the sweep
all come from `deadline`, `rungs` and `may_sweep`, and from nothing else; so they cannot disagree.

Days are the team's local days and are counted as dates; instants are aware UTC. Protection is half-open: at the
deadline itself it has ended, and at `earliest_sweep` the sweep may go.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from crm.calendar import ONE_DAY, WorkCalendar
from crm.rules import Rule

Reason = Literal["protection", "follow_up", "granted", "max_hold", "exempt", "notice"]
Pause = tuple[date, date]


@dataclass(frozen=True)
class Epoch:
    """One unbroken ownership of one customer, as far as the clock needs it."""

    started_at: datetime
    touches: tuple[datetime, ...] = ()  # happened_at of the qualifying follow-ups of this epoch
    pauses: tuple[Pause, ...] = ()  # approved leave, first and last local day
    extension_days: tuple[int, ...] = ()  # approved
    grade: str | None = None
    former_grades: tuple[str | None, ...] = ()  # held earlier in this epoch: a grade change never shortens it
    exempt_until: datetime | None = None  # crm.exemptions; None: nothing holds
    given_back: int = 0  # working days returned after an outage
    not_before: datetime | None = None  # see `floor`: set when a log, an exemption or a rule was taken back


@dataclass(frozen=True)
class Rung:
    """One warning of the ladder: `days` working days before the deadline, at the start of that working day."""

    name: str
    days: int
    at: datetime
    copies_manager: bool


@dataclass(frozen=True)
class Warned:
    """The first warning of a deadline that Slack accepted: to the owner or, if they can't be reached, the manager."""

    delivered_at: datetime
    deadline: datetime


def deadline(epoch: Epoch, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """Protected until: the end (UTC) of a working day. A touch more can only move it later, in any order."""
    day, _ = _last_day(epoch, rule, calendar)
    return calendar.end_of(_at_work(day, epoch.pauses, calendar))


def reason(epoch: Epoch, *, rule: Rule, calendar: WorkCalendar) -> Reason:
    """What the deadline rests on, so that a receipt can say why a log did not move it."""
    return _last_day(epoch, rule, calendar)[1]


def sweep_at(deadline: datetime, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """The end of grace: the close of the working day `grace_days` working days after the deadline's."""
    if rule.grace_days == 0:
        return deadline
    return calendar.end_of(calendar.add_working_days(calendar.local_date(deadline), rule.grace_days))


def rungs(deadline: datetime, *, rule: Rule, calendar: WorkCalendar) -> tuple[Rung, ...]:
    """The ladder of warnings before a deadline, earliest first. The manager is copied once, at the day before."""
    return _ladder(calendar.local_date(deadline), rule.warn_rungs, rule.manager_copied_at, calendar)


@lru_cache(maxsize=10_000)  # the same for all that ends on a day, and asked for once a customer
def _ladder(last: date, days_before: tuple[int, ...], copied_at: int, calendar: WorkCalendar) -> tuple[Rung, ...]:
    copied = max((days for days in days_before if days <= copied_at), default=None)
    return tuple(
        Rung(f"{days}d", days, calendar.start_of(calendar.add_working_days(last, -days)), days == copied)
        for days in sorted(days_before, reverse=True)
    )


def rung_due(
    now: datetime, deadline: datetime, *, rule: Rule, calendar: WorkCalendar, sent: frozenset[str]
) -> Rung | None:
    """The latest rung that is due, unless it is among those `sent` for this deadline. Never an older one, so that
    a week of downtime ends in one warning; and never none because the moment was missed."""
    if not in_force(now, rule=rule, calendar=calendar):
        return None
    due = [rung for rung in rungs(deadline, rule=rule, calendar=calendar) if rung.at <= now]
    return due[-1] if due and due[-1].name not in sent else None


def may_sweep(
    now: datetime,
    *,
    deadline: datetime,
    rule: Rule,
    calendar: WorkCalendar,
    warned: Warned | None,
    exempt_until: datetime | None = None,
    last_touch: datetime | None = None,
) -> bool:
    """Whether the customer may go now: the rule is in force, grace is over, a warning of this very deadline was
    delivered and its notice has run, and nothing holds it. `last_touch`: the latest qualifying one, in any case."""
    if not in_force(now, rule=rule, calendar=calendar) or (exempt_until is not None and now < exempt_until):
        return False
    earliest = earliest_sweep(deadline, rule=rule, calendar=calendar, warned=warned, last_touch=last_touch)
    return earliest is not None and now >= earliest


def earliest_sweep(
    deadline: datetime,
    *,
    rule: Rule,
    calendar: WorkCalendar,
    warned: Warned | None,
    last_touch: datetime | None = None,
) -> datetime | None:
    """The instant from which `may_sweep` holds: the end of every countdown. None while nobody has been warned."""
    if warned is None or warned.deadline != deadline:
        return None
    grace_ends = sweep_at(deadline, rule=rule, calendar=calendar)
    # A touch at the longest hold moves no deadline, yet nobody loses a customer just called. One made after
    # grace comes too late: a note a day would hold for ever.
    heard = [warned.delivered_at, *([last_touch] if last_touch is not None and last_touch < grace_ends else [])]
    return max(grace_ends, *(floor(instant, rule=rule, calendar=calendar) for instant in heard))


def floor(now: datetime, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """`now` and the minimum notice. Whatever takes time away (a log edited or rejected, an exemption ended, a
    rule changed) stores it as the epoch's `not_before`, so that the new deadline leaves time to be warned."""
    return calendar.add_working_hours(now, rule.min_notice_hours)


def in_force(now: datetime, *, rule: Rule, calendar: WorkCalendar) -> bool:
    """Whether the rule acts at all: switched on, and its first local day has come."""
    return rule.enabled and (rule.effective_from is None or calendar.local_date(now) >= rule.effective_from)


def days_left(now: datetime, deadline: datetime, calendar: WorkCalendar) -> int:
    """Local calendar days from today to the deadline's day: 0 on the day itself, negative after it."""
    return (calendar.local_date(deadline) - calendar.local_date(now)).days


def days_lost(down_at: datetime, up_at: datetime, *, calendar: WorkCalendar) -> int:
    """Working days to give back after an outage, to the nearest whole day."""
    day = calendar.working_hours_between(*_a_working_day(down_at, calendar))
    return round(calendar.working_hours_between(down_at, up_at) / day)


def _a_working_day(near: datetime, calendar: WorkCalendar) -> tuple[datetime, datetime]:
    day = calendar.next_working_day(calendar.local_date(near))
    return calendar.start_of(day), calendar.end_of(day)


def _last_day(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> tuple[date, Reason]:
    start = calendar.local_date(epoch.started_at)
    day, why = _soft(epoch, start, rule, calendar)
    if rule.max_hold_days is not None and day > (hard := start + timedelta(days=rule.max_hold_days)):
        day, why = hard, "max_hold"
    held: tuple[tuple[datetime | None, Reason], ...] = ((epoch.exempt_until, "exempt"), (epoch.not_before, "notice"))
    for until, kind in held:
        if until is not None and until > calendar.end_of(day):
            day, why = _day_closing_after(until, calendar), kind
    return day, why


def _day_closing_after(instant: datetime, calendar: WorkCalendar) -> date:
    day = calendar.local_date(instant)
    return day if instant <= calendar.end_of(day) else day + ONE_DAY


def _soft(epoch: Epoch, start: date, rule: Rule, calendar: WorkCalendar) -> tuple[date, Reason]:
    protection, extend = _most_days(epoch, rule)
    protected = start + timedelta(days=protection)
    day = protected
    if epoch.touches:
        day = max(protected, calendar.local_date(max(epoch.touches)) + timedelta(days=extend))
    granted = calendar.add_working_days(day + timedelta(days=sum(epoch.extension_days)), epoch.given_back)
    stretched = _stretched(granted, start, epoch.pauses)
    if stretched > day:
        return stretched, "granted"
    return day, "follow_up" if day > protected else "protection"


def _most_days(epoch: Epoch, rule: Rule) -> tuple[int, int]:
    """The longest protection and the longest extension of the grades this epoch has had."""
    protection, extend = rule.days(epoch.grade)
    for grade in epoch.former_grades:
        other_protection, other_extend = rule.days(grade)
        protection, extend = max(protection, other_protection), max(extend, other_extend)
    return protection, extend


def _stretched(day: date, start: date, pauses: tuple[Pause, ...]) -> date:
    """The day moved by every day of leave that lies in the epoch and begins before the clock has run out."""
    counted = start - ONE_DAY
    for first, last in sorted(pauses):
        if first <= day and last > counted:
            day += last - max(first - ONE_DAY, counted)
            counted = last
    return day


def _at_work(day: date, pauses: tuple[Pause, ...], calendar: WorkCalendar) -> date:
    """The first day from this one on that is worked, and that the owner is not on leave: what the longest hold,
    a weekend or an exemption brings into a leave waits for its end."""
    day = calendar.next_working_day(day)
    for first, last in sorted(pauses):
        if first <= day <= last:
            day = calendar.next_working_day(last + ONE_DAY)
    return day
