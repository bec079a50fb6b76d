"""Composition objects: texts, options, confirmations, filters."""

from __future__ import annotations

from typing import Any

from sandbox.checks.rules import Report, Rule, boolean, items, number, one_of, shape, string, then, typed


def text(most: int, *kinds: str, least: int = 1) -> Rule:
    """A text object of one of the kinds (both, when none is named)."""
    body = string(most, least)
    shapes = {
        "plain_text": shape({"text": body, "emoji": boolean}, ["text"]),
        "mrkdwn": shape({"text": body, "verbatim": boolean}, ["text"]),
    }
    return typed(shapes, kinds or None)


def plain(most: int, least: int = 1) -> Rule:
    return text(most, "plain_text", least=least)


def _option(*kinds: str, url: bool = False) -> Rule:
    fields = {"text": text(75, *kinds), "value": string(150), "description": text(75, *kinds)}
    return shape({**fields, "url": string(3000)} if url else fields, ["text"] if url else ["text", "value"])


option = _option("plain_text")
rich_option = _option()  # radio buttons and checkboxes may be formatted
overflow_option = _option("plain_text", url=True)
option_group = shape({"label": plain(75), "options": items(option, 100)}, ["label", "options"])
confirm = shape(
    {
        "title": plain(100),
        "text": text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": one_of("primary", "danger"),
    },
    ["title", "text", "confirm", "deny"],
)
dispatch_config = shape({"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)})
conversation_filter = shape(
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    }
)
slack_file = shape({"id": string(255), "url": string(3000)})


def unique_values(report: Report, where: str, value: Any) -> None:
    """Options of one menu must differ in value, or Slack could not tell which was chosen."""
    if len({each.get("value") for each in value}) < len(value):
        report.say(where, "duplicate option values")


def options(most: int, each: Rule = option, least: int = 1) -> Rule:
    return then(items(each, most, least), unique_values)


positive = number(least=1)
