"""Is Dibs well? For supervisors, for the sandbox, and for a person with curl."""

from typing import Any

from bot.app import Dibs
from operations.clock.next_event import next_due
from storage.database import DatabaseAway
from storage.outbox import depth_and_age


def read_health(dibs: Dibs) -> dict[str, Any]:
    """`ready` is false while the database is away; `next_due_at` is the next reminder, warning or sweep."""
    try:
        with dibs.database.read() as tx:
            depth, age = depth_and_age(tx, dibs.clock())
        due = next_due(dibs.office)
    except DatabaseAway as error:
        return {"ready": False, "database": str(error)}
    asleep = dibs.ticker.asleep()
    return {
        "ready": True,
        "database": dibs.database.dialect,
        "now": dibs.clock(),
        "next_due_at": due,
        "outbox": {"due": depth, "oldest_seconds": round(age, 1)},
        "asleep": asleep,
    }
