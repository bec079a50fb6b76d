"""The working days and hours of a calendar as tables, one a calendar year, made when first asked for.

The claim clock counts working days and hours for every countdown, warning and sweep. Counted in a table that is an
index and a bisection, however far away the answer is, not a walk over every day between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate

from crm.local_time import days_of, instant_at, skipped_days

ONE_DAY = timedelta(days=1)


class WorkedDays:
    """The days worked, by year: those of the weekdays, without holidays, with the make-up days (which win)."""

    def __init__(
        self, zone: str, weekdays: frozenset[int], holidays: frozenset[date], makeup_days: frozenset[date]
    ) -> None:
        self.zone, self.weekdays, self.holidays, self.makeup_days = zone, weekdays, holidays, makeup_days
        self._years: dict[int, list[date]] = {}

    def is_working(self, day: date) -> bool:
        """A day the zone skipped (Apia, 30 December 2011) is none."""
        off = day in self.holidays or day.weekday() not in self.weekdays
        return not (off and day not in self.makeup_days) and day not in skipped_days(self.zone, day.year)

    def of(self, year: int) -> list[date]:
        """Raises ValueError where a whole year has none: that is a mistake in a calendar, not a holiday."""
        worked = self._years.get(year)
        if worked is None:
            worked = self._years[year] = [day for day in days_of(year) if self.is_working(day)]
        if not worked:
            raise ValueError(f"no working day in all of {year}")
        return worked

    def nth_after(self, day: date, n: int) -> date:
        """The n-th working day after `day`, before it where n is negative; `day` itself for 0. Raises as `of`."""
        if n == 0:
            return day
        year, worked = day.year, self.of(day.year)
        at = bisect_right(worked, day) - 1 + n if n > 0 else bisect_left(worked, day) + n
        while at >= len(worked):
            at -= len(worked)
            year, worked = year + 1, self.of(year + 1)
        while at < 0:
            year, worked = year - 1, self.of(year - 1)
            at += len(worked)
        return worked[at]


@dataclass(frozen=True, slots=True)
class _Hours:
    """A year's shifts: when each opens, how long it is, and the time worked in the year by its end."""

    opens: list[datetime]
    lasts: list[timedelta]
    by_its_end: list[timedelta]

    def worked_by(self, instant: datetime) -> timedelta:
        at = bisect_right(self.opens, instant) - 1
        if at < 0:
            return timedelta()
        return self.by_its_end[at] - self.lasts[at] + min(instant - self.opens[at], self.lasts[at])


class WorkedHours:
    """The time worked, as it really passed. A year is one of local days; instants are aware UTC."""

    def __init__(self, days: WorkedDays, day_start: time, day_end: time) -> None:
        self.days, self.day_start, self.day_end = days, day_start, day_end
        self._years: dict[int, _Hours] = {}

    def between(self, a: datetime, year_a: int, b: datetime, year_b: int) -> timedelta:
        """From a to b, later than a; each with the local year it lies in."""
        whole_years = (self._of(year).by_its_end[-1] for year in range(year_a, year_b))
        return sum(whole_years, self._of(year_b).worked_by(b) - self._of(year_a).worked_by(a))

    def after(self, instant: datetime, year: int, worked: timedelta) -> datetime:
        """The instant by which that much more has been worked; `worked` is more than nothing."""
        hours = self._of(year)
        worked += hours.worked_by(instant)
        while worked > hours.by_its_end[-1]:
            worked -= hours.by_its_end[-1]
            year += 1
            hours = self._of(year)
        at = bisect_left(hours.by_its_end, worked)
        return hours.opens[at] + hours.lasts[at] - (hours.by_its_end[at] - worked)

    def _of(self, year: int) -> _Hours:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._counted(self.days.of(year))
        return known

    def _counted(self, days: list[date]) -> _Hours:
        opens = [instant_at(self.days.zone, day, self.day_start) for day in days]
        closes = [instant_at(self.days.zone, day, self.day_end) for day in days]
        lasts = [max(timedelta(), close - open_) for open_, close in zip(opens, closes, strict=True)]
        return _Hours(opens, lasts, list(accumulate(lasts)))


@lru_cache(maxsize=1000)
def worked_days(
    zone: str, weekdays: frozenset[int], holidays: frozenset[date], makeup_days: frozenset[date]
) -> WorkedDays:
    """The one table of these days, shared by all calendars that are equal."""
    return WorkedDays(zone, weekdays, holidays, makeup_days)


@lru_cache(maxsize=1000)
def worked_hours(days: WorkedDays, day_start: time, day_end: time) -> WorkedHours:
    """The one table of these hours."""
    return WorkedHours(days, day_start, day_end)
