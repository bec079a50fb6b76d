"""An import of 200,000 rows: rows a second for the preview and for carrying in, and what memory it takes beyond the process.

The floor is the same file read by the csv module and poured in by plain INSERTs, unread and unchecked, 500 rows a transaction.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from crm.people import Person, Role
from storage import people
from storage.database import Database
from storage.ids import new_id
from storage.migrations import upgrade
from storage.tables.activities import ActivityRow
from storage.tables.claims import LedgerRow
from storage.tables.customers import ContactRow, CustomerRow
from tests.bench import stage, world
from tests.bench.figures import say
from tests.bench.stage import TEAM_ID
from tests.bench.world import NOW
from tests.databases import addresses

BATCH = 500


def main(*, quick: bool = False) -> None:
    sizes = (5_000, 20_000) if quick else (20_000, 200_000)
    with addresses() as databases, tempfile.TemporaryDirectory() as folder:
        for kind, url in databases.items():
            for size in sizes:
                path = Path(folder) / f"{size}.csv"
                write(path, size)
                floor = _floor(url, path, size)
                took = _ours(url, path)
                say(f"{kind}: carry in, rows a second of processor", size / took["processor"], "row/s")
                say(f"{kind}: preview, {size:,} rows", size / took["survey"], "row/s")
                say(f"{kind}: carry in, {size:,} rows", size / took["carry"], "row/s", floor)
                say(f"{kind}: memory beyond the start, {size:,} rows", took["memory"], "MB")


def write(path: Path, size: int) -> None:
    """A customer, a contact and a call a row; every fourth is of a customer named before; every second has an owner."""
    firms = world.firms(size)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(
            [
                "Company",
                "Owner",
                "Owner since",
                "City",
                "Contact",
                "Phone",
                "Email",
                "Activity type",
                "Activity date",
                "Notes",
            ]
        )
        for n, firm in enumerate(firms):
            named = firms[n - 1] if n % 4 == 3 else firm
            owner = ("U0BOSS@x.example", f"2026-11-0{n % 9 + 1}") if n % 2 else ("", "")
            phone, mail = f"+86 138 {n:08}", f"c{n}@x.example"
            said = f"spoke with {firm.contact} about offer {n}"
            writer.writerow(
                [
                    f"{named.name} {n - (n % 4 == 3)}",
                    *owner,
                    "上海",
                    firm.contact,
                    phone,
                    mail,
                    "Call",
                    "2026-11-02 10:00",
                    said,
                ]
            )


def _fresh(url: str) -> Database:
    stage.wipe(url)
    upgrade(url)
    database = Database(url)
    with database.begin() as tx:
        people.add_person(tx, Person(TEAM_ID, "U0BOSS", "Boss", role=Role.ADMIN, zone="Asia/Shanghai"))
        people.change_person(tx, workspace_id=TEAM_ID, person_id="U0BOSS", email="u0boss@x.example")
    return database


def _floor(url: str, path: Path, size: int) -> float:
    """Rows a second of plain INSERTs."""
    database = _fresh(url)
    began = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        while chunk := list(islice(rows, BATCH)):
            made = [_plain(row) for row in chunk]
            with database.begin() as tx:
                for n, table in enumerate((CustomerRow, ContactRow, ActivityRow, LedgerRow)):
                    tx.execute(insert(table), [one[n] for one in made])
    took = time.perf_counter() - began
    database.dispose()
    return size / took


def _plain(row: list[str]) -> tuple[dict[str, Any], ...]:
    customer_id = new_id(NOW)
    key = {"workspace_id": TEAM_ID, "customer_id": customer_id}
    return (
        {**key, "name": row[0], "normal_name": customer_id, "state": "pool", "pooled_at": NOW, "city": row[3],
         "created_at": NOW, "changed_at": NOW},
        {**key, "contact_id": new_id(NOW), "name": row[4], "normal_name": row[4], "phone": row[5], "email": row[6]},
        {**key, "activity_id": new_id(NOW), "epoch": 0, "author_id": "U0BOSS", "kind": "call", "outcome": row[9],
         "happened_at": NOW, "logged_at": NOW, "extends": False, "why_not": "imported", "source_channel": "floor",
         "source_ts": customer_id},
        {**key, "ledger_id": new_id(NOW), "at": NOW, "event": "imported", "epoch": 0},
    )  # fmt: skip


def _ours(url: str, path: Path) -> dict[str, float]:
    """In a process of its own, so that memory is the import's."""
    _fresh(url).dispose()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_import", url, str(path)], capture_output=True, text=True, check=True
    )
    took: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return took


def _alone(url: str, path: Path) -> None:
    from bot.porter import carry, survey
    from operations.directory import Directory
    from operations.in_and_out import importing, imports
    from operations.office import Office

    class Unkept:
        def keep(self, *_: object) -> None:
            raise AssertionError("no row should be refused")

    database = Database(url)
    office = Office(database, Directory(database))
    who = {"workspace_id": TEAM_ID, "person_id": "U0BOSS"}
    one = imports.begin_here(office, **who, file_name=path.name, digest="d", now=NOW)
    start = _resident()
    with path.open("rb") as file:
        began = time.perf_counter()
        reading = importing.find_reading(office, one, file)
        tally, rows = survey(office, one, file, reading, Unkept(), lambda: NOW, lambda: None)  # type: ignore[arg-type]
        looked = time.perf_counter() - began
        importing.show(office, one, reading=reading, tally=tally, rows=rows, now=NOW)
        imports.start(office, **who, import_id=one.import_id, now=NOW)
        one = imports.find(office, **who, import_id=one.import_id)
        began, busy = time.perf_counter(), time.process_time()
        carry(office, one, file, lambda: NOW, lambda: None)
        carried, busy = time.perf_counter() - began, time.process_time() - busy
    print(json.dumps({"survey": looked, "carry": carried, "processor": busy, "memory": _resident() - start}))


def _resident() -> float:
    """The most memory this program ever held, in MB."""
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    _alone(sys.argv[1], Path(sys.argv[2]))
