"""Block elements: one line of the table per kind, as in Slack's reference."""

from __future__ import annotations

from typing import Any

from sandbox.checks import objects as o
from sandbox.checks.rules import Report, Rule, anything, boolean, items, number, one_of, shape, string, then, typed

DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d"
_IDS = items(string(255), 100, least=0)


def _action_id(report: Report, where: str, value: Any) -> None:
    string(255)(report, where, value)
    if isinstance(value, str):
        if value in report.action_ids:
            report.say(where, f"`action_id` already exists: {value}")
        report.action_ids.add(value)


def _focus(report: Report, where: str, value: Any) -> None:
    boolean(report, where, value)
    report.focused += value is True
    if report.focused > 1:
        report.say(where, "only one element can be focused on load")


_ACTS: dict[str, Rule] = {"action_id": _action_id, "confirm": o.confirm, "focus_on_load": _focus}
_MENU: dict[str, Rule] = {**_ACTS, "placeholder": o.plain(150)}
_TYPED: dict[str, Rule] = {
    "action_id": _action_id,
    "placeholder": o.plain(150),
    "dispatch_action_config": o.dispatch_config,
    "focus_on_load": _focus,
}
_LISTED: dict[str, Rule] = {"options": o.options(100), "option_groups": items(o.option_group, 100)}
_MULTI: dict[str, Rule] = {"max_selected_items": o.positive}
_CONVERSATIONS: dict[str, Rule] = {"default_to_current_conversation": boolean, "filter": o.conversation_filter}
_URL: dict[str, Rule] = {"response_url_enabled": boolean}


def _one_list(report: Report, where: str, value: Any) -> None:
    if bool(value.get("options")) == bool(value.get("option_groups")):
        report.say(where, "exactly one of options, option_groups is required")
    _initial_offered(report, where, value)


def _initial_offered(report: Report, where: str, value: Any) -> None:
    groups = value.get("option_groups") or []
    offered = [*(value.get("options") or []), *(each for group in groups for each in group["options"])]
    initial = value.get("initial_option")
    chosen = value.get("initial_options") or ([initial] if initial else [])
    if any(each not in offered for each in chosen):
        report.say(where, "initial option must be one of the options")


def _lengths_in_order(report: Report, where: str, value: Any) -> None:
    if (value.get("min_length") or 0) > (value.get("max_length") or 3000):
        report.say(where, "min_length must be at most max_length")


ELEMENTS: dict[str, Rule] = {
    "button": shape(
        {
            "action_id": _action_id,
            "text": o.plain(75),
            "url": string(3000),
            "value": string(2000),
            "style": one_of("primary", "danger"),
            "confirm": o.confirm,
            "accessibility_label": string(75),
        },
        ["text"],
    ),
    "static_select": then(shape({**_MENU, **_LISTED, "initial_option": o.option}), _one_list),
    "external_select": shape({**_MENU, "initial_option": o.option, "min_query_length": number(0)}),
    "users_select": shape({**_MENU, "initial_user": string(255)}),
    "conversations_select": shape({**_MENU, **_CONVERSATIONS, **_URL, "initial_conversation": string(255)}),
    "channels_select": shape({**_MENU, **_URL, "initial_channel": string(255)}),
    "multi_static_select": then(
        shape({**_MENU, **_LISTED, **_MULTI, "initial_options": o.options(100, least=0)}),
        _one_list,
    ),
    "multi_external_select": shape(
        {**_MENU, **_MULTI, "initial_options": o.options(100, least=0), "min_query_length": number(0)}
    ),
    "multi_users_select": shape({**_MENU, **_MULTI, "initial_users": _IDS}),
    "multi_conversations_select": shape({**_MENU, **_MULTI, **_CONVERSATIONS, "initial_conversations": _IDS}),
    "multi_channels_select": shape({**_MENU, **_MULTI, "initial_channels": _IDS}),
    "overflow": shape(
        {"action_id": _action_id, "confirm": o.confirm, "options": o.options(5, o.overflow_option)}, ["options"]
    ),
    "datepicker": shape({**_MENU, "initial_date": string(pattern=DATE)}),
    "timepicker": shape({**_MENU, "initial_time": string(pattern=TIME), "timezone": string(255)}),
    "datetimepicker": shape({**_ACTS, "initial_date_time": number(1_000_000_000, 9_999_999_999)}),
    "checkboxes": then(
        shape(
            {**_ACTS, "options": o.options(10, o.rich_option), "initial_options": items(o.rich_option, 10)}, ["options"]
        ),
        _initial_offered,
    ),
    "radio_buttons": then(
        shape({**_ACTS, "options": o.options(10, o.rich_option), "initial_option": o.rich_option}, ["options"]),
        _initial_offered,
    ),
    "plain_text_input": then(
        shape(
            {
                **_TYPED,
                "initial_value": string(3000),
                "multiline": boolean,
                "min_length": number(0, 3000),
                "max_length": number(1, 3000),
            }
        ),
        _lengths_in_order,
    ),
    "email_text_input": shape({**_TYPED, "initial_value": string(3000)}),
    "url_text_input": shape({**_TYPED, "initial_value": string(3000)}),
    "number_input": shape(
        {
            **_TYPED,
            "is_decimal_allowed": boolean,
            "initial_value": string(255),
            "min_value": string(255),
            "max_value": string(255),
        },
        ["is_decimal_allowed"],
    ),
    "rich_text_input": shape({**_TYPED, "initial_value": anything}),
    "file_input": shape({"action_id": _action_id, "filetypes": items(string(20), 100), "max_files": number(1, 10)}),
    "image": shape({"image_url": string(3000), "slack_file": o.slack_file, "alt_text": string(2000)}, ["alt_text"]),
}
_TEXT_INPUTS = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"})
_SELECTS = frozenset(kind for kind in ELEMENTS if kind.endswith("_select"))
_PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"})
IN_ACTIONS = (
    {kind for kind in _SELECTS if not kind.startswith("multi_")} | _PICKERS | {"button", "overflow", "rich_text_input"}
)
IN_SECTION = _SELECTS | (_PICKERS - {"datetimepicker"}) | {"button", "overflow", "image"}
IN_INPUT = _SELECTS | _PICKERS | _TEXT_INPUTS | {"file_input"}


def element(allowed: set[str] | frozenset[str]) -> Rule:
    return typed(ELEMENTS, allowed)
