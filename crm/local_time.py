"""A wall-clock time in a zone as an instant, also where the clocks jump and where a day never was."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=100_000)  # a team's mornings and evenings, asked for once a customer
def instant_at(zone_name: str, day: date, at: time) -> datetime:
    """The UTC instant of a wall-clock time: the first of two in autumn, the next valid one in a spring gap."""
    wall, zone = datetime.combine(day, at.replace(fold=0)), ZoneInfo(zone_name)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    return _end_of_gap(wall.replace(tzinfo=zone, fold=1).astimezone(UTC), instant, zone)


def _end_of_gap(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The instant the clocks jumped, known to lie in (before, after]: the first at which the new offset holds."""
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset():
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


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
