"""Until when a customer is protected: properties over random claims, rules and calendars."""

import os
import time as server_time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar, country_calendar
from crm.clock import (
    Epoch,
    Warned,
    deadline,
    earliest_sweep,
    reason,
    sweep_at,
)
from crm.rules import Rule
from tests.crm.worlds import (
    EVERY_DAY,
    OFFICE,
    RULE,
    START,
    ZONES,
    calendar_,
    day,
    epochs,
    rules,
    touches,
    until,
)

# The deadline


@given(epochs(), rules(), calendar_, st.data())
def test_a_log_never_moves_the_deadline_earlier(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, data: st.DataObject
) -> None:
    before = deadline(epoch, rule=rule, calendar=calendar)
    for at in data.draw(touches(epoch.started_at)):
        epoch = replace(epoch, touches=(*epoch.touches, at))
        after = deadline(epoch, rule=rule, calendar=calendar)
        assert after >= before
        before = after


@given(epochs(), rules(), calendar_, st.randoms())
def test_the_order_of_the_logs_does_not_matter(epoch: Epoch, rule: Rule, calendar: WorkCalendar, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(epoch.touches)
    random.shuffle(shuffled)
    assert deadline(replace(epoch, touches=tuple(shuffled)), rule=rule, calendar=calendar) == deadline(
        epoch, rule=rule, calendar=calendar
    )


@given(epochs(), rules(), calendar_)
def test_the_deadline_is_the_end_of_a_working_day(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    assert ends.tzinfo is UTC
    assert calendar.is_working(calendar.local_date(ends))
    assert ends == calendar.end_of(calendar.local_date(ends))


@given(epochs(), rules(), calendar_)
def test_nobody_is_swept_before_the_protection_is_over(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> None:
    base = calendar.local_date(epoch.started_at) + timedelta(days=rule.days(epoch.grade)[0])
    assert deadline(epoch, rule=rule, calendar=calendar) >= calendar.end_of(base)


@given(epochs(), rules(), calendar_)
def test_a_follow_up_gives_its_days_from_when_it_happened(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> None:
    rule = replace(rule, max_hold_days=None)
    for at in epoch.touches:
        given_ = calendar.local_date(at) + timedelta(days=rule.days(epoch.grade)[1])
        assert deadline(epoch, rule=rule, calendar=calendar) >= calendar.end_of(given_)


@given(epochs(), rules(), calendar_, st.times())
def test_the_hour_of_a_touch_changes_nothing(epoch: Epoch, rule: Rule, calendar: WorkCalendar, at: time) -> None:
    assume(epoch.touches)
    last = calendar.local_date(max(epoch.touches))
    moved = tuple(calendar.at(last, at) if calendar.local_date(touch) == last else touch for touch in epoch.touches)
    assume(calendar.local_date(max(moved)) == last)
    assert deadline(replace(epoch, touches=moved), rule=rule, calendar=calendar) == deadline(
        epoch, rule=rule, calendar=calendar
    )


@given(epochs(), rules(), calendar_, st.integers(1, 30), st.sampled_from(("extension_days", "given_back")))
def test_time_given_never_moves_the_deadline_earlier(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, days: int, what: str
) -> None:
    more = replace(
        epoch,
        extension_days=(*epoch.extension_days, *((days,) if what == "extension_days" else ())),
        given_back=epoch.given_back + (days if what == "given_back" else 0),
    )
    assert deadline(more, rule=rule, calendar=calendar) >= deadline(epoch, rule=rule, calendar=calendar)


def test_an_untouched_customer_is_protected_thirty_days_and_a_follow_up_adds_twenty_from_its_day() -> None:
    assert until(Epoch(START)) == 30
    assert until(Epoch(START, touches=(day(5),))) == 30
    assert until(Epoch(START, touches=(day(25), day(3)))) == 45


def test_a_deadline_never_falls_on_a_free_day() -> None:
    golden_week = country_calendar("CN", "Asia/Shanghai", [2026])
    epoch = Epoch(datetime(2026, 9, 3, 8, tzinfo=UTC))  # thirty days on: 3 October
    assert deadline(epoch, rule=RULE, calendar=golden_week) == datetime(2026, 10, 8, 10, tzinfo=UTC)


def test_a_deadline_may_fall_on_a_saturday_that_is_worked() -> None:
    make_up = country_calendar("CN", "Asia/Shanghai", [2026])
    epoch = Epoch(datetime(2026, 9, 10, 8, tzinfo=UTC))
    assert deadline(epoch, rule=RULE, calendar=make_up) == datetime(2026, 10, 10, 10, tzinfo=UTC)


def test_thirty_days_over_a_leap_day_are_thirty_days() -> None:
    epoch = Epoch(datetime(2028, 1, 30, 4, tzinfo=UTC))
    assert deadline(epoch, rule=RULE, calendar=EVERY_DAY) == datetime(2028, 2, 29, 10, tzinfo=UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_a_deadline_is_at_six_local_time_whatever_the_clocks_did_between(zone: str) -> None:
    calendar = WorkCalendar(zone)
    for n in range(0, 366, 3):
        started_at = calendar.at(date(2026, 1, 1) + timedelta(days=n), time(23, 45))
        ends = deadline(Epoch(started_at), rule=RULE, calendar=calendar).astimezone(ZoneInfo(zone))
        assert ends.time() == time(18)
        assert 30 <= (ends.date() - started_at.astimezone(ZoneInfo(zone)).date()).days <= 32


def test_days_are_the_teams_and_not_utcs() -> None:
    late = datetime(2026, 9, 1, 23, tzinfo=UTC)  # the second of September in Shanghai
    assert deadline(Epoch(late), rule=RULE, calendar=EVERY_DAY) == datetime(2026, 10, 2, 10, tzinfo=UTC)


@pytest.fixture
def server_in_honolulu() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Honolulu"
    server_time.tzset()
    yield
    del os.environ["TZ"]
    if before is not None:
        os.environ["TZ"] = before
    server_time.tzset()


def test_the_servers_own_zone_changes_nothing(server_in_honolulu: None) -> None:
    assert server_time.timezone == 36_000
    assert deadline(Epoch(START), rule=RULE, calendar=OFFICE) == datetime(2026, 10, 1, 16, tzinfo=UTC)


# Grades


def test_a_grade_has_days_of_its_own() -> None:
    assert [until(Epoch(START, grade=grade)) for grade in ("A", "B", "C", None)] == [60, 45, 30, 30]
    assert until(Epoch(START, touches=(day(50),), grade="A")) == 80


@given(epochs(), calendar_, st.sampled_from((None, "A", "B", "C")))
def test_a_grade_change_never_shortens_a_running_epoch(epoch: Epoch, calendar: WorkCalendar, grade: str | None) -> None:
    before = deadline(epoch, rule=RULE, calendar=calendar)
    regraded = replace(epoch, grade=grade, former_grades=(epoch.grade,))
    assert deadline(regraded, rule=RULE, calendar=calendar) >= before


# The longest hold


def test_notes_alone_cannot_hold_a_customer_for_ever() -> None:
    every_day = tuple(day(n) for n in range(400))
    assert until(Epoch(START, touches=every_day)) == 180
    assert reason(Epoch(START, touches=every_day), rule=RULE, calendar=EVERY_DAY) == "max_hold"
    assert until(Epoch(START, touches=every_day), replace(RULE, max_hold_days=None)) == 419


@given(epochs(), rules(), calendar_)
def test_only_an_exemption_or_a_notice_outlasts_the_longest_hold(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar
) -> None:
    assume(rule.max_hold_days is not None)
    bare = replace(epoch, exempt_until=None, not_before=None, pauses=())
    hard = calendar.local_date(epoch.started_at) + timedelta(days=rule.max_hold_days or 0)
    latest = calendar.end_of(calendar.next_working_day(hard))
    assert deadline(bare, rule=rule, calendar=calendar) <= latest


def test_an_exempt_customer_has_no_longest_hold() -> None:
    epoch = Epoch(START, touches=(day(175),), exempt_until=day(300))
    assert until(epoch) == 300
    assert reason(epoch, rule=RULE, calendar=EVERY_DAY) == "exempt"


def test_a_touch_at_the_longest_hold_has_its_notice_but_one_after_grace_has_none() -> None:
    ends = deadline(Epoch(START, touches=(day(179),)), rule=RULE, calendar=EVERY_DAY)
    grace_ends = sweep_at(ends, rule=RULE, calendar=EVERY_DAY)
    warned = Warned(ends - timedelta(days=7), ends)

    def swept_from(last_touch: datetime) -> datetime | None:
        return earliest_sweep(ends, rule=RULE, calendar=EVERY_DAY, warned=warned, last_touch=last_touch)

    touched = grace_ends - timedelta(hours=1)
    assert swept_from(touched) == EVERY_DAY.add_working_hours(touched, 24) > grace_ends
    assert swept_from(grace_ends + timedelta(hours=1)) == grace_ends


@given(epochs(), rules(), calendar_)
def test_an_exempt_customer_is_protected_until_the_exemption_ends(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    for instant in (epoch.exempt_until, epoch.not_before):
        assert instant is None or ends >= instant


def test_what_ends_after_the_close_of_work_is_protected_the_next_day_too() -> None:
    evening, next_day = EVERY_DAY.at(date(2026, 11, 1), time(20)), date(2026, 11, 2)
    ends = deadline(Epoch(START, exempt_until=evening), rule=RULE, calendar=EVERY_DAY)
    assert ends == EVERY_DAY.end_of(next_day)
