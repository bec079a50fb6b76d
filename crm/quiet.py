"""When Dibs may begin to speak to somebody: out of their quiet hours and, where they set some, within their own working
hours. Answers and reminders at a chosen time come all the same; what counts for a deadline is the team's calendar."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from crm.local_time import instant_at

EVERY_DAY = frozenset(range(7))


class QuietHours(NamedTuple):
    """From one wall-clock time to another, past midnight where the first is the later one. The two are not the same."""

    begin: time
    end: time

    def holds(self, at: time) -> bool:
        if self.begin < self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


class OwnHours(NamedTuple):
    """A person's own working week: from `begin` to the later `end` by their clock, on `weekdays` (0 is Monday; never none)."""

    begin: time
    end: time
    weekdays: frozenset[int]

    def opening(self, wall: datetime, *, days: frozenset[int]) -> tuple[date, time] | None:
        """When work next begins on one of these days; None where it goes on already."""
        if wall.weekday() in days and wall.time() < self.end:
            return (wall.date(), self.begin) if wall.time() < self.begin else None
        ahead = next(n for n in range(1, 8) if (wall.weekday() + n) % 7 in days)
        return wall.date() + timedelta(days=ahead), self.begin


def leaves_time(quiet: QuietHours | None, hours: OwnHours | None) -> bool:
    """Whether quiet hours leave a moment of the working day."""
    if quiet is None or hours is None:
        return True
    return not quiet.holds(hours.begin) or hours.begin < quiet.end < hours.end


def spoken_at(
    instant: datetime, *, zone: str, quiet: QuietHours | None, hours: OwnHours | None = None, any_day: bool = False
) -> datetime:
    """The first instant from this one on at which somebody may be spoken to, by their own clock. `any_day`: on their
    days off too, so that nobody puts off what the claim clock has to say by working little."""
    days = EVERY_DAY if any_day or hours is None else hours.weekdays
    spoken = instant
    for _ in range(3):  # an opening may lie in quiet hours, and their end at most behind the day's work
        opened = _opened(_after(spoken, zone, quiet), zone, hours, days)
        if opened == spoken:
            break
        spoken = opened
    return spoken


def _after(instant: datetime, zone: str, quiet: QuietHours | None) -> datetime:
    wall = instant.astimezone(ZoneInfo(zone))
    if quiet is None or not quiet.holds(wall.time()):
        return instant
    over = wall.date() if wall.time() < quiet.end else wall.date() + timedelta(days=1)
    return max(instant, instant_at(zone, over, quiet.end))


def _opened(instant: datetime, zone: str, hours: OwnHours | None, days: frozenset[int]) -> datetime:
    opening = hours.opening(instant.astimezone(ZoneInfo(zone)), days=days) if hours else None
    return max(instant, instant_at(zone, *opening)) if opening else instant
