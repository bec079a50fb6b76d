"""On which local day a digest of a week or of a quarter comes: a working day, once a week and once a quarter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

LATEST_DAYS = 30  # into a quarter: a digest that could not come by then says nothing new
WEEK = timedelta(days=7)
Works = Callable[[date], bool]


def weekly_day(today: date, weekday: int, works: Works) -> date | None:
    """The day of today's calendar week (from Monday) a weekly digest comes on: the weekday wished for (0 is Monday), else
    the next working day after it, else the last before it; None in a week nobody works."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=number) for number in range(7)]
    after = [day for day in days[weekday:] if works(day)]
    before = [day for day in days[:weekday] if works(day)]
    return after[0] if after else before[-1] if before else None


def quarter_day(today: date, works: Works) -> date | None:
    """The first working day of today's quarter; None once it is too late to tell of the one before."""
    first = quarter_start(today)
    days = (first + timedelta(days=number) for number in range(LATEST_DAYS))
    day = next((one for one in days if works(one)), None)
    return day if day and (today - first).days < LATEST_DAYS else None


def quarter_start(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def week_of(day: date) -> str:
    """ "2026-W48": the calendar week, by which a digest is sent once whatever day is chosen."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"
