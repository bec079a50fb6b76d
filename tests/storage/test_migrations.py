"""The migrations and the tables say the same, on both databases."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Inspector,
    Integer,
    MetaData,
    NullPool,
    Numeric,
    String,
    Table,
    Time,
    create_engine,
    inspect,
    make_url,
)
from sqlalchemy.types import TypeEngine

from storage import migrations
from storage.database import with_driver
from tests.conftest import DIALECTS

STRIDE = 6  # versions at once: quick, and each is still passed through with rows of those before
DAY, NOON = date(2026, 3, 11), datetime(2026, 3, 11, 12, tzinfo=UTC)
BY_KIND: tuple[tuple[type[TypeEngine[Any]], object], ...] = (
    (Boolean, True),
    (Integer, 1),
    (Float, 1.0),
    (Numeric, 1),
    (DateTime, NOON),
    (Date, DAY),
    (Time, NOON.time()),
    (String, "1"),
)
NEEDED = {"leads": {"customer_id"}, "voice_clips": {"look_at"}}  # what a check asks for beside its state


@pytest.fixture(params=DIALECTS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a single table."""
    return _bare(request, tmp_path, "bare")


@pytest.fixture(scope="module", params=DIALECTS)
def upgraded_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of one that was upgraded, to be looked at."""
    url = _bare(request, tmp_path_factory.mktemp("upgraded"), "upgraded")
    migrations.upgrade(url)
    return url


def _bare(request: pytest.FixtureRequest, folder: Path, name: str) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{folder / name}.db"
    url = make_url(request.getfixturevalue("postgresql_url"))
    bare = f"{url.database}_{name}"
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {bare} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {bare}")
    return url.set(database=bare).render_as_string(hide_password=False)


def _engine(url: str):
    return create_engine(with_driver(make_url(url)), poolclass=NullPool)


def test_the_migrations_reach_exactly_the_metadata(upgraded_url: str) -> None:
    with _engine(upgraded_url).connect() as connection:
        assert migrations.differences(connection) == []


def test_a_table_the_migrations_forgot_would_be_seen(bare_url: str) -> None:
    migrations.upgrade(bare_url)
    with _engine(bare_url).connect() as connection:
        connection.exec_driver_sql("DROP TABLE seen")
        assert any("seen" in str(difference) for difference in migrations.differences(connection))


def test_checks_of_the_metadata_are_in_the_migrated_database(upgraded_url: str) -> None:
    with _engine(upgraded_url).connect() as connection:
        there = inspect(connection)
        for table in migrations.metadata().sorted_tables:
            wanted = {str(c.name) for c in table.constraints if type(c).__name__ == "CheckConstraint"}
            assert wanted <= {str(check["name"]) for check in there.get_check_constraints(table.name)}, table.name


def test_an_upgrade_says_where_it_got_to(upgraded_url: str) -> None:
    with _engine(upgraded_url).connect() as connection:
        assert migrations.reached(connection) == migrations.newest() is not None


def test_upgrading_again_and_at_the_same_time_does_no_harm(bare_url: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(migrations.upgrade, [bare_url] * 3))
    with _engine(bare_url).connect() as connection:
        assert migrations.reached(connection) == migrations.newest()
        assert migrations.differences(connection) == []


def test_rows_of_every_version_are_there_after_the_upgrade(bare_url: str) -> None:
    """A row in each table as soon as there is one, carried through all that comes after."""
    versions = sorted(migrations.revisions())
    filled: dict[str, object] = {}
    for version in (*versions[:-1:STRIDE], versions[-1]):
        migrations.upgrade(bare_url, version)
        with _engine(bare_url).begin() as connection:
            there = MetaData()
            there.reflect(connection)
            for table in there.sorted_tables:
                if table.name not in (*filled, "alembic_version"):
                    filled[table.name] = version
                    connection.execute(table.insert().values(_row(table, inspect(connection))))
    with _engine(bare_url).connect() as connection:
        assert migrations.differences(connection) == []
        counts = {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in filled}
    assert counts == dict.fromkeys((table.name for table in migrations.metadata().sorted_tables), 1)
    assert len(set(filled.values())) > 3, "rows of several versions went through it"


def _row(table: Table, there: Inspector) -> dict[str, object]:
    """The least row the table takes: every id is "1", a column of a few words has the first of them."""
    row = {
        column.name: _value(column)
        for column in table.columns
        if not column.nullable or column.name in NEEDED.get(table.name, ())
    }
    for check in there.get_check_constraints(table.name):
        words = re.findall(r"'([\w.]+)'", check["sqltext"])
        if words and not re.search("<>|not in|ALL| or | = \\(", check["sqltext"], re.I):
            row[next(name for name in re.findall(r"\w+", check["sqltext"]) if name in table.columns)] = words[0]
    return row


def _value(column: Column[Any]) -> object:
    return next(value for kind, value in BY_KIND if isinstance(column.type, kind))
