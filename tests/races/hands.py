"""What a person's hand does in a race: presses, and presses again where the database was busy for too long."""

from collections.abc import Callable
from typing import TypeVar

from storage.database import DatabaseAway

Told = TypeVar("Told")


def press(act: Callable[[], Told]) -> Told:
    """Do it until the database is there: on a busy machine its two seconds of patience may not do."""
    while True:
        try:
            return act()
        except DatabaseAway:
            continue
