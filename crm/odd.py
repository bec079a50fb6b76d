"""Odd deals: open ones that a manager should ask about, each with why. Nothing here judges the rep; it points at the row.

`amount`: more than ten times, or less than a tenth, of the median of the open deals (of ten or more with a sum).
`age`: open for longer than twice what nine of ten won deals took (of ten or more won).
`pushed`: its day to close was moved later three times or more. `no_step`: nothing is planned with its customer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from crm.deals import Stages, Version
from crm.funnel import Track
from crm.measures import TOO_FEW, Rates, median_of

TIMES = 10
TWICE = 2
PUSHED_OFTEN = 3
Why = Literal["amount", "age", "pushed", "no_step"]
WHYS: tuple[Why, ...] = ("amount", "age", "pushed", "no_step")


@dataclass(frozen=True, slots=True)
class Odd:
    """`pushed`: how often its day was moved later."""

    track: Track
    whys: tuple[Why, ...]
    pushed: int


def odd_deals(
    tracks: Sequence[Track], *, planned: Collection[str], stages: Stages, rates: Rates, now: datetime
) -> tuple[Odd, ...]:
    """The open deals with any of these, those with the most first. `planned`: customers with a step ahead."""
    standing = [one for one in tracks if one.deal.closed_at is None]
    usual = _usual_amount(standing, rates)
    slow = _slow(tracks, stages)
    found = []
    for track in standing:
        deal, times = track.deal, pushes(track.history)
        holds: dict[Why, bool] = {
            "amount": _out_of_line(rates.convert(deal.amount, deal.currency), usual),
            "age": slow is not None and now - deal.created_at > slow,
            "pushed": times >= PUSHED_OFTEN,
            "no_step": deal.customer_id not in planned,
        }
        if any(holds.values()):
            found.append(Odd(track, tuple(why for why in WHYS if holds[why]), times))
    return tuple(sorted(found, key=lambda one: (-len(one.whys), WHYS.index(one.whys[0]), one.track.deal.deal_id)))


def pushes(history: Sequence[Version]) -> int:
    """How often the day to close was moved to a later one."""
    days = [one.close_on for one in history if one.close_on is not None]
    return sum(after > before for before, after in pairwise(days))


def _usual_amount(standing: Sequence[Track], rates: Rates) -> Decimal | None:
    sums = [rates.convert(one.deal.amount, one.deal.currency) for one in standing]
    known = [one for one in sums if one]
    usual = median_of(map(float, known)) if len(known) >= TOO_FEW else None
    return Decimal(usual) if usual else None


def _out_of_line(amount: Decimal | None, usual: Decimal | None) -> bool:
    return bool(amount and usual) and not usual / TIMES <= amount <= usual * TIMES  # type: ignore[operator]


def _slow(tracks: Sequence[Track], stages: Stages) -> timedelta | None:
    """Twice the time within which nine of ten won deals were won."""
    won = sorted(
        one.deal.closed_at - one.deal.created_at
        for one in tracks
        if one.deal.stage == stages.won.code and one.deal.closed_at
    )
    return TWICE * won[(len(won) * 9 - 1) // 10] if len(won) >= TOO_FEW else None
