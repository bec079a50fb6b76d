"""What runs when: one table of jobs, read by the ticker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Job:
    """Work done again every few seconds. `run` gets the business time of its tick and finds out itself what is due; what it
    returns, such as how much was done, is for tests."""

    name: str
    every_seconds: float
    run: Callable[[datetime], object]
