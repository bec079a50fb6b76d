"""Which scope each method needs, so that a manifest that asks for too little is found out here, not in production."""

from __future__ import annotations

from sandbox.errors import SlackError
from sandbox.nouns import Channel, Json
from sandbox.workspace import Workspace

_FIXED = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "users.info": "users:read",
    "users.list": "users:read",
    "users.profile.get": "users.profile:read",
    "users.lookupByEmail": "users:read.email",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "reactions.get": "reactions:read",
    "files.info": "files:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "team.info": "team:read",
    "bots.info": "users:read",
    "dnd.info": "dnd:read",
}
_BY_PLACE = {
    "conversations.history": "history",
    "conversations.replies": "history",
    "conversations.info": "read",
    "conversations.members": "read",
}


def require_scope(ws: Workspace, method: str, args: Json, granted: frozenset[str] | None) -> None:
    """Nothing is checked when no scopes are known (None)."""
    needed = _needed(ws, method, args)
    if granted is not None and needed and needed not in granted:
        raise SlackError("missing_scope", needed=needed, provided=",".join(sorted(granted)))


def _needed(ws: Workspace, method: str, args: Json) -> str | None:
    if method == "conversations.open":
        return "mpim:write" if "," in str(args.get("users") or "") else "im:write"
    if method not in _BY_PLACE:
        return _FIXED.get(method)
    channel = ws.channels.get(str(args.get("channel")))
    return f"{_family(channel)}:{_BY_PLACE[method]}" if channel else None


def _family(channel: Channel) -> str:
    if channel.name.startswith("mpdm-"):
        return "mpim"
    return "im" if channel.is_im else "groups" if channel.is_private else "channels"
