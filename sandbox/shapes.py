"""How things look on the wire, as Slack's Web API and events show them. Pure: facts in, JSON out."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sandbox.nouns import Channel, File, Json, Message, Person, View
from sandbox.workspace import Workspace


def user(person: Person, *, team_id: str, now: datetime, include_locale: bool = False) -> Json:
    offset = now.astimezone(ZoneInfo(person.tz)).utcoffset()
    shown: Json = {
        "id": person.id,
        "team_id": team_id if not person.is_stranger else "T_ELSEWHERE",
        "name": person.name,
        "deleted": person.deleted,
        "color": person.color,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": profile(person),
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_stranger": person.is_stranger,
        "is_app_user": False,
        "updated": person.updated,
    }
    if person.deleted:  # Slack keeps little of those who left
        shown = {name: value for name, value in shown.items() if not name.startswith("tz") and name != "color"}
    return {**shown, "locale": person.locale} if include_locale else shown


def profile(person: Person) -> Json:
    return {
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.name,
        "display_name_normalized": person.name,
        "title": person.title,
        "phone": "",
        "status_text": "",
        "status_emoji": "",
        **({"email": person.email} if person.email else {}),
    }


def conversation(channel: Channel) -> Json:
    base: Json = {"id": channel.id, "created": channel.created, "is_archived": channel.archived}
    if channel.is_im:
        return {**base, "is_im": True, "user": channel.user, "is_org_shared": False, "is_open": True}
    return {
        **base,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": False,
        "is_shared": channel.external,
        "is_ext_shared": channel.external,
        "is_org_shared": False,
        "num_members": len(channel.members),
    }


def channel_type(channel: Channel) -> str:
    return "im" if channel.is_im else "group" if channel.is_private else "channel"


def file(ws: Workspace, held: File) -> Json:
    kind = held.name.rsplit(".", 1)[-1].lower() if "." in held.name else "binary"
    where = f"{ws.base_url}/files-pri/{ws.team_id}-{held.id}"
    shown: Json = {
        "id": held.id,
        "created": held.created,
        "timestamp": held.created,
        "name": held.name,
        "title": held.title or held.name,
        "mimetype": held.mimetype,
        "filetype": kind,
        "pretty_type": kind.upper(),
        "user": held.user,
        "user_team": ws.team_id,
        "editable": False,
        "size": len(held.content),
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "file_access": "visible",
        "url_private": f"{where}/{held.name}",
        "url_private_download": f"{where}/download/{held.name}",
        "permalink": f"{ws.base_url}/files/{held.user}/{held.id}/{held.name}",
        "channels": [each for each in held.channels if not each.startswith("D")],
        "ims": [each for each in held.channels if each.startswith("D")],
    }
    return {**shown, **_voice(held)} if held.transcript is not None else shown


def _voice(held: File) -> Json:
    done: Json = {"status": "complete", "locale": "en-US", "preview": {"content": held.transcript, "has_more": False}}
    return {
        "subtype": "slack_audio",
        "media_display_type": "audio",
        "mode": "hosted",
        "duration_ms": 4_000,
        "transcription": {"status": "processing"} if held.polls_left else done,
    }


def message(ws: Workspace, held: Message, *, metadata: bool = True) -> Json:
    """As in conversations.history and inside payloads."""
    shown: Json = {"type": "message", "user": held.user, "ts": held.ts, "text": held.text, "team": ws.team_id}
    if held.client_msg_id:
        shown["client_msg_id"] = held.client_msg_id
    if held.subtype:
        shown["subtype"] = held.subtype
    if held.bot:
        shown |= {"bot_id": ws.bot_id, "app_id": ws.app_id, "bot_profile": bot_profile(ws)}
    if held.blocks:
        shown["blocks"] = held.blocks
    if held.attachments:
        shown["attachments"] = held.attachments
    if held.files:
        shown |= {"files": [file(ws, ws.files[each]) for each in held.files if each in ws.files], "upload": False}
    if held.edited:
        shown["edited"] = {"user": held.user, "ts": held.edited}
    if held.metadata and metadata:
        shown["metadata"] = held.metadata
    if held.reactions:
        shown["reactions"] = reactions(held)
    return {**shown, **_thread(ws, held)}


def _thread(ws: Workspace, held: Message) -> Json:
    if held.thread_ts and held.thread_ts != held.ts:
        parent = ws.messages[held.channel].get(held.thread_ts)
        return {"thread_ts": held.thread_ts, "parent_user_id": parent.user if parent else held.user}
    replies = ws.replies(held)
    if not replies:
        return {}
    return {
        "thread_ts": held.ts,
        "reply_count": len(replies),
        "reply_users": sorted({each.user for each in replies}),
        "latest_reply": replies[-1].ts,
    }


def reactions(held: Message) -> list[Json]:
    return [{"name": name, "users": list(users), "count": len(users)} for name, users in held.reactions.items()]


def bot_profile(ws: Workspace) -> Json:
    return {
        "id": ws.bot_id,
        "app_id": ws.app_id,
        "user_id": ws.bot_user,
        "name": ws.people[ws.bot_user].real_name,
        "team_id": ws.team_id,
        "deleted": False,
        "updated": ws.people[ws.bot_user].updated,
    }


def view(ws: Workspace, held: View, values: Json | None = None) -> Json:
    body = held.body
    return {
        "id": held.id,
        "team_id": ws.team_id,
        "type": held.type,
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "submit": body.get("submit"),
        "close": body.get("close"),
        "blocks": body["blocks"],
        "private_metadata": held.private_metadata,
        "callback_id": held.callback_id,
        "external_id": held.external_id,
        "state": {"values": values or {}},
        "hash": held.hash,
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "submit_disabled": bool(body.get("submit_disabled")),
        "root_view_id": held.root_id,
        "previous_view_id": held.previous_id,
        "app_id": ws.app_id,
        "app_installed_team_id": ws.team_id,
        "bot_id": ws.bot_id,
    }


def iso(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()
