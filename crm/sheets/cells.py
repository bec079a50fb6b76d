"""Cells: what they hold as text, and how text is made harmless for a spreadsheet.

A spreadsheet takes a cell that begins with = + - @ for a formula, which may fetch or send things. Such text gets an
apostrophe in front on the way out and loses one on the way in, so that nothing is changed by the round trip.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_A_PHONE = re.compile(r"\+[\d ()-]{5,30}")  # no function has a name of digits
_PART = re.compile(r"(?:\\[\\;]|[^;])+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not allowed in a workbook


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    clean = _UNPRINTABLE.sub("", text)
    return f"'{clean}" if _DANGEROUS.match(clean) and not _A_PHONE.fullmatch(clean) else clean


def together(texts: Iterable[str]) -> str:
    """Several texts in one cell, parted by semicolons; one within a text has a backslash before it."""
    return "; ".join(re.sub(r"[\\;]", r"\\\g<0>", text) for text in texts)


def parted(text: str) -> tuple[str, ...]:
    """The texts of such a cell."""
    found = (re.sub(r"\\([\\;])", r"\1", part).strip() for part in _PART.findall(text))
    return tuple(part for part in found if part)


def plain_text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point (a phone is often kept as a number), the guarding apostrophe off."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip() if isinstance(cell, str) else str(cell)
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text
