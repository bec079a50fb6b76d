"""`dibs run` from its start to ready, and what it holds in memory once the directory is read."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench import stage, world
from tests.bench.figures import say
from tests.bench.world import Firm
from tests.databases import addresses


def main(*, quick: bool = False) -> None:
    made = world.firms(10_000 if quick else 100_000)
    with addresses() as databases:
        for kind, url in databases.items():
            with stage.company(url, made), tempfile.TemporaryDirectory(prefix="dibs-") as folder:
                _measure(kind, url, made, Path(folder))


def _measure(kind: str, url: str, made: Sequence[Firm], folder: Path) -> None:
    with (
        stage.slack(made, clock_file=folder / "clock.json") as (small, server),
        stage.bot_process(url, small, server, folder) as (_, pid, seconds),
    ):
        say(f"{kind}: started and ready, {len(made):,} customers", seconds, "s")
        say(f"{kind}: memory of the serving process, {len(made):,}", _settled(pid), "MB")


def _settled(pid: int) -> float:
    """MB resident in the process's biggest child (gunicorn's worker), once it stops growing."""
    held = [0.0]
    for _ in range(60):
        time.sleep(1)
        held.append(resident_of_all(pid))
        if len(held) > 5 and held[-1] - held[-4] < 1:
            break
    return held[-1]


def resident_of_all(pid: int) -> float:
    """MB resident in the biggest of a process and its children: gunicorn's worker."""
    return max(_resident(one) for one in (pid, *stage.children(pid)))


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
