"""The grammar of days: patterns over atom letters (see atoms.py), each with the day it means.

A rule sees the matched atoms and today, and answers with a Day, or with None when the words only look like one.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from crm.reading.dates import calendar as cal
from crm.reading.dates.atoms import Atom


class Day(NamedTuple):
    """A day, what sort of words named it, and how wide they were."""

    date: date | None  # None: a holiday whose date nobody can know from the words
    sort: str  # named weekday next explicit offset period unknown
    grain: str = "day"  # day week month quarter year
    past: bool = False
    other: date | None = None
    add: tuple[int, str] | None = None  # an offset that may start from a day named after it


class Frame(NamedTuple):
    """What a rule is given: the atoms it matched and the writer's day."""

    atoms: Sequence[Atom]
    today: date
    order: str

    def one(self, code: str) -> Any:
        return next((atom.value for atom in self.atoms if atom.code == code), None)

    def every(self, codes: str) -> list[Any]:
        return [atom.value for atom in self.atoms if atom.code in codes]


Resolve = Callable[[Frame], Day | None]
RULES: dict[str, list[tuple[re.Pattern[str], Resolve]]] = {}


def rule(*patterns: str, starts: str) -> Callable[[Resolve], Resolve]:
    """Registers patterns under the letters they can start with."""

    def keep(resolve: Resolve) -> Resolve:
        for pattern in patterns:
            for start in starts:
                RULES.setdefault(start, []).append((re.compile(pattern), resolve))
        return resolve

    return keep


def _explicit(day: date | None, other: date | None = None) -> Day | None:
    return Day(day, "explicit", other=other) if day else None


@rule("D", starts="D")
def named(f: Frame) -> Day:
    days = f.one("D")
    return Day(cal.add_days(f.today, days), "named", past=days < 0)


@rule("(?:Rc?|c)?t?W", starts="RcW")
def weekday(f: Frame) -> Day:
    day, week = f.one("W"), f.one("R")
    nearest = cal.next_weekday(f.today, day)
    if week is None:
        return Day(nearest, "weekday")
    that = cal.add_days(cal.monday(f.today, week), day)
    if week < 0:
        return Day(that if that < f.today else cal.add_days(that, -7), "named", past=True)
    if week == 0:
        return Day(that if that >= f.today else nearest, "weekday")
    return Day(that, "weekday" if that == nearest else "next", other=nearest if nearest != that else None)


@rule("WU(?![floe])", "WNU", starts="W")
def british_weekday(f: Frame) -> Day | None:
    """`Thursday week`, `Thursday fortnight`."""
    fortnight = f.one("N")
    if fortnight not in (None, 14) or f.one("U") not in ("week", "day"):
        return None
    return Day(cal.add_days(cal.next_weekday(f.today, f.one("W")), fortnight or 7), "weekday")


@rule(r"Wt?[NO](?![AzUM:%/m\-s]|TA)", starts="W")
def weekday_with_day(f: Frame) -> Day | None:
    number = f.every("NO")[0]
    sure = number > 12 or any(atom.code == "O" for atom in f.atoms)
    day = cal.weekday_and_day(f.today, f.one("W"), number) if 0 < number < 32 else None
    if day is None or (not sure and (day - f.today).days > 31):
        return None
    return _explicit(day)


@rule("X", starts="X")
def whole_date(f: Frame) -> Day | None:
    parts = [int(part) for part in re.split(r"[-/.]", f.one("X"))]
    if parts[0] > 31:
        return _explicit(cal.valid(*parts))
    if f.order == "YMD" and parts[2] < 32 and cal.valid(cal.full_year(parts[0]), parts[1], parts[2]):
        return _explicit(cal.valid(cal.full_year(parts[0]), parts[1], parts[2]))
    year = cal.full_year(parts[2])
    one, two = _in_order(parts[0], parts[1], f.order)
    return _explicit(cal.valid(year, one, two) or cal.valid(year, two, one))


def _in_order(first: int, second: int, order: str) -> tuple[int, int]:
    """(month, day)"""
    return (second, first) if order == "DMY" else (first, second)


@rule(r"N/N(?![/o%?]|N(?![Az:]))", r"N/N(?=\?)", r"(?<=[nbk])N-N(?![\-%UA])", "WN-N", r"(?<=[nWbk])F(?!A)", "F(?=[bdTP])d?",
      starts="NFW")
def numeric(f: Frame) -> Day | None:
    dotted = f.one("F")
    first, second = map(int, dotted.split(".")) if dotted else f.every("N")
    if (first, second) == (24, 7) or (dotted and len(dotted) > 5):
        return None
    month, day = _in_order(first, second, f.order)
    if f.one("W") is not None:
        return _of_weekday(f, month, day)
    nearest, swapped = cal.next_month_day(f.today, month, day), cal.next_month_day(f.today, day, month)
    if nearest is None:
        return _explicit(swapped)
    return _explicit(nearest, swapped if swapped != nearest else None)


def _of_weekday(f: Frame, month: int, day: int) -> Day | None:
    """`Friday 7-6` is a date only if it is a Friday; `Monday 12-4` is hours."""
    found = cal.next_month_day(f.today, month, day)
    return _explicit(found) if found and found.weekday() == f.one("W") else None


def _month_day(f: Frame, month: int, day: int, year: int | None) -> Day | None:
    if not 0 < month < 13 or not 0 < day < 32:
        return None
    if year is not None:
        return _explicit(cal.valid(cal.full_year(year), month, day))
    return _explicit(cal.next_month_day(f.today, month, day))


@rule(r"M[.\-/,]?t?[NO](?![A:%z]|N?[Uk](?!f))(?:,?Z)?|MZ", starts="M")
def month_first(f: Frame) -> Day | None:
    numbers = f.every("NO")
    if not numbers:
        return _month_alone(f, f.one("M"), f.one("Z"))
    return _month_day(f, f.one("M"), numbers[0], f.one("Z"))


@rule(r"t?[NO](?:[s\-&]t?[NO])?U?o?t?[.\-]?M(?:[.,]?Z)?", "Z[-/.]M[-/.]N", starts="tNOZ")
def day_first(f: Frame) -> Day | None:
    if f.one("U") not in (None, "day"):
        return None
    return _month_day(f, f.one("M"), f.every("NO")[0], f.one("Z"))


def _month_alone(f: Frame, month: int, year: int | None = None, edge: str | None = None) -> Day | None:
    if not 0 < month < 13:
        return None
    if year is not None:
        first = cal.valid(cal.full_year(year), month, 1)
    else:
        first = _next_month(f, month, edge)
    return Day(_edge(first, "month", edge), "period", "day" if edge else "month") if first else None


def _next_month(f: Frame, month: int, edge: str | None) -> date:
    """The next such month; this month still counts while its named edge lies ahead."""
    this = f.today.replace(day=1)
    if month == this.month and edge and _edge(this, "month", edge) >= f.today:
        return this
    years = this.year + (month <= this.month)
    return date(min(years, 9999), month, 1)


@rule(r"(?<=[ibensak])t?M(?![NO])", r"(?:R|c)M", "ERM", "Eo?M", "ME", r"M(?=b)", "MQ", starts="tMRcE")
def month_alone(f: Frame) -> Day | None:
    return _month_alone(f, f.one("M"), None, f.one("E"))


@rule("(?:[NZ]y|R[yU],?)?Nmo?(?:N(?![zAU:%x套台个年人家万亿])d?|E)?", "(?:[NZ]y|R[yU],?)?Nmo?Nds[N]d", "R[yU]tNU", starts="NRZ")
def marked_month(f: Frame) -> Day | None:
    """3月20号, 2026年3月5日, 明年1月5号, 6月初, 六月。"""
    numbers = f.every("NZ")
    year = None
    if f.every("U")[-1:] not in ([], ["month"], ["year"]):
        return None
    if f.one("R") is not None or any(atom.code == "y" for atom in f.atoms):
        relative = f.one("R")
        year = f.today.year + relative if relative is not None else numbers.pop(0)
    if len(numbers) > 1:
        return _month_day(f, numbers[0], numbers[1], year)
    return _month_alone(f, numbers[0], year, f.one("E"))


@rule("(?:R[mU]o?)?t?Nd", starts="RtN")
def marked_day(f: Frame) -> Day | None:
    """15号, 下月15号, 本月20号。"""
    day, months = f.one("N"), f.one("R")
    if not 0 < day < 32 or f.one("U") not in (None, "month"):
        return None
    if months is None:
        return _explicit(cal.next_day_of_month(f.today, day))
    first = cal.month_start(f.today, months)
    return _explicit(cal.valid(first.year, first.month, day))


@rule(r"(?:(?<=[nbkesa])|(?<=[,(])|t)t?O(?=$|[,.:()#anbiesFTPAD&/\-WNp])", r"(?<=[nbks])t?O", r"^O(?=$|[,.#])",
      r"(?<=n)t?N(?=,?a?(?:T|NA))", r"(?<=[TA]n)t?N(?![A:zU])", r"(?<=aNn)N(?![A:zU])", starts="tON")
def day_of_month(f: Frame) -> Day | None:
    day = f.every("ON")[0]
    return _explicit(cal.next_day_of_month(f.today, day)) if 0 < day < 32 else None


@rule("t?[ON]ot?RU", "t?OUot?RU", starts="tON")
def day_of_next_month(f: Frame) -> Day | None:
    units = f.every("U")
    if units[-1] != "month" or len(units) > 1 and units[0] != "day":
        return None
    first = cal.month_start(f.today, f.one("R"))
    return _explicit(cal.valid(first.year, first.month, f.every("ON")[0]))


@rule("t?O[WU][.,]?[oi]t?(?:M|RU)", "Nmo?tNU", "t?Ok(?:M|RU)", starts="tON")
def nth_of_month(f: Frame) -> Day | None:
    """The first Friday of July, the second Monday of next month, the first week of October."""
    numbers = f.every("NO")
    month = f.one("M") if f.one("M") else numbers.pop(0) if f.one("m") or len(numbers) > 1 else None
    first = _next_month(f, month, None) if month and month < 13 else cal.month_start(f.today, f.one("R") or 0)
    nth = numbers[0]
    if f.one("W") is not None:
        return _explicit(cal.nth_weekday(first, f.one("W"), nth))
    return Day(cal.first_week(first, nth), "period", "week") if _is_week(f) and nth < 6 else None


def _is_week(f: Frame) -> bool:
    return any(atom.code == "k" for atom in f.atoms) or "week" in f.every("U")


def _period_start(today: date, unit: str, ahead: int) -> date:
    if unit == "week":
        return cal.monday(today, ahead)
    if unit == "month":
        return cal.month_start(today, ahead)
    if unit == "quarter":
        return cal.quarter_start(today, ahead)
    return date(min(today.year + ahead, 9999), 1, 1)


def _edge(start: date, unit: str, edge: str | None) -> date:
    """The day an edge of a period means: early next week is its Monday, mid is Wednesday, late is Friday."""
    if edge in (None, "early"):
        return start
    if unit == "week":
        return cal.add_days(start, 2 if edge == "mid" else 4)
    if unit == "month":
        return start.replace(day=15) if edge == "mid" else cal.last_of_month(start)
    if unit == "quarter":
        return cal.add_months(start, 1).replace(day=15) if edge == "mid" else cal.last_of_month(cal.add_months(start, 2))
    return date(start.year, 7, 1) if edge == "mid" else date(start.year, 12, 31)


def _ahead(today: date, unit: str, edge: str | None) -> date:
    """An edge of the running period, or of the next one when it has passed."""
    day = _edge(_period_start(today, unit, 0), unit, edge)
    return day if day >= today else _edge(_period_start(today, unit, 1), unit, edge)


_UNITS = ("week", "month", "quarter", "year")


@rule("(?:[El]t?)?(?:R|c|Rc)[Umy]", "R[Umy]o?E", "Et?[Uy]", "[Umy]E", "Et?RU", starts="ElRcUmy")
def period(f: Frame) -> Day | None:
    unit = f.one("U") or ("month" if any(atom.code == "m" for atom in f.atoms) else "year")
    if unit == "day":
        return Day(cal.add_days(f.today, f.one("R") or 1), "named") if f.one("R") == 1 else None
    if unit not in _UNITS:
        return None
    edge, ahead = f.one("E"), f.one("R")
    if ahead is None:
        ahead = 1 if any(atom.code == "c" for atom in f.atoms) else None
    if ahead is None:
        return Day(_ahead(f.today, unit, edge), "period", "day" if edge else unit)
    if ahead == 0:
        return Day(_ahead(f.today, unit, edge or "late"), "period", "day" if edge else unit)
    start = _period_start(f.today, unit, ahead)
    return Day(_edge(start, unit, edge), "period", unit if edge is None else "day", past=ahead < 0)


@rule("B", starts="B")
def named_end(f: Frame) -> Day:
    return Day(_ahead(f.today, f.one("B"), "late"), "period")


@rule("(?:R|c|Rc)?t?K", starts="RcK")
def weekend(f: Frame) -> Day:
    saturday = cal.add_days(cal.monday(f.today, f.one("R") or 0), 5)
    if saturday <= f.today and f.one("R") in (None, 0):
        saturday = cal.add_days(saturday, 7)
    return Day(saturday, "period", past=saturday < f.today)


@rule("G", starts="G")
def after_next(f: Frame) -> Day:
    unit = f.one("G")
    if unit == "weekend":
        return Day(cal.add_days(cal.monday(f.today, 2), 5), "period")
    return Day(_period_start(f.today, unit, 2), "period", unit)


@rule("Et?[QY](?:Z|RU)?", "[QY](?:Z|o?Ry?U?)?E?", "(?:[NZ]y|R[yU]|Z)o?[QY]E?", starts="EQYRNZ")
def quarter(f: Frame) -> Day | None:
    nth, months = (f.one("Q"), 3) if f.one("Q") else (f.one("Y"), 6)
    year = next(iter(f.every("NZ")), None)
    if f.one("R") is not None:
        year = f.today.year + f.one("R")
    start = date(cal.full_year(year) if year else f.today.year, (nth - 1) * months + 1, 1)
    edge = f.one("E")
    day = _edge(start, "quarter", edge) if months == 3 else start
    if year is None and day < f.today:
        day = cal.add_months(day, 12)
    return Day(day, "period", "quarter" if edge is None else "day")


_DURATION = r"(?:[NjF][s\-/])?[NjF]o?(?<!F)U"


@rule(rf"[iwe]t?R?{_DURATION}f?", rf"t?R{_DURATION}", rf"{_DURATION}o?[fl]", rf"{_DURATION}E", rf"{_DURATION}(?=e|nW)",
      starts="iwetRNjF")
def offset(f: Frame) -> Day | None:
    unit, edge = f.one("U"), f.one("E")
    count = next((atom.value for atom in f.atoms if atom.code in "Njr"), None)
    if count is None or count < 0 or unit in ("hour", "minute") or edge in ("early", "mid"):
        return None
    if f.one("R") is not None and f.one("R") != 1:
        return Day(shift(f.today, -count, unit), "offset", past=True) if f.one("R") < 0 else None
    if f.one("R") == 1 and f.atoms[0].code == "R" and unit == "day" and count == 1:
        return None
    bare = f.atoms[-1].code == "U" and f.atoms[0].code in "Nj"  # "2 weeks" counts only from a day named after it
    return Day(None if bare else shift(f.today, count, unit), "offset", add=(count, unit))


@rule(rf"{_DURATION}<", rf"(?<!t){_DURATION}b", starts="NjF")
def ago(f: Frame) -> Day | None:
    count, unit = f.every("Nj")[0], f.one("U")
    days = 0 if unit in ("hour", "minute") else count
    return Day(shift(f.today, -days, unit if days else "day"), "offset", past=True) if count >= 0 else None


def shift(day: date, count: float, unit: str) -> date:
    """`count` units after a day; half units are days."""
    if unit == "bizday":
        return cal.add_working_days(day, int(count))
    if unit in ("day", "week"):
        return cal.add_days(day, min(int(count * (7 if unit == "week" else 1)), 3_000_000))
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * count
    if months != int(months) or count == 0.5:
        return cal.add_days(day, int(months * 30))
    return cal.add_months(day, min(int(months), 100_000))


@rule("t?[bei]t?H", "t?Ho?[bf]?", starts="tbeiH")
def holiday(f: Frame) -> Day | None:
    month, day, length = [*map(int, f.one("H").split("-")), 1][:3]
    that = cal.next_month_day(f.today, month, day)
    codes = "".join(atom.code for atom in f.atoms)
    if that is None:
        return None
    if "f" in codes or "e" in codes or ("i" in codes and (month, day) == (1, 1)):
        running = cal.add_days(cal.next_month_day(cal.add_days(f.today, -length), month, day) or that, length)
        return _explicit(running if running > f.today else cal.add_days(that, length))
    if f.one("b") == "until":
        return _explicit(cal.add_days(that, length))
    return _explicit(cal.add_days(that, -1) if "b" in codes else that)


@rule("[bei]t?L", "Lo?[bf]", r"(?<![NR])y[bf]", starts="beiLy")
def unknown_holiday(f: Frame) -> Day:
    return Day(None, "unknown")
