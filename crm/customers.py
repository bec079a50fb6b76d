"""A customer: one firm, one normal name, at most one owner."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NAME_MAX = 200
ONLY = ("all", "soon", "unplanned", "A", "B", "C")  # which of somebody's customers a list shows


class CustomerState(StrEnum):
    LEAD = "lead"
    OWNED = "owned"
    POOL = "pool"
    WON = "won"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Customer:
    """A firm as Dibs keeps it. `protected_until` is the clock's instant (aware UTC) while somebody owns it;
    `wakes_at` when it comes back, while it rests in the pool."""

    customer_id: str
    name: str
    state: CustomerState
    owner_id: str | None
    owner_epoch: int
    epoch_started_at: datetime | None = None
    protected_until: datetime | None = None
    grade: str | None = None
    source: str | None = None
    city: str | None = None
    industry: str | None = None
    pooled_at: datetime | None = None
    pool_reason: str | None = None
    created_by: str | None = None
    wakes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at the customer's."""

    contact_id: str
    name: str
    phone: str | None = None
    email: str | None = None


def tidy_name(name: str) -> str:
    """The name as it is shown: NFC, without invisible characters, spaces folded, at most NAME_MAX characters."""
    visible = unicodedata.normalize("NFC", name)
    if not visible.isprintable():  # most names are, and need no look at each character
        visible = "".join(c for c in visible if unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cs"))
    return " ".join(visible.split())[:NAME_MAX].strip()


def normal_name(name: str) -> str:
    """The one form all spellings of a name share: NFKC, case folded, no spaces, no punctuation. May be empty."""
    folded = unicodedata.normalize("NFKC", tidy_name(name)).casefold()
    bare = folded.replace(" ", "")
    if bare.isalnum():
        return bare
    return "".join(c for c in bare if c.isalnum() or unicodedata.category(c) in ("So", "Mn", "Mc"))
