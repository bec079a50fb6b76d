"""Block Kit pieces in their shortest valid form, for the tests of this folder."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str = "Words") -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str = "a", text: str = "A") -> Json:
    return {"text": plain(text), "value": value}


def options(count: int) -> list[Json]:
    return [option(str(number), f"Option {number}") for number in range(count)]


def section(text: str = "Words", **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "go", **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain("Go"), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def field(action_id: str, block_id: str | None = None, kind: str = "plain_text_input", **element: Any) -> Json:
    held = {"type": kind, "action_id": action_id, **element}
    return {"type": "input", "block_id": block_id or f"b_{action_id}", "label": plain(), "element": held}


def modal(*blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "log",
        "title": plain("Log"),
        "submit": plain("Save"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}


def pie(**more: Any) -> Json:
    chart = {"type": "pie", "segments": [{"label": "won", "value": 3}]}
    return {"type": "data_visualization", "title": "Deals", "chart": chart, **more}


def bars(count: int = 1, points: int = 2, label: str = "w") -> Json:
    labels = [f"{label}{number}" for number in range(points)]
    data = [{"label": each, "value": 1} for each in labels]
    series = [{"name": f"s{number}", "data": data} for number in range(count)]
    chart = {"type": "bar", "series": series, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": "Calls", "chart": chart}


def table(rows: int = 2, columns: int = 2) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * columns] * rows}
