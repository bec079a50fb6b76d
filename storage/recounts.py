"""Recounts: deadlines to be counted anew because something many of them share has changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.tables.rules import RecountRow


@dataclass(frozen=True, slots=True)
class Recount:
    """`cause`: rule, calendar, team (a switched clock), people (who joined a team); `about`: the rule's version or the team's
    id, "" for those in none. Counts are of claims."""

    recount_id: str
    cause: str
    about: str
    actor_id: str
    asked_at: datetime
    due_at: datetime | None
    seen: int = 0
    total: int = 0
    earlier: int = 0
    later: int = 0
    finished_at: datetime | None = None


_RECOUNT = select(
    RecountRow.recount_id,
    RecountRow.cause,
    RecountRow.about,
    RecountRow.actor_id,
    RecountRow.asked_at,
    RecountRow.due_at,
    RecountRow.seen,
    RecountRow.total,
    RecountRow.earlier,
    RecountRow.later,
    RecountRow.finished_at,
)
_DUE = (
    _RECOUNT.add_columns(RecountRow.workspace_id)
    .where(RecountRow.due_at <= bindparam("now"))
    .order_by(RecountRow.due_at)
    .limit(20)
)


def recount(tx: Connection, *, workspace_id: str, recount_id: str) -> Recount | None:
    mine = (RecountRow.workspace_id == workspace_id, RecountRow.recount_id == recount_id)
    row = tx.execute(_RECOUNT.where(*mine)).first()
    return Recount(*row) if row else None


def ask(tx: Connection, one: Recount, *, workspace_id: str) -> None:
    tx.execute(
        insert(RecountRow).values(
            workspace_id=workspace_id,
            recount_id=one.recount_id,
            cause=one.cause,
            about=one.about,
            actor_id=one.actor_id,
            asked_at=one.asked_at,
            due_at=one.due_at,
        )
    )


def due(tx: Connection, *, now: datetime) -> tuple[tuple[str, Recount], ...]:
    """(workspace, recount), the longest due first."""
    return tuple((row[-1], Recount(*row[:-1])) for row in tx.execute(_DUE, {"now": now}))


def take(tx: Connection, one: Recount, *, workspace_id: str, now: datetime, lease: timedelta) -> bool:
    """Compare and set: True for the one process that does it; the others may try when the lease is over."""
    mine = (
        RecountRow.workspace_id == workspace_id,
        RecountRow.recount_id == one.recount_id,
        RecountRow.due_at == one.due_at,
    )
    taken = update(RecountRow).where(*mine).values(due_at=now + lease).returning(RecountRow.recount_id)
    return tx.execute(taken).first() is not None


def note(tx: Connection, *, workspace_id: str, recount_id: str, **fields: object) -> None:
    mine = (RecountRow.workspace_id == workspace_id, RecountRow.recount_id == recount_id)
    tx.execute(update(RecountRow).where(*mine).values(**fields))
