"""Batches of moves, as you would ask for them."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, literal_column, select, update

from crm.moves import Batch, Move
from storage.database import insert_into
from storage.tables.batches import BatchRow, MoveRow

_BATCH = select(
    BatchRow.batch_id,
    BatchRow.actor_id,
    BatchRow.manager_id,
    BatchRow.opened_at,
    BatchRow.ordered_at,
    BatchRow.reason,
    BatchRow.state,
)
_UNDER_WAY = (
    _BATCH.add_columns(BatchRow.workspace_id)
    .where(BatchRow.state == literal_column("'open'"))
    .order_by(BatchRow.batch_id)
)


def order(tx: Connection, batch: Batch, moves: Sequence[Move], *, workspace_id: str) -> bool:
    """Keep an order and its moves. False where one of the same card is still under way."""
    row = {
        "workspace_id": workspace_id,
        "batch_id": batch.batch_id,
        "actor_id": batch.actor_id,
        "manager_id": batch.manager_id,
        "opened_at": batch.opened_at,
        "ordered_at": batch.ordered_at,
        "reason": batch.reason,
    }
    kept = insert_into(tx, BatchRow).on_conflict_do_nothing().returning(BatchRow.batch_id)
    if tx.execute(kept, row).first() is None:
        return False
    rows = [
        {
            "workspace_id": workspace_id,
            "batch_id": batch.batch_id,
            "customer_id": move.customer_id,
            "epoch": move.epoch,
            "owner_id": move.owner_id,
            "state": move.state,
            "why": move.why,
            "facts": json.dumps(move.facts, ensure_ascii=False),
        }
        for move in moves
    ]
    tx.execute(insert(MoveRow), rows)
    return True


def under_way(tx: Connection) -> tuple[tuple[str, Batch], ...]:
    """(workspace, batch) of what is not done yet, the oldest first."""
    return tuple((row[-1], Batch(*row[:-1])) for row in tx.execute(_UNDER_WAY))


def batch(tx: Connection, *, workspace_id: str, batch_id: str) -> Batch | None:
    row = tx.execute(_BATCH.where(BatchRow.workspace_id == workspace_id, BatchRow.batch_id == batch_id)).first()
    return Batch(*row) if row else None


def moves(tx: Connection, *, workspace_id: str, batch_id: str) -> tuple[Move, ...]:
    mine = (MoveRow.workspace_id == workspace_id, MoveRow.batch_id == batch_id)
    columns = (MoveRow.customer_id, MoveRow.epoch, MoveRow.owner_id, MoveRow.state, MoveRow.why, MoveRow.facts)
    found = tx.execute(select(*columns).where(*mine).order_by(MoveRow.customer_id))
    return tuple(Move(*row[:-1], facts=tuple(map(tuple, json.loads(row[-1] or "[]")))) for row in found)


def settle_move(
    tx: Connection,
    *,
    workspace_id: str,
    batch_id: str,
    customer_id: str,
    state: str,
    why: str | None = None,
    facts: Sequence[tuple[str, str]] = (),
) -> bool:
    """Compare and set: False where another process was quicker."""
    mine = (
        MoveRow.workspace_id == workspace_id,
        MoveRow.batch_id == batch_id,
        MoveRow.customer_id == customer_id,
        MoveRow.state == "open",
    )
    done = update(MoveRow).where(*mine).values(state=state, why=why, facts=json.dumps(facts, ensure_ascii=False))
    return tx.execute(done.returning(MoveRow.customer_id)).first() is not None


def finish(tx: Connection, *, workspace_id: str, batch_id: str) -> bool:
    """Compare and set: True for the one that closes the batch."""
    mine = (BatchRow.workspace_id == workspace_id, BatchRow.batch_id == batch_id, BatchRow.state == "open")
    return (
        tx.execute(update(BatchRow).where(*mine).values(state="done").returning(BatchRow.batch_id)).first() is not None
    )
