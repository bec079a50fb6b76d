"""The ticker ticks on: through failing jobs, slow jobs, and a clock that somebody moves."""

import importlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.ticker import Ticker
from scheduler.timetable import Job
from storage.database import DatabaseAway

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def started() -> Iterator[Callable[..., Ticker]]:
    """Start a ticker that is stopped after the test."""
    tickers: list[Ticker] = []

    def start(*jobs: Job) -> Ticker:
        tickers.append(Ticker(jobs, lambda: NOW, watch_every_seconds=0.05))
        tickers[-1].start()
        return tickers[-1]

    yield start
    for ticker in tickers:
        ticker.stop()


def _until(true: Callable[[], object], seconds: float = 60.0) -> None:
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it never came about"
        time.sleep(0.01)


def test_each_job_ticks_at_its_interval_with_the_business_clocks_now(started: Callable[..., Ticker]) -> None:
    quick: list[datetime] = []
    slow: list[datetime] = []
    started(Job("quick", 0.05, quick.append), Job("slow", 0.3, slow.append))
    _until(lambda: len(slow) >= 2)
    assert len(quick) >= 6 and set(quick) == {NOW}


def test_a_job_that_fails_ticks_again_and_disturbs_no_other(started: Callable[..., Ticker]) -> None:
    ran: list[str] = []

    def broken(now: datetime) -> None:
        ran.append("broken")
        raise DatabaseAway("locked") if len(ran) % 2 else ZeroDivisionError

    started(Job("broken", 0.05, broken), Job("sound", 0.05, lambda now: ran.append("sound")))
    _until(lambda: ran.count("broken") >= 3 and ran.count("sound") >= 3)


def test_a_slow_job_never_runs_beside_itself(started: Callable[..., Ticker]) -> None:
    inside, most, runs = [0], [0], [0]

    def slow(now: datetime) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.15)
        inside[0] -= 1
        runs[0] += 1

    started(Job("slow", 0.05, slow))
    _until(lambda: runs[0] >= 3)
    assert most == [1]


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_moved_by_an_hour_stops_no_job_and_floods_none(
    started: Callable[..., Ticker], monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    ran: list[float] = []
    started(Job("tick", 0.1, lambda now: ran.append(time.monotonic())))
    _until(lambda: len(ran) >= 2)
    moved = time.monotonic()
    for module in ("apscheduler.schedulers.base", "apscheduler.triggers.interval"):
        monkeypatch.setattr(importlib.import_module(module), "datetime", _moved_by(timedelta(hours=hours)))
    _until(lambda: [at for at in ran if at > moved + 0.5], 6)
    seconds = ran[-1] - moved
    assert len([at for at in ran if at > moved]) <= seconds / 0.1 + 2


def _moved_by(shift: timedelta) -> type[datetime]:
    class Moved(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime.now(tz) + shift

    return Moved


def test_a_job_that_is_running_long_is_not_called_asleep(started: Callable[..., Ticker]) -> None:
    go_on, began = threading.Event(), threading.Event()
    ticker = started(Job("long", 0.05, lambda now: began.set() or (go_on.wait(5) and None)))
    began.wait(5)
    ticker._last_ran["long"] -= 60
    assert ticker.asleep() == []
    go_on.set()


def test_all_jobs_can_be_run_now_in_the_order_of_the_timetable() -> None:
    ran: list[object] = []
    jobs = [Job(name, 60, lambda now, name=name: ran.append((name, now))) for name in ("remind", "warn", "sweep")]
    later = NOW + timedelta(days=1)
    Ticker(jobs, lambda: NOW).run_all(later)
    assert ran == [("remind", later), ("warn", later), ("sweep", later)]


def test_stopping_waits_for_the_job_that_runs(started: Callable[..., Ticker]) -> None:
    began, done = threading.Event(), []
    ticker = started(Job("job", 0.05, lambda now: began.set() or time.sleep(0.2) or done.append(now)))
    began.wait(5)
    ticker.stop()
    finished = len(done)
    time.sleep(0.2)
    assert finished == len(done) >= 1
