"""Commands and interactions as Slack sends them: the forms and the JSON that Bolt takes apart. Pure."""

from __future__ import annotations

from typing import Any

from sandbox import shapes
from sandbox.interactions import state_values
from sandbox.nouns import Channel, Json, Message, View
from sandbox.workspace import Workspace

TOKEN = "verification-token"


def _common(ws: Workspace, kind: str, user: str) -> Json:
    person = ws.people[user]
    return {
        "type": kind,
        "team": {"id": ws.team_id, "domain": ws.team_name.lower()},
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": ws.team_id},
        "api_app_id": ws.app_id,
        "token": TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name}


def command(ws: Workspace, user: str, channel: Channel, name: str, text: str) -> Json:
    return {
        "token": TOKEN,
        "team_id": ws.team_id,
        "team_domain": ws.team_name.lower(),
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": user,
        "user_name": ws.people[user].name,
        "command": name,
        "text": text,
        "api_app_id": ws.app_id,
        "is_enterprise_install": "false",
        "response_url": ws.response_url(channel.id, user),
        "trigger_id": ws.tickets.trigger(user),
    }


def container(message: Message | None, view: View | None) -> Json:
    if view:
        return {"type": "view", "view_id": view.id}
    assert message is not None
    shown: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.ephemeral,
    }
    return {**shown, "thread_ts": message.thread_ts} if message.thread_ts else shown


def block_actions(ws: Workspace, user: str, actions: list[Json], *, message: Message | None, view: View | None) -> Json:
    shown = {**_common(ws, "block_actions", user), "container": container(message, view), "actions": actions}
    shown["trigger_id"] = ws.tickets.trigger(user)
    if view:
        return {**shown, "view": _view(ws, user, view)}
    assert message is not None
    shown["channel"] = _channel(ws.channel(message.channel))
    shown["response_url"] = ws.response_url(message.channel, user, message.ts)
    shown["state"] = {"values": state_values(message.blocks, ws.typed.get((message.ts, user), {}))}
    return shown if message.ephemeral else {**shown, "message": shapes.message(ws, message)}


def block_suggestion(
    ws: Workspace, user: str, where: Json, value: str, *, message: Message | None, view: View | None
) -> Json:
    """``where`` names the element: action_id and block_id."""
    shown = {**_common(ws, "block_suggestion", user), "container": container(message, view), **where, "value": value}
    if view:
        return {**shown, "view": _view(ws, user, view)}
    assert message is not None
    return {**shown, "channel": _channel(ws.channel(message.channel)), "message": shapes.message(ws, message)}


def view_submission(ws: Workspace, user: str, view: View) -> Json:
    shown = {**_common(ws, "view_submission", user), "trigger_id": ws.tickets.trigger(user)}
    return {**shown, "view": _view(ws, user, view), "response_urls": []}


def view_closed(ws: Workspace, user: str, view: View, *, is_cleared: bool) -> Json:
    return {**_common(ws, "view_closed", user), "view": _view(ws, user, view), "is_cleared": is_cleared}


def shortcut(ws: Workspace, user: str, callback_id: str, message: Message | None) -> Json:
    """A global shortcut, or a message's own when one is given."""
    shown = _common(ws, "message_action" if message else "shortcut", user)
    shown |= {"callback_id": callback_id, "trigger_id": ws.tickets.trigger(user), "action_ts": ws.clock.stamp()}
    if not message:
        return shown
    return {
        **shown,
        "channel": _channel(ws.channel(message.channel)),
        "response_url": ws.response_url(message.channel, user, message.ts),
        "message_ts": message.ts,
        "message": shapes.message(ws, message),
    }


def _view(ws: Workspace, user: str, view: View) -> Json:
    typed: Any = ws.typed.get((view.id, user), {})
    return shapes.view(ws, view, state_values(view.blocks, typed))
