"""The day of a weekly and of a quarterly digest."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.digest_days import quarter_day, quarter_start, week_of, weekly_day

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def works(day: date, off: frozenset[date] = frozenset()) -> bool:
    return day.weekday() < 5 and day not in off


@given(DAYS, st.integers(0, 6), st.sets(st.integers(0, 4)))
@settings(max_examples=60)
def test_every_week_has_one_day_the_same_whichever_of_its_days_asks(
    today: date, wished: int, holidays: set[int]
) -> None:
    monday = today - timedelta(days=today.weekday())
    off = frozenset(monday + timedelta(days=n) for n in holidays)
    asked = {weekly_day(monday + timedelta(days=n), wished, lambda day: works(day, off)) for n in range(7)}
    assert len(asked) == 1
    day = asked.pop()
    assert (day is None) == (len(holidays) == 5)
    if day:
        assert works(day, off) and week_of(day) == week_of(today)
        between = [monday + timedelta(days=n) for n in range(wished, day.weekday())]
        assert not any(works(one, off) for one in between)  # never later than need be


def test_a_holiday_moves_it_on_and_a_week_s_end_back() -> None:
    golden = frozenset(date(2026, 10, day) for day in range(1, 8))  # Thursday to Wednesday
    assert weekly_day(date(2026, 10, 6), 0, lambda day: works(day, golden)) == date(2026, 10, 8)
    assert weekly_day(date(2026, 10, 2), 3, lambda day: works(day, golden)) == date(2026, 9, 30)
    assert weekly_day(date(2026, 10, 2), 6, works) == date(2026, 10, 2)


@given(DAYS)
@settings(max_examples=40)
def test_a_quarter_is_told_of_on_its_next_ones_first_working_day_for_a_month(today: date) -> None:
    day, first = quarter_day(today, works), quarter_start(today)
    assert (day is None) == (today - first >= timedelta(days=30))
    assert day is None or (works(day) and day - first < timedelta(days=3))
