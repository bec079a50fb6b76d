"""What was done with a customer: calls, visits, mails, notes."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

KINDS = ("call", "meeting", "visit", "demo", "email", "message", "note")


@dataclass(frozen=True, slots=True)
class Activity:
    """One logged touch. `extends` says whether it moved the clock, `why_not` the clause that kept it from that.

    What it says in passing: a `competitor` by name, why a deal was lost (one of LOST_REASONS), where the customer came
    from (`source`), and whether a "complaint" or "promise" was heard (`hears`), to be offered as one.
    """

    activity_id: str
    customer_id: str
    epoch: int
    author_id: str
    on_behalf_of: str | None
    kind: str
    happened_at: datetime
    logged_at: datetime
    outcome: str
    contact: str | None = None
    no_answer: bool = False
    amount: Decimal | None = None
    currency: str | None = None
    stage_hint: str | None = None
    extends: bool = False
    why_not: str | None = None
    gained_days: int = 0
    competitor: str | None = None
    lost_reason: str | None = None
    source: str | None = None
    hears: str | None = None
    withdrawn: bool = False

    @property
    def written_by_and_for(self) -> set[str]:
        """The ids of its author and of the rep whose it is: often one."""
        return {self.author_id, self.on_behalf_of or self.author_id}


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody says they did, before it is weighed: from a note, from the form, from an edit. Instants are aware UTC."""

    kind: str
    outcome: str
    happened_at: datetime
    contact: str | None = None
    contacts: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    no_answer: bool = False
    amount: Decimal | None = None
    currency: str | None = None
    stage_hint: str | None = None
    competitor: str | None = None
    lost_reason: str | None = None
    source: str | None = None
    hears: str | None = None
    on_behalf_of: str | None = None
    follow_up_at: datetime | None = None
    next_step: str | None = None
    links: tuple[str, ...] = ()
