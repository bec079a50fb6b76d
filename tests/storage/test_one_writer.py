"""SQLite's one writer: those who come at once share a commit, and nobody another's failure."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, select

from storage.database import Base, Database, DatabaseAway
from storage.seen import first_time
from storage.tables.engine import Seen

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'dibs.db'}", pool_size=8)
    Base.metadata.create_all(database.engine, tables=[Seen.__table__])  # type: ignore[list-item]
    yield database
    database.dispose()


def _at_once(database: Database, *works: Callable[[Connection], None]) -> list[str]:
    """Each work on a thread of its own, all of them waiting for the turn while the first has it; how each ended."""
    ended = ["?"] * len(works)
    has_turn = threading.Event()

    def run(number: int, work: Callable[[Connection], None]) -> None:
        try:
            with database.begin() as tx:
                has_turn.set()
                while number == 0 and len(database._one_writer._waiting) < len(works) - 1:
                    pass
                work(tx)
            ended[number] = "saved"
        except Exception as error:
            ended[number] = type(error).__name__

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    threads[0].start()
    has_turn.wait(10)
    for thread in threads[1:]:
        thread.start()
    for thread in threads:
        thread.join(30)
    return ended


def _adds(key: str) -> Callable[[Connection], None]:
    return lambda tx: _added(tx, key)


def _added(tx: Connection, key: str) -> None:
    assert first_time(tx, workspace_id="T1", key=key, now=NOW)


def _adds_and_fails(tx: Connection) -> None:
    _added(tx, "lost")
    raise ZeroDivisionError


def _keys(database: Database) -> set[str]:
    with database.read() as tx:
        return set(tx.execute(select(Seen.key)).scalars())


def test_those_who_come_at_once_share_a_commit_and_who_fails_takes_back_only_their_own(alone: Database) -> None:
    commits: list[Connection] = []
    event.listen(alone.engine, "commit", commits.append)
    ended = _at_once(alone, _adds("a"), _adds_and_fails, _adds("b"), _adds("c"))
    assert sorted(ended) == ["ZeroDivisionError", "saved", "saved", "saved"]
    assert _keys(alone) == {"a", "b", "c"}
    assert len(commits) == 1


def test_where_the_first_fails_the_others_are_saved_all_the_same(alone: Database) -> None:
    assert _at_once(alone, _adds_and_fails, _adds("a"), _adds("b")) == ["ZeroDivisionError", "saved", "saved"]
    assert _keys(alone) == {"a", "b"}


def test_a_commit_that_fails_is_told_to_everybody_in_it_and_the_next_one_works(alone: Database) -> None:
    def full(_: Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(alone.engine, "commit", full)
    assert _at_once(alone, _adds("a"), _adds("b"), _adds("c")) == ["DatabaseAway"] * 3
    event.remove(alone.engine, "commit", full)
    assert _keys(alone) == set()
    assert _at_once(alone, _adds("d")) == ["saved"]


def test_where_sqlite_itself_rolls_everything_back_nobody_is_told_it_was_saved(alone: Database) -> None:
    def rolled_back(tx: Connection) -> None:
        driver = tx.connection.driver_connection
        assert driver is not None
        driver.rollback()  # as SQLite does by itself when the disk is full
        raise sqlite3.OperationalError("database or disk is full")

    ended = _at_once(alone, _adds("a"), rolled_back)
    assert "saved" not in ended and _keys(alone) == set()
    with pytest.raises(DatabaseAway), alone.begin() as tx:
        tx.connection.driver_connection.rollback()  # type: ignore[union-attr]
    assert _at_once(alone, _adds("b"), _adds("c")) == ["saved", "saved"]


def test_who_was_to_come_and_gave_up_leaves_nobody_waiting(alone: Database) -> None:
    alone._one_writer._waiting.add(0)  # somebody who is never going to take their turn
    try:
        assert _at_once(alone, _adds("a")) == ["saved"]
    finally:
        alone._one_writer._waiting.discard(0)
    assert _keys(alone) == {"a"}
