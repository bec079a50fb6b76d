"""One engine, two databases: what a transaction promises, and how little it makes a person wait."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from storage import outbox
from storage.database import Database, DatabaseAway
from storage.seen import first_time
from storage.tables.engine import Seen

NOW = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)


def _keys(database: Database) -> list[str]:
    with database.read() as tx:
        return list(tx.execute(select(Seen.key).order_by(Seen.seen_at)).scalars())


def _add(database: Database, key: str, seen_at: datetime = NOW) -> None:
    with database.begin() as tx:
        tx.execute(insert(Seen), {"workspace_id": "T1", "key": key, "seen_at": seen_at})


@pytest.fixture
def other(database_url: str) -> Iterator[Database]:
    """The same database, as another process sees it."""
    opened = Database(database_url)
    yield opened
    opened.dispose()


def test_an_instant_comes_back_to_the_microsecond_and_in_utc(database: Database) -> None:
    _add(database, "a", NOW.astimezone(timezone(timedelta(hours=8))))
    with database.read() as tx:
        instant = tx.execute(select(Seen.seen_at)).scalar_one()
    assert (instant, instant.utcoffset()) == (NOW, timedelta(0))


def test_a_naive_datetime_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="naive"):
        _add(database, "a", NOW.replace(tzinfo=None))


def test_instants_sort_as_they_happened_even_before_1970(database: Database) -> None:
    for key, instant in {
        "b": NOW,
        "c": NOW + timedelta(microseconds=1),
        "a": datetime(1969, 7, 20, tzinfo=UTC),
    }.items():
        _add(database, key, instant)
    assert _keys(database) == ["a", "b", "c"]


def test_what_a_failing_block_wrote_is_not_there(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        first_time(tx, workspace_id="T1", key="a", now=NOW)
        raise ZeroDivisionError
    assert _keys(database) == []


def test_what_is_written_in_a_read_is_never_kept(database: Database) -> None:
    try:
        with database.read() as tx:
            first_time(tx, workspace_id="T1", key="a", now=NOW)
    except Exception as error:
        assert "read-only" in str(error)
    assert _keys(database) == []


def test_a_read_sees_one_moment_and_does_not_wait_for_the_writer(database: Database) -> None:
    with database.read() as before:
        before.execute(select(Seen.key)).all()
        began = time.monotonic()
        _add(database, "a")
        assert before.execute(select(Seen.key)).all() == []
    with database.begin() as tx:
        first_time(tx, workspace_id="T1", key="b", now=NOW)
        assert _keys(database) == ["a"]
    assert time.monotonic() - began < 1.0


def test_a_transaction_inside_a_transaction_is_refused_at_once(database: Database) -> None:
    began = time.monotonic()
    with pytest.raises(RuntimeError, match="inside a transaction"), database.begin(), database.begin():
        pass
    assert time.monotonic() - began < 0.5
    _add(database, "still works")


def test_a_broken_constraint_is_not_called_away(database: Database) -> None:
    _add(database, "a")
    with pytest.raises(IntegrityError):
        _add(database, "a")


@pytest.mark.parametrize("same_process", [True, False])
def test_nobody_waits_longer_than_slack_does_for_a_busy_row(
    database: Database, other: Database, same_process: bool
) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with (database if same_process else other).begin() as tx:
            first_time(tx, workspace_id="T1", key="a", now=NOW)
            held.set()
            let_go.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(5)
    began = time.monotonic()
    with pytest.raises(DatabaseAway), database.begin() as tx:
        first_time(tx, workspace_id="T1", key="a", now=NOW)
    waited = time.monotonic() - began
    let_go.set()
    holder.join()
    assert 1.5 < waited < 2.5


def test_queueing_here_and_waiting_for_another_process_together_stay_in_bounds(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'busy.db'}"
    ours, theirs = Database(url), Database(url)
    waits: list[float] = []

    def want() -> None:
        began = time.monotonic()
        with pytest.raises(DatabaseAway), ours.begin():
            pass
        waits.append(time.monotonic() - began)

    with theirs.begin():
        threads = [threading.Thread(target=want) for _ in range(3)]
        for thread in threads:
            thread.start()
            time.sleep(0.8)  # the second gets its turn when the first gives up, with little of its own time left
        for thread in threads:
            thread.join()
    assert len(waits) == 3 and max(waits) < 2.5


def test_a_database_that_cannot_be_reached_is_away_and_said_so_soon(tmp_path: Path) -> None:
    began = time.monotonic()
    for url in (f"sqlite:///{tmp_path}/no/such/folder/dibs.db", "postgresql://nobody@127.0.0.1:9/none"):
        with pytest.raises(DatabaseAway), Database(url).begin():
            pass
    assert time.monotonic() - began < 2.5


def test_a_full_disk_is_away_and_loses_nothing_that_was_committed(tmp_path: Path, empty_sqlite: bytes) -> None:
    path = tmp_path / "full.db"
    path.write_bytes(empty_sqlite)
    database = Database(f"sqlite:///{path}", pool_size=1)
    _add(database, "kept")
    with database.read() as tx:
        pages = tx.exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DatabaseAway), database.begin() as tx:
        for n in range(10_000):
            first_time(tx, workspace_id="T1", key=f"{n:0200}", now=NOW)
    assert _keys(database) == ["kept"]


def test_after_the_server_dropped_its_connections_the_next_transaction_just_works(postgresql_url: str, request) -> None:
    database = Database(request.getfixturevalue("empty_postgresql"))
    with database.read() as tx:
        tx.execute(text("select 1"))
    killer = Database(postgresql_url)
    with killer.begin() as tx:
        others = "datname = current_database() and pid <> pg_backend_pid()"
        tx.execute(text(f"select pg_terminate_backend(pid) from pg_stat_activity where {others}"))
    with database.begin() as tx:
        assert tx.execute(text("select 1")).scalar() == 1
    database.dispose()
    killer.dispose()


def test_sqlite_writes_ahead_and_syncs_fully_and_checks_references(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    with database.begin() as tx:
        asked = {
            name: tx.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_relay_is_woken_by_a_committed_letter_and_by_nothing_else(database: Database) -> None:
    woken: list[str] = []
    database.on_mail(lambda: woken.append("woken"))
    letter = {"workspace_id": "T1", "to": "U1", "person_id": "U1", "kind": "receipt", "facts": "{}", "now": NOW}
    _add(database, "no letter")
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        outbox.put(tx, **letter)
        raise ZeroDivisionError
    _add(database, "still no letter")
    assert woken == []
    with database.begin() as tx:
        outbox.put(tx, **letter)
        assert woken == []
    assert woken == ["woken"]
    for _ in range(2):
        with database.begin() as tx:
            outbox.put(tx, **letter, dedupe_key="once")
    assert woken == ["woken"] * 2
