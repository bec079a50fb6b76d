"""Grades by Pareto: a case by hand, and what holds whatever the values are."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.grading import grades


def named(*values: int) -> dict[str, Decimal]:
    return {f"{number:03}": Decimal(value) for number, value in enumerate(values)}


def test_twenty_customers_by_hand() -> None:
    """They brought 1000. A is 2 or 3: two bring 800. B is 3 to 5: with 60, 50, 30 and 10 it is 950, and the other 10 is equal."""
    found = grades(named(500, 300, 60, 50, 30, 10, 10, 9, 8, 7, 6, 5, 5, 0, 0, 0, 0, 0, 0, 0))
    assert "".join(found.values()) == "AABBBBB" + "C" * 13


def test_a_tie_goes_up_where_it_fits_and_down_where_it_does_not() -> None:
    assert "".join(grades(named(*[9] * 3, *[1] * 17)).values())[:4] == "AAAC"
    assert "".join(grades(named(*[9] * 4, *[1] * 16)).values())[:5] == "BBBBC"
    assert set(grades(named(*[5] * 12)).values()) == {"C"}


def test_few_customers_have_no_grade_and_nothing_is_worth_no_more_than_c() -> None:
    assert grades(named(*range(9))) == {}
    assert set(grades(named(*[0] * 30)).values()) == {"C"}


@given(st.lists(st.integers(0, 40), min_size=10, max_size=80))
@settings(max_examples=150)
def test_the_shares_are_kept_equals_are_equal_and_more_is_never_graded_lower(values: list[int]) -> None:
    worth = named(*values)
    found = grades(worth)
    assert found.keys() == worth.keys()
    for grade, most in (("A", 15), ("B", 25)):
        assert list(found.values()).count(grade) <= max(1, len(values) * most // 100)
    for one in worth:
        assert found[one] == "C" or worth[one] > 0
        for other in worth:
            assert worth[one] != worth[other] or found[one] == found[other]
            assert worth[one] <= worth[other] or found[one] <= found[other]


@given(st.lists(st.integers(1, 10**6), min_size=20, max_size=80, unique=True))
@settings(max_examples=60)
def test_without_ties_a_tenth_at_least_is_a_and_fifteen_in_a_hundred_b(values: list[int]) -> None:
    found = list(grades(named(*values)).values())
    assert found.count("A") >= len(values) * 10 // 100 and found.count("B") >= len(values) * 15 // 100
