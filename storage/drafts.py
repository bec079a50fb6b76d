"""Drafts: notes that wait for an answer."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from crm.drafts import Draft
from storage.tables.activities import DraftRow

_DRAFT = select(
    DraftRow.draft_id,
    DraftRow.person_id,
    DraftRow.channel,
    DraftRow.ts,
    DraftRow.text,
    DraftRow.links,
    DraftRow.state,
    DraftRow.sent_at,
)


def draft(tx: Connection, *, workspace_id: str, draft_id: str) -> Draft | None:
    row = tx.execute(_DRAFT.where(DraftRow.workspace_id == workspace_id, DraftRow.draft_id == draft_id)).first()
    return Draft(*row) if row else None


def of_message(tx: Connection, *, workspace_id: str, channel: str, ts: str) -> Draft | None:
    mine = (DraftRow.workspace_id == workspace_id, DraftRow.channel == channel, DraftRow.ts == ts)
    row = tx.execute(_DRAFT.where(*mine)).first()
    return Draft(*row) if row else None


def add(tx: Connection, draft: Draft, *, workspace_id: str) -> None:
    tx.execute(
        insert(DraftRow).values(
            workspace_id=workspace_id,
            draft_id=draft.draft_id,
            person_id=draft.person_id,
            channel=draft.channel,
            ts=draft.ts,
            text=draft.text,
            links=draft.links,
            state=draft.state,
            sent_at=draft.sent_at,
        )
    )


def close(tx: Connection, *, workspace_id: str, draft_id: str, state: str, now: datetime) -> bool:
    """Compare and set: True if it was open and is now saved or discarded."""
    mine = (DraftRow.workspace_id == workspace_id, DraftRow.draft_id == draft_id, DraftRow.state == "open")
    return (
        tx.execute(
            update(DraftRow).where(*mine).values(state=state, closed_at=now).returning(DraftRow.draft_id)
        ).first()
        is not None
    )


def rewrite(tx: Connection, *, workspace_id: str, draft_id: str, text: str) -> bool:
    """The person edited their message before answering."""
    mine = (DraftRow.workspace_id == workspace_id, DraftRow.draft_id == draft_id, DraftRow.state == "open")
    return tx.execute(update(DraftRow).where(*mine).values(text=text).returning(DraftRow.draft_id)).first() is not None
