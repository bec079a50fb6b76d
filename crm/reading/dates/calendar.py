"""The arithmetic of days: weekdays, months, quarters, the next such day. No words here."""

import calendar
from datetime import date, timedelta

PART_HOURS = {"morning": (9, 0), "ten": (10, 0), "noon": (12, 0), "one": (13, 0), "afternoon": (14, 0), "five": (17, 0), "evening": (19, 0),
              "night": (20, 0), "eod": (17, 0)}


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
    """Monday of the month's nth week; the first week holds the first Thursday."""
    return monday(nth_weekday(month, 3, nth))
