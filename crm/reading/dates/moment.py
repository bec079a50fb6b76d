"""A day, a time, or both, where a message names them."""

from datetime import date, time
from typing import NamedTuple


class Moment(NamedTuple):
    """A day, a time, or both, at tokens [start, end). `day` is None only for a date nobody can know."""

    start: int
    end: int
    day: date | None
    time: time | None
    sort: str
    grain: str
    past: bool = False
    other: date | None = None
    today: bool = False
