"""Forgetting a workspace: every row of every table there is, without knowing what it is for, so that a new one can't be left."""

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, delete, select

from storage.migrations import metadata
from storage.tables.installations import InstallationRow

LAST: Final = InstallationRow.__tablename__  # as long as it is there, what is left is found again


def forget_rows(tx: Connection, *, workspace_id: str, limit: int) -> int:
    """Delete up to so many rows, a table after another, those that point at others first. Returns how many went: fewer
    than the limit where nothing is left."""
    names = [one.name for one in reversed(metadata().sorted_tables) if one.name != LAST]
    gone = 0
    for name in (*names, LAST):
        gone += _forget(tx, name, workspace_id, limit - gone)
        if gone >= limit:
            break
    return gone


def _forget(tx: Connection, name: str, workspace_id: str, limit: int) -> int:
    one: Any = metadata().tables[name]
    keys = list(one.primary_key.columns)
    some = select(*keys).where(one.c.workspace_id == workspace_id).limit(limit)
    return tx.execute(delete(one).where(sa.tuple_(*keys).in_(some))).rowcount
