"""Follow-ups, as you would ask for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, insert, select, update

from crm.exemptions import Plan
from crm.followups import FollowUp, FollowUpState
from storage.prebuilt import given
from storage.tables.activities import FollowUpRow
from storage.tables.customers import CustomerRow

_FOLLOWUP = select(
    FollowUpRow.followup_id,
    FollowUpRow.customer_id,
    CustomerRow.name,
    FollowUpRow.owner_id,
    FollowUpRow.due_at,
    FollowUpRow.step,
    FollowUpRow.contact,
    FollowUpRow.activity_id,
    FollowUpRow.state,
).join(
    CustomerRow,
    (CustomerRow.workspace_id == FollowUpRow.workspace_id) & (CustomerRow.customer_id == FollowUpRow.customer_id),
)
_REMIND_DUE = (
    _FOLLOWUP.add_columns(FollowUpRow.workspace_id)
    .where(FollowUpRow.remind_at <= bindparam("now"))
    .order_by(FollowUpRow.remind_at)
    .limit(bindparam("limit"))
)
_IN_ORDER = (FollowUpRow.due_at, FollowUpRow.followup_id)
_OPEN_FOR = _FOLLOWUP.where(
    *given(FollowUpRow.workspace_id, FollowUpRow.customer_id), FollowUpRow.state == "open"
).order_by(*_IN_ORDER)
_OPEN_OF = _FOLLOWUP.where(
    *given(FollowUpRow.workspace_id, FollowUpRow.owner_id),
    FollowUpRow.state == "open",
    FollowUpRow.due_at < bindparam("before"),
    CustomerRow.state != "pool",
).order_by(*_IN_ORDER)
_OF_ACTIVITY = _FOLLOWUP.where(
    *given(FollowUpRow.workspace_id, FollowUpRow.activity_id), FollowUpRow.state != "dropped"
).order_by(*_IN_ORDER)
_PLANS_OF = select(FollowUpRow.created_at, FollowUpRow.first_due_at, FollowUpRow.state).where(
    *given(FollowUpRow.workspace_id, FollowUpRow.customer_id, FollowUpRow.owner_id),
    FollowUpRow.created_at >= bindparam("since"),
)
_ADD = insert(FollowUpRow)


def _as_followup(row: Sequence[Any]) -> FollowUp:
    return FollowUp(*(*row[:-1], FollowUpState(row[-1])))


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[FollowUp, ...]:
    mine = _FOLLOWUP.where(FollowUpRow.workspace_id == workspace_id, *where).order_by(*_IN_ORDER)
    return tuple(_as_followup(row) for row in tx.execute(mine))


def followup(tx: Connection, *, workspace_id: str, followup_id: str) -> FollowUp | None:
    found = _found(tx, workspace_id, FollowUpRow.followup_id == followup_id)
    return found[0] if found else None


def of_activity(tx: Connection, *, workspace_id: str, activity_id: str) -> FollowUp | None:
    found = tx.execute(_OF_ACTIVITY, {"workspace_id": workspace_id, "activity_id": activity_id}).all()
    return _as_followup(found[-1]) if found else None


def open_for(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[FollowUp, ...]:
    found = tx.execute(_OPEN_FOR, {"workspace_id": workspace_id, "customer_id": customer_id})
    return tuple(_as_followup(row) for row in found)


def open_of_customers(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str]
) -> dict[str, tuple[FollowUp, ...]]:
    """customer -> what is planned, the earliest first."""
    of: dict[str, tuple[FollowUp, ...]] = {}
    for one in _found(tx, workspace_id, FollowUpRow.customer_id.in_(customer_ids), FollowUpRow.state == "open"):
        of[one.customer_id] = (*of.get(one.customer_id, ()), one)
    return of


def plans_of(
    tx: Connection, *, workspace_id: str, customer_id: str, owner_id: str, since: datetime
) -> tuple[Plan, ...]:
    """What an owner planned with a customer since, kept, moved and dropped: what may hold the claim."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "owner_id": owner_id, "since": since}
    return tuple(Plan(made, first_due, state == "dropped") for made, first_due, state in tx.execute(_PLANS_OF, of))


def open_of(tx: Connection, *, workspace_id: str, owner_id: str, before: datetime) -> tuple[FollowUp, ...]:
    """A person's open follow-ups due before an instant, the earliest first; those of pooled customers wait for an owner."""
    mine = {"workspace_id": workspace_id, "owner_id": owner_id, "before": before}
    return tuple(_as_followup(row) for row in tx.execute(_OPEN_OF, mine))


def add(tx: Connection, followup: FollowUp, *, workspace_id: str, activity_id: str | None, now: datetime) -> None:
    tx.execute(
        _ADD,
        {
            "workspace_id": workspace_id,
            "followup_id": followup.followup_id,
            "customer_id": followup.customer_id,
            "owner_id": followup.owner_id,
            "due_at": followup.due_at,
            "first_due_at": followup.due_at,
            "remind_at": followup.due_at if followup.state == FollowUpState.OPEN else None,
            "step": followup.step,
            "contact": followup.contact,
            "state": followup.state.value,
            "activity_id": activity_id,
            "created_at": now,
        },
    )


def planned_customers(tx: Connection, *, workspace_id: str) -> frozenset[str]:
    """Customers with anything planned that is not done."""
    mine = (FollowUpRow.workspace_id == workspace_id, FollowUpRow.state == "open")
    return frozenset(tx.execute(select(FollowUpRow.customer_id).where(*mine).distinct()).scalars())


def move(tx: Connection, *, workspace_id: str, followup_id: str, due_at: datetime) -> bool:
    """Give an open follow-up a new date and a new reminder."""
    return _change_open(tx, workspace_id, followup_id, due_at=due_at, remind_at=due_at)


def close(tx: Connection, *, workspace_id: str, followup_id: str, state: FollowUpState, now: datetime) -> bool:
    return _change_open(tx, workspace_id, followup_id, state=state.value, remind_at=None, closed_at=now)


def reword(tx: Connection, *, workspace_id: str, followup_id: str, step: str | None) -> bool:
    return _change_open(tx, workspace_id, followup_id, step=step)


def mark_reminded(tx: Connection, *, workspace_id: str, followup_id: str, remind_at: datetime) -> bool:
    """Compare and set: the reminder of this very time is being sent."""
    return _change_open(tx, workspace_id, followup_id, FollowUpRow.remind_at == remind_at, remind_at=None)


def _change_open(
    tx: Connection, workspace_id: str, followup_id: str, *more: ColumnElement[bool], **fields: object
) -> bool:
    mine = (
        FollowUpRow.workspace_id == workspace_id,
        FollowUpRow.followup_id == followup_id,
        FollowUpRow.state == "open",
        *more,
    )
    return (
        tx.execute(update(FollowUpRow).where(*mine).values(**fields).returning(FollowUpRow.followup_id)).first()
        is not None
    )


def hand_over(tx: Connection, *, workspace_id: str, customer_id: str, owner_id: str, now: datetime) -> None:
    """Open plans follow the customer to its new owner, with a reminder for those still to come."""
    mine = (
        FollowUpRow.workspace_id == workspace_id,
        FollowUpRow.customer_id == customer_id,
        FollowUpRow.state == "open",
    )
    reminder = case((FollowUpRow.due_at > now, FollowUpRow.due_at), else_=None)
    tx.execute(update(FollowUpRow).where(*mine).values(owner_id=owner_id, remind_at=reminder))


def remind_due(tx: Connection, *, now: datetime, limit: int) -> tuple[tuple[str, FollowUp], ...]:
    """(workspace, follow-up) whose reminder is due, the oldest first."""
    return tuple((row[-1], _as_followup(row[:-1])) for row in tx.execute(_REMIND_DUE, {"now": now, "limit": limit}))


def counts(
    tx: Connection, *, workspace_id: str, owners: Sequence[str], since: datetime, until: datetime
) -> tuple[int, int]:
    """(kept, missed) among the follow-ups due in [since, until): kept is done, missed is still open."""
    found = (
        select(FollowUpRow.state, func.count())
        .where(
            FollowUpRow.workspace_id == workspace_id,
            FollowUpRow.owner_id.in_(owners),
            FollowUpRow.due_at >= since,
            FollowUpRow.due_at < until,
        )
        .group_by(FollowUpRow.state)
    )
    by_state = {state: int(count) for state, count in tx.execute(found)}
    return by_state.get("done", 0), by_state.get("open", 0)


def due_in(tx: Connection, *, workspace_id: str, since: datetime, until: datetime) -> tuple[tuple[str, bool], ...]:
    """(owner, whether done) of the follow-ups due in [since, until); what was dropped is left out."""
    found = select(FollowUpRow.owner_id, FollowUpRow.state).where(
        FollowUpRow.workspace_id == workspace_id,
        FollowUpRow.due_at >= since,
        FollowUpRow.due_at < until,
        FollowUpRow.state != "dropped",
    )
    return tuple((owner, state == "done") for owner, state in tx.execute(found))
