"""The outbox's SQL, built once; storage.outbox says what it means.

Parameters: `now` is business time; `wall` and everything compared with it are seconds of the real clock.
"""

from enum import IntEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Executable,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.sql import ColumnElement

from storage.database import UtcDateTime, insert_for
from storage.tables.outbox import ChannelGate, OutboxRow

LONGEST_WAIT_SECONDS: Final = 900.0


class Priority(IntEnum):
    """Who may pass whom in one channel, and in the whole outbox."""

    ANSWER = 0
    REASSIGNMENT = 1
    REMINDER = 2
    DIGEST = 3


_ONE_LANE = (OutboxRow.workspace_id == bindparam("workspace"), OutboxRow.lane == bindparam("of_lane"))
_URGENCY = (OutboxRow.priority, OutboxRow.due_at, OutboxRow.outbox_id)


def wait_is_over(instant: Any) -> ColumnElement[bool]:
    """By the real clock; also when the wait is longer than any we set, for then that clock was set back."""
    return or_(instant <= bindparam("wall"), instant > bindparam("wall") + LONGEST_WAIT_SECONDS)


def _in_state(column: InstrumentedAttribute[str], *states: str) -> ColumnElement[bool]:
    """As literals, for only so do both planners see that a partial index fits."""
    literals: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in states]
    return column == literals[0] if len(literals) == 1 else column.in_(literals)


_Rival = aliased(OutboxRow)
_NOTHING_BEFORE_IT_IN_DOUBT = ~exists().where(
    _Rival.workspace_id == OutboxRow.workspace_id,
    _Rival.lane == OutboxRow.lane,
    _in_state(_Rival.state, "sending", "unknown"),
    _Rival.priority <= OutboxRow.priority,
)
_GATE_OPEN = ~exists().where(
    ChannelGate.workspace_id == OutboxRow.workspace_id,
    ChannelGate.lane == OutboxRow.lane,
    ~wait_is_over(ChannelGate.next_at),
)
_READY = and_(
    _in_state(OutboxRow.state, "new"),
    OutboxRow.due_at <= bindparam("now", type_=UtcDateTime),
    wait_is_over(OutboxRow.not_before),
    _NOTHING_BEFORE_IT_IN_DOUBT,
)
_IN_FLIGHT = _in_state(OutboxRow.state, "sending", "unknown")
_LEASE_RAN_OUT = and_(_IN_FLIGHT, _in_state(OutboxRow.state, "sending"), wait_is_over(OutboxRow.lease_until))
_TO_LOOK_FOR = and_(
    _IN_FLIGHT,
    _in_state(OutboxRow.state, "unknown"),
    wait_is_over(OutboxRow.not_before),
    wait_is_over(OutboxRow.lease_until),
)
_LETTER = (
    OutboxRow.workspace_id,
    OutboxRow.outbox_id,
    OutboxRow.method,
    OutboxRow.to_id.label("to"),
    OutboxRow.lane,
    OutboxRow.person_id,
    OutboxRow.kind,
    OutboxRow.facts,
    OutboxRow.priority,
    OutboxRow.due_at,
    OutboxRow.thread_ts,
    OutboxRow.edits_channel,
    OutboxRow.edits_ts,
    OutboxRow.channel,
    OutboxRow.ts,
    OutboxRow.attempts,
    OutboxRow.state,
    OutboxRow.dedupe_key,
    OutboxRow.lease_until,
)


def _due_lanes(priority: Priority) -> Select[*tuple[Any, ...]]:
    """Of one rank, so that each is a short walk along the index and a thousand later letters cost nothing."""
    first = (
        select(OutboxRow.workspace_id, OutboxRow.lane, *_URGENCY)
        .where(_READY, OutboxRow.priority == literal_column(str(int(priority))), _GATE_OPEN)
        .order_by(OutboxRow.due_at, OutboxRow.outbox_id)
        .limit(bindparam("most"))
    ).subquery()
    return select(first)


DUE_LANES = union_all(*(_due_lanes(priority) for priority in Priority)).order_by(*(each.key for each in _URGENCY))


@cache
def put_letter(dialect: str, *, kept_single: bool) -> Executable:
    """`put_letters` of one, which returns its id where a row was written."""
    return put_letters(dialect, kept_single=kept_single).returning(OutboxRow.outbox_id)


@cache
def put_letters(dialect: str, *, kept_single: bool) -> postgresql.Insert:
    """Insert; on a key used before do nothing, or replace what is unsent and kept single (a person's home)."""
    insert, key = insert_for(dialect, OutboxRow), ["workspace_id", "dedupe_key"]
    fresh = {name: insert.excluded[name] for name in ("facts", "kind", "due_at", "priority")}
    if kept_single:
        return insert.on_conflict_do_update(index_elements=key, set_=fresh)
    return insert.on_conflict_do_nothing(index_elements=key)


@cache
def claim_gate(dialect: str) -> Executable:
    """Close a lane's gate if it is open, and say so by returning a row."""
    insert = insert_for(dialect, ChannelGate)
    closed = insert.on_conflict_do_update(
        index_elements=["workspace_id", "lane"],
        set_={"next_at": insert.excluded.next_at},
        where=wait_is_over(ChannelGate.next_at),
    )
    return closed.returning(ChannelGate.lane)


TAKE_HEAD = (
    update(OutboxRow)
    .where(
        OutboxRow.workspace_id == bindparam("workspace"),
        OutboxRow.outbox_id
        == select(OutboxRow.outbox_id).where(*_ONE_LANE, _READY).order_by(*_URGENCY).limit(1).scalar_subquery(),
    )
    .values(
        state="sending",
        lease_by=bindparam("owner"),
        lease_until=bindparam("lease_end"),
        attempts=OutboxRow.attempts + 1,
        # a view's key keeps its *unsent* row single; the next change of the same home must find it free
        dedupe_key=case((OutboxRow.method == "views.publish", null()), else_=OutboxRow.dedupe_key),
    )
    .returning(*_LETTER)
)

ANY_LOST_OR_UNKNOWN = select(OutboxRow.outbox_id).where(_IN_FLIGHT, or_(_LEASE_RAN_OUT, _TO_LOOK_FOR)).limit(1)
RESEND_LOST = update(OutboxRow).where(_LEASE_RAN_OUT, OutboxRow.method != "chat.postMessage").values(state="new")
DOUBT_LOST = update(OutboxRow).where(_LEASE_RAN_OUT).values(state="unknown", not_before=bindparam("look_at"))

TO_LOOK_FOR = (
    select(OutboxRow.workspace_id, OutboxRow.outbox_id)
    .where(_TO_LOOK_FOR)
    .order_by(OutboxRow.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
LEASE_UNKNOWN = (
    update(OutboxRow)
    .where(OutboxRow.workspace_id == bindparam("workspace"), OutboxRow.outbox_id == bindparam("letter"))
    .values(lease_by=bindparam("owner"), lease_until=bindparam("lease_end"))
    .returning(*_LETTER)
)

_MINE = (
    update(OutboxRow)
    .where(
        OutboxRow.workspace_id == bindparam("workspace"),
        OutboxRow.outbox_id == bindparam("letter"),
        OutboxRow.lease_by == bindparam("owner"),
        OutboxRow.attempts == bindparam("attempt"),
        _in_state(OutboxRow.state, "sending", "unknown"),
    )
    .returning(OutboxRow.outbox_id)
)


@cache
def finish_mine(*columns: str) -> Executable:
    """Set these columns, each to its parameter `to_…`, where the letter is still ours in this attempt."""
    return _MINE.values({name: bindparam(f"to_{name}") for name in columns})


OPEN_GATE = (
    update(ChannelGate)
    .where(
        ChannelGate.workspace_id == bindparam("workspace"),
        ChannelGate.lane == bindparam("of_lane"),
        ChannelGate.next_at == bindparam("held_until"),  # only the gate we closed ourselves
    )
    .values(next_at=bindparam("opens_at"))
)
NEXT_OPENING = select(func.min(ChannelGate.next_at)).where(ChannelGate.next_at > bindparam("wall"))
_DUE_ALREADY = OutboxRow.due_at <= bindparam("now", type_=UtcDateTime)
_UNSENT = union_all(
    select(OutboxRow.due_at).where(_in_state(OutboxRow.state, "new"), _DUE_ALREADY),
    select(OutboxRow.due_at).where(_IN_FLIGHT, _DUE_ALREADY),
).subquery()
DEPTH = select(func.count(), func.min(_UNSENT.c.due_at)).select_from(_UNSENT)
# Found by the key, since ids sort by when they were made: only what is old is looked at, however large the outbox. A warning
# that was dropped stays, for its row is what says that the owner never had it (storage/warnings.py).
_DONE = (
    select(OutboxRow.outbox_id)
    .where(
        OutboxRow.workspace_id == bindparam("workspace"),
        OutboxRow.outbox_id < bindparam("first_kept"),
        OutboxRow.done_at < bindparam("before", type_=UtcDateTime),
        ~and_(OutboxRow.state == "dropped", OutboxRow.kind.in_(("ExpiryWarning", "ExpiryCopy"))),
    )
    .limit(bindparam("most"))
)
FORGET_DONE = delete(OutboxRow).where(OutboxRow.workspace_id == bindparam("workspace"), OutboxRow.outbox_id.in_(_DONE))
