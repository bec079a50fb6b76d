"""A spot check: a manager looks at one log that moved a deadline, and finds it fine or not a real follow-up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """`week` such as "2026-W11"; `state`: open, fine, rejected; `reason` why it was rejected."""

    activity_id: str
    manager_id: str
    week: str
    state: str = "open"
    reason: str | None = None
    decided_by: str | None = None
