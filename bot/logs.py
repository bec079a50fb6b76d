"""What is written down of our own doings: one line a record, as text or JSON, and never a word of a customer.

The words of an exception may be anything somebody wrote, or a row of the database; so of a mistake the kind is logged and
where it was made, not what it says.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

Form = Literal["text", "json"]
HOUSE: Final = Path(__file__).parents[1]
MOST_PLACES: Final = 12


def set_up(form: Form) -> None:
    """To standard error, warnings and worse."""
    logging.basicConfig(level=logging.WARNING)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(formatter(form))


def formatter(form: Form) -> logging.Formatter:
    return JsonLine() if form == "json" else TextLine()


class TextLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        mistake = _mistake(record)
        said = f"{_at(record)} {record.levelname} {record.name} {_one_line(record)}"
        return f"{said} | {mistake} at {', '.join(_places(record))}" if mistake else said


class JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": _at(record),
            "level": record.levelname,
            "logger": record.name,
            "message": _one_line(record),
        }
        if mistake := _mistake(record):
            said |= {"error": mistake, "places": list(_places(record))}
        return json.dumps(said, ensure_ascii=False)


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _one_line(record: logging.LogRecord) -> str:
    return " ".join(record.getMessage().split())


def _mistake(record: logging.LogRecord) -> str:
    """The kinds of the exception and of those behind it: "IntegrityError from UniqueViolation"."""
    error = record.exc_info[1] if record.exc_info else None
    kinds: list[str] = []
    while error is not None and len(kinds) < MOST_PLACES:
        kinds.append(type(error).__name__)
        error = error.__cause__
    return " from ".join(kinds)


def _places(record: logging.LogRecord) -> Iterator[str]:
    """Where it was, the innermost first: "storage/customers.py:120 add"."""
    if record.exc_info and record.exc_info[2]:
        for frame in list(reversed(traceback.extract_tb(record.exc_info[2])))[:MOST_PLACES]:
            path = Path(frame.filename)
            near = path.relative_to(HOUSE) if path.is_relative_to(HOUSE) else Path(*path.parts[-2:])
            yield f"{near}:{frame.lineno} {frame.name}"
