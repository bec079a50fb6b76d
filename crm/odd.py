"""Odd deals: open ones that a manager should ask about, each with why. Nothing here judges the rep; it points at the row.

`amount`: more than ten times, or less than a tenth, of the median of the open deals (of ten or more with a sum).
`age`: open for longer than twice what nine of ten won deals took (of ten or more won in a year).
`pushed`: its day to close was moved later three times or more. `no_step`: nothing is planned with its customer.

storage/odd_deals.py finds them where they lie.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

TIMES = 10
TWICE = 2
NINE_OF_TEN = 9
PUSHED_OFTEN = 3
A_YEAR = timedelta(days=365)
Why = Literal["amount", "age", "pushed", "no_step"]
WHYS: tuple[Why, ...] = ("amount", "age", "pushed", "no_step")


@dataclass(frozen=True, slots=True)
class Odd:
    """`pushed`: how often its day was moved later."""

    deal_id: str
    whys: tuple[Why, ...]
    pushed: int
