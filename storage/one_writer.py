"""SQLite's one writer, taken by turns; whoever comes while another writes shares a commit with them.

A commit waits for the disk, a note does not: one at a time, a process would spend most of a busy second waiting. So a
transaction that ends while somebody waits for the turn is not committed but left open for them, theirs goes in beside it
under a savepoint, and the last one commits for all. Nobody returns before that commit: what was acknowledged is on the
disk. Who fails takes back only their own; a commit that fails is told to each.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Engine

MOST_TOGETHER: Final = 8
_PASSED_ON_SECONDS: Final = 0.1  # after so long, who was to come has given up, and the first commits after all


@dataclass
class _Together:
    """Transactions that are committed as one."""

    connection: Connection
    members: int = 0
    settled: threading.Event = field(default_factory=threading.Event)
    failure: BaseException | None = None

    @property
    def stands(self) -> bool:
        """Whether SQLite still has it: a full disk makes it roll back everything, savepoint or not."""
        driver: Any = self.connection.connection.driver_connection
        return bool(driver.in_transaction)


class OneWriter:
    """One a database and process. `patience` is how many seconds the turn and other processes are waited for."""

    def __init__(self, engine: Engine, *, patience: float, failed: Callable[[str], Exception]) -> None:
        self._engine, self._patience, self._failed = engine, patience, failed
        self._turn = threading.Lock()
        self._waiting: set[int] = set()  # threads
        self._open: _Together | None = None  # whoever has the turn may look

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction of the caller's own, committed when this ends. Raises `failed` where it can't be had or kept."""
        began = time.monotonic()
        self._take_turn()
        try:
            together = self._open = self._open or self._started(self._patience - (time.monotonic() - began))
            together.members += 1
            yield from self._in(together)
        finally:
            self._turn.release()
        self._await(together)

    def _in(self, together: _Together) -> Iterator[Connection]:
        alone = together.members == 1
        try:
            with nullcontext() if alone else together.connection.begin_nested():
                yield together.connection
        except BaseException as error:
            if alone or not together.stands:
                self._end(together, error)
            elif not self._waiting:
                self._end(together)
            raise
        if not self._waiting or together.members >= MOST_TOGETHER:
            self._end(together)

    def _take_turn(self) -> None:
        me = threading.get_ident()
        self._waiting.add(me)
        try:
            if not self._turn.acquire(timeout=self._patience):
                raise self._failed("the writer is busy")
        finally:
            self._waiting.discard(me)

    def _started(self, patience: float) -> _Together:
        connection = self._engine.connect()
        try:
            driver: Any = connection.connection.driver_connection
            driver.execute(f"PRAGMA busy_timeout={max(1, int(patience * 1000))}")  # for another process's write
            driver.execute("BEGIN IMMEDIATE")
            connection.begin()  # sends nothing: the driver leaves transactions to us
        except BaseException:
            connection.close()
            raise
        return _Together(connection)

    def _end(self, together: _Together, error: BaseException | None = None) -> None:
        """Commit for all, or roll back what failed. Only by who has the turn."""
        self._open, together.failure = None, error
        try:
            if error is None and together.stands:
                together.connection.commit()
            else:
                together.failure = error or RuntimeError("SQLite rolled it back")
                together.connection.rollback()
        except BaseException as failure:
            together.failure = failure
            together.connection.invalidate()  # SQLite may still be in the transaction; closing the file ends it
        finally:
            together.connection.close()
            together.settled.set()

    def _await(self, together: _Together) -> None:
        while not together.settled.wait(_PASSED_ON_SECONDS):
            with self._turn:
                if self._open is together:
                    self._end(together)
        if together.failure:
            raise self._failed(f"the commit failed: {together.failure}") from together.failure
