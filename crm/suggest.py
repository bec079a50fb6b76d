"""Whom to give a customer to: the colleague with room for it, in an order a manager can check at a glance."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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

    def holding(self, held: int) -> Candidate:
        """The same person with so many customers."""
        return Candidate(
            self.person_id, self.team_id, held, self.grades, self.last_assigned_at, self.in_cooldown, self.away
        )


@dataclass(frozen=True)
class Suggestion:
    """Who, and the first point in which they were ahead of the next; `held` is what they have now."""

    person_id: str
    why: Why
    held: int


_For = tuple[str | None, str | None]  # the customer's team and grade
_Place = tuple[bool, bool, int, datetime, str]  # in the order of suggestions; the person comes last


class Ranking:
    """Candidates in the order in which they are suggested. The order is kept while numbers change, so that thousands
    of customers in a row cost no more than looking at the first few."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._known = {one.person_id: one for one in candidates}
        self._orders: dict[_For, list[_Place]] = {}

    def suggest(
        self,
        *,
        team_id: str | None = None,
        grade: str | None = None,
        holding_cap: int | None = None,
        barred: Collection[str] = (),
    ) -> Suggestion | None:
        """The rep to give it to: of the customer's team, good at its grade, with the fewest customers, longest without
        a new one. None if all are away, full, in cooldown or `barred`."""
        able = (
            one
            for place in self._order((team_id, grade))
            if place[-1] not in barred and _could_take(one := self._known[place[-1]], holding_cap)
        )
        first, second = next(able, None), next(able, None)
        if first is None:
            return None
        return Suggestion(first.person_id, _ahead(first, second, team_id, grade) if second else "only_one", first.held)

    def count(self, person_id: str | None, more: int) -> None:
        """Somebody was suggested for one more, or lost one."""
        one = self._known.get(person_id or "")
        if one is None:
            return
        now = self._known[one.person_id] = one.holding(one.held + more)
        for asked, order in self._orders.items():
            del order[bisect_left(order, _place(one, asked))]
            insort(order, _place(now, asked))

    def _order(self, asked: _For) -> list[_Place]:
        if asked not in self._orders:
            self._orders[asked] = sorted(_place(one, asked) for one in self._known.values())
        return self._orders[asked]


def suggest_rep(
    candidates: Iterable[Candidate],
    *,
    team_id: str | None = None,
    grade: str | None = None,
    holding_cap: int | None = None,
) -> Suggestion | None:
    """The suggestion for one customer: see Ranking."""
    return Ranking(candidates).suggest(team_id=team_id, grade=grade, holding_cap=holding_cap)


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


def _place(one: Candidate, asked: _For) -> _Place:
    return (*_rank(one, *asked), one.person_id)


def _ahead(first: Candidate, second: Candidate, team_id: str | None, grade: str | None) -> Why:
    points: tuple[Why, ...] = ("same_team", "skilled", "fewest_held", "longest_waiting")
    ranks = zip(points, _rank(first, team_id, grade), _rank(second, team_id, grade), strict=True)
    return next((point for point, a, b in ranks if a != b), "longest_waiting")
