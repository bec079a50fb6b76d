"""What a process of its own does that ticks and sends.

Both processes of a race tick at the same instants and go on for a while, as they would in life.
"""

from datetime import datetime, timedelta
from multiprocessing.synchronize import Barrier

from tests.yard import Yard

TURNS = 8


def run(url: str, instants: tuple[datetime, ...], start: Barrier) -> None:
    """Waits until all are ready, then ticks a few times at each instant of its clock."""
    one = Yard(url, build=False)
    start.wait(120)
    for instant in instants:
        for turn in range(TURNS):
            one.tick(instant + timedelta(seconds=5 * turn))
    one.close()
