"""A company as it stands after its first morning, kept to begin many stories from: founding it takes longer than most
of them do. It is founded once a worker, through the front door; its rows and what Slack shows are copied.
"""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert, select

from sandbox.workspace import Workspace
from storage.database import Base, Database
from tests.stories.company import Company, company

Rows = list[dict[str, Any]]

_SHOWN: Final = (
    "people",
    "channels",
    "messages",
    "threads",
    "files",
    "views",
    "homes",
    "modals",
    "typed",
    "_count",
)  # what a workspace holds; not its locks and listeners


@dataclass(frozen=True)
class Founded:
    """What the database held, and what Slack showed."""

    rows: dict[str, Rows]
    shown: bytes  # pickled, which copies several times as fast as copy.deepcopy
    last_stamp: int

    @classmethod
    def on(cls, database_url: str) -> "Founded":
        """Found a company on an empty database."""
        with company(database_url) as one:
            one.build()
            return cls(all_rows(one.dibs.database), _shown(one.slack.ws), one.slack.clock._last)

    @contextmanager
    def company(self, database_url: str) -> Iterator[Company]:
        """The same company once more, on another empty database."""
        self._fill(database_url)
        with company(database_url, introduced=True) as one:
            one.slack.ws.__dict__.update(pickle.loads(self.shown))
            one.slack.clock._last = self.last_stamp
            yield one

    def _fill(self, database_url: str) -> None:
        database = Database(database_url)
        with database.begin() as tx:
            for table in Base.metadata.sorted_tables:
                if self.rows[table.name]:
                    tx.execute(insert(table), self.rows[table.name])
        database.dispose()


def all_rows(database: Database) -> dict[str, Rows]:
    """Of every table."""
    with database.read() as tx:
        return {
            table.name: [dict(row) for row in tx.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }


def _shown(workspace: Workspace) -> bytes:
    return pickle.dumps({name: getattr(workspace, name) for name in _SHOWN})
