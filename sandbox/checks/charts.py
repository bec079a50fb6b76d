"""Tables and native charts."""

from __future__ import annotations

from typing import Any

from sandbox.checks.rules import Report, Rule, anything, boolean, items, number, one_of, shape, string, typed

_cell = typed(
    {
        "raw_text": shape({"text": string(None, 1)}, ["text"]),
        "raw_number": shape({"value": number(whole=False), "text": string()}, ["value"]),
        "rich_text": shape({"elements": items(anything, 1000), "block_id": string(255)}, ["elements"]),
    }
)
_column = shape({"align": one_of("left", "center", "right"), "is_wrapped": boolean})


def _nullable_column(report: Report, where: str, value: Any) -> None:
    if value is not None:  # null leaves a column as it is
        _column(report, where, value)


_axis = shape({"categories": items(string(20, 1), 20), "x_label": string(50), "y_label": string(50)}, ["categories"])
_point = shape({"label": string(20, 1), "value": number(whole=False)}, ["label", "value"])
_series = shape({"name": string(20, 1), "data": items(_point, 20)}, ["name", "data"])


def _pie(report: Report, where: str, value: Any) -> None:
    shape({"segments": items(_point, 6)}, ["segments"])(report, where, value)
    for index, segment in enumerate(value.get("segments") or []):
        if isinstance(segment, dict) and isinstance(segment.get("value"), int | float) and segment["value"] <= 0:
            report.say(f"{where}/segments/{index}/value", "must be more than 0")


def _plot(report: Report, where: str, value: Any) -> None:
    shape({"series": items(_series, 6), "axis_config": _axis}, ["series", "axis_config"])(report, where, value)
    series = [each for each in value.get("series") or [] if isinstance(each, dict)]
    if len({each.get("name") for each in series}) < len(series):
        report.say(f"{where}/series", "series names must be unique")
    categories = (value.get("axis_config") or {}).get("categories") or []
    for index, each in enumerate(series):
        labels = [point.get("label") for point in each.get("data") or [] if isinstance(point, dict)]
        if sorted(map(str, labels)) != sorted(map(str, categories)):
            report.say(f"{where}/series/{index}/data", "labels must match the axis categories")


TABLE: dict[str, Rule] = {
    "rows": items(items(_cell, 20), 100),
    "column_settings": items(_nullable_column, 20, least=0),
}


CHART: dict[str, Rule] = {
    "title": string(50, 1),
    "chart": typed({"pie": _pie, "bar": _plot, "line": _plot, "area": _plot}),
}
