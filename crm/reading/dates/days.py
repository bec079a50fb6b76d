"""The grammar of days: named ones, weekdays, dates in numbers and with a month."""

import re

from crm.reading.dates import calendar as cal
from crm.reading.dates.rule import Day, Frame, Rules, explicit

rule = Rules()
_MONTHS = 12
_NEAR_DAYS = 100
_ALSO_VERBS = (3, 5)


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
        return Day(that, "next") if that > f.today else Day(that if that == f.today else nearest, "weekday")
    return Day(that, "next", other=nearest if nearest != that else None)


@rule("c?WU(?![floe])", "c?WNU", starts="cW")
def british_weekday(f: Frame) -> Day | None:
    """`Thursday week`, `coming Thursday fortnight`."""
    fortnight = f.one("N")
    if fortnight not in (None, 14) or f.one("U") not in ("week", "day"):
        return None
    return Day(cal.add_days(cal.next_weekday(f.today, f.one("W")), fortnight or 7), "weekday")


@rule(r"Wt?[NO](?![AzUM:%/m\-s]|TA)", starts="W")
def weekday_with_day(f: Frame) -> Day | None:
    number = f.every("NO")[0]
    sure = number > 12 or f.has("O")
    day = cal.weekday_and_day(f.today, f.one("W"), number) if 0 < number < 32 else None
    if day is None or (not sure and (day - f.today).days > 31):
        return None
    return explicit(day)


@rule("X", starts="X")
def whole_date(f: Frame) -> Day | None:
    parts = [int(part) for part in re.split(r"[-/.]", f.one("X"))]
    if parts[0] > 31:
        return explicit(cal.valid(*parts))
    if f.order == "YMD" and parts[2] < 32 and cal.valid(cal.full_year(parts[0]), parts[1], parts[2]):
        return explicit(cal.valid(cal.full_year(parts[0]), parts[1], parts[2]))
    year = cal.full_year(parts[2])
    one, two = _in_order(parts[0], parts[1], f.order)
    return explicit(cal.valid(year, one, two) or cal.valid(year, two, one))


def _in_order(first: int, second: int, order: str) -> tuple[int, int]:
    """(month, day)"""
    return (second, first) if order == "DMY" else (first, second)


@rule(
    r"N/N(?![/o%?]|N(?![Az:.U]))",
    r"N/N(?=\?)",
    r"(?<=[nbk])N-N(?![\-%UA])",
    "WN-N",
    "WF(?!A)",
    r"(?<=[nbke])F(?!A)",
    "F(?=[bdTP])d?",
    starts="NFW",
)
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
        return explicit(swapped)
    return explicit(nearest, swapped if swapped != nearest else None)


@rule(r"F\.", starts="F")
def dotted_date(f: Frame) -> Day | None:
    """14.12. as it is written where the day comes first."""
    day, month = map(int, f.one("F").split("."))
    return explicit(cal.next_month_day(f.today, month, day)) if f.order == "DMY" else None


@rule("VN", starts="V")
def calendar_week(f: Frame) -> Day | None:
    """KW 51: the Monday of that week of the year."""
    day = cal.iso_week(f.today, f.one("N"))
    return Day(day, "period", "week") if day else None


def _of_weekday(f: Frame, month: int, day: int) -> Day | None:
    """`Friday 7-6` is a date only if it is a Friday; `Monday 12-4` is hours, `Thursday 8.30` one."""
    found = cal.next_month_day(f.today, month, day)
    near = found is not None and (found - f.today).days < _NEAR_DAYS  # `Tuesday 10-11` in March is no 10 November
    return explicit(found) if found and near and found.weekday() == f.one("W") else None


def _month_day(f: Frame, month: int, day: int, year: int | None) -> Day | None:
    if not 0 < month < 13 or not 0 < day < 32:
        return None
    if year is not None:
        return explicit(cal.valid(cal.full_year(year), month, day))
    return explicit(cal.next_month_day(f.today, month, day))


@rule(r"M[.\-/,]?t?[NO](?![A:%z]|N?[Uk](?!f))(?:,?Z)?|MZ", starts="M")
def month_first(f: Frame) -> Day | None:
    numbers = f.every("NO")
    if not numbers:
        return _month_alone(f, f.one("M"), f.one("Z"))
    return _month_day(f, f.one("M"), numbers[0], f.one("Z"))


@rule(
    r"(?<!e)(?<!et)t?[NO](?:[s\-&]t?[NO])?U?o?t?[.\-]?M(?:[.,]?Z)?",  # 3 to 5 June is its first day,
    r"(?<=[et])[NO]U?o?t?[.\-]?M(?:[.,]?Z)?",  # and `from the 2nd to the 9th June` two days
    "Z[-/.]M[-/.]N",
    starts="tNOZ",
)
def day_first(f: Frame) -> Day | None:
    if f.one("U") not in (None, "day"):
        return None
    return _month_day(f, f.one("M"), f.every("NO")[0], f.one("Z"))


def _month_alone(f: Frame, month: int, year: int | None = None, edge: str | None = None) -> Day | None:
    if not 0 < month < 13:
        return None
    first = cal.valid(cal.full_year(year), month, 1) if year else cal.next_month(f.today, month, edge)
    return Day(cal.edge_of(first, "month", edge), "period", "day" if edge else "month") if first else None


@rule(
    r"(?<=[ibensak])t?M(?![NO])",
    r"(?:R|c)M(?![NO])",
    "ERM",
    r"E-?o?M(?![.,]?t?[NO](?![A:%zU]))",
    "ME",
    r"M(?=b)",
    "MQ",
    starts="tMRcE",
)
def month_alone(f: Frame) -> Day | None:
    return _month_alone(f, f.one("M"), None, f.one("E"))


@rule(r"(?<=\?)M(?=$|[.#])", starts="M")
def month_at_the_end(f: Frame) -> Day | None:
    """`next service visit September`; may and march are verbs too."""
    return None if f.one("M") in _ALSO_VERBS else _month_alone(f, f.one("M"))


@rule(r"et?M(?![.,]?t?[NO])", starts="e")
def after_month(f: Frame) -> Day | None:
    """`after June`: the first of July; `from June` begins with it."""
    if f.one("e") == "from":
        return _month_alone(f, f.one("M"))
    return Day(cal.add_months(cal.next_month(f.today, f.one("M"), "late"), 1), "period", "month")


@rule(
    "(?:[NZ]y|R[yU],?)?Nmo?(?:N(?![zAU:%x套台个年人家万亿])d?|E)?",
    "(?:[NZ]y|R[yU],?)?Nmo?Nds[N]d",
    "R[yU]tNU",
    starts="NRZ",
)
def marked_month(f: Frame) -> Day | None:
    """3月20号, 2026年3月5日, 明年1月5号, 6月初, 六月。"""
    numbers = f.every("NZ")
    year = None
    if f.every("U")[-1:] not in ([], ["month"], ["year"]):
        return None
    if f.one("R") is not None or f.has("y"):
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
        return explicit(cal.next_day_of_month(f.today, day))
    first = cal.month_start(f.today, months)
    return explicit(cal.valid(first.year, first.month, day))


@rule(
    r"(?:(?<=[nbkesa])|(?<=[,(])|t)t?O(?=$|[,.:()#anbiesFTPAD&/\-WNpq])",
    r"(?<=[nbks])t?O",
    r"^O(?=$|[,.#])",
    r"(?<=[.#])O(?=[,q])",
    r"t?O(?=,?(?:aN|a?T|NA))",
    r"(?<=n)t?N(?=,?a?(?:T|NA))",
    r"(?<=[bne])tN(?=$|[,.#])",
    r"(?<=[TA]n)t?N(?![A:zU?])",
    r"(?<=aNn)N(?![A:zU?])",
    starts="tON",
)
def day_of_month(f: Frame) -> Day | None:
    day = f.every("ON")[0]
    return explicit(cal.next_day_of_month(f.today, day)) if 0 < day < 32 else None


@rule(r"(?<=\?)O(?=$|[,.#])", starts="O")
def bare_day_of_month(f: Frame) -> Day | None:
    """`board 24th, answer the day after`, `arrives 13th`; a lower ordinal counts things: `needs finance sorted first, …`."""
    return day_of_month(f) if f.one("O") > _MONTHS else None


@rule("t?[ON]ot?RU", "t?OUot?RU", starts="tON")
def day_of_next_month(f: Frame) -> Day | None:
    units = f.every("U")
    if units[-1] != "month" or (len(units) > 1 and units[0] != "day"):
        return None
    first = cal.month_start(f.today, f.one("R"))
    return explicit(cal.valid(first.year, first.month, f.every("ON")[0]))


@rule("t?O[WU][.,]?[oi]?t?(?:M|RU)", "Nmo?tNU", "t?Ok(?:M|RU)", starts="tON")
def nth_of_month(f: Frame) -> Day | None:
    """The first Friday of July, the second Monday of next month, the first week of October."""
    numbers = f.every("NO")
    month = f.one("M") if f.one("M") else numbers.pop(0) if f.one("m") or len(numbers) > 1 else None
    first = cal.next_month(f.today, month) if month and month < 13 else cal.month_start(f.today, f.one("R") or 0)
    nth = numbers[0]
    if f.one("W") is not None:
        return explicit(cal.nth_weekday(first, f.one("W"), nth))
    return Day(cal.first_week(first, nth), "period", "week") if _is_week(f) and nth < 6 else None


@rule("tOW(?![oi])", starts="t")
def next_nth_weekday(f: Frame) -> Day | None:
    """`the committee meets the 3rd Thursday`: of this month, or of the next; `the 3rd Thursday` may be Thursday the 3rd."""
    nth, weekday = f.one("O"), f.one("W")
    if nth > 5 or cal.weekday_and_day(f.today, weekday, nth) == cal.next_day_of_month(f.today, nth):
        return None
    nearest = (cal.nth_weekday(cal.month_start(f.today, months), weekday, nth) for months in (0, 1))
    return explicit(next(day for day in nearest if day > f.today))


def _is_week(f: Frame) -> bool:
    return f.has("k") or "week" in f.every("U")
