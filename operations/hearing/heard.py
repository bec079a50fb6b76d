"""A message as Slack told it, and what it is known by."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

DEFAULT_HOUR = time(9)
RECENT = timedelta(days=60)
LIVE = timedelta(hours=24)  # for so long an edited or deleted message changes its log
CANDIDATES = 3


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
    voice: str | None = None  # the file of a clip whose words are still being written down


def message_key(channel: str, ts: str) -> str:
    """What a message is known by, however often and in whatever order Slack tells of it."""
    return f"message:{channel}:{ts}"


def question_key(draft_id: str) -> str:
    return f"question:{draft_id}"
