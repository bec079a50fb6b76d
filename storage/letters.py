"""Looking letters of the outbox up again: by key, by id, by the Slack message they became."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, Row, select

from storage.outbox import Letter, Priority
from storage.prebuilt import among, given
from storage.tables.outbox import OutboxRow

LETTER = select(
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


def keyed(tx: Connection, *, workspace_id: str, key: str) -> Letter | None:
    return _one(tx, OutboxRow.workspace_id == workspace_id, OutboxRow.dedupe_key == key)


def letter(tx: Connection, *, workspace_id: str, outbox_id: str) -> Letter | None:
    return _one(tx, OutboxRow.workspace_id == workspace_id, OutboxRow.outbox_id == outbox_id)


_LETTERS = LETTER.where(*given(OutboxRow.workspace_id), among(OutboxRow.outbox_id)).order_by(OutboxRow.outbox_id)


def letters(tx: Connection, *, workspace_id: str, outbox_ids: Collection[str]) -> tuple[Letter, ...]:
    """Those of these that are still known, in the order of their ids."""
    found = tx.execute(_LETTERS, {"workspace_id": workspace_id, "ids": outbox_ids})
    return tuple(as_letter(row) for row in found)


def _one(tx: Connection, *where: ColumnElement[bool]) -> Letter | None:
    row = tx.execute(LETTER.where(*where)).first()
    return as_letter(row) if row else None


def as_letter(row: Row) -> Letter:  # type: ignore[type-arg]
    return Letter(**{**row._asdict(), "priority": Priority(row.priority)})
