"""What happens around the pool: waiting for a customer, asking its owner for it; and what is shown of that."""

from dataclasses import dataclass
from datetime import datetime

from crm.customers import Customer

HEAD_START_HOURS = 2  # working hours each of those who wait has before the next is told


@dataclass(frozen=True, slots=True)
class Wait:
    """One person in the queue for a customer. `known_as`: its name as they saw it; `told_epoch`: when last told."""

    person_id: str
    known_as: str
    asked_at: datetime
    told_epoch: int | None = None
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverAsk:
    """A rep asked the owner for a customer. `state`: open, given, refused."""

    ask_id: str
    customer_id: str
    epoch: int
    owner_id: str
    asked_by: str
    state: str = "open"


@dataclass(frozen=True, slots=True)
class QueuedCard:
    """Where somebody stands in the queue for a customer; `place` None once they have left it."""

    customer_id: str
    known_as: str
    place: int | None


@dataclass(frozen=True, slots=True)
class FreedCard:
    """A customer somebody waited for is free; `gone` once it has an owner again."""

    customer_id: str
    known_as: str
    gone: bool


@dataclass(frozen=True, slots=True)
class RestsCard:
    """A customer that was let go for later."""

    customer: Customer


@dataclass(frozen=True, slots=True)
class HandoverAskCard:
    """The question to the owner, or how it stands for who asked (`to_asker`). `stale`: the customer has moved since."""

    ask: HandoverAsk
    customer_name: str
    asker_name: str
    owner_name: str
    stale: bool
    to_asker: bool
