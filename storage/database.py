"""The door to the rows: one engine, short transactions, two databases behind one face.

Everything the bot knows is written through `Database.begin()` and read through `Database.read()`; no other
module opens a connection. Both are made so that a person never waits longer than Slack does (three seconds):
waiting for the writer, for a lock or for a connection is bounded, and whatever means "locked, away or full"
comes out as one exception, `DatabaseAway`, which a handler answers with "not saved, try again".
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal

import psycopg
from sqlalchemy import BigInteger, Connection, DateTime, Dialect, Engine, MetaData, TypeDecorator, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine

from storage.one_writer import OneWriter

PATIENCE_SECONDS: Final = 2.0  # Slack gives up on an ack after 3; Python's default of 5 would be too late

PREPARED_MAX: Final = (
    500  # statements a connection keeps prepared: psycopg's 100 are fewer than a note and its jobs have
)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_AWAY_SQLITE: Final = {5, 6, 8, 10, 13, 14, 15}  # BUSY LOCKED READONLY IOERR FULL CANTOPEN PROTOCOL
# connection, serialization, resources, lock not available, operator intervention, system error
_AWAY_POSTGRESQL: Final = ("08", "40", "53", "55P03", "57", "58")


class DatabaseAway(Exception):  # noqa: N818 - it is a state of the world, and reads as one where it is caught
    """The database is locked, away or full: nothing was saved, and trying again later may well succeed.

    Only when the connection broke during the commit itself may it have been saved after all; the key of
    de-duplication, written in the same transaction, tells a second try so.
    """


class Base(DeclarativeBase):
    """The metadata of every table. Constraints are named, so that migrations can speak of them on both databases."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware UTC in and out, naive refused with ValueError.

    Kept as `timestamptz` on PostgreSQL and as whole microseconds since 1970 on SQLite, where eight bytes
    sort and compare as the instants do.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        on_sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(BigInteger() if on_sqlite else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database: give it a zone")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return _EPOCH + timedelta(microseconds=value)
        instant: datetime = value
        return instant.astimezone(UTC)


class Database:
    """One database, seen by one process. Thread-safe; `pool_size` bounds how many threads work at once."""

    def __init__(self, url: str, *, pool_size: int = 4) -> None:
        parsed = with_driver(make_url(url))
        self.dialect: Literal["sqlite", "postgresql"] = "sqlite" if parsed.drivername == "sqlite" else "postgresql"
        self.engine: Engine = _sqlite(parsed, pool_size) if self.dialect == "sqlite" else _postgresql(parsed, pool_size)
        self._reading = self.engine
        if self.dialect == "postgresql":
            self._reading = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._one_writer = OneWriter(self.engine, patience=PATIENCE_SECONDS, failed=DatabaseAway)
        self._inside = threading.local()
        self._on_mail: Callable[[], None] = _nobody_listens

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A write transaction: commits at the end of the block, rolls back on any exception.

        Raises DatabaseAway if the writer cannot be had within two seconds or the database is not there, and
        RuntimeError when opened inside another one of the same thread: one operation is one transaction.
        """
        if getattr(self._inside, "transaction", False):
            raise RuntimeError("a transaction inside a transaction: one operation is one `with database.begin()`")
        self._inside.transaction = True
        try:
            with _away_said_plainly(), self._transaction() as connection:
                connection.info.pop("mail", None)
                yield connection
                mail = connection.info.pop("mail", False)
        finally:
            self._inside.transaction = False
        if mail:
            self._on_mail()

    @contextmanager
    def read(self, *, at_most: float | None = None) -> Iterator[Connection]:
        """A snapshot to read from: takes no writer's lock and never commits. Raises DatabaseAway.

        On PostgreSQL a statement is cut off after two seconds; a digest or an export, for whose ack nobody
        waits, says how many seconds it may take (`at_most`).
        """
        with _away_said_plainly(), self._reading.connect() as connection:
            if self.dialect == "sqlite":
                _driver(connection).execute("BEGIN")
            elif at_most is not None:
                connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(at_most * 1000)}")
            yield connection

    def on_mail(self, callback: Callable[[], None]) -> None:
        """Call `callback` after every commit that put a letter into the outbox (the relay's `wake`)."""
        self._on_mail = callback

    def dispose(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()

    def _transaction(self) -> AbstractContextManager[Connection]:
        """SQLite has one writer; queueing here is fairer than its busy loop, and those who queue share a commit."""
        return self._one_writer.begin() if self.dialect == "sqlite" else self.engine.begin()


def insert_into(tx: Connection, table: type[Base]) -> postgresql.Insert:
    """INSERT that knows ON CONFLICT, in the words of the database at hand.

    Ask what happened with RETURNING: `.rowcount` of such an insert is -1 on psycopg.
    """
    return insert_for(tx.dialect.name, table)


def insert_for(dialect: str, table: type[Base]) -> postgresql.Insert:
    """The same by the dialect's name, for statements built once (the two classes have the same methods)."""
    make: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement: postgresql.Insert = make(table)
    return statement


def _nobody_listens() -> None:
    """Until a relay is started, letters wait in the outbox."""


def with_driver(url: URL) -> URL:
    """The same address, spoken by the driver we ship: psycopg 3 for PostgreSQL."""
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() in ("postgresql", "postgres") else url


def _sqlite(url: URL, pool_size: int) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
        hide_parameters=True,  # an error is logged, and what people wrote is not
        connect_args={"check_same_thread": False, "timeout": PATIENCE_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _driver(connection: Connection) -> Any:
    """SQLite's own connection, told to leave transactions to us (isolation_level None): it is we who say BEGIN.

    SQLAlchemy's "begin" event would do as well, but an engine somebody listens to looks for listeners, many of them, at
    every statement.
    """
    return connection.connection.driver_connection


def _postgresql(url: URL, pool_size: int) -> Engine:
    patience = int(PATIENCE_SECONDS * 1000)
    limits = {
        "statement_timeout": patience,
        "lock_timeout": patience,
        "idle_in_transaction_session_timeout": 10_000,  # a frozen process must not hold its rows for ever
        "timezone": "UTC",
    }
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
        hide_parameters=True,  # an error is logged, and what people wrote is not
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": max(2, int(PATIENCE_SECONDS)),
            "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
            "keepalives_idle": 30,
            "tcp_user_timeout": 2 * patience,
        },
    )
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    connection.prepared_max = PREPARED_MAX


@contextmanager
def _away_said_plainly() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseAway("no connection is free") from error
    except sqlite3.Error as error:
        if _means_away(error):
            raise DatabaseAway(str(error)) from error
        raise
    except DBAPIError as error:
        if error.connection_invalidated or _means_away(error.orig):
            raise DatabaseAway(str(error.orig)) from error
        raise


def _means_away(error: BaseException | None) -> bool:
    sqlite_code = getattr(error, "sqlite_errorcode", None)
    if sqlite_code is not None:
        return (sqlite_code & 0xFF) in _AWAY_SQLITE
    if not isinstance(error, psycopg.Error):
        return False
    if error.sqlstate is None:  # a server that never answered has no state to tell
        return isinstance(error, psycopg.OperationalError)
    return error.sqlstate.startswith(_AWAY_POSTGRESQL)
