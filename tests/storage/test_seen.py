"""A second delivery of the same thing is recognised, however it comes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.seen import first_time, forget_before

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _first(database: Database, key: str, workspace_id: str = "T1", now: datetime = NOW) -> bool:
    with database.begin() as tx:
        return first_time(tx, workspace_id=workspace_id, key=key, now=now)


def test_only_the_first_delivery_is_the_first(database: Database) -> None:
    assert [_first(database, "D1:1.1") for _ in range(3)] == [True, False, False]


def test_workspaces_never_meet(database: Database) -> None:
    assert _first(database, "D1:1.1", "T1") and _first(database, "D1:1.1", "T2")


def test_if_the_work_died_the_next_delivery_is_the_first_again(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        assert first_time(tx, workspace_id="T1", key="a", now=NOW)
        raise ZeroDivisionError
    assert _first(database, "a")


def test_of_four_deliveries_at_once_one_is_the_first(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        for n in range(25):
            assert sum(pool.map(lambda _, key=f"k{n}": _first(database, key), range(4))) == 1


def test_old_keys_are_forgotten_a_batch_at_a_time_and_young_ones_kept(database: Database) -> None:
    for n in range(3):
        _first(database, f"old {n}", now=NOW - timedelta(days=9))
    _first(database, "young")
    _first(database, "theirs", "T2", now=NOW - timedelta(days=9))
    with database.begin() as tx:
        week = {"workspace_id": "T1", "before": NOW - timedelta(days=7), "limit": 2}
        assert [forget_before(tx, **week) for _ in range(3)] == [2, 1, 0]
    assert (_first(database, "old 1"), _first(database, "young"), _first(database, "theirs", "T2")) == (
        True,
        False,
        False,
    )
