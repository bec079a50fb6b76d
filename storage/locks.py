"""Locks, as you would ask for them."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from crm.locks import Lock
from storage.prebuilt import given
from storage.tables.customers import CustomerRow
from storage.tables.locks import LockRow

_LOCK = select(
    LockRow.lock_id,
    LockRow.customer_id,
    LockRow.epoch,
    LockRow.asked_by,
    LockRow.reason,
    LockRow.state,
    LockRow.decided_by,
    LockRow.until,
)
_UNTIL = select(func.max(LockRow.until)).where(
    *given(LockRow.workspace_id, LockRow.customer_id, LockRow.epoch), LockRow.state == "locked"
)


def locked_until(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> datetime | None:
    """When the lock of a claim ends or ended; None where none was set, or it was taken off."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}
    until: datetime | None = tx.execute(_UNTIL, of).scalar()
    return until


def lock(tx: Connection, *, workspace_id: str, lock_id: str) -> Lock | None:
    row = tx.execute(_LOCK.where(LockRow.workspace_id == workspace_id, LockRow.lock_id == lock_id)).first()
    return Lock(*row) if row else None


def live(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, now: datetime) -> Lock | None:
    """The lock of a claim that is asked for or holds now."""
    mine = (LockRow.workspace_id == workspace_id, LockRow.customer_id == customer_id, LockRow.epoch == epoch)
    rows = tx.execute(_LOCK.where(*mine, LockRow.state.in_(("asked", "locked"))).order_by(LockRow.asked_at.desc()))
    found = [Lock(*row) for row in rows]
    return next((one for one in found if one.state == "asked" or one.holds_at(now)), None)


def asked(tx: Connection, *, workspace_id: str) -> tuple[Lock, ...]:
    """Those of running claims that nobody has answered, the oldest first."""
    of_claim = (
        (CustomerRow.workspace_id == LockRow.workspace_id)
        & (CustomerRow.customer_id == LockRow.customer_id)
        & (CustomerRow.owner_epoch == LockRow.epoch)
    )
    mine = (LockRow.workspace_id == workspace_id, LockRow.state == "asked", CustomerRow.owner_id.is_not(None))
    return tuple(
        Lock(*row) for row in tx.execute(_LOCK.join(CustomerRow, of_claim).where(*mine).order_by(LockRow.asked_at))
    )


def count_held(tx: Connection, *, workspace_id: str, owner_id: str, now: datetime) -> int:
    """How many locks hold what a person owns now."""
    of_claim = (
        (CustomerRow.workspace_id == LockRow.workspace_id)
        & (CustomerRow.customer_id == LockRow.customer_id)
        & (CustomerRow.owner_epoch == LockRow.epoch)
    )
    mine = (LockRow.workspace_id == workspace_id, CustomerRow.owner_id == owner_id)
    held = select(func.count()).select_from(LockRow).join(CustomerRow, of_claim)
    return int(tx.execute(held.where(*mine, LockRow.state == "locked", LockRow.until > now)).scalar_one())


def add(tx: Connection, one: Lock, *, workspace_id: str, now: datetime) -> None:
    tx.execute(
        insert(LockRow).values(
            workspace_id=workspace_id,
            lock_id=one.lock_id,
            customer_id=one.customer_id,
            epoch=one.epoch,
            asked_by=one.asked_by,
            asked_at=now,
            reason=one.reason,
            state="asked",
        )
    )


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    lock_id: str,
    state: str,
    decided_by: str,
    until: datetime | None,
    now: datetime,
) -> bool:
    """Compare and set: True if it was asked for and is now decided."""
    mine = (LockRow.workspace_id == workspace_id, LockRow.lock_id == lock_id, LockRow.state == "asked")
    decided = update(LockRow).where(*mine).values(state=state, decided_by=decided_by, decided_at=now, until=until)
    return tx.execute(decided.returning(LockRow.lock_id)).first() is not None


def end(tx: Connection, *, workspace_id: str, lock_id: str, ended_by: str, now: datetime) -> bool:
    """Compare and set: True if it was asked for or set, and is now off."""
    mine = (LockRow.workspace_id == workspace_id, LockRow.lock_id == lock_id)
    ended = update(LockRow).where(*mine, LockRow.state.in_(("asked", "locked")))
    off = ended.values(state="ended", ended_by=ended_by, ended_at=now).returning(LockRow.lock_id)
    return tx.execute(off).first() is not None
