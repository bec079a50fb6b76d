"""Reading what was written while nobody listened: once at the start, and after a socket was away.

Slack re-sends an event for some minutes only. Each active direct channel is therefore read from the last kept note on;
everything goes the way of any message, so that what was heard before is not heard again.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from handlers.dm_note.payload import Dropped, read_message
from operations.hearing import catching_up, notes
from operations.hearing.catching_up import LastHeard
from operations.hearing.heard import Heard
from operations.in_and_out import imports
from operations.office import Office

log = logging.getLogger(__name__)

ClientOf = Callable[[str], WebClient | None]

MOST = 200  # messages a channel; who wrote more during one outage finds the rest asked for again


def start_gap_fill(client_of: ClientOf, office: Office, clock: Clock) -> threading.Thread:
    """Read the gaps in the background."""
    thread = threading.Thread(target=fill_gaps, args=(client_of, office, clock), name="gap-fill", daemon=True)
    thread.start()
    return thread


def fill_gaps(client_of: ClientOf, office: Office, clock: Clock) -> int:
    """Hear every message that was missed; returns how many were looked at."""
    return sum(_fill(client_of, office, last, clock()) for last in catching_up.last_heard(office, now=clock()))


def _fill(client_of: ClientOf, office: Office, last: LastHeard, now: datetime) -> int:
    client = client_of(last.workspace_id)
    if client is None:
        return 0
    try:
        answer = client.conversations_history(channel=last.channel, oldest=last.ts, limit=MOST)
    except (SlackApiError, OSError) as error:
        log.warning("a conversation can't be read after the outage: %s", error)
        return 0
    found: list[dict[str, Any]] = answer.get("messages", [])
    missed = [message for message in found if not message.get("bot_id")]
    for message in reversed(missed):  # Slack gives the newest first
        event = {**message, "channel": last.channel, "channel_type": "im"}
        heard = read_message({"team_id": last.workspace_id, "event": event})
        if isinstance(heard, Heard):
            notes.hear_note(office, heard=heard, now=now)
        elif isinstance(heard, Dropped):
            key = (heard.channel, heard.ts)
            person = {"workspace_id": heard.who.workspace_id, "person_id": heard.who.person_id}
            imports.drop_files(office, **person, key=key, files=heard.files, now=now)
    return len(missed)
