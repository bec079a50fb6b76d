"""Quiet hours: what Dibs begins by itself waits until they are over. Answers and reminders at a chosen time do not."""

from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from crm.local_time import instant_at


class QuietHours(NamedTuple):
    """From one wall-clock time to another, past midnight where the first is the later one. The two are not the same."""

    begin: time
    end: time

    def holds(self, at: time) -> bool:
        if self.begin < self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


def spoken_at(instant: datetime, *, zone: str, quiet: QuietHours | None) -> datetime:
    """The first instant from this one on at which somebody may be spoken to, by their own clock."""
    wall = instant.astimezone(ZoneInfo(zone))
    if quiet is None or not quiet.holds(wall.time()):
        return instant
    over = wall.date() if wall.time() < quiet.end else wall.date() + timedelta(days=1)
    return max(instant, instant_at(zone, over, quiet.end))
