"""The forecast: what is won, committed, likely and possible, month by month, and what moved it since last week.

A deal belongs to the month it is expected to close in; one whose day has passed, or that has none, belongs to none of
them and is counted apart, so that no month looks better for being late. What is won belongs to the month it was won in.

Deals are summed where they lie (storage/forecasts.py); what comes here are sums of one part, stage, probability, currency
and row. Only deals that changed since last week come one by one, since they are told one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from crm.deals import Deal, Stages, Version, as_of
from crm.measures import TOO_FEW, Rates

COMMITTED_FROM = 70  # per cent: what is likelier than this is counted on
LATE, UNDATED, LATER = "late", "undated", "later"
MONTHS = 3  # shown one by one
Row = date | str  # the first of a month, or late, undated, later
Fate = Literal["won", "lost", "open"]


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
class Promise:
    """What the deals of one part, stage, probability by hand and currency sum to in one row."""

    part: str | None
    stage: str
    probability: int | None
    currency: str | None
    row: Row
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Changed:
    """A deal that was changed since last week, and all it ever was."""

    deal: Deal
    history: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """A deal that moved the weighted sum: what it was a week ago, and is now. `before` None: it is new."""

    deal: Deal
    before: Version | None
    after: Version | None
    by: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """`rows`: those with anything in them. `change`: of the weighted total against a week ago, the sum of `causes`."""

    rows: tuple[tuple[Row, Sums], ...]
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

    @property
    def months(self) -> tuple[date, ...]:
        """The firsts of this month and of those shown with it, and of the one after them."""
        whole = self.today.year * 12 + self.today.month - 1
        return tuple(date((whole + n) // 12, (whole + n) % 12 + 1, 1) for n in range(MONTHS + 1))


def forecast(
    promises: Sequence[Promise],
    changed: Sequence[Changed],
    *,
    stages: Stages,
    rates: Rates,
    now: Moment,
    before: Moment,
    local_date: Callable[[datetime], date],
) -> Forecast:
    """What deals promise now, and against what they promised `before`; both by today's stages and rates."""
    rows: dict[Row, Sums] = defaultdict(Sums)
    for one in promises:
        sums = _sums(one, stages, rates)
        if sums is not None:
            rows[one.row] += sums
    causes = [cause for one in changed if (cause := _cause(one, stages, rates, now, before, local_date)).by]
    causes.sort(key=lambda one: (-abs(one.by), one.deal.deal_id))
    standing = [one for one in promises if one.stage != stages.won.code]
    return Forecast(
        tuple(sorted(rows.items(), key=lambda row: _order(row[0]))),
        sum(rows.values(), Sums()),
        sum((one.by for one in causes), Decimal()),
        tuple(causes),
        rates.left_out((one.amount, one.currency) for one in standing),
    )


def _sums(one: Promise, stages: Stages, rates: Rates) -> Sums | None:
    """What a promise adds to its row; None where it adds nothing."""
    stage, amount = stages.of(one.stage), rates.convert(one.amount, one.currency)
    if stage is None or amount is None or stage.kind == "lost":
        return None
    if stage.kind == "won":
        return Sums(amount, amount, amount, amount)
    chance = stage.probability if one.probability is None else one.probability
    committed = amount if chance >= COMMITTED_FROM else Decimal()
    return Sums(Decimal(), committed, amount * chance / 100, amount)


def _cause(
    one: Changed,
    stages: Stages,
    rates: Rates,
    now: Moment,
    before: Moment,
    local_date: Callable[[datetime], date],
) -> Cause:
    # what was won in these days is a gain, though its month be over: a win on the 27th must not look like a loss on the 2nd
    earliest = min(now.month, before.today)

    def weighted(version: Version | None) -> Decimal:
        if version is None or version.amount is None:
            return Decimal()
        if version.stage == stages.won.code and local_date(_entered(one.history, version)) < earliest:
            return Decimal()
        held = Promise(None, version.stage, version.probability, version.currency, UNDATED, version.amount)
        sums = _sums(held, stages, rates)
        return sums.weighted if sums else Decimal()

    then, after = as_of(one.history, before.at), as_of(one.history, now.at)
    return Cause(one.deal, then, after, weighted(after) - weighted(then))


def _entered(history: Sequence[Version], version: Version) -> datetime:
    """Since when the deal stood in the stage of this version."""
    at = version.at
    for one in reversed(history[: history.index(version)]):
        if one.stage != version.stage:
            break
        at = one.at
    return at


def _order(row: Row) -> tuple[int, date]:
    apart = {LATER: 1, LATE: 2, UNDATED: 3}
    return (0, row) if isinstance(row, date) else (apart[row], date.max)


def shares(promises: Iterable[Promise], *, stages: Stages, rates: Rates) -> list[tuple[str | None, Sums]]:
    """The totals by part, the most weighted first."""
    found: dict[str | None, Sums] = defaultdict(Sums)
    for one in promises:
        found[one.part] += _sums(one, stages, rates) or Sums()
    said = [(part, sums) for part, sums in found.items() if sums != Sums()]
    return sorted(said, key=lambda row: (-row[1].weighted, row[0] or ""))


@dataclass(frozen=True, slots=True)
class Past:
    """Deals of a quarter that is over, of one part and kind. `then`: what they promised for it at its start, None for
    those that promised nothing; `won`: what those won in it were won for; `fate`: what they were at its end."""

    part: str | None
    deals: int
    then: Promise | None
    fate: Fate
    currency: str | None
    won: Decimal


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a past quarter came out. `promised` for it at its start, `won` in it; of what was promised, `slipped` is still
    open and `lost` is lost; `unforeseen` is of `won` what nobody had promised. In the workspace's own currency. `deals`: how
    many promised."""

    promised: Sums
    won: Decimal
    slipped: Decimal
    lost: Decimal
    unforeseen: Decimal
    deals: int

    @property
    def rate(self) -> float | None:
        """What was won to what was promised, weighted; None where nothing was, or by too few deals to speak of."""
        said = self.promised.weighted and self.deals >= TOO_FEW
        return float(self.won / self.promised.weighted) if said else None


def outcome(past: Iterable[Past], *, stages: Stages, rates: Rates) -> Outcome | None:
    """How a quarter came out; None where nothing was promised for it and nothing won."""
    promised, deals, parts = Sums(), 0, dict.fromkeys(("won", "unforeseen", "lost", "open"), Decimal())
    for one in past:
        foreseen = _sums(one.then, stages, rates) if one.then else None
        promised += foreseen or Sums()
        deals += one.deals if foreseen else 0
        if one.fate == "won":
            won = rates.convert(one.won, one.currency) or Decimal()
            parts["won"] += won
            parts["unforeseen"] += Decimal() if foreseen else won
        elif foreseen:
            parts[one.fate] += foreseen.best
    if promised == Sums() and not parts["won"]:
        return None
    return Outcome(promised, parts["won"], parts["open"], parts["lost"], parts["unforeseen"], deals)


def outcomes(past: Sequence[Past], *, stages: Stages, rates: Rates) -> list[tuple[str | None, Outcome]]:
    """The same by rep or team, the most promised first."""
    parts = dict.fromkeys(one.part for one in past)
    rows = [(part, outcome([one for one in past if one.part == part], stages=stages, rates=rates)) for part in parts]
    said = [(part, one) for part, one in rows if one]
    return sorted(said, key=lambda row: (-row[1].promised.weighted, row[0] or ""))
