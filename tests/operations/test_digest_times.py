"""When a person gets their morning and, who leads, the week: once, late rather than never, by their own zone and days."""

from collections import Counter
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.notices.reporting import WeeklyDigest
from crm.people import Person, Role, Team
from operations.clock.clockwork import Clocks
from operations.figures.digesting import mornings_due
from operations.figures.reporting import reports_due
from tests.operations.zones import BEGUN, ZONES

WEEKS = 6
A_DAY = timedelta(days=1)
PEOPLE = st.builds(
    lambda zone, hour, weekday: Person("T1", "U1", "Ann", Role.MANAGER, "T", zone=zone, digest_hour=hour, weekly_day=weekday),
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.none() | st.integers(0, 6),
)  # fmt: skip
TEAMS = st.builds(
    lambda days, zone: Team("T", "Sales", zone, weekdays=frozenset(days)),
    st.sampled_from(((0, 1, 2, 3, 4), (6, 0, 1, 2, 3), (0, 1, 2, 3, 4, 5))),
    st.sampled_from(ZONES),
)
TICKS = st.lists(st.integers(0, WEEKS * 7 * 24 * 60), max_size=80).map(sorted)


@settings(max_examples=40)
@given(PEOPLE, TEAMS, TICKS)
def test_a_morning_comes_once_a_working_day_from_its_hour_on_late_in_working_hours_and_never_twice(
    person: Person, team: Team, ticks: list[int]
) -> None:
    own, told, looked = WorkCalendar(person.zone), {}, set()
    for now in (BEGUN + timedelta(minutes=minute) for minute in ticks):
        today = own.local_date(now)
        planned = own.at(today, time(person.digest_hour))
        worked = today.weekday() in team.weekdays
        if worked and planned <= now and own.start_of(today) <= now < own.end_of(today):
            looked.add(today)
        for slot in mornings_due(person, Clocks((), {"T": team}, "UTC", now), now):
            assert worked and slot.day == today and now >= planned
            assert now <= planned + timedelta(hours=1) or own.start_of(today) <= now < own.end_of(today)
            told.setdefault(slot.name, slot.day)  # a slot is taken once
    assert max(Counter(told.values()).values(), default=0) <= 1
    assert looked <= set(told.values())  # whoever was looked at in working hours has had it


@settings(max_examples=40)
@given(PEOPLE, TEAMS, TICKS)
def test_a_week_comes_once_late_rather_than_never_and_tells_of_the_very_days_it_would_have(
    person: Person, team: Team, ticks: list[int]
) -> None:
    own = WorkCalendar(person.zone)
    told: dict[str, date] = {}
    for now in (BEGUN + timedelta(minutes=minute) for minute in ticks):
        today = own.local_date(now)
        due = reports_due(person, Clocks((), {"T": team}, "UTC", now), now)
        weeks = {slot.name: slot.slip for slot in due if isinstance(slot.slip, WeeklyDigest)}
        for name, slip in weeks.items():
            assert person.weekly_day is not None and now >= own.at(today, time(person.digest_hour))
            assert slip.last < today and (slip.last + A_DAY).isocalendar()[:2] == today.isocalendar()[:2]
            assert told.setdefault(name, slip.last) == slip.last  # the same days, however late
        wished = person.weekly_day
        by_day = own.at(today, time(person.digest_hour)) <= now < own.end_of(today)
        if by_day and wished in team.weekdays and today.weekday() >= (wished or 0):
            assert weeks  # late rather than never
