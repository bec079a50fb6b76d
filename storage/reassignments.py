"""Pooled customers that wait for a manager's decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, literal_column, select, update

from storage.prebuilt import given
from storage.tables.claims import ReassignmentRow

NO_END = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reassignment:
    """`epoch` is the customer's epoch while it waits; `state`: open, assigned, opened, claimed, undone."""

    customer_id: str
    epoch: int
    manager_id: str | None
    from_owner: str | None
    why: str
    suggested_id: str | None
    suggested_why: str | None
    opened_at: datetime
    answer_by: datetime
    state: str = "open"
    decided_by: str | None = None


_REASSIGNMENT = select(
    ReassignmentRow.customer_id,
    ReassignmentRow.epoch,
    ReassignmentRow.manager_id,
    ReassignmentRow.from_owner,
    ReassignmentRow.why,
    ReassignmentRow.suggested_id,
    ReassignmentRow.suggested_why,
    ReassignmentRow.opened_at,
    ReassignmentRow.answer_by,
    ReassignmentRow.state,
    ReassignmentRow.decided_by,
)


_ONE = _REASSIGNMENT.where(*given(ReassignmentRow.workspace_id, ReassignmentRow.customer_id, ReassignmentRow.epoch))
_UNANSWERED = (
    select(ReassignmentRow.workspace_id, ReassignmentRow.manager_id, ReassignmentRow.opened_at)
    .where(
        ReassignmentRow.state == literal_column("'open'"),  # the partial index is used only where its word is plain
        ReassignmentRow.answer_by <= bindparam("now"),
        ReassignmentRow.manager_id.is_not(None),
    )
    .distinct()
)


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[Reassignment, ...]:
    found = _REASSIGNMENT.where(ReassignmentRow.workspace_id == workspace_id, *where).order_by(
        ReassignmentRow.opened_at
    )
    return tuple(Reassignment(*row) for row in tx.execute(found))


def reassignment(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> Reassignment | None:
    row = tx.execute(_ONE, {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}).first()
    return Reassignment(*row) if row else None


def waiting(tx: Connection, *, workspace_id: str) -> tuple[Reassignment, ...]:
    """Every open decision, the oldest first."""
    return _found(tx, workspace_id, ReassignmentRow.state == "open")


def opened_at(tx: Connection, *, workspace_id: str, manager_id: str, at: datetime) -> tuple[Reassignment, ...]:
    """Everything one manager was asked about at one instant."""
    return _found(tx, workspace_id, ReassignmentRow.manager_id == manager_id, ReassignmentRow.opened_at == at)


def unanswered(tx: Connection, *, now: datetime) -> tuple[tuple[str, str, datetime], ...]:
    """(workspace, manager, opened at) of the cards whose time for an answer is over."""
    late = tx.execute(_UNANSWERED, {"now": now})
    return tuple((workspace, manager or "", at) for workspace, manager, at in late)


def suggested_counts(tx: Connection, *, workspace_id: str) -> dict[str, int]:
    """How many open decisions suggest each person."""
    mine = (ReassignmentRow.workspace_id == workspace_id, ReassignmentRow.state == "open")
    found = select(ReassignmentRow.suggested_id, func.count()).where(*mine).group_by(ReassignmentRow.suggested_id)
    return {person_id: int(count) for person_id, count in tx.execute(found) if person_id}


def decided_since(tx: Connection, *, workspace_id: str, manager_id: str, since: datetime) -> tuple[Reassignment, ...]:
    """What one manager was asked about and was decided since then, by whomever."""
    mine = (ReassignmentRow.manager_id == manager_id, ReassignmentRow.decided_at >= since)
    return _found(tx, workspace_id, *mine)


def next_late(tx: Connection) -> datetime | None:
    """When the next card's time for an answer is over; one that was passed up is waited for without end."""
    waited_for = (ReassignmentRow.state == "open", ReassignmentRow.answer_by < NO_END)
    manager_asked = ReassignmentRow.manager_id.is_not(None)
    return tx.execute(select(func.min(ReassignmentRow.answer_by)).where(*waited_for, manager_asked)).scalar()


def pass_up(
    tx: Connection, *, workspace_id: str, manager_id: str, opened_at: datetime, now: datetime
) -> tuple[Reassignment, ...]:
    """Compare and set: what was late and is from now on waited for without end; nothing where another was quicker."""
    late = (
        ReassignmentRow.workspace_id == workspace_id,
        ReassignmentRow.manager_id == manager_id,
        ReassignmentRow.opened_at == opened_at,
        ReassignmentRow.state == "open",
        ReassignmentRow.answer_by <= now,
    )
    passed = update(ReassignmentRow).where(*late).values(answer_by=NO_END).returning(ReassignmentRow.customer_id)
    ids = tuple(tx.execute(passed).scalars())
    theirs = (ReassignmentRow.opened_at == opened_at, ReassignmentRow.customer_id.in_(ids))
    return _found(tx, workspace_id, *theirs) if ids else ()


def open_(tx: Connection, one: Reassignment, *, workspace_id: str) -> None:
    open_all(tx, [one], workspace_id=workspace_id)


_OPEN = insert(ReassignmentRow)


def open_all(tx: Connection, waiting: Sequence[Reassignment], *, workspace_id: str) -> None:
    """Raises IntegrityError where a decision about one of these epochs stands already."""
    rows = [
        {
            "workspace_id": workspace_id,
            "customer_id": one.customer_id,
            "epoch": one.epoch,
            "manager_id": one.manager_id,
            "from_owner": one.from_owner,
            "why": one.why,
            "suggested_id": one.suggested_id,
            "suggested_why": one.suggested_why,
            "opened_at": one.opened_at,
            "answer_by": one.answer_by,
            "state": one.state,
        }
        for one in waiting
    ]
    tx.execute(_OPEN, rows)


_BEFORE = {"opened": ("open",), "undone": ("open", "opened", "assigned")}


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    epoch: int,
    state: str,
    decided_by: str | None,
    now: datetime,
) -> bool:
    """Compare and set: True if it was open and is now decided. What was opened to all may still be claimed or given."""
    mine = (
        ReassignmentRow.workspace_id == workspace_id,
        ReassignmentRow.customer_id == customer_id,
        ReassignmentRow.epoch == epoch,
        ReassignmentRow.state.in_(_BEFORE.get(state, ("open", "opened"))),
    )
    decided = update(ReassignmentRow).where(*mine).values(state=state, decided_by=decided_by, decided_at=now)
    return tx.execute(decided.returning(ReassignmentRow.customer_id)).first() is not None
