from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.periods import Period, period, usual

TODAY = date(2026, 3, 11)


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("30d", days("2026-02-10", "2026-03-11")),
        ("90 天", days("2025-12-12", "2026-03-11")),
        ("month", days("2026-03-01", "2026-03-31")),
        ("上个月", days("2026-02-01", "2026-02-28")),
        ("Quarter", days("2026-01-01", "2026-03-31")),
        ("last  quarter", days("2025-10-01", "2025-12-31")),
        ("上季度", days("2025-10-01", "2025-12-31")),
        ("今年", days("2026-01-01", "2026-12-31")),
        ("last year", days("2025-01-01", "2025-12-31")),
        ("2025Q3", days("2025-07-01", "2025-09-30")),
        ("2025 q 4", days("2025-10-01", "2025-12-31")),
        ("0d", None),
        ("9999d", None),
        ("1000Q1", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_period_is_read_as_people_name_it(words: str, meant: Period | None) -> None:
    assert period(words, TODAY) == meant


def test_the_usual_period_is_the_last_ninety_days() -> None:
    assert usual(TODAY) == days("2025-12-12", "2026-03-11")


def test_before_a_quarter_lies_the_quarter_before() -> None:
    assert days("2026-01-01", "2026-03-31").before == days("2025-10-01", "2025-12-31")
    assert days("2026-03-01", "2026-03-31").before == days("2026-02-01", "2026-02-28")
    assert days("2025-01-01", "2025-12-31").before == days("2024-01-01", "2024-12-31")


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 500))
def test_the_period_before_ends_where_this_one_begins(first: date, length: int) -> None:
    here = Period(first, date.fromordinal(first.toordinal() + length))
    assert (here.first - here.before.last).days == 1
    assert here.before.first <= here.before.last
