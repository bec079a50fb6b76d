"""Merges: the rows that go along with a customer, told one by one so that they can go back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.complaints import ComplaintRow, CoOwnerRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.deals import DealRow
from storage.tables.finance import FinancePaperRow
from storage.tables.leads import LeadRow
from storage.tables.merges import MergeRow

_KEYS: dict[str, tuple[Any, Any]] = {  # the table, and what its rows are known by
    "activities": (ActivityRow, ActivityRow.activity_id),
    "plans": (FollowUpRow, FollowUpRow.followup_id),
    "deals": (DealRow, DealRow.deal_id),
    "complaints": (ComplaintRow, ComplaintRow.complaint_id),
    "papers": (FinancePaperRow, FinancePaperRow.paper_id),
    "leads": (LeadRow, LeadRow.lead_id),
    "contacts": (ContactRow, ContactRow.contact_id),
}


@dataclass(frozen=True, slots=True)
class Merge:
    """`moved`: see operations/customers/merging.py, which writes it."""

    merge_id: str
    kept_id: str
    gone_id: str
    gone_name: str
    merged_by: str
    merged_at: datetime
    moved: dict[str, Any]
    undone_by: str | None


_MERGE = select(
    MergeRow.merge_id,
    MergeRow.kept_id,
    MergeRow.gone_id,
    MergeRow.gone_name,
    MergeRow.merged_by,
    MergeRow.merged_at,
    MergeRow.moved,
    MergeRow.undone_by,
)


def ids_of(tx: Connection, kind: str, *, workspace_id: str, customer_id: str) -> list[str]:
    """The rows of a kind that belong to a customer."""
    table, key = _KEYS[kind]
    mine = (table.workspace_id == workspace_id, table.customer_id == customer_id)
    return [str(one) for one in tx.execute(select(key).where(*mine).order_by(key)).scalars()]


def count(tx: Connection, kind: str, *, workspace_id: str, customer_id: str) -> int:
    table, key = _KEYS[kind]
    mine = (table.workspace_id == workspace_id, table.customer_id == customer_id)
    return int(tx.execute(select(func.count(key)).where(*mine)).scalar_one())


def move(tx: Connection, kind: str, ids: Sequence[str], *, workspace_id: str, to: str, since: str) -> None:
    """Give these rows to another customer, as far as they still belong to `since`."""
    table, key = _KEYS[kind]
    for start in range(0, len(ids), 500):
        mine = (table.workspace_id == workspace_id, table.customer_id == since, key.in_(ids[start : start + 500]))
        tx.execute(update(table).where(*mine).values(customer_id=to))


def epochs(tx: Connection, *, workspace_id: str, customer_id: str) -> dict[str, int]:
    """In which epoch each activity of a customer was logged."""
    mine = (ActivityRow.workspace_id == workspace_id, ActivityRow.customer_id == customer_id)
    found = tx.execute(select(ActivityRow.activity_id, ActivityRow.epoch).where(*mine))
    return {row.activity_id: row.epoch for row in found}


def set_epoch(tx: Connection, activity_ids: Sequence[str], *, workspace_id: str, epoch: int) -> None:
    for start in range(0, len(activity_ids), 500):
        ids = activity_ids[start : start + 500]
        mine = (ActivityRow.workspace_id == workspace_id, ActivityRow.activity_id.in_(ids))
        tx.execute(update(ActivityRow).where(*mine).values(epoch=epoch))


def drop_co_owner(tx: Connection, *, workspace_id: str, customer_id: str, person_id: str) -> None:
    mine = (CoOwnerRow.workspace_id == workspace_id, CoOwnerRow.customer_id == customer_id)
    tx.execute(delete(CoOwnerRow).where(*mine, CoOwnerRow.person_id == person_id))


def restore_row(tx: Connection, *, workspace_id: str, customer_id: str, **fields: object) -> None:
    """Write what an archived customer was again. Raises IntegrityError where its name was taken meanwhile."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    tx.execute(update(CustomerRow).where(*mine).values(**fields))


def add(tx: Connection, one: Merge, *, workspace_id: str) -> None:
    tx.execute(
        insert(MergeRow).values(
            workspace_id=workspace_id,
            merge_id=one.merge_id,
            kept_id=one.kept_id,
            gone_id=one.gone_id,
            gone_name=one.gone_name,
            merged_by=one.merged_by,
            merged_at=one.merged_at,
            moved=json.dumps(one.moved, ensure_ascii=False, default=str),
        )
    )


def merge(tx: Connection, *, workspace_id: str, merge_id: str) -> Merge | None:
    row = tx.execute(_MERGE.where(MergeRow.workspace_id == workspace_id, MergeRow.merge_id == merge_id)).first()
    return _as_merge(row) if row else None


def latest_into(tx: Connection, *, workspace_id: str, kept_id: str) -> Merge | None:
    """The latest merge into a customer that stands."""
    mine = (MergeRow.workspace_id == workspace_id, MergeRow.kept_id == kept_id, MergeRow.undone_at.is_(None))
    row = tx.execute(_MERGE.where(*mine).order_by(MergeRow.merge_id.desc()).limit(1)).first()
    return _as_merge(row) if row else None


def into(tx: Connection, *, workspace_id: str, kept_id: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of every customer that was merged into this one, or into one of those, and still is."""
    found: list[tuple[str, str]] = []
    waiting = [kept_id]
    while waiting:
        mine = (MergeRow.workspace_id == workspace_id, MergeRow.kept_id.in_(waiting), MergeRow.undone_at.is_(None))
        gone = tx.execute(select(MergeRow.gone_id, MergeRow.gone_name).where(*mine)).all()
        fresh = [(row.gone_id, row.gone_name) for row in gone if row.gone_id not in dict(found)]
        found += fresh
        waiting = [gone_id for gone_id, _ in fresh]
    return tuple(found)


def undo(tx: Connection, *, workspace_id: str, merge_id: str, undone_by: str, now: datetime) -> bool:
    """Compare and set: True if it stood and is now taken back."""
    mine = (MergeRow.workspace_id == workspace_id, MergeRow.merge_id == merge_id, MergeRow.undone_at.is_(None))
    undone = update(MergeRow).where(*mine).values(undone_by=undone_by, undone_at=now).returning(MergeRow.merge_id)
    return tx.execute(undone).first() is not None


def _as_merge(row: Sequence[Any]) -> Merge:
    facts: dict[str, Any] = dict(zip(Merge.__slots__, row, strict=True))
    return Merge(**{**facts, "moved": json.loads(facts["moved"])})
