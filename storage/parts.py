"""Parts of drafts, as you would ask for them."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from crm.drafts import DraftPart
from storage.tables.parts import DraftPartRow

_PART = select(
    DraftPartRow.part,
    DraftPartRow.text,
    DraftPartRow.customer_id,
    DraftPartRow.new_name,
    DraftPartRow.candidate_ids,
    DraftPartRow.kind,
    DraftPartRow.contact,
    DraftPartRow.due_at,
    DraftPartRow.step,
    DraftPartRow.state,
    DraftPartRow.activity_id,
    DraftPartRow.on_behalf_of,
)


def of_draft(tx: Connection, *, workspace_id: str, draft_id: str) -> tuple[DraftPart, ...]:
    mine = (DraftPartRow.workspace_id == workspace_id, DraftPartRow.draft_id == draft_id)
    rows = tx.execute(_PART.where(*mine).order_by(DraftPartRow.part))
    return tuple(DraftPart(*(*row[:4], tuple(row.candidate_ids.split()), *row[5:])) for row in rows)


def add(tx: Connection, parts: Sequence[DraftPart], *, workspace_id: str, draft_id: str) -> None:
    rows = [
        {
            "workspace_id": workspace_id,
            "draft_id": draft_id,
            "part": one.part,
            "text": one.text,
            "customer_id": one.customer_id,
            "new_name": one.new_name,
            "candidate_ids": " ".join(one.candidate_ids),
            "kind": one.kind,
            "contact": one.contact,
            "due_at": one.due_at,
            "step": one.step,
            "on_behalf_of": one.on_behalf_of,
        }
        for one in parts
    ]
    tx.execute(insert(DraftPartRow), rows)


def forget(tx: Connection, numbers: Collection[int], *, workspace_id: str, draft_id: str) -> None:
    """Take out these parts where they are open: the words they came from are no longer there."""
    mine = (DraftPartRow.workspace_id == workspace_id, DraftPartRow.draft_id == draft_id)
    tx.execute(delete(DraftPartRow).where(*mine, DraftPartRow.part.in_(numbers), DraftPartRow.state == "open"))


def draft_of(tx: Connection, *, workspace_id: str, activity_id: str) -> str | None:
    """The draft about several customers that an activity came from."""
    mine = (DraftPartRow.workspace_id == workspace_id, DraftPartRow.activity_id == activity_id)
    return tx.execute(select(DraftPartRow.draft_id).where(*mine)).scalar()


def change(tx: Connection, *, workspace_id: str, draft_id: str, part: int, **fields: object) -> bool:
    """Compare and set: True if the part was open and has these fields now."""
    mine = (
        DraftPartRow.workspace_id == workspace_id,
        DraftPartRow.draft_id == draft_id,
        DraftPartRow.part == part,
        DraftPartRow.state == "open",
    )
    return (
        tx.execute(update(DraftPartRow).where(*mine).values(**fields).returning(DraftPartRow.part)).first() is not None
    )
