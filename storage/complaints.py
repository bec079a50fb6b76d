"""Complaints and promises, as you would ask for them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, update

from crm.complaints import Complaint
from storage.prebuilt import given
from storage.tables.complaints import ComplaintRow

_COMPLAINT = select(
    ComplaintRow.complaint_id,
    ComplaintRow.customer_id,
    ComplaintRow.kind,
    ComplaintRow.severity,
    ComplaintRow.words,
    ComplaintRow.owner_id,
    ComplaintRow.opened_by,
    ComplaintRow.opened_at,
    ComplaintRow.due_at,
    ComplaintRow.state,
    ComplaintRow.chase,
    ComplaintRow.chase_at,
    ComplaintRow.resolution,
    ComplaintRow.score,
    ComplaintRow.resolved_by,
    ComplaintRow.resolved_at,
    ComplaintRow.activity_id,
)
_CHASE_DUE = (
    _COMPLAINT.add_columns(ComplaintRow.workspace_id)
    .where(ComplaintRow.chase_at <= bindparam("now"))
    .order_by(ComplaintRow.chase_at)
    .limit(bindparam("limit"))
)
_HOLDING = select(ComplaintRow.opened_at).where(
    *given(ComplaintRow.workspace_id, ComplaintRow.customer_id),
    ComplaintRow.state == "open",
    ComplaintRow.kind == "complaint",
)
_OPEN_FOR = _COMPLAINT.where(
    *given(ComplaintRow.workspace_id, ComplaintRow.customer_id), ComplaintRow.state == "open"
).order_by(ComplaintRow.due_at, ComplaintRow.complaint_id)

_HAND_OVER = update(ComplaintRow).where(
    *given(ComplaintRow.workspace_id, ComplaintRow.customer_id, prefix="of_"), ComplaintRow.state == "open"
)


def complaint(tx: Connection, *, workspace_id: str, complaint_id: str) -> Complaint | None:
    found = _found(tx, workspace_id, ComplaintRow.complaint_id == complaint_id)
    return found[0] if found else None


def open_for(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[Complaint, ...]:
    """What is open with a customer, the nearest due time first."""
    rows = tx.execute(_OPEN_FOR, {"workspace_id": workspace_id, "customer_id": customer_id})
    return tuple(_complaint(row) for row in rows)


def holding(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[datetime, ...]:
    """When each open complaint of a customer was opened: what may hold its claim. Promises hold nothing."""
    return tuple(tx.execute(_HOLDING, {"workspace_id": workspace_id, "customer_id": customer_id}).scalars())


def open_of(tx: Connection, *, workspace_id: str, owners: Collection[str] | None = None) -> tuple[Complaint, ...]:
    """What is open with these people, or with everybody, the nearest due time first."""
    mine = [ComplaintRow.owner_id.in_(owners)] if owners is not None else []
    return _found(tx, workspace_id, ComplaintRow.state == "open", *mine)


def of_activity(tx: Connection, *, workspace_id: str, activity_id: str, kind: str) -> Complaint | None:
    """The one a note was made into."""
    found = _found(tx, workspace_id, ComplaintRow.activity_id == activity_id, ComplaintRow.kind == kind)
    return found[0] if found else None


def add(tx: Connection, one: Complaint, *, workspace_id: str) -> None:
    tx.execute(insert(ComplaintRow).values(workspace_id=workspace_id, **asdict(one)))


def close(tx: Connection, *, workspace_id: str, complaint_id: str, **fields: object) -> bool:
    """Compare and set: True if it was open and is now what `fields` say."""
    return _change_open(tx, workspace_id, complaint_id, chase=None, chase_at=None, **fields)


def chased(
    tx: Connection, *, workspace_id: str, complaint_id: str, was_at: datetime, chase: str | None, at: datetime | None
) -> bool:
    """Compare and set: what was due at `was_at` is being said; this comes next."""
    same = ComplaintRow.chase_at == was_at
    return _change_open(tx, workspace_id, complaint_id, same, chase=chase, chase_at=at)


def hand_over(tx: Connection, *, workspace_id: str, customer_id: str, owner_id: str) -> None:
    """What is open goes along to the customer's new owner."""
    tx.execute(_HAND_OVER, {"of_workspace_id": workspace_id, "of_customer_id": customer_id, "owner_id": owner_id})


def chase_due(tx: Connection, *, now: datetime, limit: int) -> tuple[tuple[str, Complaint], ...]:
    """(workspace, complaint) of which something is to be said, the oldest first."""
    return tuple((row[-1], _complaint(row[:-1])) for row in tx.execute(_CHASE_DUE, {"now": now, "limit": limit}))


def next_chase(tx: Connection) -> datetime | None:
    return tx.execute(select(func.min(ComplaintRow.chase_at))).scalar()


def _complaint(row: Sequence[Any]) -> Complaint:
    return Complaint(*row)


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[Complaint, ...]:
    mine = _COMPLAINT.where(ComplaintRow.workspace_id == workspace_id, *where)
    ordered = mine.order_by(ComplaintRow.due_at, ComplaintRow.complaint_id)
    return tuple(_complaint(row) for row in tx.execute(ordered))


def _change_open(
    tx: Connection, workspace_id: str, complaint_id: str, *more: ColumnElement[bool], **fields: object
) -> bool:
    mine = (
        ComplaintRow.workspace_id == workspace_id,
        ComplaintRow.complaint_id == complaint_id,
        ComplaintRow.state == "open",
        *more,
    )
    changed = update(ComplaintRow).where(*mine).values(**fields).returning(ComplaintRow.complaint_id)
    return tx.execute(changed).first() is not None
