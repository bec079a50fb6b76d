"""Tables and native charts."""

from __future__ import annotations

from typing import Any

from sandbox.checks.rules import Report, Rule, anything, boolean, items, number, one_of, shape, string, then, typed

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


def _slices(report: Report, where: str, value: Any) -> None:
    for index, segment in enumerate(value["segments"]):
        if segment["value"] <= 0:
            report.say(f"{where}/segments/{index}/value", "must be more than 0")


def _same_labels(report: Report, where: str, value: Any) -> None:
    if len({each["name"] for each in value["series"]}) < len(value["series"]):
        report.say(f"{where}/series", "series names must be unique")
    for index, each in enumerate(value["series"]):
        if sorted(point["label"] for point in each["data"]) != sorted(value["axis_config"]["categories"]):
            report.say(f"{where}/series/{index}/data", "labels must match the axis categories")


_pie = then(shape({"segments": items(_point, 6)}, ["segments"]), _slices)
_plot = then(shape({"series": items(_series, 6), "axis_config": _axis}, ["series", "axis_config"]), _same_labels)
TABLE: dict[str, Rule] = {
    "rows": items(items(_cell, 20), 100),
    "column_settings": items(_nullable_column, 20, least=0),
}


CHART: dict[str, Rule] = {
    "title": string(50, 1),
    "chart": typed({"pie": _pie, "bar": _plot, "line": _plot, "area": _plot}),
}
