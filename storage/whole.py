"""Every table's rows, whatever the tables are: what a whole copy is made of, and how it is poured in again.

Nothing here knows what a table is for, so that a new one can't be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.types import TypeEngine

from crm.whole.manifest import Column, Kind, Table
from storage.database import UtcDateTime
from storage.migrations import metadata

PAGE: Final = 1_000
LONG_SECONDS: Final = 3_600.0  # a statement's time on PostgreSQL, while everything is read

_KINDS: Final[tuple[tuple[type[TypeEngine[Any]], Kind], ...]] = (
    (UtcDateTime, "instant"),
    (sa.Boolean, "boolean"),
    (sa.Integer, "integer"),
    (sa.Double, "number"),
    (sa.Float, "number"),
    (sa.Numeric, "decimal"),
    (sa.Date, "day"),
    (sa.Time, "time"),
    (sa.String, "text"),
)
_TYPES: Final[Mapping[Kind, TypeEngine[Any]]] = {
    "instant": UtcDateTime(),
    "boolean": sa.Boolean(),
    "integer": sa.BigInteger(),
    "number": sa.Double(),
    "decimal": sa.Numeric(),
    "day": sa.Date(),
    "time": sa.Time(),
    "text": sa.Text(),
}


def tables() -> tuple[Table, ...]:
    """Every table there is, in an order in which rows can be put in."""
    return tuple(
        Table(one.name, tuple(Column(column.name, _kind(column)) for column in one.columns))
        for one in metadata().sorted_tables
    )


def _kind(column: sa.Column[Any]) -> Kind:
    return next(kind for type_, kind in _KINDS if isinstance(column.type, type_))


def rows(tx: Connection, table: Table, *, workspace_id: str) -> Iterator[Mapping[str, object]]:
    """A workspace's rows of a table by their key, a page at a time in memory."""
    one = metadata().tables[table.name]
    found = sa.select(one).where(one.c.workspace_id == workspace_id).order_by(*one.primary_key.columns)
    yield from tx.execute(found, execution_options={"yield_per": PAGE}).mappings()  # type: ignore[misc]


def workspaces(tx: Connection) -> dict[str, str]:
    """Every workspace in the database: id -> name."""
    one = metadata().tables["workspaces"]
    return {row.workspace_id: row.name for row in tx.execute(sa.select(one.c.workspace_id, one.c.name))}


def holds_rows(tx: Connection) -> bool:
    """Whether any table there is, of whichever revision, has a row."""
    there = (sa.table(name) for name in sa.inspect(tx).get_table_names() if name != "alembic_version")
    return any(tx.execute(sa.select(sa.literal(1)).select_from(one).limit(1)).first() for one in there)


def pour(tx: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Put rows in, a page at a time. The columns are those the rows were written with: the tables may be of an older revision."""
    into = sa.insert(sa.table(table.name, *(sa.column(one.name, _TYPES[one.kind]) for one in table.columns)))
    waiting = iter(rows)
    while page := list(islice(waiting, PAGE)):
        tx.execute(into, page)
