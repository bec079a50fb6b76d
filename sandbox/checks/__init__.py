"""Whether Slack would take it: the limits of Block Kit, refused in Slack's words."""

from __future__ import annotations

from typing import Any

from sandbox.checks import objects as o
from sandbox.checks.blocks import (
    IN_HOME,
    IN_MESSAGE,
    IN_MODAL,
    MESSAGE_BLOCKS,
    MESSAGE_CHARACTERS,
    VIEW_BLOCKS,
    check_blocks,
)
from sandbox.checks.blocks import characters as characters
from sandbox.checks.rules import Report, Rule, anything, boolean, shape, string, typed
from sandbox.errors import SlackError

TEXT_MOST, UPDATE_TEXT_MOST, VIEW_BYTES = 40_000, 4_000, 250_000


def blocks_report(blocks: Any, where: str = "/blocks") -> Report:
    report = Report()
    check_blocks(report, where, blocks, IN_MESSAGE, MESSAGE_BLOCKS)
    return report


def require_message(text: Any, blocks: Any, attachments: Any = None, *, text_most: int = TEXT_MOST) -> None:
    """Raises what chat.postMessage would answer."""
    if blocks:
        report = blocks_report(blocks)
        if report.problems:
            raise SlackError("invalid_blocks", messages=report.messages(), errors=[text for _, text in report.problems])
        if characters(blocks) > MESSAGE_CHARACTERS:
            raise SlackError("msg_blocks_too_long")
    if not isinstance(attachments or [], list) or any(not isinstance(each, dict) for each in attachments or []):
        raise SlackError("invalid_attachments")
    for index, attachment in enumerate(attachments or []):
        report = blocks_report(attachment.get("blocks") or [], f"/attachments/{index}/blocks")
        if report.problems:
            raise SlackError("invalid_attachments", messages=report.messages())
    if not blocks and not attachments and not str(text or "").strip():
        raise SlackError("no_text")
    if len(str(text or "")) > text_most:
        raise SlackError("msg_too_long")


def _blocks(allowed: frozenset[str]) -> Rule:
    return lambda report, where, value: check_blocks(report, where, value, allowed, VIEW_BLOCKS)


_SHARED: dict[str, Rule] = {
    "private_metadata": string(3000),
    "callback_id": string(255),
    "external_id": string(255),
}


def _modal(report: Report, where: str, value: Any) -> None:
    fields: dict[str, Rule] = {
        **_SHARED,
        "blocks": _blocks(IN_MODAL),
        "title": o.plain(24),
        "submit": o.plain(24),
        "close": o.plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    }
    shape(fields, ["title", "blocks"])(report, where, value)
    blocks = value.get("blocks") if isinstance(value.get("blocks"), list) else []
    if any(isinstance(block, dict) and block.get("type") == "input" for block in blocks) and not value.get("submit"):
        report.say(where, "`submit` is required when an input block is in the `blocks` array")


_VIEWS: dict[str, Rule] = {
    "modal": _modal,
    "home": shape(
        {**_SHARED, "blocks": _blocks(IN_HOME), "title": anything, "submit": anything, "close": anything}, ["blocks"]
    ),
}


def view_report(view: Any, *kinds: str) -> Report:
    report = Report()
    typed(_VIEWS, kinds or None)(report, "/view", view)
    return report


def require_view(view: Any, *kinds: str) -> None:
    """Raises what views.open, push, update and publish would answer."""
    report = view_report(view, *kinds)
    if report.problems:
        raise SlackError("invalid_arguments", messages=report.messages())
    if len(str(view)) > VIEW_BYTES:
        raise SlackError("view_too_large")
