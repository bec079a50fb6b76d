"""The forecast: what is won, committed, likely and possible, month by month, and what moved it since last week.

A deal belongs to the month it is expected to close in; one whose day has passed, or that has none, belongs to none of
them and is counted apart, so that no month looks better for being late. What is won belongs to the month it was won in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from crm.deals import Stages, Version, as_of
from crm.funnel import Track, unconverted
from crm.measures import Rates

COMMITTED_FROM = 70  # per cent: what is likelier than this is counted on
CENT = Decimal("0.01")
LATE, UNDATED, LATER = "late", "undated", "later"
MONTHS = 3  # shown one by one
MOMENT = timedelta(microseconds=1)  # before its end a quarter was still on


@dataclass(frozen=True, slots=True)
class Sums:
    """In the workspace's own currency. won ≤ committed ≤ best, and won ≤ weighted ≤ best."""

    won: Decimal = Decimal()
    committed: Decimal = Decimal()
    weighted: Decimal = Decimal()
    best: Decimal = Decimal()

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.won + other.won,
            self.committed + other.committed,
            self.weighted + other.weighted,
            self.best + other.best,
        )


@dataclass(frozen=True, slots=True)
class Cause:
    """A deal that moved the weighted sum: what it was a week ago, and is now. `before` None: it is new."""

    track: Track
    before: Version | None
    after: Version | None
    by: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """`rows`: (the first of a month, or late, undated, later; sums), those with anything in them. `change`: of the
    weighted total against a week ago, the sum of `causes`."""

    rows: tuple[tuple[date | str, Sums], ...]
    total: Sums
    change: Decimal
    causes: tuple[Cause, ...]
    unconverted: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and its local day."""

    at: datetime
    today: date

    @property
    def month(self) -> date:
        return self.today.replace(day=1)


def forecast(
    tracks: Sequence[Track],
    *,
    stages: Stages,
    rates: Rates,
    now: Moment,
    before: Moment,
    local_date: Callable[[datetime], date],
) -> Forecast:
    """What these deals promise now, and against what they promised `before`; both by today's stages and rates."""
    rows: dict[date | str, Sums] = defaultdict(Sums)
    causes = []
    for track in tracks:
        after, then = as_of(track.history, now.at), as_of(track.history, before.at)
        placed = _placed(track, after, stages=stages, rates=rates, now=now, local_date=local_date)
        if placed:
            rows[placed[0]] += placed[1]
        was = _placed(track, then, stages=stages, rates=rates, now=now, local_date=local_date)
        by = (placed[1].weighted if placed else Decimal()) - (was[1].weighted if was else Decimal())
        if by:
            causes.append(Cause(track, then, after, by))
    causes.sort(key=lambda one: (-abs(one.by), one.track.deal.deal_id))
    return Forecast(
        tuple(sorted(rows.items(), key=lambda row: _order(row[0]))),
        sum(rows.values(), Sums()),
        sum((one.by for one in causes), Decimal()),
        tuple(causes),
        unconverted([one.deal for one in tracks if one.deal.closed_at is None], rates),
    )


def _placed(
    track: Track,
    version: Version | None,
    *,
    stages: Stages,
    rates: Rates,
    now: Moment,
    local_date: Callable[[datetime], date],
) -> tuple[date | str, Sums] | None:
    """The row a deal as it was belongs to, and what it adds there; None where it adds nothing."""
    stage = stages.of(version.stage) if version else None
    amount = rates.convert(version.amount, version.currency) if version else None
    if version is None or stage is None or amount is None or stage.kind == "lost":
        return None
    if stage.kind == "won":
        won_on = local_date(_entered(track.history, version))
        return (won_on.replace(day=1), Sums(amount, amount, amount, amount)) if won_on >= now.month else None
    chance = stage.probability if version.probability is None else version.probability
    weighted = (amount * chance / 100).quantize(CENT)
    return _row(version.close_on, now), Sums(
        Decimal(), amount if chance >= COMMITTED_FROM else Decimal(), weighted, amount
    )


def _entered(history: Sequence[Version], version: Version) -> datetime:
    """Since when the deal stood in the stage of this version."""
    at = version.at
    for one in reversed(history[: history.index(version)]):
        if one.stage != version.stage:
            break
        at = one.at
    return at


def _row(close_on: date | None, now: Moment) -> date | str:
    if close_on is None:
        return UNDATED
    if close_on < now.today:
        return LATE
    months = (close_on.year - now.today.year) * 12 + close_on.month - now.today.month
    return close_on.replace(day=1) if months < MONTHS else LATER


def _order(row: date | str) -> tuple[int, date]:
    apart = {LATER: 1, LATE: 2, UNDATED: 3}
    return (0, row) if isinstance(row, date) else (apart[row], date.max)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a past quarter came out. `promised` for it at its start, `won` in it; of what was promised, `slipped` is still
    open and `lost` is lost; `unforeseen` is of `won` what nobody had promised. In the workspace's own currency."""

    promised: Sums
    won: Decimal
    slipped: Decimal
    lost: Decimal
    unforeseen: Decimal

    @property
    def rate(self) -> float | None:
        """What was won to what was promised, weighted; None where nothing was."""
        return float(self.won / self.promised.weighted) if self.promised.weighted else None


def outcome(
    tracks: Sequence[Track],
    *,
    stages: Stages,
    rates: Rates,
    start: Moment,
    ended: datetime,
    local_date: Callable[[datetime], date],
) -> Outcome | None:
    """How the quarter from `start` up to `ended` came out; None where nothing was promised for it and nothing won."""
    promised, parts = Sums(), dict.fromkeys(("won", "unforeseen", "lost", "slipped"), Decimal())
    for track in tracks:
        then = as_of(track.history, start.at)
        placed = _placed(track, then, stages=stages, rates=rates, now=start, local_date=local_date)
        foreseen = placed is not None and isinstance(placed[0], date)
        promised += placed[1] if placed and foreseen else Sums()
        deal, at_end = track.deal, as_of(track.history, ended - MOMENT)
        amount = rates.convert(deal.amount, deal.currency) or Decimal()
        if deal.stage == stages.won.code and deal.closed_at and start.at <= deal.closed_at < ended:
            parts["won"] += amount
            parts["unforeseen"] += Decimal() if foreseen else amount
        elif placed and foreseen and at_end:
            parts["lost" if at_end.stage == stages.lost.code else "slipped"] += placed[1].best
    if promised == Sums() and not parts["won"]:
        return None
    return Outcome(promised, parts["won"], parts["slipped"], parts["lost"], parts["unforeseen"])


def outcomes(
    tracks: Iterable[Track], by: Callable[[Track], str | None], **how: object
) -> list[tuple[str | None, Outcome]]:
    """The same by rep or team, the most promised first. `how`: as for `outcome`."""
    found: dict[str | None, list[Track]] = defaultdict(list)
    for track in tracks:
        found[by(track)].append(track)
    rows = [(who, outcome(theirs, **how)) for who, theirs in found.items()]  # type: ignore[arg-type]
    said = [(who, one) for who, one in rows if one]
    return sorted(said, key=lambda row: (-row[1].promised.weighted, row[0] or ""))


def shares(tracks: Iterable[Track], by: Callable[[Track], str | None], **how: object) -> list[tuple[str | None, Sums]]:
    """The totals by rep or team, the most weighted first. `how`: as for `forecast`."""
    found: dict[str | None, list[Track]] = defaultdict(list)
    for track in tracks:
        found[by(track)].append(track)
    rows = [(who, forecast(theirs, **how).total) for who, theirs in found.items()]  # type: ignore[arg-type]
    return sorted(
        ((who, sums) for who, sums in rows if sums != Sums()), key=lambda row: (-row[1].weighted, row[0] or "")
    )
