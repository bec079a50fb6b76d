"""A day in little: `dibs run` over HTTP under 20 notes a second for some minutes, and how its memory grows.

The growth an hour is the slope through the samples of the second half, when caches and arenas have their size; a short run
says little about an hour (`python -m tests.bench soak --minutes 60`).
"""

from __future__ import annotations

import http.client
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from statistics import linear_regression
from urllib.parse import urlsplit

from tests.bench import stage, world
from tests.bench.bench_start import resident_of_all
from tests.bench.figures import percentile, say
from tests.bench.world import Firm
from tests.databases import addresses

A_SECOND = 20
LINES = 4
SAMPLE_SECONDS = 2.0


def main(*, quick: bool = False, minutes: float | None = None) -> None:
    made = world.firms(10_000)
    for kind, url in _databases(quick):
        with tempfile.TemporaryDirectory(prefix="dibs-") as folder, stage.company(url, made):
            _soak(kind, url, made, Path(folder), seconds=60 * (minutes or (0.5 if quick else 5)))


def _databases(quick: bool) -> Iterator[tuple[str, str]]:
    with addresses(("sqlite",) if quick else ("sqlite", "postgresql")) as databases:
        yield from databases.items()


def _soak(kind: str, url: str, made: Sequence[Firm], folder: Path, *, seconds: float) -> None:
    with (
        stage.slack(made, clock_file=folder / "clock.json") as (small, server),
        stage.bot_process(url, small, server, folder) as (address, pid, _),
    ):
        time.sleep(3)  # the directory is read behind
        notes = chain.from_iterable(stage.notes(small, made) for _ in repeat(None))
        load = _Load(address, notes, until=time.monotonic() + seconds)
        samples = _sampled(pid, load)
    rate = len(load.took) / seconds
    later = samples[len(samples) // 2 :]
    slope = linear_regression([at for at, _ in later], [held for _, held in later]).slope
    say(f"{kind}: {seconds / 60:g} minutes, notes a second", rate, "1/s")
    say(f"{kind}: … p99", percentile(load.took, 99), "ms")
    say(f"{kind}: memory at the beginning", samples[0][1], "MB")
    say(f"{kind}: … at the end", samples[-1][1], "MB")
    say(f"{kind}: … growth an hour, by the second half", slope * 3600, "MB")


def _sampled(pid: int, load: _Load) -> list[tuple[float, float]]:
    """(seconds, MB) while the load lasts."""
    samples = [(time.monotonic(), resident_of_all(pid))]
    load.start()
    while load.is_on():
        time.sleep(SAMPLE_SECONDS)
        samples.append((time.monotonic(), resident_of_all(pid)))
    return samples


class _Load:
    """So many notes a second over a few kept-open lines; who falls behind sends as fast as it can. `took`: milliseconds."""

    def __init__(self, address: str, notes: Iterator[tuple[bytes, dict[str, str]]], *, until: float) -> None:
        self.took: list[float] = []
        self._address, self._notes, self._until = urlsplit(address), notes, until
        self._turn = threading.Lock()
        self._lines = [threading.Thread(target=self._send, daemon=True) for _ in range(LINES)]

    def start(self) -> None:
        for line in self._lines:
            line.start()

    def is_on(self) -> bool:
        return any(line.is_alive() for line in self._lines)

    def _send(self) -> None:
        line = http.client.HTTPConnection(self._address.hostname or "", self._address.port, timeout=30)
        due = time.monotonic()
        while (due := due + LINES / A_SECOND) < self._until:
            time.sleep(max(0.0, due - time.monotonic()))
            with self._turn:
                body, headers = next(self._notes)  # signed now
            began = time.perf_counter()
            line.request("POST", "/slack/events", body, headers)
            answer = line.getresponse()
            answer.read()
            self.took.append((time.perf_counter() - began) * 1000)
            assert answer.status == 200, answer.status
        line.close()


if __name__ == "__main__":
    main()
