"""Warnings: which rung of the ladder was put, to whom, and whether it arrived."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.tables.claims import WarningRow


@dataclass(frozen=True, slots=True)
class WarningLine:
    customer_id: str
    epoch: int
    deadline: datetime
    rung: str
    person_id: str
    outbox_id: str
    delivered_at: datetime | None
    undeliverable: bool


_WARNING = select(
    WarningRow.customer_id,
    WarningRow.epoch,
    WarningRow.deadline,
    WarningRow.rung,
    WarningRow.person_id,
    WarningRow.outbox_id,
    WarningRow.delivered_at,
    WarningRow.undeliverable,
)


def put(tx: Connection, *, workspace_id: str, lines: Sequence[WarningLine], now: datetime) -> None:
    """Raises IntegrityError where a rung was put to this person before: one notice a key."""
    rows = [
        {
            "workspace_id": workspace_id,
            "customer_id": line.customer_id,
            "epoch": line.epoch,
            "deadline": line.deadline,
            "rung": line.rung,
            "person_id": line.person_id,
            "outbox_id": line.outbox_id,
            "put_at": now,
        }
        for line in lines
    ]
    tx.execute(insert(WarningRow), rows)


def of_claim(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[WarningLine, ...]:
    mine = (WarningRow.workspace_id == workspace_id, WarningRow.customer_id == customer_id, WarningRow.epoch == epoch)
    return tuple(WarningLine(*row) for row in tx.execute(_WARNING.where(*mine).order_by(WarningRow.put_at)))


def in_letter(tx: Connection, *, workspace_id: str, outbox_id: str) -> tuple[WarningLine, ...]:
    mine = (WarningRow.workspace_id == workspace_id, WarningRow.outbox_id == outbox_id)
    return tuple(WarningLine(*row) for row in tx.execute(_WARNING.where(*mine)))


def delivered(tx: Connection, *, workspace_id: str, outbox_id: str, at: datetime) -> None:
    mine = (
        WarningRow.workspace_id == workspace_id,
        WarningRow.outbox_id == outbox_id,
        WarningRow.delivered_at.is_(None),
    )
    tx.execute(update(WarningRow).where(*mine).values(delivered_at=at))


def undeliverable(tx: Connection, *, workspace_id: str, outbox_id: str) -> None:
    mine = (WarningRow.workspace_id == workspace_id, WarningRow.outbox_id == outbox_id)
    tx.execute(update(WarningRow).where(*mine).values(undeliverable=True))
