"""Slack's native charts, and what says the same where Slack does not draw them.

Its limits are kept here: labels and names of 20 characters, a title of 50, 20 points, 6 series, every label once; a
message has at most two. slack_sdk has no model for them. No figure is only in a chart: the text says it too.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from handlers.kit.blocks import Block, bold, clip, esc, section, table

NATIVE = "data_visualization"
MOST_POINTS, MOST_SERIES, MOST_LABEL, MOST_TITLE = 20, 6, 20, 50

Series = tuple[str, Sequence[Decimal | int]]


def bars(title: str, labels: Sequence[str], *series: Series) -> Block:
    """Columns side by side over the same labels, one figure a label in each series."""
    names = _each_once([name for name, _ in series[:MOST_SERIES]])
    axis = _each_once(labels[:MOST_POINTS])
    drawn = [
        {"name": name, "data": [_point(*pair) for pair in zip(axis, figures, strict=False)]}
        for name, (_, figures) in zip(names, series, strict=False)
    ]
    chart = {"type": "bar", "series": drawn, "axis_config": {"categories": axis}}
    return {"type": NATIVE, "title": clip(title, MOST_TITLE) or "–", "chart": chart}


def without_charts(blocks: Sequence[Block]) -> list[Block] | None:
    """The same figures in a table, or in lines where the message has one already; None where there is no chart."""
    if not has_chart(blocks):
        return None
    tabled, said = any(block["type"] == "table" for block in blocks), []
    for block in blocks:
        if block["type"] != NATIVE:
            said.append(block)
        elif tabled:
            said.append(section("\n".join([bold(esc(block["title"])), *(esc(line) for line in in_words(block))])))
        else:
            said += [section(bold(esc(block["title"]))), _as_table(block)]
            tabled = True
    return said


def in_a_box(blocks: Sequence[Block]) -> list[Block]:
    """The same in a modal, which takes neither charts nor tables: charts in lines, a table's rows too, each figure named."""
    said: list[Block] = []
    for block in blocks:
        if block["type"] == NATIVE:
            continue  # its figures are in the table or the sentences beside it
        said += _rows_in_words(block) if block["type"] == "table" else [block]
    return said


def _rows_in_words(block: Block) -> list[Block]:
    (_, *names), *rows = ([cell["text"] for cell in row] for row in block["rows"])
    lines = [
        f"*{esc(first)}*: "
        + ", ".join(f"{esc(name)} {esc(figure)}" for name, figure in zip(names, figures, strict=False))
        for first, *figures in rows
    ]
    return [section("\n".join(lines[at : at + 15])) for at in range(0, len(lines), 15)]


def has_chart(blocks: Sequence[Block]) -> bool:
    return any(block["type"] == NATIVE for block in blocks)


def in_words(block: Block) -> list[str]:
    """A line a label: "Tom: 12" or "March: won 3, best 12"."""
    series, lines = block["chart"]["series"], []
    for number, label in enumerate(block["chart"]["axis_config"]["categories"]):
        figures = [(one["name"], _figure(one["data"][number]["value"])) for one in series]
        alone = len(series) == 1
        lines.append(f"{label}: " + ", ".join(said if alone else f"{name} {said}" for name, said in figures))
    return lines


def _as_table(block: Block) -> Block:
    series, labels = block["chart"]["series"], block["chart"]["axis_config"]["categories"]
    rows = [(label, *(_figure(one["data"][number]["value"]) for one in series)) for number, label in enumerate(labels)]
    return table(("–", *(one["name"] for one in series)), rows)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def _point(label: str, figure: Decimal | int) -> dict[str, Any]:
    return {"label": label, "value": int(figure) if figure == int(figure) else float(figure)}


def _each_once(names: Sequence[str]) -> list[str]:
    """Clipped to what a label may have; of two that are then the same the second bears its number."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        label = clip(name, MOST_LABEL) or "?"
        found.append(label if label not in found else f"{clip(name, MOST_LABEL - 4)} {number}")
    return found
