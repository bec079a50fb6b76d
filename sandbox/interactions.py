"""Block Kit elements in use: what was chosen or typed, in the shape Slack reports it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sandbox.nouns import Json
from sandbox.workspace import Workspace

ONE = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}
MANY = {
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "file_input": ("files", ""),
}
STATEFUL = {**ONE, **MANY}


def with_block_ids(ws: Workspace, blocks: Any) -> list[Json]:
    """A copy in which every block has an id, as Slack gives one to those that came without; elements likewise."""
    kept: list[Json] = json.loads(json.dumps(list(blocks or [])))  # far quicker than copy.deepcopy, and JSON they are
    for block in kept:
        block["block_id"] = block.get("block_id") or ws.new_id("b")[:8]
        for element in block_elements(block):
            if element.get("type") != "image":
                element["action_id"] = element.get("action_id") or ws.new_id("a")[:8]
    return kept


def block_elements(block: Json) -> list[Json]:
    held = block.get("elements") or [block.get("accessory") or block.get("element")]
    return [
        each
        for each in held
        if isinstance(each, dict) and (each.get("type") in STATEFUL or each.get("type") in ("button", "overflow"))
    ]


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """(block, element) for everything that can be pressed, chosen or typed into."""
    for block in blocks:
        for element in block_elements(block):
            yield block, element


def find(blocks: list[Json], action_id: str, value: Any = None, block_id: str | None = None) -> tuple[Json, Json]:
    """The element so named; ``value`` picks among several, by its own value or one of its options'."""
    named = [
        (block, element)
        for block, element in elements(blocks)
        if element["action_id"] == action_id and block_id in (None, block["block_id"])
    ]
    fitting = [pair for pair in named if value is None or value in _values(pair[1])]
    if fitting:
        return fitting[0]
    seen = ", ".join(f"{element['action_id']}={_values(element)}" for _, element in elements(blocks)) or "nothing"
    raise LookupError(f"no {action_id} ({value or 'any value'}) to press; there is {seen}")


def _values(element: Json) -> list[Any]:
    return [element.get("value"), *(option.get("value") for option in options(element))]


def options(element: Json) -> list[Json]:
    grouped = [each for group in element.get("option_groups") or [] for each in group["options"]]
    return [*(element.get("options") or []), *grouped]


def state_values(blocks: list[Json], typed: Mapping[str, Mapping[str, Json]]) -> Json:
    """``state.values``: what stands in every field now, untouched ones with their initial value."""
    values: Json = {}
    for block, element in elements(blocks):
        if element["type"] in STATEFUL:
            held = typed.get(block["block_id"], {}).get(element["action_id"])
            fits = held is not None and held["type"] == element["type"]
            values.setdefault(block["block_id"], {})[element["action_id"]] = held if fits else untouched(element)
    return values


def untouched(element: Json) -> Json:
    kind = element["type"]
    name, initial = STATEFUL[kind]
    blank: Any = [] if kind in MANY else None
    return {"type": kind, name: element.get(initial) or blank}


def chosen(element: Json, value: Any, known: list[Json] | None = None) -> Json:
    """What a person put in, from simple Python (text, date, option value, list of them) or in wire shape already."""
    kind = element["type"]
    name = "selected_option" if kind == "overflow" else STATEFUL[kind][0]
    if isinstance(value, dict) and name in value:
        return {"type": kind, **value}
    if isinstance(value, dict) and value.get("type") == kind:
        return untouched({"type": kind})
    if kind in MANY:
        given = value if isinstance(value, list | tuple | set) else [value]
        return {"type": kind, name: [_one(element, name, each, known) for each in given if each is not None]}
    return {"type": kind, name: None if value in (None, "") else _one(element, name, value, known)}


def _one(element: Json, name: str, value: Any, known: list[Json] | None) -> Any:
    if name.startswith("selected_option"):
        return _option(element, value, known or [])
    if name == "selected_date_time":
        return int(value.astimezone(UTC).timestamp()) if isinstance(value, datetime) else int(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return value if isinstance(value, dict) else str(value)


def _option(element: Json, value: Any, known: list[Json]) -> Json:
    if isinstance(value, dict):
        return value
    offered = [*options(element), *known]
    for each in offered:
        if value in (each.get("value"), each["text"]["text"]):
            return each
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": str(value), "emoji": True}, "value": str(value)}
    raise LookupError(f"{value!r} is not offered; there is {[each.get('value') for each in offered]}")


def action(block: Json, element: Json, value: Json | None, stamp: str) -> Json:
    """One entry of ``actions`` in block_actions."""
    shown: Json = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
    for name in ("text", "value", "style", "placeholder", "confirm"):
        if name in element:
            shown[name] = element[name]
    return {**shown, **(value or {}), "action_ts": stamp}


def complaints(blocks: list[Json], values: Mapping[str, Mapping[str, Json]], locale: str) -> dict[str, str]:
    """What Slack's own client refuses before the bot hears of it, by block_id, in the language of who filled it in."""
    found: dict[str, str] = {}
    for block, element in elements(blocks):
        if block["type"] == "input":
            held = values[block["block_id"]][element["action_id"]][STATEFUL[element["type"]][0]]
            wrong = _complaint(element, held, bool(block.get("optional")))
            if wrong:
                found[block["block_id"]] = _worded(*wrong, chinese=locale.startswith("zh"))
    return found


_WORDED = {
    "missing": ("Please complete this required field.", "请填写这个必填项。"),
    "short": ("Please enter at least {limit} characters.", "请至少输入 {limit} 个字符。"),
    "long": ("Please enter no more than {limit} characters.", "最多输入 {limit} 个字符。"),
    "email": ("Please enter a valid email address.", "请输入有效的邮箱地址。"),
    "number": ("Please enter a valid number.", "请输入有效的数字。"),
    "small": ("Please enter a number of at least {limit}.", "请输入不小于 {limit} 的数字。"),
    "large": ("Please enter a number of at most {limit}.", "请输入不大于 {limit} 的数字。"),
}


def _worded(code: str, limit: object = None, *, chinese: bool) -> str:
    return _WORDED[code][chinese].format(limit=limit)


def _complaint(element: Json, held: Any, optional: bool) -> tuple[str, object] | None:
    """What is wrong with a value, and the limit it is against."""
    if held in (None, "", []):
        return None if optional else ("missing", None)
    if element["type"] == "plain_text_input" and len(held) < int(element.get("min_length", 0)):
        return "short", element["min_length"]
    if element["type"] == "plain_text_input" and len(held) > int(element.get("max_length", 3000)):
        return "long", element.get("max_length", 3000)
    if element["type"] == "number_input":
        return _number_complaint(element, str(held))
    if element["type"] == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(held)):
        return "email", None
    return None


def _number_complaint(element: Json, held: str) -> tuple[str, object] | None:
    pattern = r"-?\d+(\.\d+)?" if element["is_decimal_allowed"] else r"-?\d+"
    if not re.fullmatch(pattern, held):
        return "number", None
    if "min_value" in element and float(held) < float(element["min_value"]):
        return "small", element["min_value"]
    if "max_value" in element and float(held) > float(element["max_value"]):
        return "large", element["max_value"]
    return None
