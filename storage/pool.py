"""Around the pool, as you would ask for it: views, queues, questions to owners."""

from datetime import date, datetime

from sqlalchemy import Connection, delete, func, or_, select, update

from crm.waiting import HandoverAsk, Wait
from storage.database import insert_into
from storage.ids import new_id
from storage.prebuilt import given
from storage.tables.customers import CustomerRow
from storage.tables.pool import HandoverAskRow, PoolViewRow, PoolWaitRow


def viewed(tx: Connection, *, workspace_id: str, person_id: str, day: date) -> frozenset[str]:
    """Whom of the pool a person looked at on a local day."""
    mine = (PoolViewRow.workspace_id == workspace_id, PoolViewRow.person_id == person_id, PoolViewRow.day == day)
    return frozenset(tx.execute(select(PoolViewRow.customer_id).where(*mine)).scalars())


def keep_view(tx: Connection, *, workspace_id: str, person_id: str, day: date, customer_id: str, now: datetime) -> None:
    row = {
        "workspace_id": workspace_id,
        "person_id": person_id,
        "day": day,
        "customer_id": customer_id,
        "at": now,
    }
    tx.execute(insert_into(tx, PoolViewRow).on_conflict_do_nothing(), row)


def count_views(tx: Connection, *, workspace_id: str, person_id: str, since: date) -> int:
    """How often a person looked at somebody in the pool since a day."""
    mine = (PoolViewRow.workspace_id == workspace_id, PoolViewRow.person_id == person_id, PoolViewRow.day >= since)
    return int(tx.execute(select(func.count()).select_from(PoolViewRow).where(*mine)).scalar_one())


_QUEUE = (
    select(
        PoolWaitRow.person_id,
        PoolWaitRow.known_as,
        PoolWaitRow.asked_at,
        PoolWaitRow.told_epoch,
        PoolWaitRow.told_at,
    )
    .where(*given(PoolWaitRow.workspace_id, PoolWaitRow.customer_id))
    .order_by(PoolWaitRow.asked_at, PoolWaitRow.wait_id)
)


def queue(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[Wait, ...]:
    """Who waits for a customer, the first come first."""
    found = tx.execute(_QUEUE, {"workspace_id": workspace_id, "customer_id": customer_id})
    return tuple(Wait(*row) for row in found)


def waited_for(tx: Connection, *, workspace_id: str, person_id: str) -> frozenset[str]:
    """The customers a person waits for."""
    mine = (PoolWaitRow.workspace_id == workspace_id, PoolWaitRow.person_id == person_id)
    return frozenset(tx.execute(select(PoolWaitRow.customer_id).where(*mine)).scalars())


def join(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str, known_as: str, now: datetime) -> bool:
    """False where they wait already."""
    row = {
        "workspace_id": workspace_id,
        "customer_id": customer_id,
        "person_id": person_id,
        "wait_id": new_id(now),
        "known_as": known_as,
        "asked_at": now,
    }
    kept = insert_into(tx, PoolWaitRow).on_conflict_do_nothing().returning(PoolWaitRow.person_id)
    return tx.execute(kept, row).first() is not None


def leave(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str) -> bool:
    """False where they did not wait."""
    mine = (
        PoolWaitRow.workspace_id == workspace_id,
        PoolWaitRow.customer_id == customer_id,
        PoolWaitRow.person_id == person_id,
    )
    return tx.execute(delete(PoolWaitRow).where(*mine).returning(PoolWaitRow.person_id)).first() is not None


def told(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str, epoch: int, now: datetime) -> bool:
    """Compare and set: False where they were told of this epoch already, or have left the queue."""
    mine = (
        PoolWaitRow.workspace_id == workspace_id,
        PoolWaitRow.customer_id == customer_id,
        PoolWaitRow.person_id == person_id,
        or_(PoolWaitRow.told_epoch.is_(None), PoolWaitRow.told_epoch < epoch),
    )
    done = update(PoolWaitRow).where(*mine).values(told_epoch=epoch, told_at=now)
    return tx.execute(done.returning(PoolWaitRow.person_id)).first() is not None


def pass_over(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str, epoch: int) -> None:
    """They can't have it this time; they stay in the queue for the next."""
    mine = (
        PoolWaitRow.workspace_id == workspace_id,
        PoolWaitRow.customer_id == customer_id,
        PoolWaitRow.person_id == person_id,
    )
    tx.execute(update(PoolWaitRow).where(*mine).values(told_epoch=epoch, told_at=None))


_TO_TELL = (
    select(PoolWaitRow.workspace_id, PoolWaitRow.customer_id)
    .join(
        CustomerRow,
        (CustomerRow.workspace_id == PoolWaitRow.workspace_id) & (CustomerRow.customer_id == PoolWaitRow.customer_id),
    )
    .where(
        CustomerRow.state == "pool",
        or_(PoolWaitRow.told_epoch.is_(None), PoolWaitRow.told_epoch < CustomerRow.owner_epoch),
    )
    .distinct()
)


def to_tell(tx: Connection) -> tuple[tuple[str, str], ...]:
    """(workspace, customer) in the pool for which somebody waits who was not told of this time yet."""
    return tuple((workspace_id, customer_id) for workspace_id, customer_id in tx.execute(_TO_TELL))


_ASK = select(
    HandoverAskRow.ask_id,
    HandoverAskRow.customer_id,
    HandoverAskRow.epoch,
    HandoverAskRow.owner_id,
    HandoverAskRow.asked_by,
    HandoverAskRow.state,
)


def keep_ask(tx: Connection, ask: HandoverAsk, *, workspace_id: str, now: datetime) -> bool:
    """False where they have asked this owner already: once a person and epoch."""
    row = {
        "workspace_id": workspace_id,
        "ask_id": ask.ask_id,
        "customer_id": ask.customer_id,
        "epoch": ask.epoch,
        "owner_id": ask.owner_id,
        "asked_by": ask.asked_by,
        "asked_at": now,
    }
    kept = insert_into(tx, HandoverAskRow).on_conflict_do_nothing().returning(HandoverAskRow.ask_id)
    return tx.execute(kept, row).first() is not None


def ask(tx: Connection, *, workspace_id: str, ask_id: str) -> HandoverAsk | None:
    row = tx.execute(_ASK.where(HandoverAskRow.workspace_id == workspace_id, HandoverAskRow.ask_id == ask_id)).first()
    return HandoverAsk(*row) if row else None


def decide_ask(tx: Connection, *, workspace_id: str, ask_id: str, state: str, now: datetime) -> bool:
    """Compare and set: True for the one answer that counts."""
    mine = (
        HandoverAskRow.workspace_id == workspace_id,
        HandoverAskRow.ask_id == ask_id,
        HandoverAskRow.state == "open",
    )
    done = update(HandoverAskRow).where(*mine).values(state=state, decided_at=now)
    return tx.execute(done.returning(HandoverAskRow.ask_id)).first() is not None
