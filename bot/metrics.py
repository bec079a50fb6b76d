"""How Dibs fares in figures, for Prometheus: how long turns and jobs take, what Slack took of the letters, what waits.

No label ever holds what a customer or a person is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from scheduler.relay import Payload, Postman
from scheduler.timetable import Job
from storage.database import Database, DatabaseAway
from storage.outbox import Letter, depth_and_age
from storage.outcomes import Outcome

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)  # Slack waits three


class Metrics:
    """The figures of one process; they begin anew with it."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._registry = CollectorRegistry()
        self.turns = Histogram(
            "dibs_turn_seconds", "From a request of Slack's to its answer.", buckets=_SECONDS, registry=self._registry
        )
        self._jobs = Histogram("dibs_job_seconds", "A tick of a job.", ["job"], registry=self._registry)
        self._failures = Counter("dibs_job_failures", "Ticks that ended in an error.", ["job"], registry=self._registry)
        self._letters = Counter(
            "dibs_letters",
            "Attempts to say something to Slack, by outcome: sent, retryat, unknown, permanent.",
            ["outcome"],
            registry=self._registry,
        )
        self._registry.register(_Waiting(database, clock))

    def watched(self, job: Job) -> Job:
        """The same job, timed and its failures counted."""
        seconds, failures = self._jobs.labels(job.name), self._failures.labels(job.name)

        def run(now: datetime) -> None:
            with seconds.time(), failures.count_exceptions():
                job.run(now)

        return replace(job, run=run)

    def counting(self, postman: Postman) -> Postman:
        """The same postman, its outcomes counted."""
        return _Counting(postman, self._letters)

    def page(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self._registry)


class _Counting:
    def __init__(self, postman: Postman, letters: Counter) -> None:
        self.timeout_seconds, self._postman, self._letters = postman.timeout_seconds, postman, letters

    def post(self, letter: Letter, payload: Payload) -> Outcome:
        outcome = self._postman.post(letter, payload)
        self._letters.labels(type(outcome).__name__.lower()).inc()
        return outcome

    def find(self, letter: Letter) -> Outcome:
        return self._postman.find(letter)


class _Waiting(Collector):
    """What only the database knows, asked when the figures are read."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    def collect(self) -> Iterable[Metric]:
        try:
            with self._database.read() as tx:
                due, oldest = depth_and_age(tx, self._clock())
        except DatabaseAway:
            yield GaugeMetricFamily("dibs_database_up", "Whether the database answers.", value=0)
            return
        yield GaugeMetricFamily("dibs_database_up", "Whether the database answers.", value=1)
        yield GaugeMetricFamily("dibs_outbox_due", "Letters that are due and not sent.", value=due)
        yield GaugeMetricFamily("dibs_outbox_oldest_seconds", "How long the oldest of them waits.", value=oldest)

    def describe(self) -> Iterable[Metric]:
        return ()
