"""Heartbeats and outages, as you would ask for them."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from crm.downtime import Outage
from storage.database import insert_into
from storage.prebuilt import given
from storage.tables.outages import HeartbeatRow, OutageRow

_UNSETTLED = (
    select(OutageRow.down_at, OutageRow.up_at)
    .where(*given(OutageRow.workspace_id), OutageRow.settled_at.is_(None))
    .order_by(OutageRow.down_at)
)


def last_beat(tx: Connection, *, workspace_id: str) -> float | None:
    """When Dibs was last awake, in seconds of the real clock; None before its first day."""
    found = select(HeartbeatRow.wall).where(HeartbeatRow.workspace_id == workspace_id)
    wall: float | None = tx.execute(found).scalar()
    return wall


def first_beat(tx: Connection, *, workspace_id: str, wall: float) -> None:
    tx.execute(insert_into(tx, HeartbeatRow).values(workspace_id=workspace_id, wall=wall).on_conflict_do_nothing())


def beat(tx: Connection, *, workspace_id: str, was: float, wall: float) -> bool:
    """Compare and set: False where another process has beaten since."""
    mine = (HeartbeatRow.workspace_id == workspace_id, HeartbeatRow.wall == was)
    beaten = update(HeartbeatRow).where(*mine).values(wall=wall).returning(HeartbeatRow.workspace_id)
    return tx.execute(beaten).first() is not None


def stop_beating(tx: Connection, *, workspace_id: str) -> None:
    """The next beat is a first one: what was before it is told by somebody else."""
    tx.execute(delete(HeartbeatRow).where(HeartbeatRow.workspace_id == workspace_id))


def add(tx: Connection, outage: Outage, *, workspace_id: str) -> None:
    tx.execute(insert(OutageRow).values(workspace_id=workspace_id, down_at=outage.down_at, up_at=outage.up_at))


def unsettled(tx: Connection, *, workspace_id: str) -> tuple[Outage, ...]:
    """Outages whose days are not all given back yet; meanwhile nobody is swept."""
    return tuple(Outage(*row) for row in tx.execute(_UNSETTLED, {"workspace_id": workspace_id}))


def settle(tx: Connection, outage: Outage, *, workspace_id: str, now: datetime) -> bool:
    """Compare and set: True for the one that settles it."""
    mine = (
        OutageRow.workspace_id == workspace_id,
        OutageRow.down_at == outage.down_at,
        OutageRow.settled_at.is_(None),
    )
    return (
        tx.execute(update(OutageRow).where(*mine).values(settled_at=now).returning(OutageRow.down_at)).first()
        is not None
    )
