"""How a figure is taken and said: one line `name  value  unit  floor  ratio`, medians, ours and the floor by turns."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def head() -> None:
    """Which code, on what; without it a figure says nothing."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(
        f"# commit {commit.stdout.strip() or 'unknown'}; SQLite WAL synchronous=FULL, PostgreSQL as initdb leaves it;"
        f" 4 handler threads; Python {platform.python_version()}; {os.cpu_count()} CPUs"
    )
    print(f"{'# name':52} {'value':>10} {'unit':5} {'floor':>9} {'ratio':>6}", flush=True)


def say(name: str, value: float, unit: str, floor: float | None = None) -> None:
    against = f"{floor:9.3f} {value / floor:6.2f}" if floor else f"{'-':>9} {'-':>6}"
    print(f"{name:52} {value:10.3f} {unit:5} {against}", flush=True)


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def by_turns(ours: Callable[[], object], floor: Callable[[], object], *, turns: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each call, the two alternating so that a busy machine is busy for both; the first ones warm up."""
    for _ in range(min(20, turns)):
        ours(), floor()
    pairs = [(milliseconds(ours), milliseconds(floor)) for _ in range(turns)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
