"""A message as Slack told it, and what it is known by."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

RECENT = timedelta(days=60)
LIVE = timedelta(hours=24)  # for so long an edited or deleted message changes its log
CANDIDATES = 3


@dataclass(frozen=True)
class Line:
    """A sub-command of /dibs written as a message. `where`: "sure" where it can be nothing else; "word" where it is all
    there is, unless the message replies to a receipt; "customer" if `rest` begins with a customer's name; "nobody" if no
    customer is in it; "team" if `rest` is a team's name."""

    name: str
    rest: str
    where: Literal["sure", "word", "customer", "nobody", "team"]


@dataclass(frozen=True)
class Heard:
    """A message as Slack told it. `private` in a DM; elsewhere the answer is whispered. `sent_at` is when it was written."""

    workspace_id: str
    person_id: str
    channel: str
    ts: str
    text: str
    sent_at: datetime
    links: tuple[str, ...] = ()
    thread_ts: str | None = None
    private: bool = True
    part: int = 0
    line: Line | None = None
    on_behalf_of: str | None = None  # whom a part is for, where the whole message says so and not its own words
    voice: str | None = None  # the file of a clip whose words are still being written down


def message_key(channel: str, ts: str) -> str:
    """What a message is known by, however often and in whatever order Slack tells of it."""
    return f"message:{channel}:{ts}"


def preview_key(draft_id: str) -> str:
    """The outbox key of the preview of a message about several customers."""
    return f"several:{draft_id}"


def question_key(draft_id: str) -> str:
    return f"question:{draft_id}"
