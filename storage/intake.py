"""Rows of a list, by the hundred: looked up and written with a handful of statements whatever the size of the batch.

What was brought by an import is marked with its id (`customers.import_id`, `contacts.import_id`, the activities' source
channel), so that it can be taken back as one.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.database import insert_into
from storage.tables.activities import ActivityRow
from storage.tables.claims import ClaimRow, LedgerRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.deals import DealRow
from storage.tables.inout import ImportFillRow
from storage.tables.people import PersonRow

PAGE = 1_000
Columns = dict[str, Any]


def channel(import_id: str) -> str:
    """Where activities of an import come from: no Slack channel has such a name."""
    return f"imp:{import_id}"


def everybody(tx: Connection, *, workspace_id: str) -> tuple[tuple[str, str, str | None, bool], ...]:
    """(id, name, e-mail, has left) of everybody there ever was."""
    found = select(PersonRow.person_id, PersonRow.name, PersonRow.email, PersonRow.deactivated)
    return tuple(tuple(row) for row in tx.execute(found.where(PersonRow.workspace_id == workspace_id)))  # type: ignore[misc]


def known_names(
    tx: Connection, *, workspace_id: str, but_not_of: str, after: str = "", limit: int = 5_000
) -> Sequence[tuple[str, str]]:
    """(id, name) of customers in use that were there before an import, page by page in the order of their ids."""
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.state != "archived",
        CustomerRow.import_id.is_distinct_from(but_not_of),
        CustomerRow.customer_id > after,
    )
    found = select(CustomerRow.customer_id, CustomerRow.name).where(*mine)
    return [(row[0], row[1]) for row in tx.execute(found.order_by(CustomerRow.customer_id).limit(limit))]


def known_aliases(tx: Connection, *, workspace_id: str) -> Iterator[tuple[str, str]]:
    """(normal alias, customer)."""
    found = select(AliasRow.normal_alias, AliasRow.customer_id).where(AliasRow.workspace_id == workspace_id)
    yield from ((row[0], row[1] or "") for row in tx.execute(found))


def by_normal_name(tx: Connection, *, workspace_id: str, names: Collection[str]) -> dict[str, Columns]:
    return _by(tx, CustomerRow.normal_name, workspace_id, names)


def by_id(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> dict[str, Columns]:
    return _by(tx, CustomerRow.customer_id, workspace_id, ids)


def _by(tx: Connection, column: Any, workspace_id: str, values: Collection[str]) -> dict[str, Columns]:
    if not values:
        return {}
    found = select(
        column.label("key"),
        CustomerRow.customer_id,
        CustomerRow.name,
        CustomerRow.state,
        CustomerRow.owner_id,
        CustomerRow.owner_epoch,
        CustomerRow.city,
        CustomerRow.industry,
        CustomerRow.domain,
        CustomerRow.phone.label("firm_phone"),
        CustomerRow.campaign,
        CustomerRow.import_id,
    ).where(CustomerRow.workspace_id == workspace_id, column.in_(values))
    return {row.key: dict(row._mapping) for row in tx.execute(found)}


def contacts_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> dict[tuple[str, str], Columns]:
    """(customer, normal name) → the contact."""
    if not ids:
        return {}
    found = select(
        ContactRow.customer_id, ContactRow.normal_name, ContactRow.contact_id, ContactRow.phone, ContactRow.email
    ).where(ContactRow.workspace_id == workspace_id, ContactRow.customer_id.in_(ids))
    return {(row.customer_id, row.normal_name): dict(row._mapping) for row in tx.execute(found)}


def touches_of(tx: Connection, *, workspace_id: str, ids: Collection[str]) -> set[tuple[str, str, datetime, str]]:
    """(customer, kind, when, outcome) of what stands: what is not brought a second time."""
    if not ids:
        return set()
    found = select(ActivityRow.customer_id, ActivityRow.kind, ActivityRow.happened_at, ActivityRow.outcome).where(
        ActivityRow.workspace_id == workspace_id, ActivityRow.customer_id.in_(ids), ActivityRow.withdrawn_at.is_(None)
    )
    return {(row[0], row[1], row[2], row[3]) for row in tx.execute(found)}


_INTO = {
    "customers": insert(CustomerRow),
    "claims": insert(ClaimRow),
    "ledger": insert(LedgerRow),
    "contacts": insert(ContactRow),
}


def write(tx: Connection, rows: dict[str, list[Columns]]) -> None:
    """Rows by table, all at once. Raises IntegrityError where another transaction has just taken a name."""
    for table, statement in _INTO.items():
        if rows.get(table):
            tx.execute(statement, rows[table])
    for one, kind in (
        ("aliases", AliasRow),
        ("activities", ActivityRow),
        ("fills", ImportFillRow),
        ("added", ImportFillRow),
    ):
        if rows.get(one):
            tx.execute(insert_into(tx, kind).on_conflict_do_nothing(), rows[one])


def fill(tx: Connection, *, workspace_id: str, fills: Sequence[Columns]) -> None:
    """Write into fields that are still empty."""
    for one in fills:
        table, key, column = _filled(one)
        mine = (table.workspace_id == workspace_id, key == one["of_id"], column.is_(None))
        tx.execute(update(table).where(*mine).values({column: one["value"]}))


def _filled(one: Columns) -> tuple[Any, Any, Any]:
    """(table, key, column): phone and e-mail are the contact's, a firm's own phone and all else the customer's."""
    if one["field"] in ("phone", "email"):
        return ContactRow, ContactRow.contact_id, getattr(ContactRow, one["field"])
    name = "phone" if one["field"] == "firm_phone" else one["field"]
    return CustomerRow, CustomerRow.customer_id, getattr(CustomerRow, name)


# taking back


def untouched(
    tx: Connection, *, workspace_id: str, import_id: str, after: str, limit: int
) -> Sequence[tuple[str, str, int, str | None, datetime | None]]:
    """(customer, state, epoch, owner, deadline) of what this import brought and nobody has worked with since, by id."""
    worked = (
        select(ActivityRow.activity_id)
        .where(
            ActivityRow.workspace_id == CustomerRow.workspace_id,
            ActivityRow.customer_id == CustomerRow.customer_id,
            ActivityRow.source_channel.not_like("imp:%"),
            ActivityRow.withdrawn_at.is_(None),
        )
        .exists()
    )
    dealt = (
        select(DealRow.deal_id)
        .where(
            DealRow.workspace_id == CustomerRow.workspace_id,
            DealRow.customer_id == CustomerRow.customer_id,
            DealRow.version > 1,
        )
        .exists()
    )
    by_list = (
        select(ClaimRow.epoch)
        .where(
            ClaimRow.workspace_id == CustomerRow.workspace_id,
            ClaimRow.customer_id == CustomerRow.customer_id,
            ClaimRow.how == "imported",
            ClaimRow.ended_at.is_(None),
        )
        .exists()
    )
    as_brought = ((CustomerRow.state == "pool") & (CustomerRow.owner_epoch == 0)) | (
        (CustomerRow.state == "owned") & (CustomerRow.owner_epoch == 1) & by_list
    )
    found = (
        select(
            CustomerRow.customer_id,
            CustomerRow.state,
            CustomerRow.owner_epoch,
            CustomerRow.owner_id,
            CustomerRow.protected_until,
        )
        .where(
            CustomerRow.workspace_id == workspace_id,
            CustomerRow.import_id == import_id,
            CustomerRow.customer_id > after,
            as_brought,
            ~worked,
            ~dealt,
        )
        .order_by(CustomerRow.customer_id)
        .limit(limit)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in tx.execute(found)]


def archive(tx: Connection, *, workspace_id: str, ids: Sequence[str], lines: list[Columns], now: datetime) -> None:
    """Take customers out of use and free their names; the ledger keeps that they were here."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id.in_(ids))
    gone = {
        "state": "archived",
        "owner_id": None,
        "owner_epoch": CustomerRow.owner_epoch + 1,
        "epoch_started_at": None,
        "protected_until": None,
        "warn_at": None,
        "sweep_after": None,
        "normal_name": "~" + CustomerRow.customer_id,
        "changed_at": now,
    }
    tx.execute(update(CustomerRow).where(*mine).values(gone))
    ended = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id.in_(ids), ClaimRow.ended_at.is_(None))
    tx.execute(update(ClaimRow).where(*ended).values(ended_at=now, end_reason="undone"))
    tx.execute(insert(LedgerRow), lines)


def withdraw_touches(tx: Connection, *, workspace_id: str, import_id: str, now: datetime, limit: int) -> int:
    """Take back so many activities of an import; returns how many."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.source_channel == channel(import_id),
        ActivityRow.withdrawn_at.is_(None),
    )
    ids = tx.execute(select(ActivityRow.activity_id).where(*mine).limit(limit)).scalars().all()
    if ids:
        some = (ActivityRow.workspace_id == workspace_id, ActivityRow.activity_id.in_(ids))
        tx.execute(update(ActivityRow).where(*some).values(withdrawn_at=now))
    return len(ids)


def empty_fills(tx: Connection, *, workspace_id: str, import_id: str, limit: int) -> int:
    """Empty what the import filled in, where it still says the same; returns how many were looked at."""
    mine = (ImportFillRow.workspace_id == workspace_id, ImportFillRow.import_id == import_id)
    rows = tx.execute(
        select(ImportFillRow.of_id, ImportFillRow.field, ImportFillRow.value).where(*mine).limit(limit)
    ).all()
    for row in rows:
        table, key, column = _filled(dict(row._mapping))
        same = (table.workspace_id == workspace_id, key == row.of_id, column == row.value)
        tx.execute(update(table).where(*same).values({column: None}))
        tx.execute(
            delete(ImportFillRow).where(*mine, ImportFillRow.of_id == row.of_id, ImportFillRow.field == row.field)
        )
    return len(rows)


def drop_contacts(tx: Connection, *, workspace_id: str, import_id: str, limit: int) -> int:
    """Remove contacts the import added to customers that were there before; returns how many."""
    older = (
        select(CustomerRow.customer_id)
        .where(
            CustomerRow.workspace_id == ContactRow.workspace_id,
            CustomerRow.customer_id == ContactRow.customer_id,
            CustomerRow.import_id.is_distinct_from(import_id),
        )
        .exists()
    )
    mine = (ContactRow.workspace_id == workspace_id, ContactRow.import_id == import_id, older)
    ids = tx.execute(select(ContactRow.contact_id).where(*mine).limit(limit)).scalars().all()
    if ids:
        tx.execute(delete(ContactRow).where(ContactRow.workspace_id == workspace_id, ContactRow.contact_id.in_(ids)))
    return len(ids)


def count_standing(tx: Connection, *, workspace_id: str, import_id: str) -> int:
    """Customers this import brought that are still in use."""
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.import_id == import_id,
        CustomerRow.state != "archived",
    )
    return int(tx.execute(select(func.count()).select_from(CustomerRow).where(*mine)).scalar_one())


def known_mails(tx: Connection, *, workspace_id: str) -> Iterator[tuple[str, str]]:
    """(customer, e-mail) of every contact that has one."""
    found = select(ContactRow.customer_id, ContactRow.email).where(
        ContactRow.workspace_id == workspace_id, ContactRow.email.is_not(None)
    )
    yield from ((row[0], row[1] or "") for row in tx.execute(found))


def owners_of(tx: Connection, *, workspace_id: str, import_id: str) -> Sequence[str]:
    """Who owns something this import brought."""
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.import_id == import_id,
        CustomerRow.owner_id.is_not(None),
    )
    return [owner for owner in tx.execute(select(CustomerRow.owner_id).where(*mine).distinct()).scalars() if owner]
