"""A stretch of local days, and the one before it to compare with; and how people name one, in English and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

USUAL_DAYS = 90
LONGEST_DAYS = 1100
_DAYS = re.compile(r"(\d{1,4})\s*(?:d|days?|天)")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both in it."""

    first: date
    last: date

    @property
    def before(self) -> Period:
        """As long, and right before: of a quarter the quarter before, of a month the month before."""
        ended = self.first - timedelta(days=1)
        months = (self.last + timedelta(days=1)).month - self.first.month
        whole = self.first.day == 1 and (self.last + timedelta(days=1)).day == 1 and (months % 12) in (0, 1, 3)
        if not whole:
            return Period(self.first - (self.last - self.first) - timedelta(days=1), ended)
        return Period(_months_back(self.first, months % 12 or 12), ended)


def usual(today: date) -> Period:
    return Period(today - timedelta(days=USUAL_DAYS - 1), today)


def period(words: str, today: date) -> Period | None:
    """What the words name, None where they name no period: month, last quarter, this year, 30d, 2026Q1, 上季度, 90天."""
    said = " ".join(words.casefold().split())
    if found := _DAYS.fullmatch(said):
        days = int(found[1])
        return Period(today - timedelta(days=days - 1), today) if 0 < days <= LONGEST_DAYS else None
    if found := re.fullmatch(r"(\d{4})\s*年?\s*q?\s*([1-4])\s*(?:季度?)?", said):
        return _stretch(date(int(found[1]), 3 * int(found[2]) - 2, 1), 3) if 2000 <= int(found[1]) < 9000 else None
    for months, names in _NAMES.items():
        for back, called in enumerate(names):
            if said in called:
                start = _months_back(_start(today, months), months * back)
                return _stretch(start, months)
    return None


_NAMES: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    1: (("month", "this month", "本月", "这个月"), ("last month", "上月", "上个月")),
    3: (("quarter", "this quarter", "本季", "本季度", "这个季度"), ("last quarter", "上季", "上季度", "上个季度")),
    12: (("year", "this year", "今年", "本年"), ("last year", "去年", "上年")),
}


def _start(today: date, months: int) -> date:
    return date(today.year, (today.month - 1) // months * months + 1, 1)


def _stretch(start: date, months: int) -> Period:
    return Period(start, _months_back(start, -months) - timedelta(days=1))


def _months_back(day: date, months: int) -> date:
    """The first of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)
