"""What happens around the pool: waiting for a customer, asking its owner for it."""

from dataclasses import dataclass
from datetime import datetime

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
