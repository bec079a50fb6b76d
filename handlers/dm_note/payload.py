"""Messages as Slack tells them: new, edited, deleted, with files, in a DM or by mention."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from handlers.kit.payloads import Body, Who, event_who, instant
from operations.hearing.heard import Heard
from operations.in_and_out.imports import DroppedFile

PLAIN = (None, "file_share", "thread_broadcast")
LISTS = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers")  # what we can't read is told so
IMPORT_WORDS = re.compile(
    r"\s*(?:please\s+)?(?:import(?:\s+(?:this|these|it))?|请?(?:帮我)?导入(?:一下)?)?(?:\s+please)?\s*[.!。！]?\s*",
    re.I,
)
CROSS = ("x", "heavy_multiplication_x", "negative_squared_cross_mark")


@dataclass(frozen=True)
class Edited:
    heard: Heard
    at: datetime


@dataclass(frozen=True)
class Withdrawn:
    who: Who
    channel: str
    ts: str


@dataclass(frozen=True)
class Dropped:
    """Lists dropped on the bot, with no words or with the word for it."""

    who: Who
    channel: str
    ts: str
    files: tuple[DroppedFile, ...]


def read_message(body: Body) -> Heard | Edited | Withdrawn | Dropped | None:
    """A person's message, its edit or its deletion; None for what bots say and for what has no one to answer."""
    event = body["event"]
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _edited(body, event)
    if subtype == "message_deleted":
        return _deleted(body, event)
    if subtype not in PLAIN or event.get("bot_id") or not event.get("user") or _is_stranger(body, event):
        return None
    return _dropped(body, event) or _heard(body, event, event["channel"])


def _dropped(body: Body, event: dict[str, Any]) -> Dropped | None:
    """A message that is nothing but lists. With a note beside it a file is kept as a link, as always."""
    lists = [file for file in event.get("files") or () if _is_list(file)]
    if not lists or len(lists) < len(event["files"]) or not IMPORT_WORDS.fullmatch(event.get("text") or ""):
        return None
    files = tuple(
        DroppedFile(file["id"], file.get("name") or "list", file.get("url_private_download") or file["url_private"])
        for file in lists
        if file.get("url_private")
    )
    return Dropped(event_who(body, event["user"]), event["channel"], event["ts"], files) if files else None


def _is_list(file: Mapping[str, Any]) -> bool:
    return str(file.get("name") or "").lower().endswith(LISTS)


def read_mention(body: Body) -> Heard | None:
    """A message that mentions the bot in a channel: its words without the mention, to be answered privately.

    None from a stranger: in a shared channel people of other workspaces can mention the bot too. A colleague is answered
    there in the DM, since customers are no business of such a channel.
    """
    event = body["event"]
    if event.get("bot_id") or not event.get("user") or _is_stranger(body, event):
        return None
    heard = _heard(body, event, event["channel"])
    words = re.sub(rf"<@{_bot(body)}(\|[^>]*)?>[\s,:，：]*", "", heard.text).strip()
    return replace(heard, text=words, private=bool(body.get("is_ext_shared_channel")))


def _bot(body: Body) -> str:
    """The bot's own id, as Slack names it with each event."""
    known = [one["user_id"] for one in body.get("authorizations") or () if one.get("is_bot")]
    return re.escape(known[0]) if known else "[UW][A-Z0-9_]+"


def _is_stranger(body: Body, event: dict[str, Any]) -> bool:
    home = event.get("user_team") or event.get("source_team") or event.get("team")
    return home is not None and home != body["team_id"]


def read_reaction(body: Body) -> Withdrawn | None:
    """A ❌ on a message."""
    event = body["event"]
    item = event.get("item") or {}
    if event["reaction"] not in CROSS or item.get("type") != "message":
        return None
    return Withdrawn(event_who(body, event["user"]), item["channel"], item["ts"])


def read_shortcut(body: Body) -> Heard:
    """The message that "Log to Dibs" was chosen on: logged by who chose it, from any channel."""
    message, who = body["message"], Who(body["team"]["id"], body["user"]["id"])
    return Heard(
        workspace_id=who.workspace_id,
        person_id=who.person_id,
        channel=body["channel"]["id"],
        ts=f"{message['ts']}:{who.person_id}",
        text=message.get("text") or "",
        sent_at=instant(message["ts"]),
        links=_links(message),
    )


def _heard(body: Body, message: dict[str, Any], channel: str) -> Heard:
    who = event_who(body, message["user"])
    return Heard(
        workspace_id=who.workspace_id,
        person_id=who.person_id,
        channel=channel,
        ts=message["ts"],
        text=_words(message),
        sent_at=instant(message["ts"]),
        links=_links(message),
        thread_ts=message.get("thread_ts") if message.get("thread_ts") != message["ts"] else None,
        voice=_unheard(message),
    )


def _edited(body: Body, event: dict[str, Any]) -> Edited | None:
    """A person's new words: Slack also sends this for unfurls and for our own messages."""
    message = event["message"]
    if not message.get("edited") or message.get("bot_id") or not message.get("user"):
        return None
    if message.get("subtype") not in PLAIN or _words(message) == _words(event.get("previous_message") or {}):
        return None
    return Edited(_heard(body, message, event["channel"]), instant(event["event_ts"]))


def _deleted(body: Body, event: dict[str, Any]) -> Withdrawn | None:
    previous = event.get("previous_message") or {}
    if previous.get("bot_id") or not previous.get("user"):
        return None
    return Withdrawn(event_who(body, previous["user"]), event["channel"], event["deleted_ts"])


def _words(message: dict[str, Any]) -> str:
    """What was written, and what Slack heard in a voice clip."""
    heard = [spoken_words(file) for file in message.get("files") or ()]
    return "\n".join(part for part in (message.get("text") or "", *heard) if part)


def spoken_words(file: Mapping[str, Any]) -> str | None:
    """What Slack heard in a voice clip; None for any other file, and while it is still listening."""
    if file.get("subtype") != "slack_audio":
        return None
    return ((file.get("transcription") or {}).get("preview") or {}).get("content") or None


def _unheard(message: dict[str, Any]) -> str | None:
    """The first voice clip whose words are still to come."""
    clips = [file for file in message.get("files") or () if file.get("subtype") == "slack_audio"]
    return next((str(file["id"]) for file in clips if not spoken_words(file)), None)


def _links(message: dict[str, Any]) -> tuple[str, ...]:
    return tuple(file["permalink"] for file in message.get("files") or () if file.get("permalink"))
