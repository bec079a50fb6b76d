"""First follow-ups of what a manager gave away: when they were due, and who has not called."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, tuple_, update

from storage.tables.activities import ActivityRow
from storage.tables.claims import ClaimRow
from storage.tables.first_touches import TouchReminderRow

_DUE = (
    select(ClaimRow.workspace_id, ClaimRow.customer_id, ClaimRow.epoch, ClaimRow.touch_by)
    .where(ClaimRow.touch_by <= bindparam("now"))
    .order_by(ClaimRow.touch_by)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Untouched:
    """A claim whose first follow-up was due, and who holds it; nobody has called yet."""

    customer_id: str
    epoch: int
    owner_id: str


def due(tx: Connection, *, now: datetime, limit: int) -> tuple[tuple[str, str, int, datetime], ...]:
    """(workspace, customer, epoch, when) of claims whose first follow-up was due and has not been asked after."""
    found = tx.execute(_DUE, {"now": now, "limit": limit})
    return tuple((home, customer, epoch, at) for home, customer, epoch, at in found if at)


def ask_after(
    tx: Connection, *, workspace_id: str, claims: Collection[tuple[str, int]], now: datetime
) -> tuple[Untouched, ...]:
    """Compare and set, for many (customer, epoch): those that still run and that nobody called. Each is asked after once."""
    mine = (
        ClaimRow.workspace_id == workspace_id,
        tuple_(ClaimRow.customer_id, ClaimRow.epoch).in_(claims),
        ClaimRow.touch_by <= now,
    )
    key = (ClaimRow.customer_id, ClaimRow.epoch, ClaimRow.owner_id, ClaimRow.ended_at)
    asked = tx.execute(update(ClaimRow).where(*mine).values(touch_by=None).returning(*key)).all()
    touched = select(ActivityRow.customer_id, ActivityRow.epoch).where(
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.customer_id.in_([row.customer_id for row in asked]),
        ActivityRow.withdrawn_at.is_(None),
    )
    called = {(customer, epoch) for customer, epoch in tx.execute(touched)}
    running = (row for row in asked if row.ended_at is None and (row.customer_id, row.epoch) not in called)
    return tuple(Untouched(*row[:3]) for row in sorted(running, key=lambda row: row.customer_id))


def remember(tx: Connection, *, workspace_id: str, claims: Collection[tuple[str, int]], outbox_id: str) -> None:
    """This letter reminds of these (customer, epoch)."""
    same = {"workspace_id": workspace_id, "outbox_id": outbox_id}
    rows = [{**same, "customer_id": customer_id, "epoch": epoch} for customer_id, epoch in claims]
    tx.execute(insert(TouchReminderRow), rows)
