"""Grades by Pareto: who brought the most in the last twelve months is A, who comes next B, the rest C.

A takes as many, the largest first, as bring four fifths of all value, but never fewer than 10% or more than 15% of the
customers; B those up to 95%, but 15 to 25%. Equal values have equal grades: where a tie lies across a border, all of it
goes up if that keeps within the share, else down. Nobody without value is above C, and under TOO_FEW there is no grade.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from crm.measures import TOO_FEW

SHARES = (("A", 10, 15, Decimal("0.80")), ("B", 15, 25, Decimal("0.95")))  # per cent: at least, at most; value up to
REST = "C"
NEW_DAYS = 90  # for so long a customer is too new to be graded


def grades(worth: Mapping[str, Decimal]) -> dict[str, str]:
    """customer -> its grade. `worth`: what each brought in twelve months, in one currency; 0 for nothing."""
    if len(worth) < TOO_FEW:
        return {}
    ranked = sorted(worth, key=lambda customer: (-worth[customer], customer))
    whole = sum(worth.values(), Decimal())
    found, at = dict.fromkeys(ranked, REST), 0
    for grade, least, most, value in SHARES:
        until = _border(
            ranked, worth, at, at + _count(len(ranked), least), at + _count(len(ranked), most), whole * value
        )
        for customer in ranked[at:until]:
            found[customer] = grade
        at = until
    return found


def _count(customers: int, percent: int) -> int:
    return max(1, customers * percent // 100)


def _border(ranked: list[str], worth: Mapping[str, Decimal], at: int, least: int, most: int, value: Decimal) -> int:
    """Where a grade ends that begins at `at`: between `least` and `most`, by the value reached, at no tie."""
    reached = sum((worth[one] for one in ranked[:at]), Decimal())
    until = at
    while until < most and (until < least or reached < value):
        reached += worth[ranked[until]]
        until += 1
    while until > at and worth[ranked[until - 1]] == 0:
        until -= 1
    tie = worth[ranked[until - 1]] if until > at else None
    first = until
    while first > at and worth[ranked[first - 1]] == tie:
        first -= 1
    last = until
    while last < len(ranked) and worth[ranked[last]] == tie:
        last += 1
    return last if last <= most else (first if last > until else until)
