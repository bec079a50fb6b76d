"""Approved leave: the owner's clocks stand still, and a cover's follow-ups count for the owner."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Leave:
    """From the first to the last local day, both included. `state`: asked, approved, refused, cancelled."""

    leave_id: str
    person_id: str
    first_day: date
    last_day: date
    cover_id: str | None
    state: str = "asked"
    decided_by: str | None = None

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day
