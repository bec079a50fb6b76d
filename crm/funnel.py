"""The funnel: how many deals stand where, what of them goes on, how long it takes, and where it is weak.

A deal is decided in a stage when it goes beyond it for the first time, or is lost with that stage as its furthest. So
each deal counts at most once a stage, and going back and forth counts for nothing. A stage that was jumped over was gone
beyond; it was not stood in, so it has no days.

Deals are counted where they lie (storage/funnels.py); what comes here are counts, each of one part (a rep, a team, a
source, a grade) and one currency.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from crm.deals import Stage, Stages
from crm.measures import Rates, Share

SHORTFALL = 0.10  # ten points behind what it is compared with make a stage weak


@dataclass(frozen=True, slots=True)
class Span:
    """The instants from `since` up to, and without, `until`."""

    since: datetime
    until: datetime

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.since <= at < self.until


@dataclass(frozen=True, slots=True)
class Standing:
    """So many deals are open in a stage now; `stalled` of them stand still for too long."""

    part: str | None
    stage: str
    currency: str | None
    deals: int
    amount: Decimal
    stalled: int


@dataclass(frozen=True, slots=True)
class Passed:
    """So many deals came further than ever: from the furthest rank they had reached to this one."""

    part: str | None
    furthest: int
    rank: int
    deals: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """So many deals were lost that had come as far as this rank."""

    part: str | None
    furthest: int
    deals: int


@dataclass(frozen=True, slots=True)
class Closed:
    """So many deals were won or lost."""

    part: str | None
    stage: str
    currency: str | None
    reason: str | None
    deals: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Happened:
    """What became of deals in a span. `days`: by stage, the median of the stays that ended in it."""

    passed: tuple[Passed, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    closed: tuple[Closed, ...] = ()
    days: Mapping[str, float] = field(default_factory=dict)

    def won(self, stages: Stages) -> list[Closed]:
        return [one for one in self.closed if one.stage == stages.won.code]

    def lost(self, stages: Stages) -> list[Closed]:
        return [one for one in self.closed if one.stage == stages.lost.code]


@dataclass(frozen=True, slots=True)
class StageFigures:
    """`open` and `value` as they are now; `went_on` and `days` (the median) of what happened in the span."""

    stage: Stage
    open: int
    value: Decimal
    went_on: Share
    days: float | None
    stalled: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """`unconverted`: what of the open deals is in no sum, by currency, for want of a rate."""

    stages: tuple[StageFigures, ...]
    won: int
    won_value: Decimal
    lost: int
    reasons: tuple[tuple[str, int], ...]
    unconverted: tuple[tuple[str, Decimal], ...]

    @property
    def open(self) -> int:
        return sum(one.open for one in self.stages)

    @property
    def value(self) -> Decimal:
        return sum((one.value for one in self.stages), Decimal())

    @property
    def stalled(self) -> int:
        return sum(one.stalled for one in self.stages)

    @property
    def win_rate(self) -> Share:
        return Share(self.won, self.won + self.lost)


def funnel(standing: Sequence[Standing], happened: Happened, *, stages: Stages, rates: Rates) -> Funnel:
    """The figures of these counts."""
    won, lost, reasons = happened.won(stages), happened.lost(stages), Counter[str]()
    for one in lost:
        reasons[one.reason or "other"] += one.deals
    shares = went_on(happened, stages)
    return Funnel(
        tuple(
            _figures(stage, [one for one in standing if one.stage == stage.code], share, happened, rates)
            for stage, share in zip(stages.open, shares, strict=True)
        ),
        sum(one.deals for one in won),
        rates.total((one.amount, one.currency) for one in won),
        sum(one.deals for one in lost),
        tuple(reasons.most_common()),
        rates.left_out((one.amount, one.currency) for one in standing),
    )


def _figures(
    stage: Stage, standing: Sequence[Standing], share: Share, happened: Happened, rates: Rates
) -> StageFigures:
    return StageFigures(
        stage,
        sum(one.deals for one in standing),
        rates.total((one.amount, one.currency) for one in standing),
        share,
        happened.days.get(stage.code),
        sum(one.stalled for one in standing),
    )


def went_on(happened: Happened, stages: Stages) -> tuple[Share, ...]:
    """Of the deals decided in each open stage, those that went beyond it."""
    shares = []
    for rank, _ in enumerate(stages.open):
        beyond = sum(one.deals for one in happened.passed if one.furthest <= rank < one.rank)
        lost = sum(one.deals for one in happened.dropped if one.furthest == rank)
        shares.append(Share(beyond, beyond + lost))
    return tuple(shares)


def win_rate(happened: Happened, stages: Stages) -> Share:
    won, lost = (sum(one.deals for one in some) for some in (happened.won(stages), happened.lost(stages)))
    return Share(won, won + lost)


def parts(standing: Iterable[Standing], happened: Happened) -> dict[str | None, tuple[list[Standing], Happened]]:
    """The counts by team, rep, source or grade: each deal in exactly one part."""
    open_: dict[str | None, list[Standing]] = defaultdict(list)
    for one in standing:
        open_[one.part].append(one)
    named = {*open_, *(one.part for one in happened.passed), *(one.part for one in happened.dropped)}
    named |= {one.part for one in happened.closed}
    return {part: (open_[part], _of(part, happened)) for part in named}


def _of(part: str | None, happened: Happened) -> Happened:
    return replace(
        happened,
        passed=tuple(one for one in happened.passed if one.part == part),
        dropped=tuple(one for one in happened.dropped if one.part == part),
        closed=tuple(one for one in happened.closed if one.part == part),
        days={},
    )


@dataclass(frozen=True, slots=True)
class Weak:
    """The stage that lags most: its share, and that of the wider circle and of the span before, where they have one."""

    figures: StageFigures
    wider: float | None
    before: float | None


def weak_stage(here: Funnel, *, wider: Sequence[Share] | None, before: Sequence[Share] | None) -> Weak | None:
    """Where the share that goes on lies furthest behind, by ten points at least; None where none does."""
    found: list[tuple[float, Weak]] = []
    for number, figures in enumerate(here.stages):
        rate = figures.went_on.rate
        others = [shares[number].rate if shares else None for shares in (wider, before)]
        behind = [other - rate for other in others if rate is not None and other is not None]
        if behind and max(behind) >= SHORTFALL:
            found.append((max(behind), Weak(figures, *others)))
    return max(found, key=lambda one: one[0])[1] if found else None
