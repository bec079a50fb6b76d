"""What is said of inquiries: to whom they concern, and of where they come in."""

from dataclasses import dataclass

from crm.cards.customers import Candidate
from crm.customers import Customer
from crm.leads.lead import KeptLead, LeadKey, WatchedChannel


@dataclass(frozen=True, slots=True)
class LeadCard:
    """An inquiry for who hears of it: a customer's owner, or a manager. `asks`: the manager is to say whose it is."""

    kept: KeptLead
    customer: Customer | None
    candidates: tuple[Candidate, ...]
    decider_name: str | None
    asks: bool


@dataclass(frozen=True, slots=True)
class StepCard:
    """How a workflow's step ended: `code` and facts of the refusal; or, where it was done, the outcome and who was told."""

    code: str
    facts: tuple[tuple[str, str], ...]
    outcome: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class DoorsCard:
    """Where inquiries come in, and how many did lately, by what became of them."""

    workspace_id: str
    keys: tuple[LeadKey, ...]
    channels: tuple[WatchedChannel, ...]
    counts: dict[str, int]
    days: int
    may_change: bool
    fresh: LeadKey | None = None  # just made: its secret is shown this once
