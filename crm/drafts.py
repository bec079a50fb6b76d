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
