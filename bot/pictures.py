"""A native chart as a picture, for a Slack that does not draw it. Needs the extra `dibs[pictures]` (matplotlib).

matplotlib draws a box for a letter its font lacks, so a font that has every letter of the chart is looked for among those
installed; where there is none there is no picture, and the figures are told in a table.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.files import FileNotMoved, Files
from handlers.kit.blocks import Block, clip
from handlers.kit.charts import in_words

log = logging.getLogger(__name__)

# With Chinese: Noto and Source Han on Linux, WenQuanYi on older ones, then what Windows and macOS bring.
FONTS = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Heiti SC",
    "Arial Unicode MS",
)
COLOURS = ("#0d6e64", "#d9822b", "#4c6ef5", "#b3446c", "#6c8a2e", "#7a5ca8")
HATCHES = ("", "//", "..", "xx", "\\\\", "++")  # so that no series is known by its colour alone
MOST_ALT = 1900


def pictured(files_of: Callable[[str], Files]) -> Callable[[str, Block], Block | None]:
    """What makes an image block of a chart and leaves its picture with Slack; None where that can't be."""

    def image(workspace_id: str, chart: Block) -> Block | None:
        drawn = draw(chart)
        if drawn is None:
            return None
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "chart.png"
                path.write_bytes(drawn)
                kept = files_of(workspace_id).keep(path, name="chart.png")
        except (FileNotMoved, SlackApiError):
            log.warning("a picture of a chart could not be left with Slack")
            return None
        words = clip(f"{chart['title']}. {'; '.join(in_words(chart))}", MOST_ALT)
        return {"type": "image", "slack_file": {"id": kept}, "alt_text": words}

    return image


def draw(chart: Block) -> bytes | None:
    """The bars as PNG; None without matplotlib, or without a font for all of its letters."""
    try:
        from matplotlib.figure import Figure
        from matplotlib.font_manager import FontProperties
    except ImportError:
        return None
    series, labels = chart["chart"]["series"], chart["chart"]["axis_config"]["categories"]
    words = [chart["title"], *labels, *(one["name"] for one in series)]
    path = _font_for(frozenset("".join(words)) - {" "})
    if path is None:
        return None
    font = FontProperties(fname=path)
    figure = Figure(figsize=(8, 4), dpi=120, layout="constrained")
    axes = figure.add_subplot()
    wide = 0.8 / len(series)
    for number, one in enumerate(series):
        places = [at + (number - (len(series) - 1) / 2) * wide for at in range(len(labels))]
        bars = axes.bar(
            places,
            [point["value"] for point in one["data"]],
            wide,
            label=one["name"],
            color=COLOURS[number % 6],
            hatch=HATCHES[number % 6],
            edgecolor="white",
        )
        axes.bar_label(bars, labels=[_short(point["value"]) for point in one["data"]], fontsize=8)
    axes.set_title(chart["title"], fontproperties=font)
    axes.set_xticks(range(len(labels)), labels, fontproperties=font, **_slant(labels))
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter("{x:,.0f}")
    if len(series) > 1:
        axes.legend(prop=font)
    with BytesIO() as png:
        figure.savefig(png, format="png")
        return png.getvalue()


def _slant(labels: list[str]) -> dict[str, Any]:
    """Where labels have no room side by side they are slanted, each under the end of its column."""
    crowded = len(labels) * max(map(len, labels), default=0) > 60
    return {"rotation": 30, "ha": "right", "rotation_mode": "anchor"} if crowded else {}


def _short(value: float) -> str:
    """ "2.9M", "738K", "17": columns side by side have no room for more, and the text tells it whole."""
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:,.1f}M"
    return f"{value / 1_000:,.0f}K" if abs(value) >= 10_000 else f"{value:,.0f}"


@lru_cache(maxsize=64)
def _font_for(letters: frozenset[str]) -> str | None:
    """The file of the first font that has all of these letters."""
    return next((path for path, known in _fonts() if known.issuperset(map(ord, letters))), None)


@lru_cache(maxsize=1)
def _fonts() -> tuple[tuple[str, frozenset[int]], ...]:
    """(file, the letters it has) of the fonts we know by name, as far as they are installed."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    installed: dict[str, str] = {}
    for one in fontManager.ttflist:
        if one.style == "normal" and one.weight in (400, "normal", "regular"):
            installed.setdefault(one.name, one.fname)
    found = [installed[name] for name in FONTS if name in installed]
    return tuple((path, frozenset(FT2Font(path).get_charmap())) for path in found)
