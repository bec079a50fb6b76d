"""What is said of the pool and of those who wait around it."""

from dataclasses import dataclass
from datetime import datetime

from crm.customers import Customer
from crm.waiting import HandoverAsk


@dataclass(frozen=True, slots=True)
class PoolLine:
    """A pooled customer under the name the asker may see. `free_at`: when its freeze ends, None once it has."""

    customer: Customer
    shown_name: str
    free_at: datetime | None
    awaits_manager: bool
    may_assign: bool
    waits: bool = False


@dataclass(frozen=True, slots=True)
class PoolCard:
    """A page from `offset` on of the `total` that may be had now or soon; `resting`: how many were let go for later.
    `back` and `on`: where the page before and the next begin."""

    rows: tuple[PoolLine, ...]
    total: int
    resting: int = 0
    offset: int = 0
    back: int | None = None
    on: int | None = None


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
