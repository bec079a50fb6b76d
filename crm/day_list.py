"""Days set by hand: what an admin writes or pastes to correct a team's calendar, and how it is kept.

One day, or one span of days, a line: "2026-05-04 off Founders' day", "2026-05-09 working", "2026-05-09 as published" (to
take a correction back); with commas, as a CSV; or a calendar file (ICS), whose events are days off unless they say work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Kind = Literal["off", "working", "published"]

LONGEST_SPAN = 60  # days
MOST_DAYS = 250  # a change, and all that are kept: fewer than the working days of a year, so that some are left
NAME_MAX = 60

_WORDS: Mapping[Kind, str] = {
    "off": r"off|free|holiday|closed|休息|休假|放假|假期|假日|节假日|休",
    "working": r"working|work|open|调休上班|补班|上班|工作日|工作|班",
    "published": r"as published|published|clear|reset|还原|恢复|清除",
}
_KIND = re.compile("(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items()) + ")(?![a-z])", re.I)
_WORK = re.compile(r"\bwork|班", re.IGNORECASE)
_DAY = r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?"
_LINE = re.compile(rf"{_DAY}(?:\s*(?:\.\.+|–|—|~|至|到|to|-)\s*{_DAY})?[\s,;，；\t]*(.*)", re.IGNORECASE)
_HEADING = re.compile(r"(date|day|日期)[\s,;，；]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SetDay:
    """One local day as somebody set it. `published`: as the country's own list has it, which keeps no line."""

    day: date
    kind: Kind
    name: str = ""


class Unreadable(ValueError):  # noqa: N818 - what the words are, as it reads where it is caught
    """A line that says no day, or no kind of one: its number from 1, and its text. Line 0: too many days."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}")
        self.line, self.text = line, text


def read_days(text: str) -> tuple[SetDay, ...]:
    """The days of a list or a calendar file, in the order written. Raises Unreadable."""
    found = tuple(_events(text) if "BEGIN:VEVENT" in text.upper() else _lines(text))
    if len(found) > MOST_DAYS:
        raise Unreadable(0, "")
    return found


def kept(text: str) -> tuple[SetDay, ...]:
    """The days of a team's `days_set`, by date."""
    return _kept(text)


def with_days(text: str, changes: Iterable[SetDay], *, since: date = date.min) -> str:
    """A team's `days_set` with these changes; what lies before `since` is forgotten. Raises Unreadable: too many."""
    days = {one.day: one for one in (*_kept(text), *changes) if one.day >= since}
    lasting = [one for _, one in sorted(days.items()) if one.kind != "published"]
    if len(lasting) > MOST_DAYS:
        raise Unreadable(0, "")
    return "\n".join(f"{one.day.isoformat()} {one.kind} {one.name}".rstrip() for one in lasting)


@lru_cache(maxsize=1000)
def _kept(text: str) -> tuple[SetDay, ...]:
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[SetDay]:
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        words = line.strip().strip("\ufeff")
        if words and not (number == 1 and _HEADING.match(words)):
            yield from _read_line(words, number)


def _read_line(words: str, number: int) -> Iterator[SetDay]:
    found = _LINE.match(words)
    said = _kind_and_name(found.group(7)) if found else None
    if found is None or said is None:
        raise Unreadable(number, words)
    first = _date(found.groups()[:3], number, words)
    last = _date(found.groups()[3:6], number, words) if found.group(4) else first
    if not timedelta() <= last - first <= timedelta(days=LONGEST_SPAN):
        raise Unreadable(number, words)
    yield from _span(first, last, *said)


def _kind_and_name(words: str) -> tuple[Kind, str] | None:
    """ "off Founders' day", or the cells of a CSV in any order."""
    cells = re.split(r"\s*[,;，；\t]\s*", words.strip())
    for cell in cells:
        if found := _KIND.fullmatch(cell):
            return _kind_of(found), _name(" ".join(one for one in cells if one is not cell))
    begun = _KIND.match(words)
    return (_kind_of(begun), _name(words[begun.end() :])) if begun else None


def _kind_of(match: re.Match[str]) -> Kind:
    return next(kind for kind in _WORDS if match.group(kind))


def _events(text: str) -> Iterator[SetDay]:
    """Whole-day events of a calendar file: the end is the day after the last one."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    for number, event in enumerate(re.findall(r"BEGIN:VEVENT(.*?)END:VEVENT", unfolded, re.S | re.I), 1):
        starts, ends = (re.search(rf"^{name}[^:\n]*:(\d{{4}})(\d\d)(\d\d)", event, re.M | re.I) for name in _BOUNDS)
        summary = re.search(r"^SUMMARY[^:\n]*:(.*)$", event, re.M | re.I)
        name = _name(summary.group(1).replace("\\", "")) if summary else ""
        if starts is None:
            raise Unreadable(number, name)
        first = _date(starts.groups(), number, name)
        last = _date(ends.groups(), number, name) - timedelta(days=1) if ends else first
        if last - first > timedelta(days=LONGEST_SPAN):
            raise Unreadable(number, name)
        yield from _span(first, max(first, last), "working" if _WORK.search(name) else "off", name)


_BOUNDS = ("DTSTART", "DTEND")


def _span(first: date, last: date, kind: Kind, name: str) -> Iterator[SetDay]:
    for days in range((last - first).days + 1):
        yield SetDay(first + timedelta(days=days), kind, name)


def _date(parts: Iterable[str], line: int, words: str) -> date:
    year, month, day = (int(part) for part in parts)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(line, words) from error


def _name(words: str) -> str:
    return words.strip(" \r\t,;，；:：\"'")[:NAME_MAX]
