"""What every room reads from Slack's payloads: who, where, which tap. Slack's dictionaries are indexed here and in the
rooms' own payload.py, and nowhere else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crm.refusal import Refusal

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Who:
    """The workspace and the person a payload comes from."""

    workspace_id: str
    person_id: str


@dataclass(frozen=True)
class Press:
    """A tap on a button or a choice in a menu. `channel` and `ts` are set where the message is one of ours that stays
    (not an ephemeral answer); `view_id`, `view_hash` (which version of it) and `metadata` where it was in a modal or the
    home."""

    who: Who
    action_id: str
    value: str
    channel: str | None
    ts: str | None
    view_id: str | None
    in_modal: bool
    trigger_id: str
    view_hash: str | None = None
    metadata: str = ""


@dataclass(frozen=True)
class Command:
    """A slash command. `text` as typed, with Slack's escaping of mentions (`<@U1|name>`). `offset`: from where on its list
    is asked for, by a button that turns its pages."""

    who: Who
    text: str
    channel: str
    trigger_id: str
    offset: int = 0


@dataclass(frozen=True)
class Form:
    """A submitted modal: `values` by block id, as plain strings (None where left empty)."""

    who: Who
    values: dict[str, str | None]
    metadata: str
    key: str


def pressed_id(body: Body) -> str:
    """The action id of what was pressed or chosen."""
    return str(body["actions"][0]["action_id"])


def submitted_id(body: Body) -> str:
    """The callback id of the form that was sent off."""
    return str(body["view"]["callback_id"])


def press(body: Body) -> Press:
    action = body["actions"][0]
    container = body.get("container") or {}
    message = container.get("type") == "message" and not container.get("is_ephemeral")
    view = body.get("view") or {}
    return Press(
        who=_who(body),
        action_id=action["action_id"],
        value=_chosen(action) or "",
        channel=container.get("channel_id") if message else None,
        ts=container.get("message_ts") if message else None,
        view_id=view.get("id"),
        in_modal=view.get("type") == "modal",
        trigger_id=body.get("trigger_id", ""),
        view_hash=view.get("hash"),
        metadata=view.get("private_metadata") or "",
    )


def about(metadata: str, *needed: str) -> dict[str, Any]:
    """What a form carries unseen. Raises Refusal("old_form") where it lacks what is needed: opened before an update."""
    try:
        read = json.loads(metadata or "{}")
    except ValueError:
        read = None
    if not isinstance(read, dict) or not read.keys() >= set(needed):
        raise Refusal("old_form")
    return read


def command(body: Body) -> Command:
    who = Who(body["team_id"], body["user_id"])
    return Command(who, (body.get("text") or "").strip(), body["channel_id"], body.get("trigger_id", ""))


def form(body: Body) -> Form:
    view = body["view"]
    values = {
        block_id: _chosen(next(iter(elements.values()), {}))
        for block_id, elements in ((view.get("state") or {}).get("values") or {}).items()
    }
    return Form(_who(body), values, view.get("private_metadata") or "", f"{view['id']}:{view.get('hash', '')}")


def event_who(body: Body, person_id: str) -> Who:
    """Who an event is about: the workspace is in the envelope."""
    return Who(body["team_id"], person_id)


def shortcut_who(body: Body) -> Who:
    return _who(body)


def instant(ts: str) -> datetime:
    """The moment a Slack timestamp names."""
    return datetime.fromtimestamp(float(ts), UTC)


def _who(body: Body) -> Who:
    user, team = body["user"], body.get("team") or {}
    return Who(team.get("id") or user["team_id"], user["id"])


def _chosen(element: Mapping[str, Any]) -> str | None:
    """The one value an element holds, whatever its kind; of a field that takes several, all of them, comma between."""
    if element.get("selected_options"):
        return ",".join(str(one["value"]) for one in element["selected_options"])
    option = element.get("selected_option")
    if option:
        return str(option["value"])
    for name in ("value", "selected_date", "selected_time", "selected_user", "selected_conversation"):
        if element.get(name):
            return str(element[name])
    if element.get("selected_users"):
        return ",".join(element["selected_users"])
    moment = element.get("selected_date_time")
    return str(moment) if moment else None
