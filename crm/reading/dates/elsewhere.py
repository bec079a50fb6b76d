"""Dates in languages that have no tables here, as a last resort: an isolated span is handed to dateparser.

A span is a day number beside a month's name of another language (`16. März`, `3 juin 2026`, `15 de marzo`); nothing
else is ever given to it, because over whole sentences it finds dates that nobody named.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

import dateparser

from crm.reading.dates.moment import Moment
from crm.reading.tokens import Token
from crm.reading.words import elsewhere

_MONTH = "|".join(sorted(elsewhere.MONTHS, key=len, reverse=True))
_SPAN = re.compile(rf"\b\d{{1,2}}\.?\s+(?:de\s+|d['’])?(?:{_MONTH})\b\.?(?:\s+(?:de\s+)?\d{{4}}\b)?", re.IGNORECASE)
_MOST = 3


def moments_elsewhere(text: str, tokens: Sequence[Token], *, now: datetime, order: str) -> Iterator[Moment]:
    """The first few such dates, each at the tokens of its span."""
    for match, _ in zip(_SPAN.finditer(text), range(_MOST), strict=False):
        found = _parsed(match[0], now, order)
        inside = [at for at, token in enumerate(tokens) if match.start() <= token.start < match.end()]
        if found and inside:
            yield Moment(inside[0], inside[-1] + 1, found.date(), None, "explicit", "day")


def _parsed(span: str, now: datetime, order: str) -> datetime | None:
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "DATE_ORDER": order or "DMY"}
    try:
        return dateparser.parse(span, languages=list(elsewhere.LANGUAGES), settings=settings)
    except (ValueError, OverflowError):
        return None
