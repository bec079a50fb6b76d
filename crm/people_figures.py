"""What people made of what they had, and what kind of customers they hold.

Success and time are of the deals closed in a span, the plan of the follow-ups due in it. Customers are parted three ways,
each customer in exactly one part: by need (how far their furthest open deal has come), by what they bought within a year,
and by grade.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crm.deals import Deal, Stages
from crm.funnel import Span
from crm.measures import Rates, Share, median_of


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up that was due, and whether it was done."""

    rep_id: str | None
    team_id: str | None
    done: bool


@dataclass(frozen=True, slots=True)
class Made:
    """`won` of the deals closed; `days`: the median from opening to winning; `done` of the follow-ups due."""

    won: Share
    days: float | None
    done: Share


def made(deals: Iterable[Deal], due: Sequence[Due], *, stages: Stages, span: Span) -> Made:
    closed = [one for one in deals if span.holds(one.closed_at)]
    won = [deal for deal in closed if deal.stage == stages.won.code]
    return Made(
        Share(len(won), len(closed)),
        median_of(days for deal in won if (days := _days(deal)) is not None),
        Share(sum(one.done for one in due), len(due)),
    )


def _days(deal: Deal) -> float | None:
    return (deal.closed_at - deal.created_at).total_seconds() / 86400 if deal.closed_at else None


@dataclass(frozen=True, slots=True)
class Holding:
    """A customer somebody holds. `need`: the stage of its furthest open deal; `bought`: what was won from it within a
    year, in the workspace's own currency."""

    rep_id: str
    team_id: str | None
    grade: str | None
    need: str | None
    bought: Decimal


def holding(
    rep_id: str,
    team_id: str | None,
    grade: str | None,
    deals: Sequence[Deal],
    *,
    stages: Stages,
    rates: Rates,
    year: Span,
) -> Holding:
    """A customer by its deals; a sum without a rate counts as none."""
    ranks = [stages.rank(deal.stage) for deal in deals if deal.closed_at is None]
    won = [one for one in deals if one.stage == stages.won.code and year.holds(one.closed_at)]
    bought = (rates.convert(deal.amount, deal.currency) for deal in won)
    need = stages.all[max(ranks)].code if ranks and max(ranks) >= 0 else None
    return Holding(rep_id, team_id, grade, need, sum((one for one in bought if one), Decimal()))


Parts = tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How many customers of each kind, None for those without; a value is told by its power of ten."""

    need: Parts
    bought: Parts
    grade: Parts


def spread(holdings: Sequence[Holding], stages: Stages) -> Spread:
    rank = {stage.code: number for number, stage in enumerate(stages.all)}
    return Spread(
        _parts((one.need for one in holdings), lambda code: -rank.get(code, 0)),
        _parts((_power(one.bought) for one in holdings), lambda power: -int(power)),
        _parts((one.grade for one in holdings), ord),
    )


def _power(value: Decimal) -> str | None:
    """ "4" for what is worth ten thousand or more, less than a hundred thousand; None for nothing."""
    return str(value.adjusted()) if value > 0 else None


def _parts(codes: Iterable[str | None], order: Callable[[str], int]) -> Parts:
    counted = Counter(codes)
    return tuple(sorted(counted.items(), key=lambda one: (one[0] is None, order(one[0]) if one[0] else 0)))
