"""Everybody ticks; one writes the digest."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.slots import forget_before, take_slot

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _take(database: Database, slot: str, job: str = "digest", workspace_id: str = "T1") -> bool:
    with database.begin() as tx:
        return take_slot(tx, workspace_id=workspace_id, job=job, slot=slot, now=NOW)


def test_a_slot_is_run_once_whoever_ticks(database_url: str) -> None:
    processes = [Database(database_url) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        for n in range(20):
            assert sum(pool.map(lambda process, slot=f"2026-11-{n:02}": _take(process, slot), processes)) == 1
    for process in processes:
        process.dispose()


def test_jobs_days_and_workspaces_have_slots_of_their_own(database: Database) -> None:
    slots = [("2026-11-24",), ("2026-11-25",), ("2026-11-24", "reminder"), ("2026-11-24", "digest", "T2")]
    assert all(_take(database, *slot) for slot in slots)
    assert not any(_take(database, *slot) for slot in slots)


def test_a_slot_whose_transaction_died_is_free_again(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        assert take_slot(tx, workspace_id="T1", job="digest", slot="2026-11-24", now=NOW)
        raise ZeroDivisionError
    assert _take(database, "2026-11-24")


def test_old_slots_are_forgotten(database: Database) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-24"):
        _take(database, day)
    with database.begin() as tx:
        assert forget_before(tx, workspace_id="T1", before=NOW, limit=2) == 0
        month = {"workspace_id": "T1", "before": NOW + timedelta(days=30), "limit": 2}
        assert [forget_before(tx, **month) for _ in range(3)] == [2, 1, 0]
    assert _take(database, "2026-11-24")
