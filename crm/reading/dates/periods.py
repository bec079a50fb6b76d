"""The grammar of periods: next week, end of July, the second quarter, in three weeks, after a holiday."""

from datetime import date

from crm.reading.dates import calendar as cal
from crm.reading.dates.rule import Day, Frame, Rules, explicit

rule = Rules()


_TOO_FAR = 300  # days: "after National Day" a week after it cannot mean the next one
_UNITS = ("week", "month", "quarter", "year")


@rule("(?:[El]-?t?)?(?:R|c|Rc)[Umy]", "R[Umy]o?E", "Et?[Uy]", "[Umy]E", "Et?RU", starts="ElRcUmy")
def period(f: Frame) -> Day | None:
    unit = f.one("U") or ("month" if f.has("m") else "year")
    if unit == "day":
        return Day(cal.add_days(f.today, f.one("R") or 1), "named") if f.one("R") == 1 else None
    if unit not in _UNITS:
        return None
    edge, ahead = f.one("E"), f.one("R")
    if ahead is None:
        ahead = 1 if f.has("c") else None
    if ahead is None:
        return Day(cal.ahead_of(f.today, unit, edge), "period", "day" if edge else unit)
    if ahead == 0:
        return Day(cal.ahead_of(f.today, unit, edge or "late"), "period", "day" if edge else unit)
    start = cal.period_start(f.today, unit, ahead)
    return Day(cal.edge_of(start, unit, edge), "period", unit if edge is None else "day", past=ahead < 0)


@rule("t?R(?:Uo|k)(?:t?M|R?t?U)", starts="tR")
def last_week_of(f: Frame) -> Day | None:
    """`the last week of March`: the Monday seven days before its end at most."""
    if f.every("R")[0] != -1 or not {"week", "month"}.issuperset(f.every("U")):
        return None
    first = (
        cal.next_month(f.today, f.one("M"), "late") if f.one("M") else cal.month_start(f.today, len(f.every("R")) - 1)
    )
    return Day(cal.monday(cal.add_days(cal.last_of_month(first), -6)), "period", "week")


@rule("B", starts="B")
def named_end(f: Frame) -> Day:
    return Day(cal.ahead_of(f.today, f.one("B"), "late"), "period")


@rule("(?:R|c|Rc)?t?K", starts="RcK")
def weekend(f: Frame) -> Day:
    saturday = cal.add_days(cal.monday(f.today, f.one("R") or 0), 5)
    if saturday <= f.today and f.one("R") in (None, 0):
        saturday = cal.add_days(saturday, 7)
    bare = f.one("R") is None and not f.has("c")  # one that is over or to come, as the note tells
    return Day(saturday, "weekday" if bare else "period", "weekend", past=saturday < f.today)


@rule("et?(?:[Umy]E|Eo?t?[Umy]|B)", starts="e")
def after_end(f: Frame) -> Day | None:
    """`after quarter end`, `after month end`: the first day behind it."""
    unit = f.one("B") or f.one("U") or ("month" if f.has("m") else "year")
    if unit not in _UNITS or f.one("E") not in (None, "late"):
        return None
    return Day(cal.add_days(cal.ahead_of(f.today, unit, "late"), 1), "period")


@rule("et?K", starts="e")
def after_weekend(f: Frame) -> Day:
    return Day(cal.monday(f.today, 1), "period")


@rule("G", starts="G")
def after_next(f: Frame) -> Day:
    unit = f.one("G")
    if unit == "weekend":
        return Day(cal.add_days(cal.monday(f.today, 2), 5), "period")
    return Day(cal.period_start(f.today, unit, 2), "period", unit)


@rule("Et?[QY](?:Z|RU)?", "[QY](?:Z|o?Ry?U?)?E?", "(?:[NZ]y|R[yU]|Z)o?[QY]E?", starts="EQYRNZ")
def quarter(f: Frame) -> Day | None:
    nth, months = (f.one("Q"), 3) if f.one("Q") else (f.one("Y"), 6)
    year = next(iter(f.every("NZ")), None)
    if f.one("R") is not None:
        year = min(f.today.year + f.one("R"), 9999)
    start = date(cal.full_year(year) if year else f.today.year, (nth - 1) * months + 1, 1)
    edge = f.one("E")
    day = cal.edge_of(start, "quarter", edge) if months == 3 else start
    if year is None and day < f.today:
        day = cal.add_months(day, 12)
    return Day(day, "period", "quarter" if edge is None else "day")


@rule("et?(?:Eo?)?t?[QY]E?", starts="e")
def after_quarter(f: Frame) -> Day:
    """`after Q3 closes`: the first day behind it, the running one's too."""
    months = 3 if f.one("Q") else 6
    ends = date(f.today.year, 1, 1)
    ends = cal.add_months(ends, (f.one("Q") or f.one("Y")) * months)
    return Day(ends if ends > f.today else cal.add_months(ends, 12), "period")


_DURATION = r"(?:[NjF][s\-/])?[NjF]o?(?<!F)U"


@rule(
    rf"[iwe]n?t?R?{_DURATION}f?",
    rf"t?R{_DURATION}",
    rf"{_DURATION}o?[fl]",
    rf"{_DURATION}E",
    rf"{_DURATION}(?=e|nW)",
    starts="iwetRNjF",
)
def offset(f: Frame) -> Day | None:
    unit, edge = f.one("U"), f.one("E")
    count = next((atom.value for atom in f.atoms if atom.code in "Njr"), None)
    if unit == "hour" and count and count % 24 == 0:
        count, unit = count // 24, "day"  # in 48 hrs
    if count is None or count < 0 or unit in ("hour", "minute") or edge in ("early", "mid", "late"):
        return None
    if f.one("R") is not None and f.one("R") != 1:
        return Day(shift(f.today, -count, unit), "offset", past=True) if f.one("R") < 0 else None
    if f.one("R") == 1 and f.atoms[0].code == "R" and unit == "day" and count == 1:
        return None
    bare = f.atoms[-1].code == "U" and f.atoms[0].code in "Nj"  # "2 weeks" counts only from a day named after it
    grain = "year" if unit == "year" or (unit == "month" and count >= 12) else "day"
    return Day(None if bare else shift(f.today, count, unit), "offset", grain, add=(count, unit))


@rule(r"t?Ue(?=$|[,.#()])", starts="tU")
def day_after(f: Frame) -> Day | None:
    """`will try day after`: the day after tomorrow, unless a day was named before it (context.py)."""
    if f.one("U") == "week":
        return Day(cal.monday(f.today, 1), "week after", "week")
    return Day(cal.add_days(f.today, 2), "after") if f.one("U") == "day" else None


@rule(r"t?Ub(?=$|[,.#()])", r"[Nj]Ub(?=$|[,.#()?])", starts="tUNj")
def day_before(f: Frame) -> Day | None:
    """`trial ends 12/18, call the day before`: of a day named before it (context.py), else it says nothing."""
    count, unit = (f.every("Nj") or [1])[0], f.one("U")
    if unit not in ("day", "week"):
        return None
    return Day(shift(f.today, -count, unit), "before", past=True)


@rule(rf"(?:{_DURATION}|U)D", rf"{_DURATION}n?W", starts="NjFU")
def week_from(f: Frame) -> Day | None:
    """`a week today`, `a fortnight tomorrow`, `a week on Friday`."""
    count, unit, ahead = f.every("Nj")[:1] or [1], f.one("U"), f.one("D")
    if (ahead or 0) < 0 or not (unit == "week" or (unit == "day" and count == [14])):
        return None
    start = cal.next_weekday(f.today, f.one("W")) if ahead is None else cal.add_days(f.today, ahead)
    return Day(shift(start, count[0], unit), "offset")


@rule(rf"{_DURATION}v", starts="NjF")
def result_due(f: Frame) -> Day:
    """两周出结果: what the customer will know after that time."""
    return Day(shift(f.today, f.every("Nj")[0], f.one("U")), "offset")


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
    if (that - f.today).days > _TOO_FAR:
        return Day(None, "unknown")
    if "f" in codes or "e" in codes or ("i" in codes and (month, day) == (1, 1)):
        running = cal.add_days(cal.next_month_day(cal.add_days(f.today, -length), month, day) or that, length)
        return explicit(running if running > f.today else cal.add_days(that, length))
    if f.one("b") == "until":
        return explicit(cal.add_days(that, length))
    return explicit(cal.add_days(that, -1) if "b" in codes else that)


@rule("[bei]t?L", "Lo?[bf]", r"(?<![NR])y[bf]", starts="beiLy")
def unknown_holiday(f: Frame) -> Day:
    return Day(None, "unknown", "before" if f.has("b") and not f.has("f") else "day")
