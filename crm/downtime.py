"""What an outage costs nobody: how many days go back, and when somebody may be spoken to who was not spoken to in time."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crm import clock
from crm.calendar import WorkCalendar
from crm.rules import Rule

LATE = timedelta(hours=1)  # what comes later than this is no longer on time, and waits for working hours


@dataclass(frozen=True, slots=True)
class Outage:
    """From when to when (aware UTC) nobody could log or be warned."""

    down_at: datetime
    up_at: datetime


def days_back(outage: Outage, *, rule: Rule, calendar: WorkCalendar) -> int:
    """Working days an outage gives back: none for a short one, else at least one, else to the nearest whole day."""
    hours = calendar.working_hours_between(outage.down_at, outage.up_at)
    if hours <= rule.outage_hours:
        return 0
    return max(1, clock.days_lost(outage.down_at, outage.up_at, calendar=calendar))


def spoken_at(now: datetime, *, planned: datetime, zone: str, calendar: WorkCalendar) -> datetime:
    """When to say what was planned for an instant: now where it is on time, or it is working hours in the person's zone;
    else the next morning of work. So what is caught up after an outage never rings at night."""
    if now - planned <= LATE:
        return now
    own = replace(calendar, zone=zone)
    day = own.local_date(now)
    if own.is_working(day) and now < own.end_of(day):
        return max(now, own.start_of(day))
    return own.start_of(own.add_working_days(day, 1))
