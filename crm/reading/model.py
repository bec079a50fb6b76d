"""What a note says, as frozen facts: the only things that leave this room.

Times here are the writer's own wall clock, naive on purpose: whoever stores them attaches the zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """A customer as the reader needs to know it; `contacts` are the names of people who work there."""

    customer_id: str
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """Who writes, and when: `now` is their naive local time, `own` the ids of their own and recent customers."""

    now: datetime
    date_order: str = "MDY"
    default_currency: str = "USD"
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class When:
    """A local day, its time of day if one was said, and the words it came from; `other` is a second near reading."""

    date: date
    time: time | None
    phrase: str
    other: "When | None" = None


@dataclass(frozen=True, slots=True)
class CustomerMatch:
    """Known (id and name), asked about (candidates), new (name as written), or none (all empty)."""

    customer_id: str | None = None
    name: str | None = None
    candidates: tuple[KnownCustomer, ...] = ()
    is_new: bool = False
    phrase: str = ""

    @property
    def is_asked(self) -> bool:
        return bool(self.candidates) and self.customer_id is None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one message says. A field nobody filled is None, False or empty."""

    intent: str = "log"
    kind: str | None = None
    customer: CustomerMatch = field(default_factory=CustomerMatch)
    contact: str | None = None
    contacts: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    follow_up: When | None = None
    next_step: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    stage_hint: str | None = None
    no_answer: bool = False
    on_behalf_of: str | None = None
    forces_new: bool = False
    happened_on: When | None = None
    needs_date: bool = False
    days: tuple[When, ...] = ()  # which days were thought of, where the date has to be asked for
    language: str = "en"
    parts: tuple["Reading", ...] = ()
    lost_reason: str | None = None
    complaint: bool = False
    promise: bool = False
    competitor: str | None = None
    source: str | None = None
    lookup: str | None = None
    command: str | None = None

    def each(self) -> Iterator["Reading"]:
        """The readings of several customers, or this one alone."""
        yield from self.parts or (self,)
