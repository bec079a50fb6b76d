"""The page of the gallery: of each column its sheets, and above them where each view is, by name and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

LANGUAGES = {"en": "English", "zh": "中文"}
STYLE = """
body { margin: 0 auto; max-width: 1660px; padding: 0 20px 60px; background: #f4f5f5; color: #1d2a28; font: 14px/1.5 sans-serif }
nav { position: sticky; top: 0; margin: 0 -20px; padding: 10px 20px; background: #0d3b36; font-size: 15px }
nav a { margin-right: 18px; color: #fff; text-decoration: none }
section { scroll-margin-top: 50px } figure { margin: 18px 0; scroll-margin-top: 56px }
img { display: block; max-width: 100%; height: auto; border: 1px solid #c6d0ce }
figcaption, summary { padding: 4px 0; color: #4a5a57 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 4px 0 }
dd { margin: 0 } dt, dd a { font-family: monospace } dd a { color: #0d6e64 } dd .same { color: #8a6d1c }
"""


@dataclass(frozen=True)
class Column:
    """What was drawn of a language and kind of data, such as `en.short`."""

    name: str
    sheets: list[str]  # the pictures' files, in order
    begins: dict[str, int]  # view → the sheet it begins on, counted from 0
    same: dict[str, str]  # view → the column before this one that shows it just so


def write_index(columns: list[Column], *, folder: Path, size: tuple[int, int]) -> Path:
    """index.html in `folder`; `size` is of a sheet, in pixels."""
    begins = {column.name: column.begins for column in columns}
    links = "".join(f'<a href="#{column.name}">{_title(column)}</a>' for column in columns)
    parts = "".join(_section(column, begins, size) for column in columns)
    index = folder / "index.html"
    index.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>{STYLE}</style>'
        f"<nav>{links}</nav><h1>Every view of Dibs</h1><p>In both languages, with short, Chinese, long, hostile and no "
        f"words. Each stands once: a number in <span class=same>brown</span> leads to the kind of data that looks just "
        f"the same.</p>{parts}</html>",
        encoding="utf-8",
    )
    return index


def _title(column: Column) -> str:
    language, data = column.name.split(".")
    return f"{LANGUAGES[language]} · {data}"


def _section(column: Column, begins: dict[str, dict[str, int]], size: tuple[int, int]) -> str:
    return (
        f'<section id="{column.name}"><h2>{_title(column)}</h2><p>{len(column.begins)} views on {len(column.sheets)} '
        f"sheets; {len(column.same)} more look as before.</p>"
        f"<details><summary>Where each view is</summary><dl>{''.join(_rows(column, begins))}</dl></details>"
        f"{''.join(_figure(column, number, size) for number in range(len(column.sheets)))}</section>"
    )


def _rows(column: Column, begins: dict[str, dict[str, int]]) -> Iterator[str]:
    """A row for each kind of view, with a number for each of its states, which leads to the sheet."""
    for kind, views in groupby(sorted({**column.begins, **column.same}), lambda view: view[:-4]):
        yield f"<dt>{kind}</dt><dd>{' '.join(_link(column, view, begins) for view in views)}</dd>"


def _link(column: Column, view: str, begins: dict[str, dict[str, int]]) -> str:
    where = column.same.get(view, column.name)
    sheet = _anchor(where, begins[where][view])
    return f'<a href="#{sheet}" title="{view}: {sheet}"{" class=same" if view in column.same else ""}>{view[-3:]}</a>'


def _figure(column: Column, number: int, size: tuple[int, int]) -> str:
    file, (width, height) = column.sheets[number], size
    here = [view for view, sheet in column.begins.items() if sheet == number]
    shown = f"{here[0]} to {here[-1]}" if here else "going on"
    return (
        f'<figure id="{_anchor(column.name, number)}"><figcaption>{_title(column)} · sheet {number:02}: {shown}</figcaption>'
        f'<a href="{file}"><img loading="lazy" width="{width}" height="{height}" src="{file}" alt="{shown}"></a></figure>'
    )


def _anchor(column: str, sheet: int) -> str:
    return f"{column}.{sheet:02}"
