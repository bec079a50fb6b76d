"""An import killed at any moment loses no row and doubles none; two processes at one list neither."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from crm.imports import ImportState
from crm.people import Person, Role
from storage import imports, people
from storage.database import Database
from storage.tables.activities import ActivityRow
from storage.tables.claims import LedgerRow
from storage.tables.customers import ContactRow, CustomerRow
from tests.faults import carrier
from tests.faults.carrier import BOSS, TEAM_ID
from tests.processes import fresh

KILLS = int(os.environ.get("DIBS_KILLS", "4"))  # 20 in the full count
ROWS = max(6_000, KILLS * 600)  # each kill costs a batch of 500 at most, and the next one waits for another
PATIENCE_SECONDS = 300  # a busy machine is no fault of the import


@pytest.fixture
def killed(database_url: str, tmp_path: Path) -> tuple[str, Path, str]:
    """A database with an admin and a list that was told to go in: address, file, import."""
    database = Database(database_url)
    with database.begin() as tx:
        people.add_person(tx, Person(TEAM_ID, BOSS, "Wang", role=Role.ADMIN))
    database.dispose()
    path = tmp_path / "list.csv"
    carrier.write_list(path, ROWS)
    return database_url, path, carrier.begin(database_url, path)


def test_kills_in_mid_import_neither_lose_nor_double_a_row(killed: tuple[str, Path, str]) -> None:
    chance = random.Random(7)
    stood: list[int] = []
    for _ in range(KILLS):
        process = fresh.Process(target=carrier.run, args=killed, daemon=True)
        process.start()
        _wait_for_rows(killed, more_than=stood[-1] if stood else 0)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.join()
        stood.append(_rows_done(killed))
    assert stood == sorted(stood) and any(0 < rows < ROWS for rows in stood), "no kill fell into the import"
    carrier.run(*killed)
    _judge(killed)


def test_two_processes_at_one_list_neither_lose_nor_double_a_row(killed: tuple[str, Path, str]) -> None:
    crew = [fresh.Process(target=carrier.run, args=killed, daemon=True) for _ in range(2)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(PATIENCE_SECONDS)
    if _rows_done(killed) < ROWS:
        carrier.run(*killed)
    _judge(killed)


def _judge(killed: tuple[str, Path, str]) -> None:
    database = Database(killed[0])
    with database.read() as tx:
        count = {
            table.__tablename__: tx.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (CustomerRow, ContactRow, ActivityRow, LedgerRow)
        }
        one = imports.find(tx, workspace_id=TEAM_ID, import_id=killed[2])
    database.dispose()
    new = ROWS - ROWS // 3
    assert count == {"customers": new, "contacts": ROWS, "activities": ROWS, "ledger": new}
    assert one is not None and one.state == ImportState.DONE
    assert (one.tally.new, one.tally.contacts, one.tally.touches, one.tally.refused) == (new, ROWS, ROWS, 0)


def _wait_for_rows(killed: tuple[str, Path, str], *, more_than: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _rows_done(killed) <= more_than < ROWS and time.monotonic() < deadline:
        time.sleep(0.005)


def _rows_done(killed: tuple[str, Path, str]) -> int:
    database = Database(killed[0])
    with database.read() as tx:
        one = imports.find(tx, workspace_id=TEAM_ID, import_id=killed[2])
    database.dispose()
    return one.rows_done if one else 0
