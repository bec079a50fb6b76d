"""What a person gets to see, as frozen facts: the composed form of notices and the answers to look-ups.

Views turn these into words and blocks. Instants are aware UTC; the view knows the reader's zone.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from crm.activities import Activity
from crm.complaints import Complaint
from crm.customers import Contact, Customer
from crm.deal_cards import DealHint, DealLine
from crm.downtime import Outage
from crm.drafts import DraftPart
from crm.exemptions import Exemption
from crm.followups import FollowUp
from crm.imports import Import
from crm.leave import Leave
from crm.ledger import LedgerLine
from crm.locks import Lock
from crm.rules import Rule
from crm.spot_checks import SpotCheck


@dataclass(frozen=True, slots=True)
class ReceiptCard:
    """A logged activity with the clock as it stands now. `gained_days` is how far this log pushed the deadline."""

    activity: Activity
    customer: Customer
    owner_name: str | None
    clock_on: bool
    gained_days: int
    follow_up: FollowUp | None
    is_new: bool
    other_due: datetime | None
    unclear_date: str | None
    held: Exemption | None = None  # what the date rests on, where it is no follow-up
    rule: Rule = field(default_factory=Rule)  # by which it was weighed
    deal: DealHint | None = None
    hears: str | None = None


@dataclass(frozen=True, slots=True)
class ImportCard:
    """A list as far as it is."""

    list_: Import


@dataclass(frozen=True, slots=True)
class LargeExportCard:
    person_name: str
    customers: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer the words may mean. `about` helps to tell it from its namesakes: the owner's name."""

    customer_id: str
    name: str
    owner_name: str | None


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """Which customer did the note mean? `new_name` is the name it would be created under. `state`: open, saved, discarded."""

    draft_id: str
    text: str
    candidates: tuple[Candidate, ...]
    new_name: str | None
    state: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One part of a note about several customers: what it would be logged as, or the receipt once it was."""

    part: DraftPart
    customer_name: str | None
    candidates: tuple[Candidate, ...]
    receipt: ReceiptCard | None


@dataclass(frozen=True, slots=True)
class PreviewCard:
    """A note about several customers, row by row. `state` of the whole: open, saved, discarded."""

    draft_id: str
    rows: tuple[PreviewRow, ...]
    state: str


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """A voice clip that is kept. `lost`: Slack never wrote down its words."""

    draft_id: str
    lost: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class ChoicesCard:
    """Several customers fit what was asked, or none (then the nearest, if any)."""

    query: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """Those who wait for a customer: how many, and the asker's place among them (None: not one of them)."""

    length: int
    place: int | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything the asker may see of a customer. Masked: name shortened, no contacts, no words of notes."""

    customer: Customer
    owner_name: str | None
    is_mine: bool
    masked: bool
    clock_on: bool
    contacts: tuple[Contact, ...]
    touches: tuple[Activity, ...]
    author_names: tuple[tuple[str, str], ...]
    follow_ups: tuple[FollowUp, ...]
    may_claim: bool
    may_release: bool
    may_assign: bool
    held: Exemption | None = None
    deals: tuple[DealLine, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    co_owner_names: tuple[str, ...] = ()
    asked_to_join: bool = False
    last_outcome: str | None = None  # of a masked one in the pool, without names and numbers
    queue: Queue | None = None  # None where there is nothing to wait for


@dataclass(frozen=True, slots=True)
class HistoryCard:
    """A page of the ledger, the latest line first. `of`: customer, or person (then each row names its customer)."""

    of: str
    about_id: str
    title: str
    rows: tuple[tuple[str | None, LedgerLine], ...]
    names: dict[str, str]
    newer: int | None  # the offset of the page before this one, in the order of reading
    older: int | None


@dataclass(frozen=True, slots=True)
class ReminderCard:
    """A follow-up whose time has come, or that was `moved` to a later one since."""

    follow_up: FollowUp
    customer: Customer
    last: Activity | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class PlanCard:
    follow_up: FollowUp


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
class WarningCard:
    lines: tuple[ClaimLine, ...]
    to_manager: bool
    unreachable: bool


@dataclass(frozen=True, slots=True)
class PooledCard:
    customers: tuple[Customer, ...]


@dataclass(frozen=True, slots=True)
class ReassignmentCard:
    """A decision for a manager. `state`: open, assigned, opened, claimed, undone."""

    customer: Customer
    epoch: int
    why: str
    from_name: str | None
    history: tuple[Activity, ...]
    author_names: tuple[tuple[str, str], ...]
    suggested_id: str | None
    suggested_name: str | None
    suggested_why: str | None
    state: str
    new_owner_name: str | None
    decided_by_name: str | None


@dataclass(frozen=True, slots=True)
class Leaver:
    """Who has left, and what of the company's they took out or looked at in their last days."""

    name: str
    days: int
    exports: int
    views: int


@dataclass(frozen=True, slots=True)
class Together:
    """What came up together, to be decided together: whose card of which instant, how many wait, how many of these
    have a suggestion, and who left, where that is why."""

    manager_id: str
    opened_at: datetime
    open: int
    suggested: int
    leaver: Leaver | None = None


@dataclass(frozen=True, slots=True)
class ReassignmentsCard:
    """All decisions that came up together. `more`: how many did not fit; `late_manager`: who has not answered."""

    rows: tuple[ReassignmentCard, ...]
    more: int = 0
    late_manager: str | None = None
    together: Together | None = None


@dataclass(frozen=True, slots=True)
class BriefCard:
    """The hand-over brief."""

    card: CustomerCard
    why: str | None
    from_name: str | None


@dataclass(frozen=True, slots=True)
class MovedOnCard:
    customer: Customer
    new_owner_name: str


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
class ComplaintCard:
    """A complaint or promise as it stands. `occasion`: why it is told."""

    complaint: Complaint
    customer: Customer
    owner_name: str | None
    opener_name: str | None
    resolver_name: str | None
    occasion: str


@dataclass(frozen=True, slots=True)
class JoinCard:
    """Somebody works on a customer beside its owner, or asks to. `state`: asked, joined, refused, left."""

    customer: Customer
    person_id: str
    person_name: str
    decider_name: str | None
    state: str
    to_owner: bool


@dataclass(frozen=True, slots=True)
class TeamLogCard:
    """What a co-owner logged, for the owner."""

    activity: Activity
    customer: Customer
    author_name: str


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
class DayCard:
    """My day: plans due, overdue, claims near their end. `day` is the reader's local day."""

    day: date
    due: tuple[FollowUp, ...]
    overdue: tuple[FollowUp, ...]
    expiring: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """Counts of one day of a team, and what waits now."""

    new_customers: int
    activities: int
    followups_kept: int
    followups_missed: int
    extended: int
    pooled: int
    reassigned: int
    waiting: int
    owned: int
    by_rep: tuple[tuple[str, int], ...]
    amount: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class DigestCard:
    day: date
    team_name: str | None
    numbers: TeamNumbers
    expiring: tuple[ClaimLine, ...]
    waiting: tuple[ReassignmentCard, ...]
    complaints: tuple[ComplaintCard, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeCard:
    person_name: str
    role: str
    locale: str
    day: DayCard
    mine: tuple[ClaimLine, ...]
    mine_total: int
    waiting: tuple[ReassignmentCard, ...]
    team: tuple[ClaimLine, ...]
    digests_on: bool
    digest_hour: int


@dataclass(frozen=True, slots=True)
class MineCard:
    lines: tuple[ClaimLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PoolLine:
    """A pooled customer under the name the asker may see. `free_at`: when its freeze ends, None once it has."""

    customer: Customer
    shown_name: str
    free_at: datetime | None
    awaits_manager: bool
    may_assign: bool
    waits: bool = False


@dataclass(frozen=True, slots=True)
class PoolCard:
    """`total` of what may be had now or soon; `resting`: how many were let go for later."""

    rows: tuple[PoolLine, ...]
    total: int
    resting: int = 0


@dataclass(frozen=True, slots=True)
class WelcomeCard:
    role: str


@dataclass(frozen=True, slots=True)
class WordCard:
    code: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class DeclinedCard:
    """A Refusal told in a message."""

    code: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HaltedCard:
    due: int
    owned: int
    halted_at: datetime
    resumed: bool


@dataclass(frozen=True, slots=True)
class UndeliverableCard:
    person_name: str
    why: str
