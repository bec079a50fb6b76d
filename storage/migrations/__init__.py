"""Bringing a database to the tables this version knows: `upgrade(url)`, safe to call by several processes at once.

The whole upgrade is one transaction on both databases, guarded against a second upgrader (an advisory lock on
PostgreSQL, the writer's lock on SQLite): either every step is there or none.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, NullPool, create_engine, event, make_url

import storage.tables
from storage.database import Base, with_driver

_ONE_UPGRADER: Final = 0x64696273  # "dibs": the advisory lock an upgrade holds
_TYPES: Final = {"compare_type": True, "compare_server_default": True, "render_as_batch": True}


def metadata() -> MetaData:
    """The metadata with every table of `storage.tables` in it, whichever modules were imported so far."""
    for module in pkgutil.iter_modules(storage.tables.__path__, "storage.tables."):
        import_module(module.name)
    return Base.metadata


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at `url` to `revision`; does nothing if it is there already."""
    with _upgrading(url) as connection:
        command.upgrade(_config(connection), revision)
        _check_references(connection)


def revise(url: str, message: str) -> None:
    """Write a new revision from the difference between the database at `url` and the metadata."""
    with _upgrading(url) as connection:
        command.revision(_config(connection), message, autogenerate=True)


def newest() -> str | None:
    """The revision this version of Dibs wants."""
    return ScriptDirectory(str(Path(__file__).parent)).get_current_head()


def revisions() -> frozenset[str]:
    """Every revision this version of Dibs knows."""
    return frozenset(one.revision for one in ScriptDirectory(str(Path(__file__).parent)).walk_revisions())


def reached(connection: Connection) -> str | None:
    """The revision the database is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def differences(connection: Connection) -> list[Any]:
    """What separates the database from the metadata; empty when the migrations reach exactly the tables."""
    return list(compare_metadata(MigrationContext.configure(connection, opts=dict(_TYPES)), metadata()))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, metadata=metadata(), options=_TYPES)
    return config


@contextmanager
def _upgrading(url: str) -> Iterator[Connection]:
    """One transaction, ours alone. Foreign keys are off on SQLite while it rebuilds tables, and checked at the end."""
    engine = create_engine(with_driver(make_url(url)), poolclass=NullPool)
    on_sqlite = engine.dialect.name == "sqlite"
    if on_sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        if not on_sqlite:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_UPGRADER})")
        yield connection


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA busy_timeout=60000")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"the upgrade would leave rows that point nowhere: {broken[:5]}")
