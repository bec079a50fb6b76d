"""Reading what was written while nobody listened: once at the start, and after a socket was away.

Slack re-sends an event for some minutes only. Each active direct channel is therefore read from the last kept note on, each
watched channel from its last inquiry on; everything goes the way of any message, so that what was heard before is not
heard again.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from handlers.dm_note.payload import Dropped, read_message
from handlers.leads.payload import read_post
from operations.hearing import catching_up, notes
from operations.hearing.catching_up import LastHeard
from operations.hearing.heard import Heard
from operations.in_and_out import imports, watching
from operations.in_and_out.watching import Unread
from operations.office import Office

log = logging.getLogger(__name__)

ClientOf = Callable[[str], WebClient | None]
Message = dict[str, Any]
MOST = 200  # messages a page
MOST_PAGES = 5  # a channel; of a longer outage the latest are read


def start_gap_fill(client_of: ClientOf, office: Office, clock: Clock) -> threading.Thread:
    """Read the gaps in the background."""
    thread = threading.Thread(target=fill_gaps, args=(client_of, office, clock), name="gap-fill", daemon=True)
    thread.start()
    return thread


def fill_gaps(client_of: ClientOf, office: Office, clock: Clock) -> int:
    """Hear every message that was missed; returns how many were looked at."""
    direct = sum(_fill(client_of, office, last, clock()) for last in catching_up.last_heard(office, now=clock()))
    return direct + sum(_watch(client_of, office, one, clock()) for one in watching.unread(office, now=clock()))


def _fill(client_of: ClientOf, office: Office, last: LastHeard, now: datetime) -> int:
    missed = [
        message for message in _since(client_of(last.workspace_id), last.channel, last.ts) if not message.get("bot_id")
    ]
    for message in missed:
        event = {**message, "channel": last.channel, "channel_type": "im"}
        heard = read_message({"team_id": last.workspace_id, "event": event})
        if isinstance(heard, Heard):
            notes.hear_note(office, heard=heard, now=now)
        elif isinstance(heard, Dropped):
            key = (heard.channel, heard.ts)
            person = {"workspace_id": heard.who.workspace_id, "person_id": heard.who.person_id}
            imports.drop_files(office, **person, key=key, files=heard.files, now=now)
    return len(missed)


def _watch(client_of: ClientOf, office: Office, last: Unread, now: datetime) -> int:
    """Forms and mails that were posted meanwhile: those of apps above all."""
    missed = list(_since(client_of(last.workspace_id), last.channel, last.ts))
    us = [{"user_id": last.us, "is_bot": True}]
    for message in missed:
        event = {**message, "channel": last.channel, "channel_type": "channel"}
        posted = read_post({"team_id": last.workspace_id, "event": event, "authorizations": us})
        if posted:
            watching.hear_post(office, posted=posted, now=now)
    return len(missed)


def _since(client: WebClient | None, channel: str, ts: str) -> Iterator[Message]:
    """What was written after that, the oldest first; nothing where Slack does not let us read, or we are gone from."""
    if client is None:
        return iter(())
    found: list[Message] = []
    cursor = ""
    for _ in range(MOST_PAGES):
        try:
            answer = client.conversations_history(channel=channel, oldest=ts, limit=MOST, cursor=cursor or None)
        except (SlackApiError, OSError) as error:
            log.warning("a conversation can't be read after the outage: %s", error)
            break
        found += answer.get("messages", [])
        cursor = (answer.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            break
    return reversed(found)  # Slack gives the newest first
