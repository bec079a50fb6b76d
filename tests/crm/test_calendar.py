from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar, country_calendar, makeup_days, public_holidays
from tests.crm.worlds import ZONES, calendars, days, instants

APIA = WorkCalendar("Pacific/Apia")
NEW_YORK = WorkCalendar("America/New_York")
CHINA = country_calendar("CN", "Asia/Shanghai", range(2024, 2027))


def _wall(calendar: WorkCalendar, at: datetime, *, seconds: int) -> datetime:
    return (at.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(ZoneInfo(calendar.zone))


@given(calendars(), days, st.times())
@example(NEW_YORK, date(2026, 3, 8), time(2, 30))
@example(APIA, date(2011, 12, 30), time(18))
def test_a_minute_put_in_comes_out_again(calendar: WorkCalendar, day: date, at: time) -> None:
    wall = calendar.at(day, at).astimezone(ZoneInfo(calendar.zone))
    skipped = wall.replace(tzinfo=None) != datetime.combine(day, at)
    if skipped:  # in a spring gap: the clock's next reading, which is on a whole minute
        assert wall.replace(tzinfo=None) > datetime.combine(day, at)
        assert wall.second == wall.microsecond == 0
        assert _wall(calendar, wall, seconds=-1).utcoffset() != wall.utcoffset()
    else:
        assert wall.fold == 0


@given(calendars(), days, st.times(), st.times())
@example(NEW_YORK, date(2026, 3, 8), time(2, 30), time(3))
@example(WorkCalendar("Australia/Lord_Howe"), date(2026, 10, 4), time(2, 10), time(2, 29))
def test_a_later_wall_clock_time_is_never_an_earlier_instant(
    calendar: WorkCalendar, day: date, one: time, other: time
) -> None:
    assert calendar.at(day, min(one, other)) <= calendar.at(day, max(one, other))


@pytest.mark.parametrize("zone", ZONES)
def test_each_day_of_two_years_ends_on_that_day_at_six(zone: str) -> None:
    calendar = WorkCalendar(zone)
    for n in range(731):
        day = date(2027, 1, 1) + timedelta(days=n)  # 2028 has a leap day
        end = calendar.end_of(day)
        assert end.tzinfo is UTC
        assert end.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == datetime.combine(day, time(18))


def test_a_time_the_clocks_skip_is_the_moment_they_jump() -> None:
    assert NEW_YORK.at(date(2026, 3, 8), time(2, 30)) == datetime(2026, 3, 8, 7, tzinfo=UTC)
    half_hour = WorkCalendar("Australia/Lord_Howe")
    assert half_hour.at(date(2026, 10, 4), time(2, 10)) == datetime(2026, 10, 3, 15, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    assert NEW_YORK.at(date(2026, 11, 1), time(1, 30)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_day_the_zone_skipped_is_not_worked() -> None:
    friday_that_never_was = date(2011, 12, 30)
    assert not APIA.is_working(friday_that_never_was)
    assert APIA.add_working_days(date(2011, 12, 29), 1) == date(2012, 1, 2)
    assert APIA.add_working_days(date(2012, 1, 2), -1) == date(2011, 12, 29)


@given(calendars(), days, st.integers(0, 30))
def test_n_working_days_later_there_were_n_working_days(calendar: WorkCalendar, day: date, n: int) -> None:
    later = calendar.add_working_days(day, n)
    between = [day + timedelta(days=k) for k in range(1, (later - day).days + 1)]
    assert sum(map(calendar.is_working, between)) == n


@given(calendars(), days, st.integers(-30, 30))
def test_working_days_there_and_back_again(calendar: WorkCalendar, day: date, n: int) -> None:
    start = calendar.next_working_day(day)
    assert calendar.add_working_days(calendar.add_working_days(start, n), -n) == start


@given(calendars(), instants, st.integers(1, 100 * 60))
def test_working_minutes_put_in_come_out_again(calendar: WorkCalendar, at: datetime, worked: int) -> None:
    later = calendar.add_working_hours(at, worked / 60)
    assert calendar.working_hours_between(at, later) == pytest.approx(worked / 60, abs=1e-8)
    assert calendar.is_working(calendar.local_date(later))


@given(calendars(), instants, st.lists(st.timedeltas(timedelta(), timedelta(days=20)), min_size=2, max_size=2))
def test_working_hours_of_two_stretches_add_up(calendar: WorkCalendar, a: datetime, steps: list[timedelta]) -> None:
    b, c = a + steps[0], a + steps[0] + steps[1]
    parts = calendar.working_hours_between(a, b) + calendar.working_hours_between(b, c)
    assert calendar.working_hours_between(a, c) == pytest.approx(parts)


def _walked(calendar: WorkCalendar, a: datetime, b: datetime) -> float:
    """Working hours from a to b, day by day."""
    first, last = calendar.local_date(a), calendar.local_date(b)
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    shifts = ((calendar.start_of(day), calendar.end_of(day)) for day in span if calendar.is_working(day))
    worked = (min(b, closes) - max(a, opens) for opens, closes in shifts)
    return sum((max(one, timedelta()) for one in worked), timedelta()) / timedelta(hours=1)


@given(calendars(), instants, st.timedeltas(timedelta(), timedelta(days=500)))
@example(NEW_YORK, datetime(2026, 12, 31, 20, tzinfo=UTC), timedelta(hours=20))
def test_hours_of_the_table_are_the_hours_of_a_walk(calendar: WorkCalendar, a: datetime, later: timedelta) -> None:
    assert calendar.working_hours_between(a, a + later) == pytest.approx(_walked(calendar, a, a + later))


@given(calendars(), instants)
def test_no_working_hours_pass_in_no_time(calendar: WorkCalendar, at: datetime) -> None:
    assert calendar.add_working_hours(at, 0) == at
    assert calendar.working_hours_between(at, at) == 0
    assert calendar.working_hours_between(at, at - timedelta(days=3)) == 0


def test_working_hours_are_hours_that_really_passed() -> None:
    nights = WorkCalendar("America/New_York", weekdays=frozenset({6}), day_start=time(0), day_end=time(6))

    def worked(day: date) -> float:
        return nights.working_hours_between(nights.start_of(day), nights.end_of(day))

    assert [worked(date(2026, 3, 1)), worked(date(2026, 3, 8)), worked(date(2026, 11, 1))] == [6, 5, 7]


def test_24_working_hours_from_friday_noon_are_over_when_tuesday_ends() -> None:
    utc = WorkCalendar()
    assert utc.add_working_hours(datetime(2026, 11, 20, 12, tzinfo=UTC), 24) == datetime(2026, 11, 24, 18, tzinfo=UTC)
    assert utc.add_working_hours(datetime(2026, 11, 20, 12, 1, tzinfo=UTC), 24) == datetime(
        2026, 11, 25, 9, 1, tzinfo=UTC
    )


def test_china_works_the_weekends_that_pay_for_its_holidays() -> None:
    assert CHINA.is_working(date(2026, 2, 14))  # Saturday before the Spring Festival
    assert CHINA.is_working(date(2026, 10, 10))
    assert not CHINA.is_working(date(2026, 2, 23))  # Monday, substituted
    assert not CHINA.is_working(date(2026, 2, 21))  # an ordinary Saturday
    assert CHINA.add_working_days(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert CHINA.add_working_days(date(2026, 2, 14), 1) == date(2026, 2, 24)


def test_only_make_up_days_of_the_years_asked_for_are_given() -> None:
    assert {day.year for day in makeup_days("CN", 2025)} == {2025}
    assert date(2025, 10, 11) in makeup_days("CN", [2025])
    assert date(2025, 10, 1) in public_holidays("CN", 2025)


def test_a_country_has_its_own_weekend() -> None:
    riyadh = country_calendar("SA", "Asia/Riyadh", 2026)
    assert riyadh.is_working(date(2026, 11, 22))  # Sunday
    assert not riyadh.is_working(date(2026, 11, 20))  # Friday


def test_an_admins_days_win_over_the_published_ones() -> None:
    festival, saturday, monday = date(2026, 2, 17), date(2026, 2, 14), date(2026, 3, 2)
    corrected = CHINA.corrected(off=[saturday, monday], working=[festival])
    assert corrected.is_working(festival)
    assert not corrected.is_working(saturday)
    assert not corrected.is_working(monday)


@given(calendars(), days)
def test_a_make_up_day_is_worked_whatever_else_it_is(calendar: WorkCalendar, day: date) -> None:
    assert calendar.corrected(off=[day]).corrected(working=[day]).is_working(day)
    assert not calendar.corrected(working=[day]).corrected(off=[day]).is_working(day)


def test_what_cannot_be_a_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="weekdays"):
        WorkCalendar(weekdays=frozenset())
    with pytest.raises(ValueError, match="end after"):
        WorkCalendar(day_start=time(18), day_end=time(9))
    with pytest.raises(KeyError):
        WorkCalendar("Asia/Nowhere")
    with pytest.raises(ValueError, match="ZZ"):
        country_calendar("ZZ", "UTC", 2026)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        CHINA.local_date(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


def test_a_calendar_that_never_works_says_so_instead_of_searching_for_ever() -> None:
    never = WorkCalendar(holidays=frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(500)))
    with pytest.raises(ValueError, match="no working day"):
        never.next_working_day(date(2026, 1, 1))
