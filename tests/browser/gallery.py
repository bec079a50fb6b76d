"""`python -m tests.browser.gallery`: draws every view of tests/shape/gallery.py with the sandbox's own page, in both languages
and with each kind of data, and lays the pictures out to be looked at: build/gallery/index.html.

Each language and kind of data is a *column* (`en.short` … `zh.empty`) of contact sheets: the views stand below each other with
their names above, at the width a message has in Slack, four beside each other; what is higher than a sheet goes on beside
itself, so nothing is cut. What a column before it in the same language shows just so is not drawn again, and the index says where
it is. Where columns are named, such as `en.hostile zh.long`, only those are drawn. What is wider than its view is printed, since
a reader would have to push it aside.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import Page

from handlers.kit.speech import Speech
from tests.browser.easel import drawn
from tests.browser.gallery_index import Column, write_index
from tests.shape import samples
from tests.shape.gallery import BUILT, LANGUAGES, every_view

ALL = tuple(f"{language}.{data}" for language in LANGUAGES for data in samples.WORDS)
# a sheet: how many views stand beside each other, CSS pixels from one to the next and of its height, and how many pixels one is
BESIDE, STEP, HIGH, SCALE = 4, 652, 2200, 0.62

WHERE = """[...document.querySelectorAll("article")].map(one =>
  [one.id, [...one.getClientRects()].map(part => part.left)])"""
ROOM = "width => document.documentElement.style.minWidth = `${width}px`"  # so that the last sheet can be scrolled to
TOO_WIDE = """[...document.querySelectorAll("article .scroll, article .button, article .select > span")]
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => `${one.closest("article").id}: ${one.className}, ${one.scrollWidth} of ${one.clientWidth} px`)"""


def draw(names: list[str]) -> Path:
    """The page of all sheets. Raises FileNotFoundError where there is no chromium."""
    BUILT.mkdir(parents=True, exist_ok=True)
    for old in BUILT.glob("*.png"):
        old.unlink()
    shown: dict[tuple[str, str, str], str] = {}  # language, view and payload → the column where it stands
    columns = []
    for name in names:
        column = _column(name, shown)
        print(
            f"{name}: {len(column.begins)} views on {len(column.sheets)} sheets; {len(column.same)} as before",
            flush=True,
        )
        columns.append(column)
    return write_index(columns, folder=BUILT, size=(round(BESIDE * STEP * SCALE), round(HIGH * SCALE)))


def _column(name: str, shown: dict[tuple[str, str, str], str]) -> Column:
    language, data = name.split(".")
    new, same = [], {}
    for view, payload in every_view(samples.WORDS[data], Speech(language, "Asia/Shanghai", samples.NOW)):
        where = shown.setdefault((language, view, json.dumps(payload)), name)
        if where == name:
            new.append((view, payload))
        else:
            same[view] = where
    with drawn(language, new, in_columns=True, size=(BESIDE * STEP, HIGH), scale=SCALE) as page:
        for wide in page.evaluate(TOO_WIDE):
            print(f"{name}: wider than its view: {wide}", flush=True)
        begins, last = _places(page)
        page.evaluate(ROOM, (last + 1) * BESIDE * STEP)
        return Column(name, [_shot(page, name, sheet) for sheet in range(last + 1)], begins, same)


def _places(page: Page) -> tuple[dict[str, int], int]:
    """On which sheet each view begins, and which the last of all ends on."""
    lefts: list[tuple[str, list[float]]] = page.evaluate(WHERE)
    sheet = {view: [int(left // (BESIDE * STEP)) for left in parts] for view, parts in lefts}
    return {view: parts[0] for view, parts in sheet.items()}, max(parts[-1] for parts in sheet.values())


def _shot(page: Page, column: str, sheet: int) -> str:
    file = f"{column}.{sheet:02}.png"
    page.evaluate("x => window.scrollTo(x, 0)", sheet * BESIDE * STEP)
    page.screenshot(path=str(BUILT / file))
    return file


if __name__ == "__main__":
    asked = sys.argv[1:] or list(ALL)
    if not set(asked) <= set(ALL):
        sys.exit(f"The columns are {', '.join(ALL)}.")
    print(draw(asked))
