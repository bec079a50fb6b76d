"""What the clock finds due: claims whose owners are to be warned, and claims whose notice is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, tuple_, update

from crm.customers import Customer, CustomerState
from storage.customers import as_customer, select_customers
from storage.database import UtcDateTime
from storage.installations import rests
from storage.prebuilt import among, given
from storage.tables.customers import CustomerRow

_OWNERS_TO_WARN = (
    select(CustomerRow.workspace_id, CustomerRow.owner_id)
    .where(CustomerRow.warn_at <= bindparam("now"), ~rests(CustomerRow.workspace_id))
    .order_by(CustomerRow.warn_at)
    .limit(bindparam("limit"))
)
_TO_WARN = select_customers().where(
    *given(CustomerRow.workspace_id, CustomerRow.owner_id),
    CustomerRow.state == "owned",
    CustomerRow.warn_at <= bindparam("now"),
)
_SWEEP_DUE = (
    select(CustomerRow.workspace_id, CustomerRow.customer_id, CustomerRow.owner_id, CustomerRow.owner_epoch)
    .where(CustomerRow.sweep_after <= bindparam("now"), ~rests(CustomerRow.workspace_id))
    .order_by(CustomerRow.sweep_after)
    .limit(bindparam("limit"))
)


def owners_to_warn(tx: Connection, *, now: datetime, limit: int) -> tuple[tuple[str, str], ...]:
    """(workspace, owner) with a claim whose next warning is due; of at most so many claims, the oldest first."""
    due = tx.execute(_OWNERS_TO_WARN, {"now": now, "limit": limit})
    return tuple(dict.fromkeys((workspace_id, owner_id) for workspace_id, owner_id in due if owner_id))


def to_warn(tx: Connection, *, workspace_id: str, owner_id: str, now: datetime) -> tuple[Customer, ...]:
    """All of an owner's customers whose next warning is due, the nearest deadline first."""
    found = tx.execute(_TO_WARN, {"workspace_id": workspace_id, "owner_id": owner_id, "now": now})
    return tuple(sorted(map(as_customer, found), key=lambda one: (one.protected_until, one.name)))


def look_planned_for(tx: Connection, *, workspace_id: str, owner_id: str, now: datetime) -> datetime:
    """The latest instant for which a look at an owner's due warnings was planned: how late it is now. `now` if none is."""
    due = (CustomerRow.workspace_id == workspace_id, CustomerRow.owner_id == owner_id, CustomerRow.warn_at <= now)
    latest: datetime | None = tx.execute(select(func.max(CustomerRow.warn_at)).where(*due)).scalar()
    return latest or now


def warn_later(tx: Connection, *, workspace_id: str, owner_id: str, now: datetime, at: datetime) -> None:
    """Look at an owner's due warnings at another time."""
    due = (CustomerRow.workspace_id == workspace_id, CustomerRow.owner_id == owner_id, CustomerRow.warn_at <= now)
    tx.execute(update(CustomerRow).where(*due).values(warn_at=at))


@dataclass(frozen=True, slots=True)
class Due:
    """A claim the sweep has found; whether it may go is asked when it is held."""

    workspace_id: str
    customer_id: str
    owner_id: str | None
    epoch: int


def sweep_due(tx: Connection, *, now: datetime, limit: int) -> tuple[Due, ...]:
    """Claims whose warned deadline and notice have passed; the oldest first."""
    return tuple(Due(*row) for row in tx.execute(_SWEEP_DUE, {"now": now, "limit": limit}))


_HELD_FOR_SWEEP = (
    select_customers()
    .where(
        *given(CustomerRow.workspace_id),
        among(CustomerRow.customer_id),
        CustomerRow.sweep_after <= bindparam("now"),
        CustomerRow.owner_id.is_not(None),
        CustomerRow.protected_until.is_not(None),
    )
    .order_by(CustomerRow.customer_id)
    .with_for_update(skip_locked=True)
)


def held_for_sweep(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str], now: datetime
) -> tuple[Customer, ...]:
    """Those of these customers that are still due, as they stay until this transaction ends. What somebody else is
    changing at this moment is passed over: a follow-up being logged goes first, and the next turn finds what is left."""
    of = {"workspace_id": workspace_id, "ids": customer_ids, "now": now}
    return tuple(as_customer(row) for row in tx.execute(_HELD_FOR_SWEEP, of))


_SEEN = (CustomerRow.customer_id, CustomerRow.owner_id, CustomerRow.owner_epoch, CustomerRow.protected_until)
_POOL_SWEPT = (
    update(CustomerRow)
    .where(
        CustomerRow.workspace_id == bindparam("of_workspace_id"),
        among(CustomerRow.customer_id),  # found by the key; the rest is compared
        tuple_(*_SEEN).in_(bindparam("seen", expanding=True)),
        CustomerRow.sweep_after <= bindparam("now", type_=UtcDateTime),
    )
    .values(
        state=CustomerState.POOL.value, owner_id=None, owner_epoch=CustomerRow.owner_epoch + 1, epoch_started_at=None,
        protected_until=None, warn_at=None, sweep_after=None, changed_at=bindparam("at", type_=UtcDateTime),
        pooled_at=bindparam("at", type_=UtcDateTime), pool_reason="expired",
    )
    .returning(CustomerRow.customer_id)
)  # fmt: skip


def pool_swept(tx: Connection, going: Sequence[Customer], *, workspace_id: str, now: datetime) -> frozenset[str]:
    """Compare and set, for many: which of them still had this owner, epoch and deadline, were due, and are pooled now."""
    seen = [(one.customer_id, one.owner_id, one.owner_epoch, one.protected_until) for one in going]
    given_ = {"of_workspace_id": workspace_id, "ids": [one.customer_id for one in going], "seen": seen}
    return frozenset(tx.execute(_POOL_SWEPT, {**given_, "now": now, "at": now}).scalars())


def count_sweep_due(tx: Connection, *, workspace_id: str, now: datetime) -> int:
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.sweep_after <= now)
    return int(tx.execute(select(func.count()).select_from(CustomerRow).where(*mine)).scalar_one())
