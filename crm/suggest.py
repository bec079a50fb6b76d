"""Whom to give a customer to: the colleague with room for it, in an order a manager can check at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from heapq import nsmallest
from typing import Literal

Why = Literal["only_one", "same_team", "skilled", "fewest_held", "longest_waiting"]

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Candidate:
    """A rep who might take a customer. `held` counts towards the holding cap; `grades` are those they are good at
    (empty: any); `in_cooldown` is about the customer in question."""

    person_id: str
    team_id: str | None
    held: int
    grades: frozenset[str] = frozenset()
    last_assigned_at: datetime | None = None
    in_cooldown: bool = False
    away: bool = False


@dataclass(frozen=True)
class Suggestion:
    """Who, and the first point in which they were ahead of the next; `held` is what they have now."""

    person_id: str
    why: Why
    held: int
    free: int  # candidates who could have taken it


def suggest_rep(
    candidates: Sequence[Candidate],
    *,
    team_id: str | None = None,
    grade: str | None = None,
    holding_cap: int | None = None,
) -> Suggestion | None:
    """The rep to give it to: of the customer's team, good at its grade, with the fewest customers, longest without
    a new one. None if all are away, full or in cooldown."""
    free = [one for one in candidates if _could_take(one, holding_cap)]
    if not free:
        return None
    first, *others = nsmallest(2, free, key=lambda one: (*_rank(one, team_id, grade), one.person_id))
    why = _ahead(first, others[0], team_id, grade) if others else "only_one"
    return Suggestion(first.person_id, why, first.held, len(free))


def split(
    customers: Sequence[tuple[str, str | None]],
    candidates: Sequence[Candidate],
    *,
    barred: Mapping[str, Collection[str]],
    holding_cap: int | None = None,
) -> dict[str, str | None]:
    """Customers, as (id, grade), shared out evenly among people somebody chose: each to the one with the fewest of this
    share so far, then in the order of `suggest_rep`; None where all are full, away or barred (`barred`: by customer).
    Numbers differ by more than one only where somebody could take no more."""
    given = Counter[str]()
    shared: dict[str, str | None] = {}
    for customer_id, grade in customers:
        able = [one for one in candidates if holding_cap is None or one.held + given[one.person_id] < holding_cap]
        weighed = [
            replace(one, held=given[one.person_id], in_cooldown=one.person_id in barred.get(customer_id, ()))
            for one in able
        ]
        found = suggest_rep(weighed, grade=grade)
        shared[customer_id] = found.person_id if found else None
        given.update([found.person_id] if found else [])
    return shared


def _could_take(one: Candidate, holding_cap: int | None) -> bool:
    return not one.away and not one.in_cooldown and (holding_cap is None or one.held < holding_cap)


def _rank(one: Candidate, team_id: str | None, grade: str | None) -> tuple[bool, bool, int, datetime]:
    other_team = team_id is not None and one.team_id != team_id
    unskilled = grade is not None and bool(one.grades) and grade not in one.grades
    return other_team, unskilled, one.held, one.last_assigned_at or LONG_AGO


def _ahead(first: Candidate, second: Candidate, team_id: str | None, grade: str | None) -> Why:
    points: tuple[Why, ...] = ("same_team", "skilled", "fewest_held", "longest_waiting")
    ranks = zip(points, _rank(first, team_id, grade), _rank(second, team_id, grade), strict=True)
    return next((point for point, a, b in ranks if a != b), "longest_waiting")
