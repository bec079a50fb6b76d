"""Days as a team lives them: its zone, its working weekdays, its holidays and its make-up days.

Every date the claim clock shows is a day of the team, not of the server. Days are therefore counted as
local dates and turned into an instant last, so that no shift of daylight saving can move one. In China a
holiday week is paid for with working weekends (调休); those are `makeup_days`, and they win over everything else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import holidays as holiday_library

from crm.local_time import instant_at
from crm.working_days import ONE_DAY as ONE_DAY  # others count by it too
from crm.working_days import WorkedDays, WorkedHours, worked_days, worked_hours

MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True)
class WorkCalendar:
    """A team's calendar. `zone` is an IANA name; weekdays count from 0 = Monday; instants are aware UTC."""

    zone: str = "UTC"
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: frozenset[date] = frozenset()
    makeup_days: frozenset[date] = frozenset()
    day_start: time = time(9)
    day_end: time = time(18)

    def __post_init__(self) -> None:
        """Raises ValueError where no day could ever be worked, ZoneInfoNotFoundError (a KeyError) for the zone."""
        ZoneInfo(self.zone)
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError("weekdays: at least one of 0 (Monday) to 6 (Sunday)")
        if self.day_start >= self.day_end:
            raise ValueError("the working day must end after it starts")

    def __hash__(self) -> int:
        return self._hash

    def is_working(self, day: date) -> bool:
        """Whether people work on that local day. A day the zone skipped (Apia, 30 December 2011) is none."""
        return self._worked.is_working(day)

    def local_date(self, instant: datetime) -> date:
        """The team's day at that instant."""
        return _local_date(self._zone, instant if instant.tzinfo is UTC else _utc(instant))

    def at(self, day: date, at: time) -> datetime:
        """The UTC instant of a wall-clock time: the first of two in autumn, the next valid one in a spring gap."""
        return instant_at(self.zone, day, at)

    def start_of(self, day: date) -> datetime:
        """The UTC instant at which that day's work begins."""
        return self.at(day, self.day_start)

    def end_of(self, day: date) -> datetime:
        """The UTC instant at which that day's work ends."""
        return self.at(day, self.day_end)

    def next_working_day(self, day: date) -> date:
        """That day if it is worked, else the first one after it that is."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it, where n is negative); `day` itself for 0."""
        return self._worked.nth_after(day, n)

    def add_working_hours(self, instant: datetime, hours: float) -> datetime:
        """The instant by which that many hours of working time have passed. Raises ValueError if hours < 0."""
        if hours < 0:
            raise ValueError("working hours are added, not taken away")
        left = timedelta(hours=hours)
        instant = instant if instant.tzinfo is UTC else _utc(instant)
        return self._hours.after(instant, self.local_date(instant).year, left) if left else instant

    def working_hours_between(self, a: datetime, b: datetime) -> float:
        """Hours of working time from a to b, as they really passed; 0 where b is not after a."""
        if b <= a:
            return 0
        return self._hours.between(a, self.local_date(a).year, b, self.local_date(b).year) / timedelta(hours=1)

    def corrected(self, *, off: Iterable[date] = (), working: Iterable[date] = ()) -> WorkCalendar:
        """This calendar with days an admin set by hand: `off` are not worked, `working` are (and win)."""
        free, worked = frozenset(off), frozenset(working)
        return replace(self, holidays=self.holidays | free, makeup_days=(self.makeup_days - free) | worked)

    @cached_property
    def _worked(self) -> WorkedDays:
        return worked_days(self.zone, self.weekdays, self.holidays, self.makeup_days)

    @cached_property
    def _hours(self) -> WorkedHours:
        return worked_hours(self._worked, self.day_start, self.day_end)

    @cached_property
    def _hash(self) -> int:  # what is the same for all of a team is kept by calendar: hash it once
        return hash((self.zone, self.weekdays, self.holidays, self.makeup_days, self.day_start, self.day_end))

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


def public_holidays(country: str, years: int | Collection[int]) -> frozenset[date]:
    """Public holidays of a country (ISO code, "CN", "DE"). Raises ValueError for a country nobody knows."""
    return _published(country, _each(years))[0]


def makeup_days(country: str, years: int | Collection[int]) -> frozenset[date]:
    """Weekend days that are worked in return for a holiday, as far as they are announced (China: each November)."""
    return _published(country, _each(years))[1]


def working_weekdays(country: str) -> frozenset[int]:
    """The days of the week a country works, from 0 = Monday. Raises ValueError for a country nobody knows."""
    return _published(country, ())[2]


def holiday_name(country: str, day: date, *, locale: str) -> str | None:
    """What a public holiday is called: in Chinese where the country's own list has it, else in English."""
    return _names(country, day.year, "zh_CN" if locale == "zh" else "en_US").get(day)


@lru_cache(maxsize=64)
def _names(country: str, year: int, language: str) -> dict[date, str]:
    try:
        return dict(holiday_library.country_holidays(country, years=year, language=language))
    except NotImplementedError:
        return {}


def country_calendar(country: str, zone: str, years: int | Collection[int]) -> WorkCalendar:
    """A country's calendar, weekend, holidays and make-up days, for a team in that zone. Errors: as above."""
    return _country_calendar(country, zone, _each(years))


@lru_cache(maxsize=1000)
def _country_calendar(country: str, zone: str, years: tuple[int, ...]) -> WorkCalendar:
    free, worked, weekdays = _published(country, years)
    return WorkCalendar(zone=zone, weekdays=weekdays, holidays=free, makeup_days=worked)


@lru_cache(maxsize=256)
def _published(country: str, years: tuple[int, ...]) -> tuple[frozenset[date], frozenset[date], frozenset[int]]:
    try:
        listed = holiday_library.country_holidays(country, years=years or None)
    except NotImplementedError as error:
        raise ValueError(f"no holidays are known for {country!r}") from error
    # The library lists substituted weekends of other years too; they are not asked for.
    worked = frozenset(day for day in listed.weekend_workdays if day.year in years)
    return frozenset(listed), worked, frozenset(range(7)) - frozenset(listed.weekend)


def _each(years: int | Collection[int]) -> tuple[int, ...]:
    return (years,) if isinstance(years, int) else tuple(sorted(years))


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return instant.astimezone(UTC)


@lru_cache(maxsize=20_000)  # one decision asks it of the same few instants again and again
def _local_date(zone: ZoneInfo, instant: datetime) -> date:
    return instant.astimezone(zone).date()
