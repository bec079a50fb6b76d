"""De-duplication: Slack re-sends, HTTP retries, sockets re-deliver and a gap-fill reads again; work happens once.

The key names the thing that happened, not the delivery: `channel:ts` of a message, the trigger id of a command or
button, view id and hash of a submission. It is written in the transaction of the work it guards: if that
transaction dies, the next delivery is the first again.
"""

from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Executable, delete, func, select

from storage.database import insert_for
from storage.tables.engine import Seen


def first_time(tx: Connection, *, workspace_id: str, key: str, now: datetime) -> bool:
    """True for the one transaction that takes `key` in. A rival that is still running is waited for."""
    row = {"workspace_id": workspace_id, "key": key, "seen_at": now}
    return tx.execute(_take_in(tx.dialect.name), row).first() is not None


def is_newest(tx: Connection, *, workspace_id: str, key: str, at: datetime) -> bool:
    """True if nothing as new was taken in under `key`: of things that may overtake each other, the newest stands.

    `at` is the instant the thing happened, not when it was heard. A rival that is still running is waited for.
    """
    row = {"workspace_id": workspace_id, "key": key, "seen_at": at}
    return tx.execute(_take_newer(tx.dialect.name), row).first() is not None


def newest(tx: Connection, *, workspace_id: str, prefix: str) -> str | None:
    """The greatest key there is that begins so: of a channel's messages the latest that was taken in."""
    within = (Seen.workspace_id == workspace_id, Seen.key > prefix, Seen.key < prefix + "\x7f")
    return tx.execute(select(func.max(Seen.key)).where(*within)).scalar()


def forget_before(tx: Connection, *, workspace_id: str, before: datetime, limit: int) -> int:
    """Forget so many keys taken in before that instant; returns how many. Slack re-sends for minutes, but a gap-fill
    reads weeks back."""
    old = select(Seen.key).where(Seen.workspace_id == workspace_id, Seen.seen_at < before).limit(limit)
    return tx.execute(delete(Seen).where(Seen.workspace_id == workspace_id, Seen.key.in_(old))).rowcount


@cache
def _take_newer(dialect: str) -> Executable:
    fresh = insert_for(dialect, Seen)
    newer = fresh.on_conflict_do_update(
        index_elements=[Seen.workspace_id, Seen.key],
        set_={"seen_at": fresh.excluded.seen_at},
        where=Seen.seen_at < fresh.excluded.seen_at,
    )
    return newer.returning(Seen.key)


@cache
def _take_in(dialect: str) -> Executable:
    return insert_for(dialect, Seen).on_conflict_do_nothing().returning(Seen.key)
