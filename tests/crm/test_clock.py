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
    days_left,
    days_lost,
    deadline,
    earliest_sweep,
    floor,
    may_sweep,
    reason,
    rung_due,
    rungs,
    sweep_at,
)
from crm.rules import Rule
from tests.crm.worlds import ZONES, calendars, epochs, instants, rules, touches

EVERY_DAY = WorkCalendar("Asia/Shanghai", weekdays=frozenset(range(7)))
OFFICE = WorkCalendar("Europe/Berlin")
RULE = Rule(enabled=True)
START = datetime(2026, 9, 1, 8, tzinfo=UTC)
FLASH = timedelta.resolution

calendar_ = calendars()


def day(n: int) -> datetime:
    """Ten in the morning, local time, n days after START."""
    return START + timedelta(days=n)


def until(epoch: Epoch, rule: Rule = RULE, calendar: WorkCalendar = EVERY_DAY) -> int:
    """The deadline as a number of local days after the epoch's start."""
    return (calendar.local_date(deadline(epoch, rule=rule, calendar=calendar)) - calendar.local_date(START)).days


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


# Leave, time granted, outages


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


# The sweep


@st.composite
def warnings(draw: st.DrawFn, ends: datetime) -> Warned | None:
    delivered = ends + draw(st.timedeltas(timedelta(days=-20), timedelta(days=20)))
    other = ends + draw(st.sampled_from((timedelta(), timedelta(), timedelta(days=1))))
    return draw(st.sampled_from((None, Warned(delivered, ends), Warned(delivered, other))))


@given(epochs(), rules(), calendar_, st.timedeltas(timedelta(days=-40), timedelta(days=60)), st.data())
def test_swept_means_warned_of_this_very_deadline_and_the_notice_has_run(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, later: timedelta, data: st.DataObject
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    warned = data.draw(warnings(ends))
    now = ends + later
    touched = data.draw(st.none() | st.just(max(epoch.touches, default=None)))
    if may_sweep(now, deadline=ends, rule=rule, calendar=calendar, warned=warned, last_touch=touched):
        assert warned is not None
        assert warned.deadline == ends
        assert calendar.working_hours_between(warned.delivered_at, now) >= rule.min_notice_hours - 1e-6
        assert now >= sweep_at(ends, rule=rule, calendar=calendar)


@given(epochs(), rules(), calendar_, st.timedeltas(timedelta(minutes=1), timedelta(days=400)))
def test_a_warning_of_another_deadline_sweeps_nobody(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, off: timedelta
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    long_after = ends + timedelta(days=1000)
    for other in (ends - off, ends + off):
        warned = Warned(ends - timedelta(days=30), other)
        assert not may_sweep(long_after, deadline=ends, rule=rule, calendar=calendar, warned=warned)
        assert earliest_sweep(ends, rule=rule, calendar=calendar, warned=warned) is None


@given(epochs(), rules(), calendar_, st.data())
def test_the_countdown_ends_when_the_sweep_may_go_and_not_a_moment_before(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, data: st.DataObject
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    warned = data.draw(warnings(ends))
    touched = max(epoch.touches, default=None)
    goes = earliest_sweep(ends, rule=rule, calendar=calendar, warned=warned, last_touch=touched)

    def swept(now: datetime) -> bool:
        return may_sweep(now, deadline=ends, rule=rule, calendar=calendar, warned=warned, last_touch=touched)

    if goes is None:
        assert not swept(ends + timedelta(days=1000))
    else:
        assert swept(goes)
        assert not swept(goes - FLASH)


@given(minutes_held=st.integers(0, 30 * 24 * 60), calendar=calendar_)
def test_a_customer_just_claimed_is_never_swept(minutes_held: int, calendar: WorkCalendar) -> None:
    ends = deadline(Epoch(START), rule=RULE, calendar=calendar)
    now = START + timedelta(minutes=minutes_held)
    warned = Warned(START - timedelta(days=365), ends)
    assume(now < ends)
    assert not may_sweep(now, deadline=ends, rule=RULE, calendar=calendar, warned=warned)


@given(epochs(), calendar_, instants)
def test_an_empty_rule_does_nothing(epoch: Epoch, calendar: WorkCalendar, now: datetime) -> None:
    nothing = Rule()
    ends = deadline(epoch, rule=nothing, calendar=calendar)
    warned = Warned(ends - timedelta(days=30), ends)
    assert not may_sweep(now, deadline=ends, rule=nothing, calendar=calendar, warned=warned)
    assert rung_due(now, ends, rule=nothing, calendar=calendar, sent=frozenset()) is None


def test_a_rule_acts_from_its_first_local_day() -> None:
    ends = deadline(Epoch(START), rule=RULE, calendar=EVERY_DAY)
    warned = Warned(ends - timedelta(days=7), ends)
    first = date(2026, 11, 1)
    rule = replace(RULE, effective_from=first)
    midnight = EVERY_DAY.at(first, time())
    for now, acts in ((midnight - FLASH, False), (midnight, True)):
        assert may_sweep(now, deadline=ends, rule=rule, calendar=EVERY_DAY, warned=warned) is acts
        assert (rung_due(now, ends, rule=rule, calendar=EVERY_DAY, sent=frozenset()) is not None) is acts


def test_an_exemption_holds_the_sweep_until_it_ends() -> None:
    ends = deadline(Epoch(START), rule=RULE, calendar=EVERY_DAY)
    warned = Warned(ends - timedelta(days=7), ends)

    def swept(now: datetime) -> bool:
        return may_sweep(now, deadline=ends, rule=RULE, calendar=EVERY_DAY, warned=warned, exempt_until=day(50))

    assert [swept(day(50) - FLASH), swept(day(50))] == [False, True]


def test_a_late_warning_moves_the_sweep_and_not_the_deadline() -> None:
    friday = datetime(2026, 11, 27, 17, tzinfo=UTC)
    warned = Warned(datetime(2026, 11, 27, 8, tzinfo=UTC), friday)
    assert sweep_at(friday, rule=RULE, calendar=OFFICE) == datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert earliest_sweep(friday, rule=RULE, calendar=OFFICE, warned=warned) == datetime(2026, 12, 1, 14, tzinfo=UTC)


# Warnings


@given(epochs(), rules(), calendar_)
def test_the_ladder_counts_working_days_and_rings_when_work_begins(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    ladder = rungs(ends, rule=rule, calendar=calendar)
    assert [rung.days for rung in ladder] == list(rule.warn_rungs)
    assert [rung.at for rung in ladder] == sorted({rung.at for rung in ladder})
    for rung in ladder:
        morning = calendar.local_date(rung.at)
        assert calendar.is_working(morning)
        assert rung.at == calendar.start_of(morning)
        assert calendar.add_working_days(morning, rung.days) == calendar.local_date(ends)


@given(epochs(), rules(), calendar_)
def test_the_manager_is_copied_at_most_once_a_deadline(epoch: Epoch, rule: Rule, calendar: WorkCalendar) -> None:
    ladder = rungs(deadline(epoch, rule=rule, calendar=calendar), rule=rule, calendar=calendar)
    copied = [rung.days for rung in ladder if rung.copies_manager]
    assert copied == [days for days in rule.warn_rungs if days <= 1][:1]


@given(epochs(), rules(), calendar_, st.lists(st.timedeltas(timedelta(), timedelta(days=9)), max_size=12))
def test_whenever_the_job_runs_each_rung_is_sent_once_and_only_the_latest_of_those_missed(
    epoch: Epoch, rule: Rule, calendar: WorkCalendar, pauses_between_runs: list[timedelta]
) -> None:
    ends = deadline(epoch, rule=rule, calendar=calendar)
    now, sent = ends - timedelta(days=40), [""]
    for pause in [*pauses_between_runs, timedelta(days=200)]:
        now += pause
        due = rung_due(now, ends, rule=rule, calendar=calendar, sent=frozenset(sent))
        passed = [rung for rung in rungs(ends, rule=rule, calendar=calendar) if rung.at <= now]
        if due:
            assert due.name not in sent
            assert due == passed[-1]
            sent.append(due.name)
        assert not passed or passed[-1].name in sent  # a missed run loses nothing
        assert rung_due(now, ends, rule=rule, calendar=calendar, sent=frozenset(sent)) is None


def test_the_default_ladder_over_a_weekend() -> None:
    friday = datetime(2026, 11, 27, 17, tzinfo=UTC)
    ladder = rungs(friday, rule=RULE, calendar=OFFICE)
    assert [(rung.name, rung.at.date().isoformat(), rung.copies_manager) for rung in ladder] == [
        ("7d", "2026-11-18", False),
        ("3d", "2026-11-24", False),
        ("1d", "2026-11-26", True),
        ("0d", "2026-11-27", False),
    ]


# What is shown


def test_days_left_are_whole_days_of_the_team() -> None:
    ends = deadline(Epoch(START), rule=RULE, calendar=EVERY_DAY)
    midnight = EVERY_DAY.at(date(2026, 9, 30), time())
    assert days_left(START, ends, EVERY_DAY) == 30
    assert [days_left(midnight - FLASH, ends, EVERY_DAY), days_left(midnight, ends, EVERY_DAY)] == [2, 1]
    assert days_left(ends, ends, EVERY_DAY) == 0
    assert days_left(ends + timedelta(days=2), ends, EVERY_DAY) == -2
