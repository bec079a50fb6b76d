"""What an outage gives back, and when what is late may be said."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.downtime import LATE, Outage, days_back, spoken_at
from crm.rules import Rule
from tests.crm.worlds import ZONES, calendars, minutes

RULE = Rule(enabled=True)
OFFICE = WorkCalendar("Asia/Shanghai")
MONDAY = datetime(2026, 4, 6, 1, tzinfo=UTC)  # nine in the morning


def hours(n: float) -> Outage:
    return Outage(MONDAY, MONDAY + timedelta(hours=n))


def test_a_short_outage_gives_nothing_and_a_longer_one_a_day_at_least() -> None:
    back = [days_back(hours(n), rule=RULE, calendar=OFFICE) for n in (1, 4, 4.5, 9, 24 + 4, 24 + 5, 48)]
    assert back == [0, 0, 1, 1, 1, 2, 2]


def test_a_weekend_away_costs_no_work_and_gives_none_back() -> None:
    friday_evening = datetime(2026, 4, 3, 10, tzinfo=UTC)
    away = Outage(friday_evening, MONDAY)
    assert days_back(away, rule=RULE, calendar=OFFICE) == 0


@given(minutes, st.integers(0, 60 * 24 * 30), st.integers(0, 60 * 24 * 30), calendars())
def test_a_longer_outage_never_gives_less(at: datetime, some: int, more: int, calendar: WorkCalendar) -> None:
    short = Outage(at, at + timedelta(minutes=some))
    longer = Outage(at, at + timedelta(minutes=some + more))
    assert days_back(short, rule=RULE, calendar=calendar) <= days_back(longer, rule=RULE, calendar=calendar)


@given(minutes, st.integers(0, 60 * 24 * 20), st.sampled_from(ZONES), calendars())
def test_what_is_late_is_said_in_working_hours_of_the_person_and_what_is_on_time_at_once(
    planned: datetime, late_by: int, zone: str, calendar: WorkCalendar
) -> None:
    now = planned + timedelta(minutes=late_by)
    at = spoken_at(now, planned=planned, zone=zone, calendar=calendar)
    assert at >= now
    assume(now - planned > LATE)
    own = WorkCalendar(
        zone,
        calendar.weekdays,
        calendar.holidays,
        calendar.makeup_days,
        day_start=calendar.day_start,
        day_end=calendar.day_end,
    )
    day = own.local_date(at)
    assert own.is_working(day)
    assert own.start_of(day) <= at < own.end_of(day)


@given(minutes, st.integers(0, 60), st.sampled_from(ZONES))
def test_what_is_on_time_comes_at_any_hour(planned: datetime, late_by: int, zone: str) -> None:
    now = planned + timedelta(minutes=late_by)
    assert spoken_at(now, planned=planned, zone=zone, calendar=OFFICE) == now
