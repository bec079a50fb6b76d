"""chat.*: posting, changing and deleting what the bot says."""

from __future__ import annotations

from typing import Any

from sandbox import events, shapes
from sandbox.api.registry import method
from sandbox.checks import UPDATE_TEXT_MOST, require_message
from sandbox.errors import SlackError
from sandbox.interactions import with_block_ids
from sandbox.nouns import Channel, Json, Message
from sandbox.workspace import Workspace

METADATA_MOST = 8000


@method("chat.postMessage", "channel")
def post_message(ws: Workspace, args: Json) -> Json:
    channel = _writable(ws, args["channel"])
    require_message(args.get("text"), args.get("blocks"), args.get("attachments"))
    _require_metadata(args.get("metadata"))
    message = said(ws, channel, args, thread_ts=_thread(ws, channel, args))
    ws.post(message)
    ws.on_bot_event(events.message(ws, message))
    return {"channel": channel.id, "ts": message.ts, "message": shapes.message(ws, message)}


@method("chat.postEphemeral", "channel", "user")
def post_ephemeral(ws: Workspace, args: Json) -> Json:
    channel = _writable(ws, args["channel"])
    if args["user"] not in channel.members:
        raise SlackError("user_not_in_channel")
    require_message(args.get("text"), args.get("blocks"), args.get("attachments"))
    message = ws.post(said(ws, channel, args, to=args["user"], thread_ts=args.get("thread_ts")))
    return {"message_ts": message.ts}


@method("chat.update", "channel", "ts")
def update(ws: Workspace, args: Json) -> Json:
    channel = _writable(ws, args["channel"])
    held = _own(ws, channel, args["ts"], "cant_update_message")
    if not {"text", "blocks", "attachments"} & {name for name, value in args.items() if value is not None}:
        raise SlackError("no_text")
    blocks = args["blocks"] if args.get("blocks") is not None else ([] if args.get("text") else held.blocks)
    text = args["text"] if args.get("text") is not None else held.text
    require_message(text, blocks, args.get("attachments"), text_most=UPDATE_TEXT_MOST)
    _require_metadata(args.get("metadata"))
    changes: Json = {"text": text, "blocks": with_block_ids(ws, blocks), "edited": ws.clock.stamp()}
    if args.get("attachments") is not None:
        changes["attachments"] = args["attachments"]
    if args.get("metadata") is not None:
        changes["metadata"] = args["metadata"] or None
    before, after = ws.change_message(channel.id, held.ts, **changes)
    ws.on_bot_event(events.message_changed(ws, before, after))
    return {"channel": channel.id, "ts": after.ts, "text": after.text, "message": shapes.message(ws, after)}


@method("chat.delete", "channel", "ts")
def delete(ws: Workspace, args: Json) -> Json:
    channel = _writable(ws, args["channel"])
    held = _own(ws, channel, args["ts"], "cant_delete_message")
    ws.remove_message(channel.id, held.ts)
    ws.on_bot_event(events.message_deleted(ws, held))
    return {"channel": channel.id, "ts": held.ts}


@method("chat.getPermalink", "channel", "message_ts")
def get_permalink(ws: Workspace, args: Json) -> Json:
    held = ws.message(ws.channel(args["channel"]).id, args["message_ts"])
    return {"channel": held.channel, "permalink": permalink(ws, held)}


def permalink(ws: Workspace, held: Message) -> str:
    return f"{ws.base_url}/archives/{held.channel}/p{held.ts.replace('.', '')}"


def said(
    ws: Workspace, channel: Channel, args: Json, *, to: str | None = None, thread_ts: str | None = None
) -> Message:
    """A message of the bot from the arguments of a call; an ephemeral one has its reader in ``to``."""
    return Message(
        ts=ws.clock.stamp(),
        channel=channel.id,
        user=ws.bot_user,
        text=str(args.get("text") or ""),
        blocks=with_block_ids(ws, args.get("blocks") or []),
        attachments=args.get("attachments") or [],
        thread_ts=thread_ts,
        metadata=args.get("metadata") or None,
        ephemeral=to is not None,
        to=to,
        bot=True,
    )


def _writable(ws: Workspace, channel: Any) -> Channel:
    place = ws.place(str(channel))
    if place.archived:
        raise SlackError("is_archived")
    if ws.bot_user not in place.members:
        raise SlackError("not_in_channel")
    return place


def _thread(ws: Workspace, channel: Channel, args: Json) -> str | None:
    wanted = args.get("thread_ts")
    if not wanted:
        return None
    parent = ws.messages[channel.id].get(str(wanted))
    if parent is None or parent.ephemeral:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def _own(ws: Workspace, channel: Channel, ts: Any, refusal: str) -> Message:
    held = ws.message(channel.id, str(ts))
    if held.ephemeral:
        raise SlackError("message_not_found")
    if not held.bot:
        raise SlackError(refusal)
    return held


def _require_metadata(metadata: Any) -> None:
    if not metadata:
        return
    if (
        not isinstance(metadata, dict)
        or not metadata.get("event_type")
        or not isinstance(metadata.get("event_payload"), dict)
    ):
        raise SlackError("invalid_metadata_format")
    if len(str(metadata)) > METADATA_MOST:
        raise SlackError("metadata_too_large")
