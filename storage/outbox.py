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

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row

from storage import outbox_statements as sql
from storage.database import Database
from storage.ids import first_id, new_id
from storage.outbox_statements import LONGEST_WAIT_SECONDS
from storage.outbox_statements import Priority as Priority  # callers speak of outbox.Priority
from storage.outcomes import Dropped, Outcome, Permanent, RetryAt, Sent, Unknown

LOOK_AFTER_SECONDS: Final = 60.0  # Slack may record late; only then does "not in the history" mean "not sent"
PACE_SECONDS: Final = 1.0  # Slack's own limit, about one message a second and channel
LONGEST_BACK_OFF_SECONDS: Final = 60.0


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

    @property
    def to_many(self) -> bool:
        """Posted in a channel, where people of several zones read it; a whisper there is one person's."""
        return self.method != "chat.postEphemeral" and (self.edits_channel or self.to).startswith(("C", "G"))


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
    statement = sql.put_letter(tx.dialect.name, kept_single=method == "views.publish")
    outbox_id: str | None = tx.execute(statement, row).scalar()
    tx.info["mail"] = tx.info.get("mail", False) or outbox_id is not None
    return outbox_id


def put_for_each(
    tx: Connection,
    readers: Sequence[tuple[str, str, datetime]],
    *,
    workspace_id: str,
    kind: str,
    facts: str,
    now: datetime,
    method: str = "chat.postMessage",
    priority: Priority = Priority.ANSWER,
) -> None:
    """The same letter to many people at once, as (person, key, due at). As `put`, each under a key of its own."""
    same = {"workspace_id": workspace_id, "method": method, "kind": kind, "facts": facts, "priority": int(priority)}
    same |= {"thread_ts": None, "edits_channel": None, "edits_ts": None, "created_at": now}
    rows = [
        {
            **same,
            "outbox_id": new_id(now),
            "to_id": to,
            "lane": _lane(method, to, None),
            "person_id": to,
            "dedupe_key": key,
            "due_at": due_at,
        }
        for to, key, due_at in sorted(readers)
    ]
    if rows:
        tx.execute(sql.put_letters(tx.dialect.name, kept_single=method == "views.publish"), rows)
        tx.info["mail"] = True


def take_due(
    database: Database, *, now: datetime, wall: float, owner: str, lease_seconds: float, limit: int
) -> list[Letter]:
    """Lease up to `limit` letters that are due, at most one a lane, most urgent first; committed when it returns.

    Looking takes no writer's lock, so that an idle relay costs nothing. The gates are claimed in one order, so
    that two processes can't wait for each other in a ring.
    """
    when = {"now": now, "wall": wall}
    with database.read() as tx:
        lanes = _lanes_due(tx, when, limit)
    if not lanes:
        return []
    lease = {**when, "owner": owner, "lease_end": wall + lease_seconds}
    with database.begin() as tx:
        taken = [_take_head(tx, workspace, lane, lease) for workspace, lane in lanes]
    return sorted((letter for letter in taken if letter), key=lambda letter: (letter.priority, letter.due_at))


def take_unknown(database: Database, *, wall: float, owner: str, lease_seconds: float, limit: int) -> list[Letter]:
    """Lease letters whose fate is unknown and whose wait is over, to look for them in Slack's history.

    On the way it gives up the letters of senders that died: their lease ran out, so Slack may have them or not.
    """
    with database.read() as tx:
        if tx.execute(sql.ANY_LOST_OR_UNKNOWN, {"wall": wall}).first() is None:
            return []
    with database.begin() as tx:
        tx.execute(sql.RESEND_LOST, {"wall": wall})
        tx.execute(sql.DOUBT_LOST, {"wall": wall, "look_at": wall + LOOK_AFTER_SECONDS})
        lease = {"owner": owner, "lease_end": wall + lease_seconds}
        found = tx.execute(sql.TO_LOOK_FOR, {"wall": wall, "most": limit}).all()
        leased = [{**lease, "workspace": row.workspace_id, "letter": row.outbox_id} for row in found]
        return [_letter(tx.execute(sql.LEASE_UNKNOWN, row).one()) for row in leased]


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
    """Write down what became of an attempt, and open the lane again: a pace after the response, or when Slack says.

    False if another has taken the letter meanwhile: what became of it is theirs to say, and nothing is written.
    Owner and attempt together are the fence, so that a sender that overslept its lease may still tell the truth.
    """
    retry_at = _retry_at(letter, outcome, wall)
    of = {"workspace": letter.workspace_id, "letter": letter.outbox_id, "of_lane": letter.lane}
    changes = _changes(letter, outcome, now, wall, retry_at)
    mine = {"owner": owner, "attempt": letter.attempts, **{f"to_{name}": value for name, value in changes.items()}}
    if tx.execute(sql.finish_mine(*changes), {**of, **mine}).first() is None:
        return False
    opens_at = {RetryAt: retry_at, Dropped: wall}.get(type(outcome), wall + pace_seconds)
    tx.execute(sql.OPEN_GATE, {**of, "held_until": letter.lease_until, "opens_at": opens_at})
    return True


def next_opening(tx: Connection, wall: float) -> float | None:
    """When the next closed lane opens (seconds of the real clock), so that a relay knows how long to sleep."""
    opening: float | None = tx.execute(sql.NEXT_OPENING, {"wall": wall}).scalar()
    return opening


def forget_done(tx: Connection, *, workspace_id: str, before: datetime, limit: int) -> int:
    """Delete so many letters written and done before that instant; returns how many. Their keys are free again."""
    of = {"workspace": workspace_id, "before": before, "first_kept": first_id(before), "most": limit}
    return tx.execute(sql.FORGET_DONE, of).rowcount


def depth_and_age(tx: Connection, now: datetime) -> tuple[int, float]:
    """(letters due and not yet sent, seconds the oldest of them has waited), for health and metrics."""
    depth, oldest = tx.execute(sql.DEPTH, {"now": now}).one()
    return depth, (now - oldest).total_seconds() if oldest else 0.0


def back_off(attempts: int) -> float:
    """Seconds to wait after so many failures: 1, 2, 4 … 60."""
    return min(LONGEST_BACK_OFF_SECONDS, 2.0 ** min(max(attempts - 1, 0), 10))


def _lane(method: str, to: str, edits_channel: str | None) -> str:
    return {"chat.update": f"edit {edits_channel}", "views.publish": f"view {to}"}.get(method, to)


def _lanes_due(tx: Connection, when: dict[str, Any], limit: int) -> Sequence[tuple[str, str]]:
    """Lanes with something to say, chosen by urgency, in the order gates are claimed."""
    found = tx.execute(sql.DUE_LANES, {**when, "most": limit})
    lanes = dict.fromkeys((row.workspace_id, row.lane) for row in found)
    return sorted(list(lanes)[:limit])


def _take_head(tx: Connection, workspace: str, lane: str, lease: dict[str, Any]) -> Letter | None:
    """Claim one lane's gate and lease its most urgent letter; None if another was quicker."""
    if not _claim_gate(tx, workspace, lane, lease):
        return None
    of = {**lease, "workspace": workspace, "of_lane": lane}
    row = tx.execute(sql.TAKE_HEAD, of).first()
    if row is None:
        tx.execute(sql.OPEN_GATE, {**of, "held_until": lease["lease_end"], "opens_at": lease["wall"]})
    return _letter(row) if row else None


def _claim_gate(tx: Connection, workspace: str, lane: str, lease: dict[str, Any]) -> bool:
    row = {"workspace_id": workspace, "lane": lane, "next_at": lease["lease_end"]}
    return tx.execute(sql.claim_gate(tx.dialect.name), {**row, "wall": lease["wall"]}).first() is not None


def _retry_at(letter: Letter, outcome: Outcome, wall: float) -> float:
    asked = outcome.at if isinstance(outcome, RetryAt) else None
    return min(asked if asked is not None else wall + back_off(letter.attempts), wall + LONGEST_WAIT_SECONDS)


def _changes(letter: Letter, outcome: Outcome, now: datetime, wall: float, retry_at: float) -> dict[str, Any]:
    match outcome:
        case Sent(channel, ts):
            return {"state": "sent", "channel": channel, "ts": ts, "done_at": now, "error": None}
        case Dropped():
            return {"state": "dropped", "done_at": now}
        case Permanent(error):
            return {"state": "dead", "done_at": now, "error": error[:200]}
        case Unknown(error) if not letter.may_repeat:
            return {
                "state": "unknown",
                "not_before": wall + LOOK_AFTER_SECONDS,
                "lease_until": wall,
                "error": error[:200],
            }
        case RetryAt(_, error) | Unknown(error):
            return {"state": "new", "not_before": retry_at, "error": error[:200]}


def _letter(row: Row[*tuple[Any, ...]]) -> Letter:
    fields = row._asdict()
    return Letter(**{**fields, "priority": Priority(fields["priority"])})
