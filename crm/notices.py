"""Every message the CRM starts, as a slip: what it is about, not what it says.

A slip goes into the outbox in the transaction of the work it tells of. Just before it is sent it is composed from the
rows as they are then (operations/compose/) and worded in the reader's language (handlers/*/view.py), so a message is
true at the moment it is read, and editing a message is sending its slip again.
"""

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
class GoneToPool:
    """To a former owner: what a sweep at this instant took. One slip for all of them, however many."""

    swept_at: datetime


@dataclass(frozen=True, slots=True)
class ReassignmentAsked:
    """To a manager: pooled customers need an owner, all that came up at this instant. `asked_first`: the manager who
    was asked and has not answered in time."""

    opened_at: datetime
    asked_first: str | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """To a new owner: the brief."""

    customer_id: str
    epoch: int


@dataclass(frozen=True, slots=True)
class MovedOn:
    """To a former owner: the customer has a new owner."""

    customer_id: str
    epoch: int


@dataclass(frozen=True, slots=True)
class BatchTold:
    """To a manager: how the moves they ordered together stand."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class HandedOverTogether:
    """To a new owner: the brief of all they got by one order, however many."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class MovedOnTogether:
    """To a former owner: who has what now, of all that moved by one order."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class Rests:
    """To a rep: what they let go for later rests until its day."""

    customer_id: str
    epoch: int


@dataclass(frozen=True, slots=True)
class Queued:
    """To a rep: where they stand in the queue for a customer, under the name they know it by."""

    customer_id: str
    known_as: str


@dataclass(frozen=True, slots=True)
class CustomerFreed:
    """To a rep who waited: the customer can be claimed, for as long as this epoch lasts."""

    customer_id: str
    epoch: int
    known_as: str


@dataclass(frozen=True, slots=True)
class HandoverAsked:
    """To an owner: a colleague asks for their customer."""

    ask_id: str


@dataclass(frozen=True, slots=True)
class HandoverAnswered:
    """To who asked: what the owner said, or that they were asked."""

    ask_id: str


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
class Erased:
    """To an admin: somebody's traces are gone."""

    erasure_id: str


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
class MorningList:
    """To a rep, at their hour on a working day."""

    day: date


@dataclass(frozen=True, slots=True)
class DailyDigest:
    """To a manager: the day before, in numbers and buttons."""

    day: date


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """To who asked for the figures of more deals than are counted while Slack waits. `what`: the command; `words` and
    `person_id`: what it was asked for."""

    what: str
    words: str
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """To a manager: the seven days up to and with `last`."""

    last: date


@dataclass(frozen=True, slots=True)
class ChannelDay:
    """To a team's channel: the working day before `day` in figures, without any customer's name."""

    team_id: str
    day: date


@dataclass(frozen=True, slots=True)
class ChannelWeek:
    """To a team's channel: the same of seven days."""

    team_id: str
    last: date


@dataclass(frozen=True, slots=True)
class QuarterlyDigest:
    """To a manager: the quarter that began on `first` and is over."""

    first: date


@dataclass(frozen=True, slots=True)
class GradesSuggested:
    """To a manager: the grades a month's values suggest."""

    month: str
    manager_id: str


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
class MergeTold:
    """Two customers were merged, or are two again."""

    merge_id: str


@dataclass(frozen=True, slots=True)
class JoinAsked:
    """To an owner: somebody would work on their customer with them; `asked_at` numbers the askings."""

    customer_id: str
    person_id: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class JoinAnswered:
    """To somebody who asked to work on a customer, or was asked to."""

    customer_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class TeamLog:
    """To an owner: a co-owner was in touch with their customer."""

    activity_id: str


@dataclass(frozen=True, slots=True)
class LeadTold:
    """To a customer's owner, or to a manager where nobody has it: somebody there has asked for us."""

    lead_id: str


@dataclass(frozen=True, slots=True)
class LeadAsked:
    """To a manager: whose is this inquiry?"""

    lead_id: str


@dataclass(frozen=True, slots=True)
class Nudge:
    """A manager asks how the week goes that begins on `monday`, since nothing is logged in it."""

    by_id: str
    monday: date


@dataclass(frozen=True, slots=True)
class StepAnswered:
    """To Slack: how the step "Add a lead" of a workflow ended. `code`: of the refusal, empty where it was done; then
    `outcome` says what became of the inquiry (crm.leads.lead.OUTCOMES), and `person_id` who was told of it."""

    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    person_id: str = ""


Notice = (
    Receipt
    | Nudge
    | WhichCustomer
    | ComplaintTold
    | MergeTold
    | JoinAsked
    | JoinAnswered
    | TeamLog
    | LeadTold
    | LeadAsked
    | StepAnswered
    | SeveralNotes
    | Transcribing
    | ImportFile
    | LargeExport
    | CustomerAnswer
    | Several
    | NobodyCalled
    | Shown
    | LetGoOffered
    | LineHeard
    | CustomerShared
    | Word
    | Declined
    | FollowUpDue
    | ExpiryWarning
    | ExpiryCopy
    | Untouched
    | GoneToPool
    | ReassignmentAsked
    | HandedOver
    | MovedOn
    | BatchTold
    | HandedOverTogether
    | MovedOnTogether
    | Rests
    | Queued
    | CustomerFreed
    | HandoverAsked
    | HandoverAnswered
    | TimeAsked
    | TimeAnswered
    | LeaveAsked
    | LeaveAnswered
    | LeaveCovered
    | LockAsked
    | LockAnswered
    | SpotChecks
    | SpotRejected
    | ShadowWeek
    | TeamClock
    | Erased
    | DaysGivenBack
    | MorningList
    | DailyDigest
    | FiguresAsked
    | WeeklyDigest
    | ChannelDay
    | ChannelWeek
    | QuarterlyDigest
    | GradesSuggested
    | DealKept
    | Welcome
    | Home
    | SweepHalted
    | RuleProposed
    | Recounted
    | Undeliverable
)
