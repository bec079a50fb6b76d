"""The outbox: what the bot decided to say, written in the transaction that decided it, sent once by the relay.

    new -> sending (lease) -> sent              a definite failure goes back to new, at Retry-After or by back-off
              |-> unknown -> sent | new         ambiguous: wait, then look for our id in the channel's history
              |-> dead                          permanent: a person is told
    new -> dropped                              overtaken: no longer true when its turn came

Two clocks, on purpose. `now` is business time: a letter is due when the CRM's clock says so, and a sandbox may move
that clock by a day. `wall` is the real clock in seconds: leases, pacing and back-off guard against real processes and
a real Slack, so a moved business clock neither lets a lease run out nor makes the outbox wait a day. A real clock
that was set back can't stall it either: a wait longer than LONGEST_WAIT_SECONDS is taken to be over.

Order: a *lane* is what must stay in order and be paced, usually one channel. Whoever moves the lane's gate on holds the
lane; one letter of a lane is in the air at a time, answers before reassignments before reminders before digests, and
nothing passes a letter of its own rank whose fate is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from storage.database import Database, insert_into
from storage.ids import new_id
from storage.outcomes import Dropped, Outcome, Permanent, RetryAt, Sent, Unknown
from storage.tables.outbox import ChannelGate, OutboxRow

LONGEST_WAIT_SECONDS: Final = 900.0
LOOK_AFTER_SECONDS: Final = 60.0  # Slack may record late; only then does "not in the history" mean "not sent"
PACE_SECONDS: Final = 1.0  # Slack's own limit, about one message a second and channel
_FIRST_BACK_OFF: Final = 1.0
_LONGEST_BACK_OFF: Final = 60.0


class Priority(IntEnum):
    """Who may pass whom in one channel, and in the whole outbox."""

    ANSWER = 0
    REASSIGNMENT = 1
    REMINDER = 2
    DIGEST = 3


@dataclass(frozen=True)
class Letter:
    """One row of the outbox, as the relay holds it while it is in the air."""

    workspace_id: str
    outbox_id: str
    method: str
    to: str
    lane: str
    person_id: str | None
    kind: str
    facts: str
    priority: Priority
    due_at: datetime
    thread_ts: str | None
    edits_channel: str | None
    edits_ts: str | None
    channel: str | None
    ts: str | None
    attempts: int
    state: str
    dedupe_key: str | None
    lease_until: float

    @property
    def may_repeat(self) -> bool:
        """An edit, a view or an ephemeral message sent twice does no harm; a message does."""
        return self.method != "chat.postMessage"


def put(
    tx: Connection,
    *,
    workspace_id: str,
    to: str,
    person_id: str | None,
    kind: str,
    facts: str,
    now: datetime,
    method: str = "chat.postMessage",
    priority: Priority = Priority.ANSWER,
    due_at: datetime | None = None,
    dedupe_key: str | None = None,
    thread_ts: str | None = None,
    edits_channel: str | None = None,
    edits_ts: str | None = None,
) -> str | None:
    """Write a letter in the caller's transaction and return its id, or None if its key was used before.

    `to` is a person (U…) or a channel; `person_id` the reader whose language and zone count; `facts` the notice as
    JSON, worded only when sent. A published view is kept single: an unsent one of the same key (by default, of the
    same person) is replaced, and its id returned.
    """
    row = {
        "workspace_id": workspace_id,
        "outbox_id": new_id(now),
        "method": method,
        "to_id": to,
        "lane": _lane(method, to, edits_channel),
        "person_id": person_id,
        "kind": kind,
        "facts": facts,
        "priority": int(priority),
        "due_at": due_at or now,
        "thread_ts": thread_ts,
        "edits_channel": edits_channel,
        "edits_ts": edits_ts,
        "dedupe_key": dedupe_key or (f"view {to}" if method == "views.publish" else None),
        "created_at": now,
    }
    raise NotImplementedError


def take_due(
    db: Database, *, now: datetime, wall: float, owner: str, lease_seconds: float, limit: int
) -> list[Letter]:
    """Lease up to `limit` letters that are due, at most one a lane, most urgent first; committed when it returns."""
    raise NotImplementedError


def take_unknown(db: Database, *, wall: float, owner: str, lease_seconds: float, limit: int) -> list[Letter]:
    """Lease letters whose fate is unknown and whose wait is over, to look for them in Slack's history."""
    raise NotImplementedError


def finish(
    tx: Connection,
    letter: Letter,
    *,
    owner: str,
    outcome: Outcome,
    now: datetime,
    wall: float,
    pace_seconds: float = PACE_SECONDS,
) -> bool:
    """Write down what became of an attempt. False if the lease was lost meanwhile: then another has it, write nothing."""
    raise NotImplementedError


def depth_and_age(tx: Connection, now: datetime) -> tuple[int, float]:
    """(letters due and not yet sent, seconds the oldest of them has waited), for health and metrics."""
    raise NotImplementedError
