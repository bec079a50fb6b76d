"""The sweep, the ladder of warnings, and what is shown of them: properties over random claims, rules and calendars."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import (
    Epoch,
    Warned,
    days_left,
    deadline,
    earliest_sweep,
    may_sweep,
    rung_due,
    rungs,
    sweep_at,
)
from crm.rules import Rule
from tests.crm.worlds import EVERY_DAY, OFFICE, RULE, START, calendar_, day, epochs, instants, rules

FLASH = timedelta.resolution


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
