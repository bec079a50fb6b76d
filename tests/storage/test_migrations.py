"""The migrations and the tables say the same, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import NullPool, create_engine, inspect, make_url

from storage import migrations
from storage.database import with_driver
from tests.conftest import DIALECTS


@pytest.fixture(params=DIALECTS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a single table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bare.db'}"
    url = make_url(request.getfixturevalue("postgresql_url"))
    bare = f"{url.database}_bare"
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {bare} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {bare}")
    return url.set(database=bare).render_as_string(hide_password=False)


def _engine(url: str):
    return create_engine(with_driver(make_url(url)), poolclass=NullPool)


def test_the_migrations_reach_exactly_the_metadata(bare_url: str) -> None:
    migrations.upgrade(bare_url)
    with _engine(bare_url).connect() as connection:
        assert migrations.differences(connection) == []


def test_a_table_the_migrations_forgot_would_be_seen(bare_url: str) -> None:
    migrations.upgrade(bare_url)
    with _engine(bare_url).connect() as connection:
        connection.exec_driver_sql("DROP TABLE seen")
        assert any("seen" in str(difference) for difference in migrations.differences(connection))


def test_checks_of_the_metadata_are_in_the_migrated_database(bare_url: str) -> None:
    migrations.upgrade(bare_url)
    with _engine(bare_url).connect() as connection:
        there = inspect(connection)
        for table in migrations.metadata().sorted_tables:
            wanted = {str(c.name) for c in table.constraints if type(c).__name__ == "CheckConstraint"}
            assert wanted <= {str(check["name"]) for check in there.get_check_constraints(table.name)}, table.name


def test_an_upgrade_says_where_it_got_to(bare_url: str) -> None:
    migrations.upgrade(bare_url)
    with _engine(bare_url).connect() as connection:
        assert migrations.reached(connection) == migrations.newest() is not None


def test_upgrading_again_and_at_the_same_time_does_no_harm(bare_url: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(migrations.upgrade, [bare_url] * 3))
    with _engine(bare_url).connect() as connection:
        assert migrations.reached(connection) == migrations.newest()
        assert migrations.differences(connection) == []
