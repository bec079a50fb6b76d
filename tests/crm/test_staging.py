"""A change of rule or calendar is never a flood: properties over random claims, calendars and rules."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import Epoch, Warned, deadline, earliest_sweep, may_sweep, rung_due, rungs, sweep_at
from crm.rollout import Held, Turned, forecast, share_a_day, staged, turned
from crm.rules import Rule
from tests.crm.worlds import calendars, epochs, instants, rules

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
RULE = Rule(enabled=True)
EVERY_DAY = WorkCalendar(weekdays=frozenset(range(7)))
CALENDARS = (
    EVERY_DAY,
    WorkCalendar("Asia/Shanghai"),
    WorkCalendar("America/New_York", frozenset({0, 1, 2})),
    WorkCalendar("Europe/Berlin", holidays=frozenset(date(2026, 12, n) for n in range(1, 20))),
)
taken = st.dictionaries(st.dates(date(2026, 11, 20), date(2027, 1, 20)), st.integers(0, 12), max_size=20)


def _turned(number: int, calendar: WorkCalendar, age: int, promised_in: int | None) -> Turned:
    promised = None if promised_in is None else calendar.end_of(NOW.date() + timedelta(days=promised_in))
    held = Held(str(number), f"rep {number % 3}", Epoch(NOW - timedelta(days=age)))
    found = turned(held, promised=promised, now=NOW, rule=RULE, calendar=calendar)
    assert found is not None
    return found


claims = st.tuples(st.sampled_from(CALENDARS), st.integers(0, 200), st.none() | st.integers(-5, 60))
crowds = st.lists(claims, max_size=40).map(lambda those: [_turned(number, *one) for number, one in enumerate(those)])


@given(crowds, taken, st.integers(1, 10))
def test_no_more_than_the_share_ends_on_a_day_because_of_a_change(
    crowd: list[Turned], before: dict[date, int], a_day: int
) -> None:
    ends = staged(crowd, taken=before, a_day=a_day)
    by_id = {one.customer_id: one for one in crowd}
    moved = {one: end for one, end in ends.items() if by_id[one].promised is None or end < by_id[one].promised}  # type: ignore[operator]
    a_day_now = Counter(by_id[one].calendar.local_date(end) for one, end in moved.items())
    assert all(count + before.get(day, 0) <= a_day for day, count in a_day_now.items())


@given(crowds, taken)
def test_a_staged_end_leaves_the_whole_ladder_and_is_never_after_what_was_promised(
    crowd: list[Turned], before: dict[date, int]
) -> None:
    ends = staged(crowd, taken=before, a_day=3)
    for one in crowd:
        end = ends.get(one.customer_id)
        if end is None:
            assert not one.hurried
        elif one.promised is not None and end == one.promised:
            assert one.until < one.promised
        else:
            assert one.promised is None or end < one.promised
            assert min(rung.at for rung in rungs(end, rule=RULE, calendar=one.calendar)) > NOW
            assert one.calendar.is_working(one.calendar.local_date(end))


@given(epochs(), rules(), rules(), calendars(), instants)
def test_a_change_never_sweeps_whom_no_warning_of_the_new_date_has_reached(
    epoch: Epoch, old: Rule, new: Rule, calendar: WorkCalendar, now: datetime
) -> None:
    promised = deadline(epoch, rule=old, calendar=calendar)
    one = turned(Held("1", "li", epoch), promised=promised, now=now, rule=new, calendar=calendar)
    assert one is not None
    held = replace(epoch, not_before=_latest(epoch.not_before, staged([one], taken={}, a_day=1).get("1")))
    until = deadline(held, rule=new, calendar=calendar)
    warned_of_the_old = Warned(now - timedelta(days=1), promised)
    if until != promised:
        assert not may_sweep(now, deadline=until, rule=new, calendar=calendar, warned=warned_of_the_old)
        assert earliest_sweep(until, rule=new, calendar=calendar, warned=warned_of_the_old) is None
    if until < promised:
        assert until > now and rung_due(now, until, rule=new, calendar=calendar, sent=frozenset()) is None


@given(epochs(), rules(), calendars(), instants)
def test_the_countdown_after_a_change_is_the_instant_of_the_sweep(
    epoch: Epoch, new: Rule, calendar: WorkCalendar, now: datetime
) -> None:
    one = turned(Held("1", "li", epoch), promised=None, now=now, rule=new, calendar=calendar)
    assert one is not None
    held = replace(epoch, not_before=_latest(epoch.not_before, staged([one], taken={}, a_day=1).get("1")))
    until = deadline(held, rule=new, calendar=calendar)
    warned = Warned(min(rung.at for rung in rungs(until, rule=new, calendar=calendar)) - timedelta(days=60), until)
    goes = sweep_at(until, rule=new, calendar=calendar)
    assert may_sweep(goes, deadline=until, rule=new, calendar=calendar, warned=warned)
    before = goes - timedelta(seconds=1)
    assert not may_sweep(before, deadline=until, rule=new, calendar=calendar, warned=warned)


@given(crowds)
def test_a_forecast_counts_what_would_happen(crowd: list[Turned]) -> None:
    seen = forecast(crowd, owned=len(crowd), taken={}, rule=RULE)
    assert seen.due == sum(count for _, count in seen.by_owner) <= seen.owned
    assert seen.due + seen.earlier + seen.later <= 2 * seen.owned
    if seen.first_day and seen.last_day:
        assert NOW.date() < seen.first_day <= seen.last_day


@given(st.integers(1, 100_000))
def test_the_share_of_a_day_stays_below_what_halts_the_sweep(owned: int) -> None:
    share = share_a_day(owned, rule=RULE)
    assert 1 <= share <= max(1, owned * RULE.staged_percent / 100)
    assert share <= max(RULE.breaker_floor, owned * RULE.breaker_percent / 100)


def test_a_rule_that_is_off_ends_nothing() -> None:
    assert turned(Held("1", "li", Epoch(NOW)), promised=None, now=NOW, rule=Rule(), calendar=EVERY_DAY) is None


def _latest(*instants_: datetime | None) -> datetime | None:
    return max((one for one in instants_ if one), default=None)
