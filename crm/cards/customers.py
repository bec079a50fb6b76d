"""What a person gets to see of a customer, and of the forms about one."""

from dataclasses import dataclass

from crm.activities import Activity
from crm.cards.deals import DealLine
from crm.complaints import Complaint
from crm.customers import Contact, Customer
from crm.details import Details, Person
from crm.exemptions import Exemption
from crm.finance import Account
from crm.followups import FollowUp
from crm.leads.lead import KeptLead
from crm.ledger import LedgerLine


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer the words may mean. `about` helps to tell it from its namesakes: the owner's name."""

    customer_id: str
    name: str
    owner_name: str | None


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
    """Everything the asker may see of a customer. Masked: name shortened, no contacts, no words of notes. `may_claim`: at
    once, for nothing holds it: it neither rests nor waits for its day or for a manager."""

    customer: Customer
    owner_name: str | None
    is_mine: bool
    masked: bool
    clock_on: bool
    contacts: tuple[Contact, ...]
    touches: tuple[Activity, ...]  # the last three; `more_touches` where there are others
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
    inquiries: tuple[KeptLead, ...] = ()
    money: tuple[Account, ...] = ()  # finance's, by currency
    queue: Queue | None = None  # None where there is nothing to wait for
    more_touches: bool = False
    deals_total: int = 0  # of the open ones, of which `deals` are the first


@dataclass(frozen=True, slots=True)
class SharedCard:
    """A customer as a channel sees it: masked, whoever shares it."""

    card: CustomerCard
    by_name: str


@dataclass(frozen=True, slots=True)
class TimelineCard:
    """A page of what was done with a customer, the latest first; `newer` and `older`: the offsets of its neighbours."""

    customer: Customer
    touches: tuple[Activity, ...]
    names: dict[str, str]
    newer: int | None
    older: int | None


@dataclass(frozen=True, slots=True)
class HistoryCard:
    """A page of the ledger, the latest line first. `of`: customer (then only the rows of those merged into it bear a
    name), or person (then each names its customer)."""

    of: str
    about_id: str
    title: str
    rows: tuple[tuple[str | None, LedgerLine], ...]
    names: dict[str, str]
    newer: int | None  # the offset of the page before this one, in the order of reading
    older: int | None


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
class DetailsCard:
    """A customer's own facts for their form. `may_grade`: only who leads its owner decides about the grade."""

    customer_id: str
    details: Details
    may_grade: bool


@dataclass(frozen=True, slots=True)
class ContactsCard:
    """The people at a customer's."""

    customer_id: str
    customer_name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a form was not kept yet: `near` are customers that may be the same firm, `clashes` fields that somebody else
    has changed meanwhile. `facts` is what it would be kept as, when sent once more; `stood` marks what is kept now."""

    facts: Details | Person
    stood: dict[str, str]
    near: tuple[Candidate, ...] = ()
    clashes: tuple[str, ...] = ()
