"""One line of the append-only ledger of ownership."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One change of ownership: who did what, why, by which rule, old and new deadline, on which warning."""

    at: datetime
    actor_id: str | None
    event: str
    epoch: int
    from_owner: str | None
    to_owner: str | None
    reason: str | None = None
    rule_version: int | None = None
    old_deadline: datetime | None = None
    new_deadline: datetime | None = None
    warning_rung: str | None = None
