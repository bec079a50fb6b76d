"""The sweep: what a tick costs when nothing is due, at any size, and 10,000 due among 1,000,000.

The floor of a tick is its bare query. The floor of a sweep is the best plain SQL: the same rows moved and written by
set-based statements, 500 a transaction, unchecked.
"""

from __future__ import annotations

from statistics import median
from typing import Any

from sqlalchemy import func, insert, select, update

from operations.clock import expiry
from operations.directory import Directory
from operations.office import Office
from storage.database import Database
from storage.ids import new_id
from storage.tables.claims import ClaimRow, LedgerRow, ReassignmentRow
from storage.tables.customers import CustomerRow
from tests.bench import stage, world
from tests.bench.figures import by_turns, milliseconds, say
from tests.bench.stage import TEAM_ID
from tests.bench.world import NOW
from tests.databases import addresses

BATCH = 500


def main(*, quick: bool = False) -> None:
    sizes = {10_000: 0, 100_000: 1_000} if quick else {10_000: 0, 1_000_000: 10_000}
    with addresses() as databases:
        for size, due in sizes.items():
            made = world.firms(size)
            for kind, url in databases.items():
                with stage.company(url, made, due=due) as database:
                    if due:
                        _sweep(kind, database, size, due)
                    _idle(kind, database, size)


def _idle(kind: str, database: Database, size: int) -> None:
    office = Office(database, Directory(database))
    query = select(CustomerRow.customer_id).where(CustomerRow.sweep_after <= NOW).order_by(CustomerRow.sweep_after)

    def bare() -> None:
        with database.read() as tx:
            tx.execute(query.limit(BATCH)).all()

    ours, floor = by_turns(lambda: expiry.sweep_due(office, now=NOW), bare, turns=200)
    say(f"{kind}: an idle tick of the sweep, {size:,}", median(ours), "ms", median(floor))


def _sweep(kind: str, database: Database, size: int, due: int) -> None:
    """Half of what is due by plain SQL, the other half by the sweep."""
    half = due // 2
    floor = milliseconds(lambda: _plain(database, half)) / half
    office = Office(database, Directory(database))
    swept = 0

    def ours() -> None:
        nonlocal swept
        while gone := expiry.sweep_due(office, now=NOW):
            swept += gone

    took = milliseconds(ours) / half
    assert swept == due - half, f"{swept} of {due - half} were swept"
    with database.read() as tx:
        lines = tx.execute(
            select(func.count()).select_from(LedgerRow).where(LedgerRow.event == "swept", LedgerRow.rule_version > 0)
        ).scalar_one()
    assert lines == swept, f"{lines} ledger lines for {swept}"
    say(f"{kind}: sweep a customer, {half:,} due in {size:,}", took, "ms", floor)


def _plain(database: Database, most: int) -> None:
    with database.begin() as tx:
        ids = list(
            tx.execute(
                select(CustomerRow.customer_id).where(CustomerRow.sweep_after <= NOW)
                .order_by(CustomerRow.sweep_after, CustomerRow.customer_id).limit(most)
            ).scalars()
        )  # fmt: skip
    for batch in (ids[at : at + BATCH] for at in range(0, most, BATCH)):
        with database.begin() as tx:
            _plain_batch(tx, batch)


def _plain_batch(tx: Any, ids: list[str]) -> None:
    mine = (CustomerRow.workspace_id == TEAM_ID, CustomerRow.customer_id.in_(ids), CustomerRow.sweep_after <= NOW)
    gone = tx.execute(
        update(CustomerRow).where(*mine).values(
            state="pool", owner_id=None, owner_epoch=CustomerRow.owner_epoch + 1, epoch_started_at=None,
            protected_until=None, warn_at=None, sweep_after=None, pooled_at=NOW, pool_reason="expired", changed_at=NOW,
        ).returning(CustomerRow.customer_id)
    ).scalars().all()  # fmt: skip
    tx.execute(
        update(ClaimRow).where(ClaimRow.workspace_id == TEAM_ID, ClaimRow.customer_id.in_(gone), ClaimRow.epoch == 1)
        .values(ended_at=NOW, end_reason="expired")
    )  # fmt: skip
    tx.execute(insert(LedgerRow), [_line(one) for one in gone])
    tx.execute(insert(ReassignmentRow), [_waiting(one) for one in gone])


def _line(customer_id: str) -> dict[str, Any]:
    return {
        "workspace_id": TEAM_ID, "ledger_id": new_id(NOW), "customer_id": customer_id, "at": NOW, "event": "swept",
        "epoch": 2, "reason": "expired", "rule_version": 0,
    }  # fmt: skip


def _waiting(customer_id: str) -> dict[str, Any]:
    return {
        "workspace_id": TEAM_ID, "customer_id": customer_id, "epoch": 2, "why": "expired", "opened_at": NOW,
        "answer_by": NOW,
    }  # fmt: skip


if __name__ == "__main__":
    main()
