"""Whether this process hears Slack: while it does not, nobody is warned or swept, and the heart does not beat.

A process that was down, or that could not reach Slack, finds out by the real clock when it is back; operations/clock/downtime.py
then gives the days back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from operations.clock import downtime
from operations.office import Office

DEAF_SECONDS: Final = 120.0  # Slack out of reach for so long is an outage, not a hiccup


class Pulse:
    """Beats while Slack can be reached. `hears` is False before the first beat, from the moment Slack is lost, and until
    the days of an outage have been given back."""

    def __init__(
        self,
        office: Office,
        *,
        wall: Callable[[], float],
        lost_since: Callable[[], float | None],
        answers: Callable[[], bool],
    ) -> None:
        """`lost_since`: when a letter first found no Slack (real clock), None while they do; `answers` asks Slack now."""
        self.hears = False
        self.wall = wall
        self._office, self._lost_since, self._answers = office, lost_since, answers

    def beat(self, now: datetime) -> None:
        """Write down that we are awake, and give back the days of an outage that has ended, before anything is due by it."""
        since = self._lost_since()
        if since is not None and self.wall() - since > DEAF_SECONDS and not self._answers():
            self.hears = False
            return
        downtime.beat(self._office, now=now, wall=self.wall())
        self.hears = downtime.settle_outages(self._office, now=now)

    def listening(self, work: Callable[[datetime], object]) -> Callable[[datetime], None]:
        """A job that rests while Slack can't be heard."""

        def run(now: datetime) -> None:
            if self.hears:
                work(now)

        return run
