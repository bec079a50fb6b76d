"""Grades suggested to a manager, as frozen facts."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another grade for a customer. `value`: what it brought in twelve months, in the workspace's own currency; `before`:
    the grade it had; `state`: open, confirmed, kept (the manager said no), done, overtaken."""

    month: str
    customer_id: str
    customer_name: str
    manager_id: str
    before: str | None
    grade: str
    value: Decimal
    state: str = "open"


@dataclass(frozen=True, slots=True)
class GradesCard:
    """One month's suggestions to one manager, the most valuable first."""

    month: str
    manager_id: str
    rows: tuple[Suggestion, ...]
    currency: str

    def count(self, *states: str) -> int:
        return sum(one.state in states for one in self.rows)
