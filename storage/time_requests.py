"""Requests for more time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, literal_column, select, update

from storage.prebuilt import among, given
from storage.tables.claims import TimeRequestRow


@dataclass(frozen=True, slots=True)
class TimeRequest:
    request_id: str
    customer_id: str
    epoch: int
    asked_by: str
    asked_at: datetime
    reason: str
    days: int
    state: str = "open"
    decided_by: str | None = None


_REQUEST = select(
    TimeRequestRow.request_id,
    TimeRequestRow.customer_id,
    TimeRequestRow.epoch,
    TimeRequestRow.asked_by,
    TimeRequestRow.asked_at,
    TimeRequestRow.reason,
    TimeRequestRow.days,
    TimeRequestRow.state,
    TimeRequestRow.decided_by,
)
_OF_EPOCH = _REQUEST.where(
    *given(TimeRequestRow.workspace_id, TimeRequestRow.customer_id, TimeRequestRow.epoch)
).order_by(TimeRequestRow.asked_at)


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[TimeRequest, ...]:
    found = _REQUEST.where(TimeRequestRow.workspace_id == workspace_id, *where).order_by(TimeRequestRow.asked_at)
    return tuple(TimeRequest(*row) for row in tx.execute(found))


def request(tx: Connection, *, workspace_id: str, request_id: str) -> TimeRequest | None:
    found = _found(tx, workspace_id, TimeRequestRow.request_id == request_id)
    return found[0] if found else None


def of_epoch(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[TimeRequest, ...]:
    found = tx.execute(_OF_EPOCH, {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch})
    return tuple(TimeRequest(*row) for row in found)


def open_ones(tx: Connection, *, workspace_id: str) -> tuple[TimeRequest, ...]:
    """Those nobody has answered, the oldest first."""
    return _found(tx, workspace_id, TimeRequestRow.state == "open")


def granted_days(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[int, ...]:
    asked = of_epoch(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
    return tuple(one.days for one in asked if one.state == "granted")


def add(tx: Connection, one: TimeRequest, *, workspace_id: str) -> None:
    """Raises IntegrityError where one is open for the customer."""
    tx.execute(
        insert(TimeRequestRow).values(
            workspace_id=workspace_id,
            request_id=one.request_id,
            customer_id=one.customer_id,
            epoch=one.epoch,
            asked_by=one.asked_by,
            asked_at=one.asked_at,
            reason=one.reason,
            days=one.days,
        )
    )


def decide(
    tx: Connection, *, workspace_id: str, request_id: str, state: str, decided_by: str | None, now: datetime
) -> bool:
    """Compare and set: True if it was open and is now decided."""
    mine = (
        TimeRequestRow.workspace_id == workspace_id,
        TimeRequestRow.request_id == request_id,
        TimeRequestRow.state == "open",
    )
    decided = update(TimeRequestRow).where(*mine).values(state=state, decided_by=decided_by, decided_at=now)
    return tx.execute(decided.returning(TimeRequestRow.request_id)).first() is not None


_LAPSE = (
    update(TimeRequestRow)
    .where(
        *given(TimeRequestRow.workspace_id, prefix="of_"),
        among(TimeRequestRow.customer_id),
        TimeRequestRow.state == literal_column("'open'"),
    )
    .returning(TimeRequestRow.request_id)
)


def lapse(tx: Connection, *, workspace_id: str, customer_ids: Collection[str], now: datetime) -> tuple[str, ...]:
    """What was not answered while the claims stood is answered no. Returns which requests that were."""
    of = {"of_workspace_id": workspace_id, "ids": customer_ids}
    return tuple(tx.execute(_LAPSE, {**of, "state": "lapsed", "decided_at": now}).scalars())
