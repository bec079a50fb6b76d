"""Many customers changing hands at once: a batch of moves a manager ordered."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Batch:
    """Moves ordered together, from the card that came up at `opened_at`. `reason` lifts the cooldown. `state`: open, done."""

    batch_id: str
    actor_id: str
    manager_id: str
    opened_at: datetime
    ordered_at: datetime
    reason: str | None = None
    state: str = "open"


@dataclass(frozen=True, slots=True)
class Move:
    """One customer of a batch, to whom, and what became of it. `state`: open, done, skipped (then `why`, a refusal's
    code, and its facts). `epoch` is the one the customer waits in."""

    customer_id: str
    epoch: int
    owner_id: str | None
    state: str = "open"
    why: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
