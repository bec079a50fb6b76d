"""Two customers turn out to be one firm: which of them stays, and what a person is shown before it is done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from crm.customers import Customer

UNMERGE_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Moved:
    """How much goes along with the one that is merged."""

    activities: int
    contacts: int
    plans: int
    deals: int
    complaints: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """`kept` stays, `gone` goes into it. `until`: the later of both dates, as the claim will have it."""

    kept: Customer
    gone: Customer
    kept_owner: str | None
    gone_owner: str | None
    moved: Moved
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was done, and may be taken back until `undo_until`."""

    merge_id: str
    kept: Customer
    gone_name: str
    merger_name: str
    undone_by: str | None
    undo_until: datetime


def kept_first(one: Customer, other: Customer) -> tuple[Customer, Customer]:
    """(stays, goes): the earlier claim stays; an owned one before one nobody owns; else the one that was known first."""

    def rank(customer: Customer) -> tuple[bool, datetime | str, str]:
        free = customer.owner_id is None
        since = customer.customer_id if free or customer.epoch_started_at is None else customer.epoch_started_at
        return (free, since, customer.customer_id)

    if (one.owner_id is None) == (other.owner_id is None):
        return (one, other) if rank(one) <= rank(other) else (other, one)
    return (one, other) if one.owner_id else (other, one)


def later_of(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later of two dates; the one there is, where there is only one."""
    return max((each for each in (one, other) if each), default=None)
