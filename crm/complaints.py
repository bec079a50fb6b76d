"""Complaints and delivery promises: what was said, who sees to it, by when, and what came of it."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Literal

from crm.calendar import WorkCalendar

Kind = Literal["complaint", "promise"]
SEVERITIES = ("high", "medium", "low")
WORKING_DAYS = {"high": 1, "medium": 3, "low": 5}  # to its due time, where nobody chose one
ESCALATE_HOURS = {"high": 2, "medium": 8, "low": 8}  # working hours overdue before the manager hears
DUE_AT = time(17)


@dataclass(frozen=True, slots=True)
class Complaint:
    """`state`: open, resolved, withdrawn. `chase`: what is due at `chase_at`, remind or escalate; None when all is said.
    A promise has no severity. `score`: how satisfied the customer is, 1 to 5."""

    complaint_id: str
    customer_id: str
    kind: Kind
    severity: str | None
    words: str
    owner_id: str
    opened_by: str
    opened_at: datetime
    due_at: datetime
    state: str = "open"
    chase: str | None = "remind"
    chase_at: datetime | None = None
    resolution: str | None = None
    score: int | None = None
    resolved_by: str | None = None
    resolved_at: datetime | None = None
    activity_id: str | None = None

    @property
    def is_open(self) -> bool:
        return self.state == "open"


def without_words(one: Complaint) -> Complaint:
    """That something is open, and until when, for who may not read what it is."""
    return replace(one, words="", resolution=None, activity_id=None)


def usual_due(severity: str | None, *, now: datetime, calendar: WorkCalendar) -> datetime:
    """The afternoon of the working day by which this severity is to be settled."""
    days = WORKING_DAYS.get(severity or "", WORKING_DAYS["medium"])
    return calendar.at(calendar.add_working_days(calendar.local_date(now), days), DUE_AT)


def escalates_at(severity: str | None, *, due_at: datetime, calendar: WorkCalendar) -> datetime:
    """When a manager hears of what is still open after its due time."""
    return calendar.add_working_hours(due_at, ESCALATE_HOURS.get(severity or "", ESCALATE_HOURS["medium"]))
