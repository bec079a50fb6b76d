"""Whom to give a customer to: the colleague with room for it, in an order a manager can check at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
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
    first, *others = sorted(free, key=lambda one: (*_rank(one, team_id, grade), one.person_id))
    why = _ahead(first, others[0], team_id, grade) if others else "only_one"
    return Suggestion(first.person_id, why, first.held, len(free))


def with_one_more(candidates: Sequence[Candidate], person_id: str, *, now: datetime) -> list[Candidate]:
    """The candidates after `person_id` was given a customer: a batch is suggested one by one, and so spread."""
    return [
        replace(one, held=one.held + 1, last_assigned_at=now) if one.person_id == person_id else one
        for one in candidates
    ]


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
