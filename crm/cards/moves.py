"""What is said of customers that change hands: the decision, the brief, the word to the former owner."""

from dataclasses import dataclass
from datetime import datetime

from crm.activities import Activity
from crm.cards.customers import CustomerCard
from crm.customers import Customer
from crm.leads.lead import KeptLead


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
    inquiry: KeptLead | None = None  # what came in, where that is why


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
class BatchCard:
    """How a batch stands: how many each got, which were skipped and why, how many are still to go."""

    total: int
    to_go: int
    given: tuple[tuple[str, int], ...]
    skipped: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class BriefCard:
    """The hand-over brief."""

    card: CustomerCard
    why: str | None
    from_name: str | None


@dataclass(frozen=True, slots=True)
class BriefsCard:
    """To a new owner: several customers at once, the first of them in detail. `more`: names of the rest."""

    rows: tuple[BriefCard, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedOnCard:
    """`stays`: the per cent its former owner keeps of what is won there, for having developed it, and until when."""

    customer: Customer
    new_owner_name: str
    stays: tuple[int, datetime] | None = None


@dataclass(frozen=True, slots=True)
class MovedOnsCard:
    """To a former owner: (customer, new owner) of all that moved together."""

    rows: tuple[tuple[str, str], ...]
