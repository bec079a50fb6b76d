"""The inner events Slack sends, as JSON, and the envelope they travel in. Pure."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox import shapes
from sandbox.nouns import Json, Message, Person, View
from sandbox.workspace import Workspace


def callback(ws: Workspace, event: Json) -> Json:
    """The outer event_callback; its event_id is what a re-delivery repeats."""
    return {
        "token": "verification-token",
        "team_id": ws.team_id,
        "context_team_id": ws.team_id,
        "context_enterprise_id": None,
        "api_app_id": ws.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": ws.new_id("Ev"),
        "event_time": ws.seconds(),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": ws.team_id,
                "user_id": ws.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": ws.channels[event["channel"]].external if _in_channel(ws, event) else False,
        "event_context": f"4-{secrets.token_urlsafe(24)}",
    }


def _in_channel(ws: Workspace, event: Json) -> bool:
    return isinstance(event.get("channel"), str) and event["channel"] in ws.channels


def message(ws: Workspace, held: Message) -> Json:
    shown = shapes.message(ws, held)
    shown.pop("reply_count", None)
    return {**shown, **_place(ws, held), "event_ts": held.ts}


def mention(ws: Workspace, held: Message) -> Json:
    kept = {name: value for name, value in message(ws, held).items() if name not in ("channel_type", "subtype")}
    return {**kept, "type": "app_mention"}


def message_changed(ws: Workspace, before: Message, after: Message) -> Json:
    stamp = ws.clock.stamp()
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "message": {**shapes.message(ws, after), "source_team": ws.team_id, "user_team": ws.team_id},
        "previous_message": shapes.message(ws, before),
        **_place(ws, after),
        "ts": stamp,
        "event_ts": stamp,
    }


def message_deleted(ws: Workspace, gone: Message) -> Json:
    stamp = ws.clock.stamp()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": gone.ts,
        "previous_message": shapes.message(ws, gone),
        **_place(ws, gone),
        "ts": stamp,
        "event_ts": stamp,
    }


def _place(ws: Workspace, held: Message) -> Json:
    return {"channel": held.channel, "channel_type": shapes.channel_type(ws.channels[held.channel])}


def reaction(ws: Workspace, held: Message, kind: str, name: str, user: str) -> Json:
    item = {"type": "message", "channel": held.channel, "ts": held.ts}
    stamp = ws.clock.stamp()
    return {"type": kind, "user": user, "reaction": name, "item": item, "item_user": held.user, "event_ts": stamp}


def home_opened(ws: Workspace, user: str, view: View | None) -> Json:
    event: Json = {"type": "app_home_opened", "user": user, "channel": ws.dm(user).id, "tab": "home"}
    if view:
        event["view"] = shapes.view(ws, view)
    return {**event, "event_ts": ws.clock.stamp()}


def function_executed(ws: Workspace, run: str, callback_id: str, step: Json, inputs: Json) -> Json:
    """A workflow has come to a step of ours."""
    parameters = {
        kind: [{"name": name, **told} for name, told in (step.get(kind) or {}).items()]
        for kind in ("input_parameters", "output_parameters")
    }
    about = {"id": "Fn000001", "callback_id": callback_id, "title": step.get("title", ""), "type": "app"}
    return {
        "type": "function_executed",
        "function": {**about, **parameters, "app_id": ws.app_id},
        "inputs": inputs,
        "function_execution_id": run,
        "workflow_execution_id": ws.new_id("Wx"),
        "event_ts": ws.clock.stamp(),
        "bot_access_token": "xwfp-sandbox",
    }


def user_change(ws: Workspace, person: Person) -> Json:
    """Carries the locale, unlike users.info without include_locale."""
    shown = shapes.user(person, team_id=ws.team_id, now=ws.clock.now(), include_locale=True)
    return {"type": "user_change", "user": shown, "cache_ts": ws.seconds(), "event_ts": ws.clock.stamp()}


def team_join(ws: Workspace, person: Person) -> Json:
    return {**user_change(ws, person), "type": "team_join"}


def membership(ws: Workspace, kind: str, user: str, channel: str) -> Json:
    """member_joined_channel or member_left_channel."""
    return {
        "type": kind,
        "user": user,
        "channel": channel,
        "channel_type": "C",
        "team": ws.team_id,
        "event_ts": ws.clock.stamp(),
    }


def plain(ws: Workspace, kind: str, **more: Any) -> Json:
    """Any other event by its type, such as app_uninstalled or tokens_revoked."""
    return {"type": kind, **more, "event_ts": ws.clock.stamp()}
