from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.allowances import assign_due, first_touch_due, leave_days, lock_until, may_extend, may_lock, may_pause
from crm.calendar import WorkCalendar
from crm.refusal import Refusal
from crm.rules import Rule

RULE = Rule()
OFFICE = WorkCalendar("Europe/Berlin")
FRIDAY = datetime(2026, 11, 20, 11, tzinfo=UTC)

spans = st.tuples(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 45)).map(
    lambda span: (span[0], span[0] + timedelta(days=span[1]))
)


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def test_time_is_granted_twice_an_epoch() -> None:
    assert [code(may_extend(n, rule=RULE)) for n in range(4)] == [None, None, "no_more_time", "no_more_time"]


def test_a_person_has_ten_locks_of_ninety_days() -> None:
    assert [code(may_lock(n, rule=RULE)) for n in (9, 10)] == [None, "lock_max"]
    assert lock_until(FRIDAY, rule=RULE, calendar=OFFICE) == datetime(2027, 2, 18, 17, tzinfo=UTC)


def test_thirty_days_of_leave_a_year_stop_the_clock() -> None:
    july = (date(2026, 7, 1), date(2026, 7, 25))
    assert may_pause(july, (), rule=RULE) is None
    assert may_pause((date(2026, 8, 1), date(2026, 8, 5)), (july,), rule=RULE) is None
    refusal = may_pause((date(2026, 8, 1), date(2026, 8, 6)), (july,), rule=RULE)
    assert refusal is not None
    assert (refusal.code, refusal.facts) == ("pause_days", {"year": 2026, "left": 5, "limit": 30})
    assert may_pause((date(2027, 8, 1), date(2027, 8, 6)), (july,), rule=RULE) is None
    assert code(may_pause((date(2026, 8, 6), date(2026, 8, 1)), (), rule=RULE)) == "pause_backwards"


def test_leave_over_new_year_counts_in_both_years() -> None:
    winter = (date(2026, 12, 20), date(2027, 1, 5))
    assert [leave_days([winter], year=year) for year in (2025, 2026, 2027, 2028)] == [0, 12, 5, 0]


@given(st.lists(spans, max_size=6))
def test_leave_days_are_those_a_calendar_would_tick_off(pauses: list[tuple[date, date]]) -> None:
    ticked = {first + timedelta(days=n) for first, last in pauses for n in range((last - first).days + 1)}
    for year in (2026, 2027, 2028):
        assert leave_days(pauses, year=year) == sum(day.year == year for day in ticked)


@given(st.lists(spans, max_size=12))
def test_however_leave_is_asked_for_no_year_has_more_than_thirty_days(asked: list[tuple[date, date]]) -> None:
    taken: list[tuple[date, date]] = []
    for span in asked:
        if may_pause(span, taken, rule=RULE) is None:
            taken.append(span)
    assert all(leave_days(taken, year=year) <= 30 for year in range(2026, 2031))


def test_a_manager_has_24_working_hours_to_reassign() -> None:
    assert assign_due(FRIDAY, rule=RULE, calendar=OFFICE) == datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_a_first_touch_is_asked_for_only_where_the_rule_does() -> None:
    assert first_touch_due(FRIDAY, rule=RULE, calendar=OFFICE) is None
    due = first_touch_due(FRIDAY, rule=Rule(first_touch_hours=24), calendar=OFFICE)
    assert due == datetime(2026, 11, 24, 17, tzinfo=UTC)
