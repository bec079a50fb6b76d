"""The next step: a dated follow-up and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FollowUpState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A step somebody means to take with a customer at `due_at` (aware UTC). `step` is in the rep's own words."""

    followup_id: str
    customer_id: str
    customer_name: str
    owner_id: str
    due_at: datetime
    step: str | None = None
    contact: str | None = None
    activity_id: str | None = None
    state: FollowUpState = FollowUpState.OPEN
