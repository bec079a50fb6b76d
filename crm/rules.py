"""The claim clock's rule: every number a workspace may set, and which of several rules holds for a customer.

A rule is a whole: a team, a grade or a source that differs has a full rule of its own, and the most specific
one wins. Two that could both win are refused when saved, never settled by chance. An empty rule does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Literal

AfterExpiry = Literal["manager_assign", "self_claim", "both"]

BY_GRADE: Mapping[str, tuple[int, int]] = {"A": (60, 30), "B": (45, 20), "C": (30, 15)}
POOL_VISIBLE_FIELDS = frozenset({"masked_name", "city", "industry", "grade", "source", "last_outcome", "why_pooled"})
NEVER_IN_POOL = frozenset({"name", "phone", "email"})


@dataclass(frozen=True)
class Rule:
    """Days are local calendar days of the team, hours are working hours, unless the name says otherwise."""

    enabled: bool = False
    effective_from: date | None = None  # a local day; None: from the first
    protection_days: int = 30
    extend_days: int = 20
    max_hold_days: int | None = 180
    by_grade: Mapping[str, tuple[int, int]] = field(default_factory=lambda: dict(BY_GRADE), hash=False)

    warn_rungs: tuple[int, ...] = (7, 3, 1, 0)  # working days before the deadline
    manager_copied_at: int = 1
    min_notice_hours: float = 24
    outage_hours: float = 4  # of work: an outage longer than this gives its days back
    grace_days: int = 1  # working days
    extension_max: int = 2  # an epoch
    extension_days: int = 15

    backdate_hours: int = 72  # of the wall clock
    outcome_words: int = 3
    outcome_characters: int = 6  # of scripts written without spaces
    no_answer_in_a_row: int = 2
    copies_looked_for: int = 5  # last touches a new one is compared with
    spot_checks_a_week: int = 3

    exempt_open_deal: bool = True
    exempt_won: bool = True
    exempt_after_contract_days: int = 30
    exempt_won_days: int = 365  # where no contract end is known
    exempt_planned: bool = True
    exempt_planned_days: int = 14
    exempt_open_complaint: bool = True
    exempt_complaint_days: int = 90  # from its opening: a complaint nobody closes must not hold for ever

    lock_max: int = 10  # a person
    lock_days: int = 90
    pause_days: int = 30  # a year

    after_expiry: AfterExpiry = "manager_assign"
    assign_sla_hours: float = 24
    first_touch_hours: float | None = None
    claim_per_day: int = 5
    holding_cap: int = 100
    ex_owner_cooldown_days: int = 30
    round_trips: int = 2  # after these the cooldown covers the team
    pool_freeze_hours: float = 12
    pool_visible_fields: frozenset[str] = POOL_VISIBLE_FIELDS
    pool_view_cap: int = 50  # a person and day
    undo_hours: int = 24  # of the wall clock

    credit_one_off: int = 0  # to a customer's developer at its first won deal, in the workspace's own currency
    credit_share: int = 0  # per cent of what others win there
    credit_months: int = 12  # for so long after it ceased to be theirs

    staged_percent: int = 10  # of the owned, a day, while what was due at the start is worked off
    breaker_floor: int = 10
    breaker_percent: int = 5

    version: int = 1

    def days(self, grade: str | None) -> tuple[int, int]:
        """(protection, extension) in days for a grade."""
        return self.by_grade.get(grade or "", (self.protection_days, self.extend_days))


@dataclass(frozen=True)
class ScopedRule:
    """A rule and whom it is for; None means anyone. All None: the workspace's own."""

    rule: Rule
    team: str | None = None
    grade: str | None = None
    source: str | None = None

    @property
    def scope(self) -> frozenset[tuple[str, str]]:
        named = {"team": self.team, "grade": self.grade, "source": self.source}
        return frozenset((what, value) for what, value in named.items() if value is not None)


@dataclass(frozen=True)
class Problem:
    """A value no rule can have: too_small, too_large, above_max_hold, not_descending, no_warning, unknown_value."""

    field: str
    code: str


def rule_for(rules: Sequence[ScopedRule], *, team: str | None, grade: str | None, source: str | None) -> Rule:
    """The most specific rule that fits; the empty rule, which does nothing, where none does."""
    about = ScopedRule(Rule(), team, grade, source).scope
    fitting = [scoped for scoped in rules if scoped.scope <= about]
    return max(fitting, key=lambda scoped: len(scoped.scope)).rule if fitting else Rule()


def conflicts(rules: Sequence[ScopedRule]) -> list[tuple[ScopedRule, ScopedRule]]:
    """Pairs of which neither would win for some customer; a rule set with any is refused when saved."""
    return [(a, b) for a, b in combinations(rules, 2) if _tie(a, b, rules)]


def _tie(a: ScopedRule, b: ScopedRule, rules: Sequence[ScopedRule]) -> bool:
    both = a.scope | b.scope
    meet = len(dict(both)) == len(both)  # else they name different teams, grades or sources
    settled = any(len(other.scope) > len(a.scope) and other.scope <= both for other in rules)
    return meet and len(a.scope) == len(b.scope) and not settled


BOUNDS: Mapping[str, tuple[float, float]] = {
    "protection_days": (1, 3650),
    "extend_days": (1, 3650),
    "max_hold_days": (1, 3650),
    "manager_copied_at": (0, 60),
    "min_notice_hours": (1, 240),
    "outage_hours": (1, 240),
    "grace_days": (0, 30),
    "extension_max": (0, 20),
    "extension_days": (1, 365),
    "backdate_hours": (0, 720),
    "outcome_words": (1, 50),
    "outcome_characters": (1, 100),
    "no_answer_in_a_row": (0, 100),
    "copies_looked_for": (0, 50),
    "spot_checks_a_week": (0, 100),
    "exempt_after_contract_days": (0, 3650),
    "exempt_won_days": (0, 3650),
    "exempt_planned_days": (0, 365),
    "exempt_complaint_days": (1, 3650),
    "lock_max": (0, 10_000),
    "lock_days": (1, 3650),
    "pause_days": (0, 366),
    "assign_sla_hours": (1, 2400),
    "first_touch_hours": (1, 2400),
    "claim_per_day": (0, 10_000),
    "holding_cap": (0, 1_000_000),
    "ex_owner_cooldown_days": (0, 3650),
    "round_trips": (1, 100),
    "pool_freeze_hours": (0, 2400),
    "pool_view_cap": (0, 10_000),
    "undo_hours": (0, 720),
    "credit_one_off": (0, 1_000_000_000),
    "credit_share": (0, 100),
    "credit_months": (0, 120),
    "staged_percent": (1, 100),
    "breaker_floor": (1, 1_000_000),
    "breaker_percent": (1, 100),
}


def check(rule: Rule) -> list[Problem]:
    """What is impossible in a rule, field by field; an empty list for a rule that may be saved."""
    return [*_out_of_bounds(rule), *_wrong_days(rule), *_wrong_ladder(rule), *_wrong_words(rule)]


def _out_of_bounds(rule: Rule) -> Iterator[Problem]:
    for name, (low, high) in BOUNDS.items():
        value = getattr(rule, name)
        if value is not None and not low <= value <= high:
            yield Problem(name, "too_small" if value < low else "too_large")


def _wrong_days(rule: Rule) -> Iterator[Problem]:
    for days in rule.by_grade.values():
        if not all(1 <= n <= 3650 for n in days):
            yield Problem("by_grade", "too_small" if min(days) < 1 else "too_large")
    if rule.max_hold_days is None:
        return
    if rule.protection_days > rule.max_hold_days:
        yield Problem("protection_days", "above_max_hold")
    if any(protection > rule.max_hold_days for protection, _ in rule.by_grade.values()):
        yield Problem("by_grade", "above_max_hold")


def _wrong_ladder(rule: Rule) -> Iterator[Problem]:
    if not rule.warn_rungs:
        yield Problem("warn_rungs", "no_warning")  # what is never warned of is never swept
    elif list(rule.warn_rungs) != sorted(set(rule.warn_rungs), reverse=True):
        yield Problem("warn_rungs", "not_descending")
    elif rule.warn_rungs[-1] < 0 or rule.warn_rungs[0] > 60:
        yield Problem("warn_rungs", "too_small" if rule.warn_rungs[-1] < 0 else "too_large")


def _wrong_words(rule: Rule) -> Iterator[Problem]:
    if rule.after_expiry not in ("manager_assign", "self_claim", "both"):
        yield Problem("after_expiry", "unknown_value")
    if rule.pool_visible_fields & NEVER_IN_POOL:
        yield Problem("pool_visible_fields", "unknown_value")
