"""The relay: takes letters from the outbox, words them, hands them to Slack, and writes down what became of them.

One thread looks into the outbox, at once when woken and otherwise when the next lane opens; a few senders carry the
letters. Nothing is open while Slack is spoken to: the lease is committed before, the outcome after. A letter is worded
only now, in the reader's language, and only if it is still true. What can still go wrong is small and known: Slack
recording a message later than we wait before looking for it, and a process frozen between its last check and the send.

`clock` is business time and may be moved by a sandbox; `wall` is the real clock (storage.outbox says what is which).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol, TypeVar
from uuid import uuid4

from sqlalchemy import Connection

from storage import outbox
from storage.database import Database, DatabaseAway
from storage.outbox import Letter
from storage.outcomes import Dropped, Outcome, Permanent, RetryAt, Sent, Unknown

log = logging.getLogger(__name__)

IDLE_SECONDS: Final = 1.0  # how late a letter may be that another process wrote, or that comes due by itself
TRIES_AFTER_A_BUG: Final = 5  # our own mistake with one letter must not hold its channel for ever
_PAUSES_TO_RECORD: Final = (0.2, 1.0, 3.0)

Block = Mapping[str, Any]
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Payload:
    """A letter in words: what Slack's method is given besides its address.

    `fallback_blocks` are tried once if Slack refuses `blocks` (native charts); `view` is for views.publish, `outputs` for
    the step of a workflow.
    """

    text: str = ""
    blocks: Sequence[Block] = ()
    view: Mapping[str, Any] | None = None
    fallback_blocks: Sequence[Block] | None = None
    outputs: Mapping[str, str] | None = None


class Postman(Protocol):
    """Carries one letter to Slack, or looks whether Slack has it (bot.postman is the real one).

    `post` never takes longer than `timeout_seconds`, and posts nothing with less than that left of the lease.
    `find` answers Sent, RetryAt (Slack does not have it) or Unknown.
    """

    @property
    def timeout_seconds(self) -> float: ...

    def post(self, letter: Letter, payload: Payload) -> Outcome: ...

    def find(self, letter: Letter) -> Outcome: ...


Prepare = Callable[[Letter, datetime], Payload | None]
Delivered = Callable[[Connection, Letter, datetime], None]
Dead = Callable[[Connection, Letter, str, datetime], None]
Tell = Callable[[Connection, Letter, Outcome, datetime], None]


class Relay:
    """Sends what is due, from `start()` to `stop()` in the background, or all at once by `run_once()`.

    `prepare` words a letter, or answers None when it is no longer true. `delivered` and `dead` are called in the
    transaction that marks the letter; `dead` is given Slack's error code. `give_way` is called in the background before
    letters are taken, and returns when whoever must be served first is.
    """

    def __init__(
        self,
        database: Database,
        postman: Postman,
        *,
        prepare: Prepare,
        delivered: Delivered,
        dead: Dead,
        clock: Callable[[], datetime],
        wall: Callable[[], float],
        name: str,
        senders: int = 4,
        lease_seconds: float = 30.0,
        pace_seconds: float = outbox.PACE_SECONDS,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        if lease_seconds < 2 * postman.timeout_seconds:
            raise ValueError("a lease must be at least twice as long as a post may take")
        self._database, self._postman = database, postman
        self._prepare, self._delivered, self._dead = prepare, delivered, dead
        self._clock, self._wall = clock, wall
        self._owner = f"{name[:40]}-{uuid4().hex[:12]}"  # never the name of one that died
        self._senders, self._lease_seconds, self._pace_seconds = senders, lease_seconds, pace_seconds
        self._give_way = give_way
        self._mail, self._stopping = threading.Event(), threading.Event()
        self._in_the_air: set[Future[bool]] = set()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """There is mail: look now."""
        self._mail.set()

    def run_once(self, now: datetime) -> int:
        """Send everything that is due and whose lane is open, in this thread; returns how many Slack took."""
        sent = 0
        while letters := self._take(now, limit=20):
            sent += sum(self._carry(letter, now) for letter in letters)
        return sent

    def start(self) -> None:
        """Send in the background until `stop()`."""
        self._stopping.clear()
        self._pool = ThreadPoolExecutor(self._senders, thread_name_prefix="sender")
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Take no more, and let what is in the air land. What is not sent stays in the outbox."""
        self._stopping.set()
        self._mail.set()
        if self._thread:
            self._thread.join(timeout)
            wait(set(self._in_the_air), timeout)
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._thread = None

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._mail.clear()  # before looking: who wakes us meanwhile is heard
            try:
                if not self._turn():
                    self._mail.wait(self._pause())
            except DatabaseAway as error:
                log.warning("the outbox can't be read just now: %s", error)
                self._stopping.wait(IDLE_SECONDS)
            except Exception:
                log.exception("a turn of the relay failed")
                self._stopping.wait(IDLE_SECONDS)

    def _turn(self) -> bool:
        self._give_way()
        free = self._senders - len(self._in_the_air)
        letters = self._take(self._clock(), limit=free) if free else []
        for letter in letters:
            flight = self._pool.submit(self._carry, letter)
            self._in_the_air.add(flight)
            flight.add_done_callback(self._landed)
        return bool(letters)

    def _landed(self, flight: Future[bool]) -> None:
        self._in_the_air.discard(flight)
        if not flight.cancelled() and (error := flight.exception()):
            log.error("a letter was left in the air, its lease will run out", exc_info=error)
        self._mail.set()

    def _pause(self) -> float:
        """Seconds to sleep if nobody wakes us: until a closed lane opens, at most IDLE_SECONDS."""
        wall = self._wall()
        with self._database.read() as tx:
            opening = outbox.next_opening(tx, wall)
        return IDLE_SECONDS if opening is None else min(IDLE_SECONDS, max(0.005, opening - wall))

    def _take(self, now: datetime, limit: int) -> list[Letter]:
        me, lease = self._owner, self._lease_seconds
        return outbox.take_due(
            self._database, now=now, wall=self._wall(), owner=me, lease_seconds=lease, limit=limit
        ) or outbox.take_unknown(self._database, wall=self._wall(), owner=me, lease_seconds=lease, limit=limit)

    def _carry(self, letter: Letter, now: datetime | None = None) -> bool:
        """One letter from lease to outcome; True if Slack has it and we have written that down."""
        now = now or self._clock()
        outcome = self._outcome(letter, now)
        if not isinstance(outcome, Sent | Dropped):
            log.warning("letter %s (%s): %s", letter.outbox_id, letter.kind, outcome)
        return self._recorded(letter, outcome, now) and isinstance(outcome, Sent)

    def _outcome(self, letter: Letter, now: datetime) -> Outcome:
        if letter.state == "unknown":
            return self._guarded(letter, lambda: self._postman.find(letter), Unknown("could not look"))
        worded = self._guarded(letter, lambda: self._prepare(letter, now), RetryAt(None, "could not be worded"))
        if worded is None:
            return Dropped()
        if not isinstance(worded, Payload):
            return worded
        return self._guarded(letter, lambda: self._postman.post(letter, worded), Unknown("broke while posting"))

    def _guarded(self, letter: Letter, ask: Callable[[], Answer], otherwise: Outcome) -> Answer | Outcome:
        """A bug met by one letter is that letter's trouble only: it is tried a few times, then dies aloud."""
        try:
            return ask()
        except DatabaseAway:
            return otherwise
        except Exception as error:
            log.exception("letter %s (%s) met a bug", letter.outbox_id, letter.kind)
            return otherwise if letter.attempts < TRIES_AFTER_A_BUG else Permanent(f"bug: {type(error).__name__}")

    def _recorded(self, letter: Letter, outcome: Outcome, now: datetime) -> bool:
        """Write the outcome down; it is dear, so a database that is away for a moment is waited for."""
        wall = self._wall()  # of the response: the pace counts from here
        for pause in _PAUSES_TO_RECORD:
            try:
                return self._record(letter, outcome, now, wall)
            except DatabaseAway:
                self._stopping.wait(pause)
        return self._record(letter, outcome, now, wall)

    def _record(self, letter: Letter, outcome: Outcome, now: datetime, wall: float) -> bool:
        """Mark the letter and tell the CRM, in one transaction. If telling breaks, the letter is marked all the same:
        Slack has it, or never will."""
        try:
            return self._marked(letter, outcome, now, wall, tell=self._tell)
        except DatabaseAway:
            raise
        except Exception:
            log.exception("letter %s (%s) is marked, but nobody could be told", letter.outbox_id, letter.kind)
            return self._marked(letter, outcome, now, wall, tell=lambda *_: None)

    def _marked(self, letter: Letter, outcome: Outcome, now: datetime, wall: float, *, tell: Tell) -> bool:
        pace = self._pace_seconds
        with self._database.begin() as tx:
            if not outbox.finish(tx, letter, owner=self._owner, outcome=outcome, now=now, wall=wall, pace_seconds=pace):
                log.warning("letter %s was taken over while in the air", letter.outbox_id)
                return False
            tell(tx, letter, outcome, now)
        return True

    def _tell(self, tx: Connection, letter: Letter, outcome: Outcome, now: datetime) -> None:
        match outcome:
            case Sent(channel, ts):
                self._delivered(tx, replace(letter, channel=channel, ts=ts, state="sent"), now)
            case Permanent(error):
                self._dead(tx, replace(letter, state="dead"), error, now)
