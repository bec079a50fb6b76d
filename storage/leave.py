"""Leave, as you would ask for it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from crm.leave import Leave
from storage.prebuilt import given
from storage.tables.leave import LeaveRow

_LEAVE = select(
    LeaveRow.leave_id,
    LeaveRow.person_id,
    LeaveRow.first_day,
    LeaveRow.last_day,
    LeaveRow.cover_id,
    LeaveRow.state,
    LeaveRow.decided_by,
)
_APPROVED = _LEAVE.where(*given(LeaveRow.workspace_id, LeaveRow.person_id), LeaveRow.state == "approved").order_by(
    LeaveRow.first_day
)


def _leaves(rows: Sequence[Sequence[Any]]) -> tuple[Leave, ...]:
    return tuple(Leave(*row) for row in rows)


def leave(tx: Connection, *, workspace_id: str, leave_id: str) -> Leave | None:
    mine = (LeaveRow.workspace_id == workspace_id, LeaveRow.leave_id == leave_id)
    row = tx.execute(_LEAVE.where(*mine)).first()
    return Leave(*row) if row else None


def approved(tx: Connection, *, workspace_id: str, person_id: str) -> tuple[Leave, ...]:
    """A person's approved leave, past and to come, in order."""
    return _leaves(tx.execute(_APPROVED, {"workspace_id": workspace_id, "person_id": person_id}).all())


def meeting(tx: Connection, *, workspace_id: str, person_id: str, first: date, last: date) -> tuple[Leave, ...]:
    """A person's leave, approved or asked for, that shares a day with these, in order."""
    mine = (LeaveRow.workspace_id == workspace_id, LeaveRow.person_id == person_id)
    shared = (LeaveRow.state.in_(("asked", "approved")), LeaveRow.first_day <= last, LeaveRow.last_day >= first)
    return _leaves(tx.execute(_LEAVE.where(*mine, *shared).order_by(LeaveRow.first_day)).all())


def asked(tx: Connection, *, workspace_id: str) -> tuple[Leave, ...]:
    """Leave that nobody has answered, in order."""
    mine = (LeaveRow.workspace_id == workspace_id, LeaveRow.state == "asked")
    return _leaves(tx.execute(_LEAVE.where(*mine).order_by(LeaveRow.first_day)).all())


def standing(tx: Connection, *, workspace_id: str, since: date) -> tuple[Leave, ...]:
    """Everybody's approved leave that ends on `since` or later, in order: who is away, and who covers."""
    mine = (LeaveRow.workspace_id == workspace_id, LeaveRow.state == "approved", LeaveRow.last_day >= since)
    return _leaves(tx.execute(_LEAVE.where(*mine).order_by(LeaveRow.first_day)).all())


def add(tx: Connection, leave: Leave, *, workspace_id: str, now: datetime) -> None:
    tx.execute(
        insert(LeaveRow).values(
            workspace_id=workspace_id,
            leave_id=leave.leave_id,
            person_id=leave.person_id,
            first_day=leave.first_day,
            last_day=leave.last_day,
            cover_id=leave.cover_id,
            state=leave.state,
            asked_at=now,
            decided_by=leave.decided_by,
        )
    )


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    leave_id: str,
    was: str,
    state: str,
    decided_by: str,
    now: datetime,
    **fields: object,
) -> bool:
    """Compare and set: True if it was in the state `was` and is now in this one."""
    mine = (LeaveRow.workspace_id == workspace_id, LeaveRow.leave_id == leave_id, LeaveRow.state == was)
    changed = update(LeaveRow).where(*mine).values(state=state, decided_by=decided_by, decided_at=now, **fields)
    return tx.execute(changed.returning(LeaveRow.leave_id)).first() is not None
