"""Names for new rows: ULIDs (github.com/ulid/spec), made from the instant the work was done.

They sort by that instant, so that fresh rows lie side by side in the index, and need no round trip to a sequence. A list of
200,000 rows needs 700,000 of them, so they are spelled here, ten bits at a time.
"""

import os
from datetime import datetime
from threading import Lock

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's 32
_PAIRS = [high + low for high in _DIGITS for low in _DIGITS]
_SHIFTS = range(120, -1, -10)  # 26 digits of five bits
_CHANCE_BITS = 80

_lock = Lock()
_last = (-1, 0)  # millisecond and chance of the id before


def new_id(now: datetime) -> str:
    """A new 26-character id. Ids of one process made in one millisecond rise in the order they were asked for."""
    global _last
    millisecond = _milliseconds(now)
    with _lock:
        before, chance = _last
        chance = chance + 1 if millisecond == before else int.from_bytes(os.urandom(10), "big") >> 1  # room to rise
        _last = (millisecond, chance)
    return _spelled(millisecond << _CHANCE_BITS | chance)


def _forget_the_last() -> None:
    """In a forked child: it would go on from the same id as its siblings."""
    global _last
    _last = (-1, 0)


os.register_at_fork(after_in_child=_forget_the_last)


def first_id(at: datetime) -> str:
    """The least id there can be of that instant: everything made before sorts before it."""
    return _spelled(_milliseconds(at) << _CHANCE_BITS)


def _milliseconds(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _spelled(number: int) -> str:
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])
