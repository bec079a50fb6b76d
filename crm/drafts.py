"""A note that waits for an answer. Its words are kept whatever happens."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept note. `channel` and `ts` are its Slack message; `sent_at` when it was sent (aware UTC)."""

    draft_id: str
    person_id: str
    channel: str
    ts: str
    text: str
    links: str | None
    state: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class DraftPart:
    """One customer's share of a draft. Decided when it has a customer or the name of a new one; `state`: open, saved, dropped.
    `on_behalf_of`: the rep it is written for, where that is not its writer."""

    part: int
    text: str
    customer_id: str | None
    new_name: str | None
    candidate_ids: tuple[str, ...] = ()
    kind: str = "note"
    contact: str | None = None
    due_at: datetime | None = None
    step: str | None = None
    state: str = "open"
    activity_id: str | None = None
    on_behalf_of: str | None = None

    @property
    def is_decided(self) -> bool:
        return self.customer_id is not None or self.new_name is not None
