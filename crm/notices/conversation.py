"""What answers somebody who wrote, pressed or opened something; and what a day brings to one person."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """Answer to a logged note. `other_due` is the second reading of its date, `unclear_date` words no date was found for,
    `days` the instants that were thought of there."""

    activity_id: str
    is_new: bool = False
    other_due: datetime | None = None
    unclear_date: str | None = None
    days: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichCustomer:
    """A note is kept as a draft until its customer is clear."""

    draft_id: str
    candidate_ids: tuple[str, ...] = ()
    new_name: str | None = None


@dataclass(frozen=True, slots=True)
class ForWhom:
    """An assistant's note that would begin a claim is kept as a draft until it is said whose. `choice`: a customer's id, or
    "new" for one called `name`."""

    draft_id: str
    choice: str
    name: str


@dataclass(frozen=True, slots=True)
class SeveralNotes:
    """A note about several customers, kept as a draft: one preview, one "Save all"."""

    draft_id: str


@dataclass(frozen=True, slots=True)
class Transcribing:
    """A voice clip is kept; its words are being written down."""

    draft_id: str


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A list somebody dropped: its preview, its progress, what became of it."""

    import_id: str


@dataclass(frozen=True, slots=True)
class LargeExport:
    """Somebody takes many customers out."""

    export_id: str


@dataclass(frozen=True, slots=True)
class CustomerAnswer:
    """Answer to a question about a customer, asked in a DM or a mention."""

    customer_id: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several customers fit a question."""

    query: str
    customer_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NobodyCalled:
    """No customer goes by that name."""

    query: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A list asked for by a plain word: today, mine, pool, deals, or help."""

    what: str


@dataclass(frozen=True, slots=True)
class LineHeard:
    """A sub-command of /dibs that was written as a message: the button that does it."""

    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class LetGoOffered:
    """To an owner who said that they let a customer go: the button that asks why. `why`: the reason they named."""

    customer_id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CustomerShared:
    """To a channel: a customer, as any member of the workspace may see it, from who shared it."""

    customer_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Word:
    """One fixed helpful line. `code` is one of handlers/kit/words.py: small_talk, empty, unknown_command …"""

    code: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """An operation refused, told in a message: the code and facts of the Refusal, and what was kept."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """To an admin: somebody's traces are gone."""

    erasure_id: str


@dataclass(frozen=True, slots=True)
class MorningList:
    """To a rep, at their hour on a working day."""

    day: date


@dataclass(frozen=True, slots=True)
class DailyDigest:
    """To a manager: the day before, in numbers and buttons."""

    day: date


@dataclass(frozen=True, slots=True)
class DealKept:
    """A deal was opened or changed: to whoever did it, and to its owner."""

    deal_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """Once, on the first opening of the app."""


@dataclass(frozen=True, slots=True)
class Home:
    """The App Home of its reader."""


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """To an admin: messages to somebody cannot be delivered."""

    person_id: str
    why: str


@dataclass(frozen=True, slots=True)
class ComplaintTold:
    """A complaint or promise: `occasion` opened, due, late (to a manager), or resolved."""

    complaint_id: str
    occasion: str


@dataclass(frozen=True, slots=True)
class TeamLog:
    """To an owner: a co-owner was in touch with their customer."""

    activity_id: str


@dataclass(frozen=True, slots=True)
class Nudge:
    """A manager asks how the week goes that begins on `monday`, since nothing is logged in it."""

    by_id: str
    monday: date


Notice = (
    Receipt
    | WhichCustomer
    | ForWhom
    | SeveralNotes
    | Transcribing
    | ImportFile
    | LargeExport
    | CustomerAnswer
    | Several
    | NobodyCalled
    | Shown
    | LineHeard
    | LetGoOffered
    | CustomerShared
    | Word
    | Declined
    | Erased
    | MorningList
    | DailyDigest
    | DealKept
    | Welcome
    | Home
    | Undeliverable
    | ComplaintTold
    | TeamLog
    | Nudge
)
