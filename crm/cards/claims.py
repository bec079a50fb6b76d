"""What is said of a claim and its clock: countdown, warnings, what is asked and granted."""

from dataclasses import dataclass
from datetime import datetime

from crm.activities import Activity
from crm.customers import Customer
from crm.downtime import Outage
from crm.exemptions import Exemption
from crm.leave import Leave
from crm.locks import Lock
from crm.spot_checks import SpotCheck


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim and its countdown. `handled` when a warning's row has been mended: the deadline has moved since."""

    customer: Customer
    owner_name: str | None
    days_left: int
    last: Activity | None = None
    handled: bool = False
    time_asked: bool = False
    held: Exemption | None = None


@dataclass(frozen=True, slots=True)
class LetGoCard:
    """Somebody said they let a customer go; nothing happens before they say why. `mine`: whether it still is theirs; `why`:
    the reason they named."""

    customer: Customer
    mine: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class MineCard:
    """A page of somebody's customers from `offset` on; `back` and `on`: the offsets of its neighbours; `only`: which of
    them (crm.customers.ONLY); `for_others`: of an assistant, whose customers are those they write for."""

    lines: tuple[ClaimLine, ...]
    total: int
    offset: int = 0
    back: int | None = None
    on: int | None = None
    only: str = "all"
    for_others: bool = False


@dataclass(frozen=True, slots=True)
class ExpiringCard:
    """A page of what runs out within a week in a leader's team, their own included, the nearest first. `back` and `on`:
    where the page before and the next begin."""

    lines: tuple[ClaimLine, ...]
    total: int
    offset: int = 0
    back: int | None = None
    on: int | None = None


@dataclass(frozen=True, slots=True)
class WarningCard:
    lines: tuple[ClaimLine, ...]
    to_manager: bool
    unreachable: bool


@dataclass(frozen=True, slots=True)
class UntouchedCard:
    """What was given to somebody and waits for the first follow-up; `handled` are those that do no more."""

    lines: tuple[ClaimLine, ...]
    to_manager: bool


@dataclass(frozen=True, slots=True)
class PooledCard:
    customers: tuple[Customer, ...]


@dataclass(frozen=True, slots=True)
class TimeRequestCard:
    request_id: str
    customer: Customer
    asker_name: str
    reason: str
    days: int
    state: str
    decider_name: str | None
    to_asker: bool = False


@dataclass(frozen=True, slots=True)
class LeaveCard:
    """Leave, for its `reader`: the manager who is asked, the rep, or the cover. `customers`: how many clocks stand still."""

    leave: Leave
    person_name: str
    cover_name: str | None
    decider_name: str | None
    customers: int
    reader: str


@dataclass(frozen=True, slots=True)
class LockCard:
    """A lock, for the manager who is asked or for the owner. `days`: how long it would hold."""

    lock: Lock
    customer: Customer
    asker_name: str
    decider_name: str | None
    days: int
    to_manager: bool


@dataclass(frozen=True, slots=True)
class SpotCheckRow:
    """A log that was drawn for a manager to look at, and what they found."""

    check: SpotCheck
    activity: Activity
    customer: Customer
    author_name: str
    decider_name: str | None


@dataclass(frozen=True, slots=True)
class SpotChecksCard:
    rows: tuple[SpotCheckRow, ...]


@dataclass(frozen=True, slots=True)
class SpotRejectedCard:
    """For the writer of a log that was not counted. `owner_name`: whose the customer is now, None in the pool."""

    row: SpotCheckRow
    owner_name: str | None
    is_mine: bool


@dataclass(frozen=True, slots=True)
class DaysBackCard:
    """An outage, and what it gave back to its reader: so many customers have up to so many working days more."""

    outage: Outage
    customers: int
    days: int


@dataclass(frozen=True, slots=True)
class HaltedCard:
    due: int
    owned: int
    halted_at: datetime
    resumed: bool
