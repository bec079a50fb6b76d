"""Tidying up: the engine's own tables keep what protects against a second time, and forget it when none can come.

What people said and did is kept for ever; this is only about deliveries taken in, slots run, and letters that arrived.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from operations.office import Office
from storage import outbox, people, seen, slots

KEPT: Final[tuple[tuple[Callable[..., int], timedelta], ...]] = (
    (seen.forget_before, timedelta(days=60)),  # a gap-fill reads thirty days back
    (slots.forget_before, timedelta(days=90)),
    (outbox.forget_done, timedelta(days=180)),  # until then a message is edited when what it says has changed
)
BATCH: Final = 500  # rows a transaction, so that nobody waits for one
BATCHES: Final = 100  # a turn; the rest has time


def tidy(office: Office, *, now: datetime) -> int:
    """Forget what is old enough, batch by batch; returns how many rows went."""
    with office.database.read() as tx:
        homes = [one.workspace_id for one in people.workspaces(tx)]
    return sum(_forget(office, forget, home, now - age) for home in homes for forget, age in KEPT)


def _forget(office: Office, forget: Callable[..., int], workspace_id: str, before: datetime) -> int:
    forgotten = 0
    for _ in range(BATCHES):
        with office.database.begin() as tx:
            batch = forget(tx, workspace_id=workspace_id, before=before, limit=BATCH)
        forgotten += batch
        if batch < BATCH:
            break
    return forgotten
