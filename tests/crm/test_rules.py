from dataclasses import fields, replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules import BOUNDS, Rule, ScopedRule, check, conflicts, rule_for

names = st.none() | st.sampled_from(("x", "y"))
scoped = st.builds(ScopedRule, st.integers(1, 9).map(lambda n: Rule(version=n)), names, names, names)


def test_the_default_rule_is_off_and_possible() -> None:
    assert not Rule().enabled
    assert check(Rule()) == []


def test_a_grade_without_days_of_its_own_has_the_rules() -> None:
    assert Rule().days("A") == (60, 30)
    assert Rule().days(None) == Rule().days("Z") == (30, 20)


def test_no_rule_is_the_empty_rule() -> None:
    assert rule_for([], team="x", grade="A", source=None) == Rule()


def test_the_most_specific_rule_wins() -> None:
    whole, team, both = Rule(version=1), Rule(version=2), Rule(version=3)
    rules = [ScopedRule(both, team="x", grade="A"), ScopedRule(whole), ScopedRule(team, team="x")]
    assert rule_for(rules, team="x", grade="A", source="web") is both
    assert rule_for(rules, team="x", grade="B", source="web") is team
    assert rule_for(rules, team="y", grade="A", source=None) is whole


def test_two_rules_that_could_both_win_are_found() -> None:
    team, grade = ScopedRule(Rule(), team="x"), ScopedRule(Rule(), grade="A")
    assert conflicts([team, grade]) == [(team, grade)]
    assert conflicts([team, ScopedRule(Rule(), team="y")]) == []
    assert conflicts([team, grade, ScopedRule(Rule(), team="x", grade="A")]) == []
    assert conflicts([team, team]) == [(team, team)]


@given(st.lists(scoped, max_size=5))
def test_without_conflicts_the_winner_does_not_depend_on_the_order(rules: list[ScopedRule]) -> None:
    about = [
        dict(zip(("team", "grade", "source"), which, strict=True)) for which in product((None, "x", "y"), repeat=3)
    ]
    wins = [(rule_for(rules, **one), rule_for(rules[::-1], **one)) for one in about]
    if not conflicts(rules):
        assert all(a == b for a, b in wins)
    if any(a != b for a, b in wins):
        assert conflicts(rules)


@pytest.mark.parametrize("field", sorted(BOUNDS))
def test_a_number_out_of_bounds_is_named(field: str) -> None:
    low, high = BOUNDS[field]
    changed = [{(one.field, one.code) for one in check(replace(Rule(), **{field: n}))} for n in (low - 1, high + 1)]  # type: ignore[arg-type]
    assert (field, "too_small") in changed[0]
    assert (field, "too_large") in changed[1]


def test_every_number_of_a_rule_has_bounds() -> None:
    numbers = {one.name for one in fields(Rule) if type(getattr(Rule(), one.name)) in (int, float)}
    assert numbers - set(BOUNDS) == {"version"}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"warn_rungs": ()}, "warn_rungs", "no_warning"),
        ({"warn_rungs": (1, 3)}, "warn_rungs", "not_descending"),
        ({"warn_rungs": (3, 3)}, "warn_rungs", "not_descending"),
        ({"warn_rungs": (3, -1)}, "warn_rungs", "too_small"),
        ({"warn_rungs": (99, 1)}, "warn_rungs", "too_large"),
        ({"protection_days": 200}, "protection_days", "above_max_hold"),
        ({"by_grade": {"A": (200, 30)}}, "by_grade", "above_max_hold"),
        ({"by_grade": {"A": (0, 30)}}, "by_grade", "too_small"),
        ({"by_grade": {"A": (30, 9999)}}, "by_grade", "too_large"),
        ({"after_expiry": "lottery"}, "after_expiry", "unknown_value"),
        ({"pool_visible_fields": frozenset({"phone"})}, "pool_visible_fields", "unknown_value"),
    ],
)
def test_what_no_rule_can_have_is_named(changes: dict[str, object], field: str, code: str) -> None:
    assert [(one.field, one.code) for one in check(replace(Rule(), **changes))] == [(field, code)]  # type: ignore[arg-type]


def test_no_longest_hold_and_no_first_touch_are_allowed() -> None:
    assert check(Rule(max_hold_days=None, first_touch_hours=None, effective_from=date(2026, 1, 1))) == []
