"""Names for new rows: ULIDs, made from the instant the work was done.

They sort by that instant, so that fresh rows lie side by side in the index, and need no round trip to a sequence.
"""

from datetime import datetime

from ulid import ULID, LaxMonotonicPolicy, ULIDGenerator

_generator = ULIDGenerator(policy=LaxMonotonicPolicy())


def new_id(now: datetime) -> str:
    """A new 26-character id. Ids of one process made in one millisecond rise in the order they were asked for."""
    return str(_generator.generate(now))


def first_id(at: datetime) -> str:
    """The least id there can be of that instant: everything made before sorts before it."""
    return str(ULID.from_bytes(round(at.timestamp() * 1000).to_bytes(6, "big") + bytes(10)))
