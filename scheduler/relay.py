"""The relay: takes letters from the outbox, words them, and hands them to Slack, each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection

from storage.database import Database
from storage.outbox import Letter
from storage.outcomes import Outcome

Block = Mapping[str, Any]


@dataclass(frozen=True)
class Payload:
    """A letter in words: what Slack's method is given besides its address.

    `fallback_blocks` are tried once if Slack refuses `blocks` (native charts); `view` is for views.publish.
    """

    text: str = ""
    blocks: Sequence[Block] = ()
    view: Mapping[str, Any] | None = None
    fallback_blocks: Sequence[Block] | None = None


class Postman(Protocol):
    """Carries one letter to Slack, or looks whether Slack has it (bot.postman is the real one)."""

    def post(self, letter: Letter, payload: Payload) -> Outcome: ...

    def find(self, letter: Letter) -> Outcome: ...


Prepare = Callable[[Letter, datetime], Payload | None]
Delivered = Callable[[Connection, Letter, datetime], None]
Dead = Callable[[Connection, Letter, str, datetime], None]


class Relay:
    def __init__(
        self,
        database: Database,
        postman: Postman,
        *,
        prepare: Prepare,
        delivered: Delivered,
        dead: Dead,
        clock: Callable[[], datetime],
        name: str,
        wall: Callable[[], float],
        senders: int = 4,
        lease_seconds: float = 30.0,
        pace_seconds: float = 1.0,
    ) -> None:
        raise NotImplementedError

    def wake(self) -> None: ...

    def run_once(self, now: datetime) -> int: ...

    def start(self) -> None: ...

    def stop(self, timeout: float = 10.0) -> None: ...
