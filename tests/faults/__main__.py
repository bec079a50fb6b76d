"""`make faults`: break things on purpose and print what became of every letter. Seeded and bounded.

python -m tests.faults [--full] [--seed 7] [--database sqlite] [--database postgresql]
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Callable

from tests.databases import addresses
from tests.faults import kills, storms
from tests.faults.stage import Verdict

Run = Callable[[str], tuple[Verdict, dict[str, float]]]


def runs(seed: int, full: bool) -> dict[str, Run]:
    """Each run by the row of the reliability table it belongs to."""
    return {
        "2 kill -9, three processes": lambda url: kills.kill_processes(url, kills=500 if full else 30, seed=seed),
        "3 SIGSTOP past the lease": lambda url: kills.freeze_processes(url, freezes=50 if full else 5, seed=seed),
        "3 crash at every step": kills.crash_at_every_step,
        "4 mixed faults": lambda url: storms.mixed_faults(url, letters=2000 if full else 200, seed=seed),
        "4 Slack down 30 minutes": lambda url: storms.down_for_half_an_hour(url, letters=10_000 if full else 500),
        "4 pacing": lambda url: storms.paced(url, letters=400 if full else 100),
    }


def main() -> int:
    """Run all on both databases; the exit code counts the runs that were not clean."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--database", action="append", choices=("sqlite", "postgresql"))
    options.add_argument("--only", default="", help="runs whose name starts so")
    chosen = options.parse_args()
    logging.disable(logging.CRITICAL)
    unclean = 0
    with addresses(tuple(chosen.database or ("sqlite", "postgresql"))) as databases:
        for name, run in runs(chosen.seed, chosen.full).items():
            for kind, url in databases.items() if name.startswith(chosen.only) else ():
                began = time.monotonic()
                verdict, figures = run(url)
                unclean += not verdict.clean
                told = ", ".join(f"{what} {value}" for what, value in figures.items())
                print(f"{name:30} {kind:11} {verdict}; {told}; {time.monotonic() - began:.0f} s", flush=True)
    return unclean


if __name__ == "__main__":
    sys.exit(main())
