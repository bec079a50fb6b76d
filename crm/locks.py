"""A lock: an owner's claim held by a manager's word, until an instant."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lock:
    """`state`: asked, locked, refused, ended. `until` (aware UTC) once it is set; `decided_by` approved or refused it."""

    lock_id: str
    customer_id: str
    epoch: int
    asked_by: str
    reason: str
    state: str = "asked"
    decided_by: str | None = None
    until: datetime | None = None

    def holds_at(self, now: datetime) -> bool:
        return self.state == "locked" and self.until is not None and now < self.until
