"""What is said of a note: its receipt, the question it left open, its parts, its voice."""

from dataclasses import dataclass, field
from datetime import date, datetime

from crm.activities import Activity
from crm.cards.customers import Candidate
from crm.cards.deals import DealHint
from crm.customers import Customer
from crm.drafts import DraftPart
from crm.exemptions import Exemption
from crm.followups import FollowUp
from crm.rules import Rule


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
    days: tuple[datetime, ...] = ()  # that were thought of, where the date is unclear
    held: Exemption | None = None  # what the date rests on, where it is no follow-up
    rule: Rule = field(default_factory=Rule)  # by which it was weighed
    deal: DealHint | None = None
    hears: str | None = None
    assisted_until: date | None = None  # the last day on which its writer may write for this rep


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """Which customer did the note mean? `new_name` is the name it would be created under. `state`: open, saved, discarded."""

    draft_id: str
    text: str
    candidates: tuple[Candidate, ...]
    new_name: str | None
    state: str


@dataclass(frozen=True, slots=True)
class ForWhomCard:
    """For which rep is an assistant's note? `reps`: id and name of those of the assistant's team."""

    draft_id: str
    choice: str
    customer_name: str
    text: str
    reps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One part of a note about several customers: what it would be logged as, or the receipt once it was. `words` as they
    are read by people; `rep_name`: whom it is kept for, where that is not the writer; `owner_name`: whose the customer is,
    where that is neither."""

    part: DraftPart
    customer_name: str | None
    candidates: tuple[Candidate, ...]
    receipt: ReceiptCard | None
    words: str
    rep_name: str | None = None
    owner_name: str | None = None


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
class TeamLogCard:
    """What a co-owner logged, for the owner."""

    activity: Activity
    customer: Customer
    author_name: str


@dataclass(frozen=True, slots=True)
class PlanCard:
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class ReminderCard:
    """A follow-up whose time has come, or that was `moved` to a later one since."""

    follow_up: FollowUp
    customer: Customer
    last: Activity | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class WordCard:
    code: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class LineCard:
    """A sub-command of /dibs, by its English name, and what was written after it."""

    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class DeclinedCard:
    """A Refusal told in a message."""

    code: str
    facts: tuple[tuple[str, str], ...]
