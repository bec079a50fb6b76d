"""Leave, time granted, days given back after an outage: they only ever add."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import (
    Epoch,
    days_lost,
    deadline,
    floor,
    reason,
)
from crm.rules import Rule
from tests.crm.worlds import EVERY_DAY, OFFICE, RULE, START, calendar_, day, epochs, instants, rules, until


def leave(first: int, last: int) -> tuple[date, date]:
    return day(first).date(), day(last).date()


def test_leave_stops_the_clock_for_as_many_days() -> None:
    assert until(Epoch(START, pauses=(leave(10, 16),))) == 37
    assert until(Epoch(START, touches=(day(20),), pauses=(leave(10, 16),))) == 47


def test_a_day_of_leave_granted_twice_stops_the_clock_once() -> None:
    assert until(Epoch(START, pauses=(leave(10, 16), leave(12, 18), leave(10, 12)))) == 39


def test_leave_before_the_epoch_or_after_the_clock_has_run_out_stops_nothing() -> None:
    assert until(Epoch(START, pauses=(leave(-9, -1), leave(31, 50)))) == 30
    assert until(Epoch(START, pauses=(leave(-9, 1),))) == 32


def test_leave_that_one_leave_brings_into_reach_counts_too() -> None:
    assert until(Epoch(START, pauses=(leave(34, 36), leave(25, 29)))) == 38


@given(epochs(), rules(), calendar_)
def test_no_deadline_falls_into_approved_leave(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> None:
    ends = calendar.local_date(deadline(epoch, rule=rule, calendar=calendar))
    assert not any(first <= ends <= last for first, last in epoch.pauses)


@given(epochs(), rules(), calendar_, st.data())
def test_leave_never_moves_the_deadline_earlier(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, data: st.DataObject
) -> None:
    without = data.draw(st.integers(0, len(epoch.pauses)))
    less = replace(epoch, pauses=epoch.pauses[:without])
    assert deadline(less, rule=rule, calendar=calendar) <= deadline(epoch, rule=rule, calendar=calendar)


def test_a_weekend_before_leave_brings_the_deadline_to_its_end() -> None:
    saturday = Epoch(datetime(2026, 10, 29, 9, tzinfo=UTC))  # thirty days on: Saturday 28 November
    away = replace(saturday, pauses=((date(2026, 11, 30), date(2026, 12, 4)),))
    assert deadline(away, rule=RULE, calendar=OFFICE).date() == date(2026, 12, 7)


def test_time_granted_is_added_to_the_later_of_protection_and_follow_up() -> None:
    assert until(Epoch(START, extension_days=(15, 15))) == 60
    assert until(Epoch(START, touches=(day(20),), extension_days=(15,))) == 55
    assert reason(Epoch(START, extension_days=(15,)), rule=RULE, calendar=EVERY_DAY) == "granted"


def test_an_outage_gives_its_working_days_back() -> None:
    friday_noon, monday_evening = datetime(2026, 11, 20, 11, tzinfo=UTC), datetime(2026, 11, 23, 17, tzinfo=UTC)
    lost = days_lost(friday_noon, monday_evening, calendar=OFFICE)
    assert lost == 2
    epoch = Epoch(datetime(2026, 10, 28, 9, tzinfo=UTC))  # until Friday 27 November
    assert deadline(epoch, rule=RULE, calendar=OFFICE).date() == date(2026, 11, 27)
    assert deadline(replace(epoch, given_back=lost), rule=RULE, calendar=OFFICE).date() == date(2026, 12, 1)


def test_a_restart_is_no_outage() -> None:
    assert days_lost(START, START + timedelta(minutes=20), calendar=OFFICE) == 0
    saturday = datetime(2026, 11, 21, 6, tzinfo=UTC)
    assert days_lost(saturday, saturday + timedelta(hours=30), calendar=OFFICE) == 0


@given(epochs(), rules(), calendar_, instants)
def test_a_withdrawn_log_leaves_the_notice(epoch: Epoch, rule: Rule, calendar: WorkCalendar, now: datetime) -> None:
    kept = floor(now, rule=rule, calendar=calendar)
    withdrawn = replace(epoch, touches=epoch.touches[1:], not_before=kept)
    assert deadline(withdrawn, rule=rule, calendar=calendar) >= kept
