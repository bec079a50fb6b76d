"""A customer's name found in a message."""

from typing import NamedTuple


class Hit(NamedTuple):
    """A customer's name at tokens [start, end); several slots when several customers fit."""

    start: int
    end: int
    slots: tuple[int, ...]
    rank: int  # as in the index: FULL, USUAL, EVERYONE, FAINT
    sure: bool = True  # not: spelled so unlike the customer's name that it may be another's
