"""Layout blocks, and what holds for all of them together."""

from __future__ import annotations

from typing import Any

from sandbox.checks import elements as e
from sandbox.checks import objects as o
from sandbox.checks.charts import CHART, TABLE
from sandbox.checks.rules import Report, Rule, anything, boolean, items, shape, string, typed

MESSAGE_BLOCKS, VIEW_BLOCKS, MESSAGE_CHARACTERS = 50, 100, 13_000


def _block_id(report: Report, where: str, value: Any) -> None:
    string(255)(report, where, value)
    if isinstance(value, str):
        if value and value in report.block_ids:
            report.say(where, f"`block_id` already exists: {value}")
        report.block_ids.add(value)


def _block(fields: dict[str, Rule], *required: str) -> Rule:
    return shape({"block_id": _block_id, **fields}, required)


def _section(report: Report, where: str, value: Any) -> None:
    fields: dict[str, Rule] = {
        "text": o.text(3000),
        "fields": items(o.text(2000), 10),
        "accessory": e.element(e.IN_SECTION),
        "expand": boolean,
    }
    _block(fields)(report, where, value)
    if not value.get("text") and not value.get("fields"):
        report.say(where, "either text or fields must be provided")


def _context_item(report: Report, where: str, value: Any) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        e.element({"image"})(report, where, value)
    else:
        o.text(2000)(report, where, value)


def _image(report: Report, where: str, value: Any) -> None:
    fields: dict[str, Rule] = {
        "image_url": string(3000),
        "slack_file": o.slack_file,
        "alt_text": string(2000),
        "title": o.plain(2000),
    }
    _block(fields, "alt_text")(report, where, value)
    if bool(value.get("image_url")) == bool(value.get("slack_file")):
        report.say(where, "exactly one of image_url, slack_file is required")


BLOCKS: dict[str, Rule] = {
    "section": _section,
    "divider": _block({}),
    "header": _block({"text": o.plain(150)}, "text"),
    "context": _block({"elements": items(_context_item, 10)}, "elements"),
    "actions": _block({"elements": items(e.element(e.IN_ACTIONS), 25)}, "elements"),
    "image": _image,
    "input": _block(
        {
            "label": o.plain(2000),
            "element": e.element(e.IN_INPUT),
            "hint": o.plain(2000),
            "optional": boolean,
            "dispatch_action": boolean,
        },
        "label",
        "element",
    ),
    "rich_text": _block({"elements": items(anything, 1000)}, "elements"),
    "markdown": _block({"text": string(12_000, 1)}, "text"),
    "video": _block(
        dict.fromkeys(
            [
                "alt_text",
                "author_name",
                "description",
                "provider_icon_url",
                "provider_name",
                "title",
                "title_url",
                "thumbnail_url",
                "video_url",
            ],
            anything,
        ),
        *["alt_text", "title", "thumbnail_url", "video_url"],
    ),
    "file": _block({"external_id": string(255), "source": string(20)}, "external_id", "source"),
    "table": _block(TABLE, "rows"),
    "data_visualization": _block(CHART, "title", "chart"),
}
IN_MESSAGE = frozenset(BLOCKS)
IN_MODAL = frozenset(BLOCKS) - {"table", "data_visualization", "markdown", "file"}
IN_HOME = IN_MODAL | {"data_visualization"}


def check_blocks(report: Report, where: str, value: Any, allowed: frozenset[str], most: int, least: int = 0) -> None:
    """Every block by itself, then their number, and what may stand only once or twice."""

    def one(report: Report, where: str, block: Any) -> None:
        report.action_ids = set()
        typed(BLOCKS, allowed)(report, where, block)

    items(one, most, least)(report, where, value)
    if isinstance(value, list):
        kinds = [block.get("type") for block in value if isinstance(block, dict)]
        if kinds.count("table") > 1:
            report.say(where, "only one table allowed")
        if kinds.count("data_visualization") > 2:
            report.say(where, "no more than 2 data_visualization blocks allowed")


def characters(value: Any) -> int:
    """All that a reader would see of these blocks, counted."""
    if isinstance(value, dict):
        return sum(
            len(part) if name in ("text", "title", "label") and isinstance(part, str) else characters(part)
            for name, part in value.items()
        )
    return sum(map(characters, value)) if isinstance(value, list) else 0
