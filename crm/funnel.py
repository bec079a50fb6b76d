"""The funnel: how many deals stand where, what of them goes on, how long it takes, and where it is weak.

A deal is decided in a stage when it goes beyond it for the first time, or is lost with that stage as its furthest. So
each deal counts at most once a stage, and going back and forth counts for nothing. A stage that was jumped over was gone
beyond; it was not stood in, so it has no days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from crm.deals import Deal, Stage, Stages, Version, moves, value
from crm.measures import Rates, Share, median_of

SHORTFALL = 0.10  # ten points behind what it is compared with make a stage weak


@dataclass(frozen=True, slots=True)
class Track:
    """A deal, all it ever was, and by what it is grouped. `stalled`: for how many days, where too long."""

    deal: Deal
    history: tuple[Version, ...]
    rep_id: str | None = None
    team_id: str | None = None
    source: str | None = None
    grade: str | None = None
    stalled: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The instants from `since` up to, and without, `until`."""

    since: datetime
    until: datetime

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.since <= at < self.until


@dataclass(frozen=True, slots=True)
class Decided:
    """A deal went on from a stage, or was lost in it."""

    stage: str
    went_on: bool
    at: datetime


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
    def win_rate(self) -> Share:
        return Share(self.won, self.won + self.lost)


def funnel(tracks: Sequence[Track], *, stages: Stages, span: Span, rates: Rates) -> Funnel:
    """The figures of these deals."""
    standing = defaultdict(list)
    for track in tracks:
        if track.deal.closed_at is None:
            standing[track.deal.stage].append(track)
    decided = [one for track in tracks for one in decisions(track, stages) if span.holds(one.at)]
    stays = [(code, days) for track in tracks for code, days, ended in _stays(track) if span.holds(ended)]
    won = [one.deal for one in tracks if one.deal.stage == stages.won.code and span.holds(one.deal.closed_at)]
    lost = [one.deal for one in tracks if one.deal.stage == stages.lost.code and span.holds(one.deal.closed_at)]
    return Funnel(
        tuple(_figures(stage, standing[stage.code], decided, stays, rates) for stage in stages.open),
        len(won),
        total(won, rates),
        len(lost),
        tuple(Counter(deal.lost_reason or "other" for deal in lost).most_common()),
        unconverted([one.deal for rows in standing.values() for one in rows], rates),
    )


def _figures(
    stage: Stage,
    standing: Sequence[Track],
    decided: Sequence[Decided],
    stays: Sequence[tuple[str, float]],
    rates: Rates,
) -> StageFigures:
    here = [one.went_on for one in decided if one.stage == stage.code]
    return StageFigures(
        stage,
        len(standing),
        total([one.deal for one in standing], rates),
        Share(sum(here), len(here)),
        median_of(days for code, days in stays if code == stage.code),
        sum(one.stalled is not None for one in standing),
    )


def decisions(track: Track, stages: Stages) -> Iterator[Decided]:
    """Each stage the deal has gone beyond or was lost in, once."""
    steps = moves(track.history)
    reached = [(stages.rank(step.after), step.at) for step in steps if step.after != stages.lost.code]
    if not reached:
        return
    furthest = max(rank for rank, _ in reached)
    for rank, stage in enumerate(stages.all):
        if stage.kind == "open" and reached[0][0] <= rank < furthest:
            yield Decided(stage.code, True, next(at for beyond, at in reached if beyond > rank))
    last = steps[-1]
    if last.after == stages.lost.code and furthest >= 0 and stages.all[furthest].kind == "open":
        yield Decided(stages.all[furthest].code, False, last.at)


def _stays(track: Track) -> Iterator[tuple[str, float, datetime]]:
    """(stage, days, when it ended) of every time the deal stood in a stage and left it."""
    steps = moves(track.history)
    for step, following in pairwise(steps):
        yield step.after, (following.at - step.at).total_seconds() / 86400, following.at


def total(deals: Iterable[Deal], rates: Rates) -> Decimal:
    """In the workspace's own currency; what has no rate is left out, and told apart."""
    converted = (rates.convert(deal.amount, deal.currency) for deal in deals)
    return sum((one for one in converted if one is not None), Decimal())


def unconverted(deals: Iterable[Deal], rates: Rates) -> tuple[tuple[str, Decimal], ...]:
    """What has no rate, by currency."""
    return tuple(sorted(value(one for one in deals if rates.convert(one.amount, one.currency) is None).items()))


def parts(tracks: Iterable[Track], by: Callable[[Track], str | None]) -> dict[str | None, list[Track]]:
    """The deals by team, rep, source or grade: each in exactly one part."""
    found: dict[str | None, list[Track]] = defaultdict(list)
    for track in tracks:
        found[by(track)].append(track)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Weak:
    """The stage that lags most: its share, and that of the wider circle and of the span before, where they have one."""

    figures: StageFigures
    wider: float | None
    before: float | None


def weak_stage(here: Funnel, *, wider: Funnel | None, before: Funnel | None) -> Weak | None:
    """Where the share that goes on lies furthest behind, by ten points at least; None where none does."""
    found: list[tuple[float, Weak]] = []
    for number, figures in enumerate(here.stages):
        rate = figures.went_on.rate
        others = [one.stages[number].went_on.rate if one else None for one in (wider, before)]
        behind = [other - rate for other in others if rate is not None and other is not None]
        if behind and max(behind) >= SHORTFALL:
            found.append((max(behind), Weak(figures, *others)))
    return max(found, key=lambda one: one[0])[1] if found else None
