"""Where customers come from and what becomes of them: a cohort of the customers that came in a span, by source and campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from crm.calendar import WorkCalendar
from crm.deals import Deal, Stages
from crm.measures import Rates, Share, median_of

Origin = tuple[str | None, str | None]  # source and campaign


@dataclass(frozen=True, slots=True)
class Came:
    """A customer that came in. `touched_at`: the first thing done with them, however late."""

    source: str | None
    campaign: str | None
    at: datetime
    touched_at: datetime | None = None
    deals: tuple[Deal, ...] = ()


@dataclass(frozen=True, slots=True)
class Yield:
    """`untouched`: of those that came, how many nobody has called yet; `hours`: the median of the working hours to the
    first touch of the others; `won`: of those that came, how many have bought; `open_value`: of deals that run."""

    came: int
    untouched: int
    hours: float | None
    won: Share
    won_value: Decimal
    open_value: Decimal


def yielded(came: Sequence[Came], *, stages: Stages, rates: Rates, calendar: WorkCalendar) -> Yield:
    deals = [deal for one in came for deal in one.deals]
    bought = [deal for deal in deals if deal.stage == stages.won.code]
    buyers = sum(any(deal.stage == stages.won.code for deal in one.deals) for one in came)
    waits = [calendar.working_hours_between(one.at, one.touched_at) for one in came if one.touched_at]
    return Yield(
        len(came),
        sum(one.touched_at is None for one in came),
        median_of(waits),
        Share(buyers, len(came)),
        rates.total((one.amount, one.currency) for one in bought),
        rates.total((one.amount, one.currency) for one in deals if one.closed_at is None),
    )


def by_origin(came: Iterable[Came]) -> list[tuple[Origin, list[Came]]]:
    """The customers by source and campaign, each in exactly one part; what brought most first."""
    parts: dict[Origin, list[Came]] = defaultdict(list)
    for one in came:
        parts[(one.source, one.campaign)].append(one)
    return sorted(parts.items(), key=lambda part: (-len(part[1]), part[0][0] or "\uffff", part[0][1] or ""))
