"""Deals, planned steps and co-owners that a list brings: looked up and written by the batch, and taken back with it.

What is brought is written down in `import_fills`: the id it got, or, for a name or a person added to a customer that was
there before, what was added. What somebody has changed since stays.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, tuple_

from crm.customers import normal_name
from storage.database import insert_into
from storage.intake import Columns
from storage.tables.activities import FollowUpRow
from storage.tables.complaints import CoOwnerRow
from storage.tables.customers import AliasRow
from storage.tables.deals import DealHelperRow, DealRow, DealVersionRow
from storage.tables.inout import ImportFillRow

_INTO = (
    ("deals", insert(DealRow)),
    ("deal_versions", insert(DealVersionRow)),
    ("deal_helpers", insert(DealHelperRow)),
    ("followups", insert(FollowUpRow)),
)


def deals_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> set[tuple[str, str]]:
    """(customer, normal name) of every deal."""
    found = select(DealRow.customer_id, DealRow.name).where(
        DealRow.workspace_id == workspace_id, DealRow.customer_id.in_(ids)
    )
    return {(row[0], normal_name(row[1])) for row in tx.execute(found)} if ids else set()


def plans_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> set[tuple[str, datetime, str | None]]:
    """(customer, when, what) of every open step."""
    found = select(FollowUpRow.customer_id, FollowUpRow.due_at, FollowUpRow.step).where(
        FollowUpRow.workspace_id == workspace_id, FollowUpRow.customer_id.in_(ids), FollowUpRow.state == "open"
    )
    return {(row[0], row[1], row[2]) for row in tx.execute(found)} if ids else set()


def co_owners_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> set[tuple[str, str]]:
    """(customer, person) of everybody who is in, asked, or has left."""
    found = select(CoOwnerRow.customer_id, CoOwnerRow.person_id).where(
        CoOwnerRow.workspace_id == workspace_id, CoOwnerRow.customer_id.in_(ids)
    )
    return {(row[0], row[1]) for row in tx.execute(found)} if ids else set()


def aliases_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> set[tuple[str, str]]:
    """(customer, normal alias)."""
    found = select(AliasRow.customer_id, AliasRow.normal_alias).where(
        AliasRow.workspace_id == workspace_id, AliasRow.customer_id.in_(ids)
    )
    return {(row[0], row[1]) for row in tx.execute(found)} if ids else set()


def write(tx: Connection, rows: dict[str, list[Columns]]) -> None:
    """After the customers are written."""
    for table, statement in _INTO:
        if rows.get(table):
            tx.execute(statement, rows[table])
    if rows.get("co_owners"):
        tx.execute(insert_into(tx, CoOwnerRow).on_conflict_do_nothing(), rows["co_owners"])


def mark(kind: str, value: str) -> str:
    """The name under which a fill keeps one of several names or people of a customer."""
    return f"{kind}:{hashlib.sha256(value.encode()).hexdigest()[:14]}"


def won_deals(
    tx: Connection, *, workspace_id: str, import_id: str, stage: str, after: tuple[datetime, str], limit: int
) -> tuple[tuple[datetime, str], ...]:
    """(when it was won, deal) of so many deals an import brought as won, from there on; the first won first."""
    brought = (ImportFillRow.workspace_id == DealRow.workspace_id) & (ImportFillRow.of_id == DealRow.deal_id)
    found = (
        select(DealRow.closed_at, DealRow.deal_id)
        .join(ImportFillRow, brought)
        .where(
            ImportFillRow.workspace_id == workspace_id,
            ImportFillRow.import_id == import_id,
            ImportFillRow.field == "deal",
            DealRow.stage == stage,
            tuple_(DealRow.closed_at, DealRow.deal_id) > after,
        )
        .order_by(DealRow.closed_at, DealRow.deal_id)
        .limit(limit)
    )
    return tuple((at, deal_id) for at, deal_id in tx.execute(found) if at is not None)


def untouched_deals(tx: Connection, *, workspace_id: str, import_id: str, limit: int) -> tuple[str, ...]:
    """So many of the deals an import brought that nobody has touched since."""
    brought = (ImportFillRow.workspace_id == DealRow.workspace_id) & (ImportFillRow.of_id == DealRow.deal_id)
    found = (
        select(DealRow.deal_id)
        .join(ImportFillRow, brought)
        .where(
            ImportFillRow.workspace_id == workspace_id,
            ImportFillRow.import_id == import_id,
            ImportFillRow.field == "deal",
            DealRow.version == 1,
        )
        .order_by(DealRow.customer_id, DealRow.deal_id)
        .limit(limit)
    )
    return tuple(tx.execute(found).scalars())


def drop_deals(tx: Connection, deal_ids: Sequence[str], *, workspace_id: str) -> None:
    for table in (DealVersionRow, DealHelperRow, DealRow):
        tx.execute(delete(table).where(table.workspace_id == workspace_id, table.deal_id.in_(deal_ids)))


def remove(tx: Connection, *, workspace_id: str, import_id: str, limit: int) -> int:
    """Take back so many of what an import added beside its deals; how many were looked at."""
    kinds = (
        ImportFillRow.field.in_(("deal", "plan")),
        ImportFillRow.field.like("alias:%"),
        ImportFillRow.field.like("co:%"),
    )
    mine = (ImportFillRow.workspace_id == workspace_id, ImportFillRow.import_id == import_id)
    found = select(ImportFillRow.of_id, ImportFillRow.field, ImportFillRow.value).where(*mine, or_(*kinds)).limit(limit)
    rows = tx.execute(found).all()
    of_kind: dict[str, list[tuple[str, str]]] = {"deal": [], "plan": [], "alias": [], "co": []}
    for of_id, field, value in rows:
        of_kind[field.partition(":")[0]].append((of_id, value))
    _drop_plans(tx, [of_id for of_id, _ in of_kind["plan"]], workspace_id=workspace_id)
    _drop_pairs(tx, AliasRow, AliasRow.normal_alias, of_kind["alias"], workspace_id=workspace_id)
    _drop_pairs(tx, CoOwnerRow, CoOwnerRow.person_id, of_kind["co"], workspace_id=workspace_id)
    for of_id, field, _ in rows:
        tx.execute(delete(ImportFillRow).where(*mine, ImportFillRow.of_id == of_id, ImportFillRow.field == field))
    return len(rows)


def _drop_plans(tx: Connection, ids: Sequence[str], *, workspace_id: str) -> None:
    """Those that are still open and where they were."""
    if ids:
        as_brought = (FollowUpRow.state == "open", FollowUpRow.due_at == FollowUpRow.first_due_at)
        mine = (FollowUpRow.workspace_id == workspace_id, FollowUpRow.followup_id.in_(ids))
        tx.execute(delete(FollowUpRow).where(*mine, *as_brought))


def _drop_pairs(
    tx: Connection, table: Any, column: Any, pairs: Sequence[tuple[str, str]], *, workspace_id: str
) -> None:
    for customer_id, value in pairs:
        mine = (table.workspace_id == workspace_id, table.customer_id == customer_id, column == value)
        tx.execute(delete(table).where(*mine))
