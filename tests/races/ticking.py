"""A process of its own that ticks and sends: `python -m tests.races.ticking URL FIRST THEN`, two instants of its clock.

Both processes of a race tick at the same instants and go on for a while, as they would in life.
"""

import sys
from datetime import datetime, timedelta

from tests.yard import Yard

TURNS = 8


def main(url: str, first: str, then: str) -> None:
    """Says "ready", waits for a line, then ticks a few times at either instant."""
    one = Yard(url, build=False)
    print("ready", flush=True)
    sys.stdin.readline()
    for start in (first, then):
        for turn in range(TURNS):
            one.tick(datetime.fromisoformat(start) + timedelta(seconds=5 * turn))
    one.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
