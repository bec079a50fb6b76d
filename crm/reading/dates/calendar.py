"""The arithmetic of days: weekdays, months, quarters, the next such day. No words here."""

import calendar
from datetime import date, timedelta

PART_HOURS = {
    "morning": (9, 0),
    "ten": (10, 0),
    "noon": (12, 0),
    "one": (13, 0),
    "afternoon": (14, 0),
    "five": (17, 0),
    "evening": (19, 0),
    "night": (20, 0),
    "eod": (17, 0),
}


def add_days(day: date, days: int) -> date:
    """Clamped to the calendar's own ends, so that no phrase overflows it."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    month = day.year * 12 + day.month - 1 + months
    year = min(max(month // 12, 1), 9999)
    return date(year, month % 12 + 1, min(day.day, calendar.monthrange(year, month % 12 + 1)[1]))


def add_working_days(day: date, days: int) -> date:
    weeks, rest = divmod(min(days, 10_000), 5)
    day = add_days(day, weeks * 7)
    while rest or day.weekday() > 4:
        day = add_days(day, 1)
        rest -= rest > 0 and day.weekday() < 5
    return day


def monday(day: date, weeks: int = 0) -> date:
    return add_days(day, 7 * weeks - day.weekday())


def next_weekday(day: date, weekday: int) -> date:
    """Strictly after `day`."""
    return add_days(day, (weekday - day.weekday() - 1) % 7 + 1)


def last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_start(day: date, months: int = 0) -> date:
    return add_months(day.replace(day=1), months)


def quarter_start(day: date, quarters: int = 0) -> date:
    return add_months(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3 * quarters)


def valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def next_month_day(today: date, month: int, day: int) -> date | None:
    """The next such day, today included; a 29 February waits for its leap year."""
    for year in range(today.year, min(today.year + 9, 9999)):
        found = valid(year, month, day)
        if found and found >= today:
            return found
    return None


def next_day_of_month(today: date, day: int) -> date | None:
    """The next such day strictly after today."""
    for months in range(4):
        first = month_start(today, months)
        found = valid(first.year, first.month, day)
        if found and found > today:
            return found
    return None


def iso_week(today: date, week: int) -> date | None:
    """The Monday of the next such week of the year, the running week included."""
    for year in (today.year, today.year + 1):
        if 0 < week < 53 and (found := date.fromisocalendar(year, week, 1)) >= monday(today):
            return found
    return None


def weekday_and_day(today: date, weekday: int, day: int) -> date | None:
    """`Monday 21`: the next 21st that is a Monday, today included."""
    for months in range(60):
        first = month_start(today, months)
        found = valid(first.year, first.month, day)
        if found and found >= today and found.weekday() == weekday:
            return found
    return None


def nth_weekday(month: date, weekday: int, nth: int) -> date:
    return add_days(next_weekday(add_days(month, -1), weekday), 7 * (nth - 1))


def first_week(month: date, nth: int) -> date:
    """Monday of the month's nth week, or the first of the month; the first week holds the first Thursday."""
    return max(monday(nth_weekday(month, 3, nth)), month)


def period_start(today: date, unit: str, ahead: int) -> date:
    if unit == "week":
        return monday(today, ahead)
    if unit == "month":
        return month_start(today, ahead)
    if unit == "quarter":
        return quarter_start(today, ahead)
    return date(min(today.year + ahead, 9999), 1, 1)


def edge_of(start: date, unit: str, edge: str | None) -> date:
    """The day an edge of a period means: early next week is its Monday, mid is Wednesday, late is Friday."""
    if edge in (None, "early"):
        return start
    if unit == "week":
        return add_days(start, 2 if edge == "mid" else 4)
    if unit == "month":
        return start.replace(day=15) if edge == "mid" else last_of_month(start)
    if unit == "quarter":
        return add_months(start, 1).replace(day=15) if edge == "mid" else last_of_month(add_months(start, 2))
    return date(start.year, 7, 1) if edge == "mid" else date(start.year, 12, 31)


def ahead_of(today: date, unit: str, edge: str | None) -> date:
    """An edge of the running period, or of the next one when it has passed."""
    day = edge_of(period_start(today, unit, 0), unit, edge)
    return day if day >= today else edge_of(period_start(today, unit, 1), unit, edge)


def next_month(today: date, month: int, edge: str | None = None) -> date:
    """The next such month; this month still counts while its named edge lies ahead."""
    this = today.replace(day=1)
    if month == this.month and edge and edge_of(this, "month", edge) >= today:
        return this
    years = this.year + (month <= this.month)
    return date(min(years, 9999), month, 1)
