"""The ticker: runs each job of the timetable again and again. It only ticks; what is due, the jobs find in our tables.

APScheduler keeps its intervals by the system clock, so that a clock set back by an hour would leave it asleep for an
hour. A watchdog that counts in monotonic seconds notices a job that has not run for too long and arms it anew.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from scheduler.timetable import Job
from storage.database import DatabaseAway

log = logging.getLogger(__name__)
logging.getLogger("apscheduler").setLevel(logging.ERROR)  # else it tells of every tick, and of every job still busy

_LATE_BY_SECONDS: Final = 1.0  # on top of twice the interval, before the watchdog believes a job asleep


class Ticker:
    """Ticks `jobs` in the background from `start()` to `stop()`; each runs alone and gets `clock()` as its now."""

    def __init__(self, jobs: Sequence[Job], clock: Callable[[], datetime], *, watch_every_seconds: float = 5.0) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._clock = clock
        self._watch_every = watch_every_seconds
        self._running: set[str] = set()
        self._last_ran: dict[str, float] = {}
        self._stopping = threading.Event()
        self._scheduler: BackgroundScheduler | None = None

    def start(self) -> None:
        """Begin to tick; the first tick of a job comes one interval from now."""
        self._stopping.clear()
        self._last_ran = dict.fromkeys(self._jobs, time.monotonic())
        self._scheduler = self._armed()
        self._scheduler.start()
        self._watchdog = threading.Thread(target=self._watch, name="ticker-watchdog", daemon=True)
        self._watchdog.start()

    def stop(self) -> None:
        """Stop ticking, and wait for the jobs that are running."""
        self._stopping.set()
        if self._scheduler:
            self._watchdog.join()
            self._scheduler.shutdown(wait=True)
            self._scheduler = None

    def run_all(self, now: datetime) -> None:
        """Run every job once, in this thread, in the order of the timetable."""
        for job in self._jobs.values():
            self._tick(job, now)

    def asleep(self) -> list[str]:
        """Jobs that should have run by now and did not (monotonic time), for the watchdog and for health."""
        now = time.monotonic()
        late = (
            name
            for name, ran in list(self._last_ran.items())
            if now - ran > 2 * self._jobs[name].every_seconds + _LATE_BY_SECONDS
        )
        return [name for name in late if name not in self._running]

    def _armed(self) -> BackgroundScheduler:
        scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(max(1, len(self._jobs)))},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        for job in self._jobs.values():
            scheduler.add_job(partial(self._tick, job), "interval", seconds=job.every_seconds, id=job.name)
        return scheduler

    def _tick(self, job: Job, now: datetime | None = None) -> None:
        """A job that fails is said so, and ticks again: nothing it left undone is lost."""
        self._running.add(job.name)
        try:
            job.run(now or self._clock())
        except DatabaseAway as error:
            log.warning("%s waits for the database: %s", job.name, error)
        except Exception:
            log.exception("%s failed, and will be tried again", job.name)
        finally:
            self._last_ran[job.name] = time.monotonic()
            self._running.discard(job.name)

    def _watch(self) -> None:
        while not self._stopping.wait(self._watch_every):
            for name in self.asleep():
                self._rearm(name)

    def _rearm(self, name: str) -> None:
        log.warning("%s has not ticked for too long (was the clock moved?); arming it anew", name)
        assert self._scheduler
        self._last_ran[name] = time.monotonic()  # or the next look would arm it anew, and so for ever
        self._scheduler.reschedule_job(name, trigger="interval", seconds=self._jobs[name].every_seconds)
