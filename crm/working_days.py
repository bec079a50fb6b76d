"""The working days of a calendar as tables, one a calendar year, made when first asked for.

The claim clock counts working days for every countdown, warning and sweep. Counted in a table that is an index and
a bisection, however far away the day is, not a walk over every day between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

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

    def nth_after(self, day: date, n: int) -> date:
        """The n-th working day after `day`, before it where n is negative; `day` itself for 0.

        Raises ValueError where a whole year has none: that is a mistake in a calendar, not a holiday.
        """
        if n == 0:
            return day
        year, worked = day.year, self._of(day.year)
        at = bisect_right(worked, day) - 1 + n if n > 0 else bisect_left(worked, day) + n
        while at >= len(worked):
            at -= len(worked)
            year, worked = year + 1, self._of(year + 1)
        while at < 0:
            year, worked = year - 1, self._of(year - 1)
            at += len(worked)
        return worked[at]

    def _of(self, year: int) -> list[date]:
        worked = self._years.get(year)
        if worked is None:
            worked = self._years[year] = [day for day in days_of(year) if self.is_working(day)]
        if not worked:
            raise ValueError(f"no working day in all of {year}")
        return worked


@lru_cache(maxsize=1000)
def worked_days(
    zone: str, weekdays: frozenset[int], holidays: frozenset[date], makeup_days: frozenset[date]
) -> WorkedDays:
    """The one table of this calendar, shared by all that are equal."""
    return WorkedDays(zone, weekdays, holidays, makeup_days)


@lru_cache(maxsize=100)
def days_of(year: int) -> tuple[date, ...]:
    """The days of a calendar year in order."""
    first = date(year, 1, 1)
    return tuple(date.fromordinal(first.toordinal() + n) for n in range((date(year, 12, 31) - first).days + 1))


@lru_cache(maxsize=1000)
def skipped_days(zone: str, year: int) -> frozenset[date]:
    """The days of that year that never were in this zone, because it moved across the date line."""
    where = ZoneInfo(zone)
    noons = ((day, datetime.combine(day, time(12), tzinfo=where)) for day in days_of(year))
    return frozenset(day for day, noon in noons if noon.astimezone(UTC).astimezone(where).date() != day)
