"""What the page shows of the workspace, as JSON."""

from __future__ import annotations

from dataclasses import asdict

from sandbox import shapes
from sandbox.api.views import shown
from sandbox.nouns import Channel, Json, Message, Person, View
from sandbox.slack import Slack


def state(slack: Slack) -> Json:
    """Everybody's conversation with the bot is opened first, so that the page knows whose DM any message is in."""
    ws = slack.ws
    people = [each for each in list(ws.people.values()) if not each.is_bot]
    for person in people:
        ws.dm(person.id)
    return {
        "team": {"id": ws.team_id, "name": ws.team_name},
        "users": [_person(each) for each in people],
        "channels": [_channel(each) for each in list(ws.channels.values())],
        "commands": [
            {name: each.get(name, "") for name in ("command", "usage_hint", "description")} for each in slack.commands
        ],
        "shortcuts": [
            {name: each.get(name, "") for name in ("type", "callback_id", "name")} for each in slack.shortcuts
        ],
        "steps": [_step(name, told) for name, told in slack.steps.items()],
        "clock": clock(slack),
        "bot": {"id": ws.bot_user, "name": ws.people[ws.bot_user].real_name},
        "faults": slack.faults.shown(),
    }


def _step(callback_id: str, told: Json) -> Json:
    """A step of a workflow, with what its author would fill in."""
    inputs = (told.get("input_parameters") or {}).items()
    fields = [
        {"name": name, "title": one.get("title", name), "required": bool(one.get("is_required"))}
        for name, one in inputs
    ]
    return {"callback_id": callback_id, "title": told.get("title", callback_id), "inputs": fields}


def clock(slack: Slack) -> Json:
    held = slack.clock
    return {
        "now": shapes.iso(held.now()),
        "real": shapes.iso(held.real()),
        "offset_seconds": held.offset_seconds,
        "frozen": held.frozen,
    }


def _person(person: Person) -> Json:
    kept = ("id", "name", "real_name", "locale", "tz", "title", "deleted", "is_admin")
    return {**{name: getattr(person, name) for name in kept}, "avatar_color": f"#{person.color}"}


def _channel(channel: Channel) -> Json:
    kept = ("id", "name", "is_im", "members", "external", "archived", "user")
    return {name: getattr(channel, name) for name in kept}


def messages(slack: Slack, user: str, channel: str) -> list[Json]:
    return [message(slack, each) for each in slack.messages(channel, as_user=user)]


def message(slack: Slack, held: Message) -> Json:
    ws = slack.ws
    return {
        "ts": held.ts,
        "user": held.user,
        "bot": held.bot,
        "text": held.text,
        "blocks": held.blocks,
        "attachments": held.attachments,
        "thread_ts": held.thread_ts,
        "reply_count": len(ws.replies(held)),
        "edited": held.edited,
        "ephemeral": held.ephemeral,
        "reactions": shapes.reactions(held),
        "files": [shapes.file(ws, ws.files[each]) for each in held.files if each in ws.files],
        "metadata": held.metadata,
        "channel": held.channel,
    }


def view(slack: Slack, held: View) -> Json:
    return shown(slack.ws, held)


def calls(slack: Slack) -> list[Json]:
    """The oracle, for tests in another process."""
    return [{**asdict(each), "at": shapes.iso(each.at), "clock": shapes.iso(each.clock)} for each in list(slack.calls)]


def deliveries(slack: Slack) -> list[Json]:
    return [asdict(each) for each in list(slack.deliveries)]
