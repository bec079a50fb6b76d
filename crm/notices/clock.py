"""The claim clock: warnings, the pool, time asked for, leave, locks, spot checks, and what its rules did."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FollowUpDue:
    """A follow-up's time has come. `snoozes` numbers the reminders of one follow-up."""

    followup_id: str


@dataclass(frozen=True, slots=True)
class WarnedClaim:
    """One row of a warning: the claim and the deadline it is about."""

    customer_id: str
    epoch: int
    deadline: datetime
    rung: str


@dataclass(frozen=True, slots=True)
class ExpiryWarning:
    """To an owner: these claims run out unless something is done."""

    rows: tuple[WarnedClaim, ...]


@dataclass(frozen=True, slots=True)
class ExpiryCopy:
    """To a manager: these claims of their people run out, and (`unreachable`) the owner could not be told."""

    rows: tuple[WarnedClaim, ...]
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Untouched:
    """These (customer, epoch) were given to somebody who has not called yet: to the owner, or to their manager."""

    claims: tuple[tuple[str, int], ...]
    to_manager: bool = False


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """To a manager: a rep asks for time."""

    request_id: str


@dataclass(frozen=True, slots=True)
class TimeAnswered:
    """To a rep: what the manager decided."""

    request_id: str


@dataclass(frozen=True, slots=True)
class LeaveAsked:
    """To a manager: a rep asks for leave."""

    leave_id: str


@dataclass(frozen=True, slots=True)
class LeaveAnswered:
    """To a rep: how their leave stands."""

    leave_id: str


@dataclass(frozen=True, slots=True)
class LeaveCovered:
    """To a cover: whom they stand in for, and until when."""

    leave_id: str


@dataclass(frozen=True, slots=True)
class LockAsked:
    """To a manager: an owner asks for a lock."""

    lock_id: str


@dataclass(frozen=True, slots=True)
class LockAnswered:
    """To an owner: how the lock of their customer stands."""

    lock_id: str


@dataclass(frozen=True, slots=True)
class SpotChecks:
    """To a manager: a few logs of a week ("2026-W11") to look at."""

    week: str


@dataclass(frozen=True, slots=True)
class ShadowWeek:
    """To a manager: what the clock would have done with a team's customers in the week of a Monday."""

    team_id: str
    monday: date


@dataclass(frozen=True, slots=True)
class TeamClock:
    """To an admin and a team's managers: its clock was switched, or its assisted entry changed. `about`: clock, assisted."""

    team_id: str
    about: str


@dataclass(frozen=True, slots=True)
class SpotRejected:
    """To the writer of a log: a manager does not count it."""

    activity_id: str


@dataclass(frozen=True, slots=True)
class DaysGivenBack:
    """To an owner: Dibs was away, and so many of their customers have up to so many working days more."""

    down_at: datetime
    up_at: datetime
    customers: int
    days: int


@dataclass(frozen=True, slots=True)
class SweepHalted:
    """To an admin: a sweep would take more than the breaker allows, so it waits for a word."""

    due: int
    owned: int
    halted_at: datetime


@dataclass(frozen=True, slots=True)
class RuleProposed:
    """To an admin: what a rule would do before it is saved, with the buttons that save or drop it."""

    proposal_id: str


@dataclass(frozen=True, slots=True)
class Recounted:
    """To whoever changed a rule or a calendar: how many dates it moved, once it has."""

    recount_id: str


Notice = (
    FollowUpDue
    | ExpiryWarning
    | ExpiryCopy
    | Untouched
    | TimeAsked
    | TimeAnswered
    | LeaveAsked
    | LeaveAnswered
    | LeaveCovered
    | LockAsked
    | LockAnswered
    | SpotChecks
    | ShadowWeek
    | TeamClock
    | SpotRejected
    | DaysGivenBack
    | SweepHalted
    | RuleProposed
    | Recounted
)
