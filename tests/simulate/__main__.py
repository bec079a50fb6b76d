"""`python -m tests.simulate --seed 7`: what happened, in figures; the last line is `N held, M fell short`."""

from __future__ import annotations

import argparse
import gc
import sys
import time

from tests.simulate import transactions
from tests.simulate.company import START, Record
from tests.simulate.days import DAY, begin
from tests.simulate.world import Size, World

FIVE_YEARS = Size(reps=50, customers=5_000, days=5 * 365 + 1)


def simulate(*, seed: int, size: Size = FIVE_YEARS) -> Record:
    """Live `size.days` days of a company drawn from `seed`."""
    world = World(seed, size)
    begin(world)
    world.live_until(START + size.days * DAY)
    return world.record


def report(record: Record, *, seconds: float, cpu: float) -> None:
    for title, figures in (("what happened", record.counts), ("what was promised", record.promises)):
        print(f"# {title}")
        for name, value in sorted(figures.items()):
            print(f"{name:<58} {value:>12,}")
    print(f"{'seconds taken':<58} {seconds:>12.1f}")
    print(f"{'  of them at work, not waiting for the machine':<58} {cpu:>12.1f}")
    for line in record.short[:20]:
        print(f"SHORT  {line}")
    print(f"{record.held:,} held, {len(record.short):,} fell short")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--transactions", action="store_true", help="smaller, over the real operations")
    for name, default in (("reps", FIVE_YEARS.reps), ("customers", FIVE_YEARS.customers), ("days", FIVE_YEARS.days)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    if asked.transactions:
        return transactions.main(seed=asked.seed)
    gc.disable()  # nothing here is thrown away in rings
    began, worked = time.monotonic(), time.process_time()
    record = simulate(seed=asked.seed, size=Size(asked.reps, asked.customers, asked.days))
    report(record, seconds=time.monotonic() - began, cpu=time.process_time() - worked)
    return 1 if record.short else 0


if __name__ == "__main__":
    sys.exit(main())
