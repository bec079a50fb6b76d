"""A process that carries a list in, to be killed; and the list."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

from bot.porter import carry
from operations.directory import Directory
from operations.in_and_out import importing, imports
from operations.office import Office
from storage.database import Database

TEAM_ID, BOSS = "T1", "U0BOSS"
NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)


def write_list(path: Path, rows: int) -> None:
    """As many customers as rows; every third row is of the customer before it, with another contact and another call."""
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(["Customer", "City", "Contact", "Phone", "Activity type", "Activity date", "Notes"])
        for n in range(rows):
            name = f"Customer {n - (n % 3 == 2)} of many"
            writer.writerow(
                [name, "Boston", f"Ann {n}", f"+1617555{n:04}", "Call", "2026-03-05 10:00", f"said thing {n}"]
            )


def begin(url: str, path: Path) -> str:
    """The list read and told to go in: the id of its import."""
    database = Database(url)
    office = Office(database, Directory(database))
    one = imports.begin_here(office, workspace_id=TEAM_ID, person_id=BOSS, file_name=path.name, digest="d", now=NOW)
    with path.open("rb") as file:
        reading = importing.find_reading(office, one, file)
    importing.show(office, one, reading=reading, tally=one.tally, rows=1, now=NOW)
    imports.start(office, workspace_id=TEAM_ID, person_id=BOSS, import_id=one.import_id, now=NOW)
    database.dispose()
    return one.import_id


def run(url: str, path: Path, import_id: str) -> None:
    """Go on where the last one was killed."""
    database = Database(url)
    office = Office(database, Directory(database))
    one = imports.find(office, workspace_id=TEAM_ID, person_id=BOSS, import_id=import_id)
    with path.open("rb") as file:
        carry(office, one, file, lambda: NOW, lambda: None)
    database.dispose()
