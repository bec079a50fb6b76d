"""What the forms about a customer show, and what stands between a form and its being kept."""

from dataclasses import dataclass

from crm.cards import Candidate
from crm.customers import Contact
from crm.details import Details, Person


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
