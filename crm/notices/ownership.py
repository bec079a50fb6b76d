"""A customer changes hands, or is asked for."""

from dataclasses import dataclass
from datetime import datetime


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
class GradesSuggested:
    """To a manager: the grades a month's values suggest."""

    month: str
    manager_id: str


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


Notice = (
    GoneToPool
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
    | GradesSuggested
    | MergeTold
    | JoinAsked
    | JoinAnswered
)
