"""Who works on a customer beside its owner."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from storage.database import insert_into
from storage.prebuilt import given
from storage.tables.complaints import CoOwnerRow

_OF = (
    select(CoOwnerRow.person_id)
    .where(*given(CoOwnerRow.workspace_id, CoOwnerRow.customer_id), CoOwnerRow.state == "joined")
    .order_by(CoOwnerRow.decided_at, CoOwnerRow.person_id)
)


def of(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[str, ...]:
    """The co-owners, who came first first."""
    return tuple(tx.execute(_OF, {"workspace_id": workspace_id, "customer_id": customer_id}).scalars())


def state(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str) -> str | None:
    """asked, joined, refused, left; None for a stranger."""
    return tx.execute(select(CoOwnerRow.state).where(*_one(workspace_id, customer_id, person_id))).scalar()


def standing(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str) -> tuple[str, str | None] | None:
    """(state, who decided)."""
    found = select(CoOwnerRow.state, CoOwnerRow.decided_by).where(*_one(workspace_id, customer_id, person_id))
    row = tx.execute(found).first()
    return (row.state, row.decided_by) if row else None


def asked_at(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str) -> datetime | None:
    return tx.execute(select(CoOwnerRow.asked_at).where(*_one(workspace_id, customer_id, person_id))).scalar()


def ask(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str, now: datetime) -> bool:
    """True unless they asked before and wait, or are in already."""
    row = {"workspace_id": workspace_id, "customer_id": customer_id, "person_id": person_id}
    new = insert_into(tx, CoOwnerRow).values(**row, state="asked", asked_at=now)
    again = new.on_conflict_do_update(
        index_elements=["workspace_id", "customer_id", "person_id"],
        set_={"state": "asked", "asked_at": now, "decided_by": None, "decided_at": None},
        where=CoOwnerRow.state.in_(("refused", "left")),
    )
    return tx.execute(again.returning(CoOwnerRow.person_id)).first() is not None


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    person_id: str,
    was: str,
    state: str,
    decided_by: str,
    now: datetime,
) -> bool:
    """Compare and set: True if it was in the state `was` and is now in this one."""
    same = (*_one(workspace_id, customer_id, person_id), CoOwnerRow.state == was)
    changed = update(CoOwnerRow).where(*same).values(state=state, decided_by=decided_by, decided_at=now)
    return tx.execute(changed.returning(CoOwnerRow.person_id)).first() is not None


def _one(workspace_id: str, customer_id: str, person_id: str):  # type: ignore[no-untyped-def]
    return (
        CoOwnerRow.workspace_id == workspace_id,
        CoOwnerRow.customer_id == customer_id,
        CoOwnerRow.person_id == person_id,
    )
