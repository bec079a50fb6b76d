"""Customers with all that belongs to them, page by page: what an export reads."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from crm.activities import Activity
from crm.customers import Contact, Customer
from crm.deals import Deal
from crm.followups import FollowUp
from storage import deals, followups
from storage.activities import as_activity, select_activities
from storage.customers import as_customer, select_customers
from storage.tables.activities import ActivityRow
from storage.tables.complaints import CoOwnerRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.people import PersonRow

PAGE = 500


@dataclass(frozen=True, slots=True)
class Outgoing:
    customer: Customer
    created_at: datetime
    aliases: tuple[str, ...]
    contacts: tuple[Contact, ...]
    touches: tuple[Activity, ...]
    domain: str | None
    phone: str | None
    co_owners: tuple[str, ...]
    plans: tuple[FollowUp, ...]
    deals: tuple[Deal, ...]


def _mine(workspace_id: str, owners: Collection[str] | None) -> list[ColumnElement[bool]]:
    mine = [CustomerRow.workspace_id == workspace_id, CustomerRow.state != "archived"]
    return mine if owners is None else [*mine, CustomerRow.owner_id.in_(owners)]


def count(tx: Connection, *, workspace_id: str, owners: Collection[str] | None) -> int:
    return int(tx.execute(select(func.count()).where(*_mine(workspace_id, owners))).scalar_one())


def page(
    tx: Connection, *, workspace_id: str, owners: Collection[str] | None, after: str, limit: int
) -> list[Outgoing]:
    """The next customers in the order of their ids."""
    found = (
        select_customers()
        .add_columns(CustomerRow.created_at, CustomerRow.domain, CustomerRow.phone)
        .where(*_mine(workspace_id, owners), CustomerRow.customer_id > after)
        .order_by(CustomerRow.customer_id)
        .limit(limit)
    )
    rows = tx.execute(found).all()
    ids = [row.customer_id for row in rows]
    aliases = _grouped(tx, select(AliasRow.customer_id, AliasRow.alias), AliasRow, workspace_id, ids)
    contacts = _grouped(
        tx,
        select(
            ContactRow.customer_id, ContactRow.contact_id, ContactRow.name, ContactRow.phone, ContactRow.email
        ).order_by(ContactRow.contact_id),
        ContactRow,
        workspace_id,
        ids,
    )
    touches = _touches(tx, workspace_id, ids)
    joined = select(CoOwnerRow.customer_id, CoOwnerRow.person_id).where(CoOwnerRow.state == "joined")
    helping = _grouped(tx, joined.order_by(CoOwnerRow.person_id), CoOwnerRow, workspace_id, ids)
    planned = followups.open_of_customers(tx, workspace_id=workspace_id, customer_ids=ids)
    dealt = deals.of_customers(tx, workspace_id=workspace_id, customer_ids=ids)
    return [
        Outgoing(
            as_customer(row[:-3]),
            row.created_at,
            tuple(alias for (alias,) in aliases[row.customer_id]),
            tuple(Contact(*contact) for contact in contacts[row.customer_id]),
            tuple(touches[row.customer_id]),
            row.domain,
            row.phone,
            tuple(person for (person,) in helping[row.customer_id]),
            planned.get(row.customer_id, ()),
            dealt.get(row.customer_id, ()),
        )
        for row in rows
    ]


def people_named(tx: Connection, *, workspace_id: str) -> dict[str, str]:
    """Person → their e-mail address, or their name where Slack does not tell it."""
    found = select(PersonRow.person_id, PersonRow.email, PersonRow.name).where(PersonRow.workspace_id == workspace_id)
    return {row.person_id: row.email or row.name for row in tx.execute(found)}


def _grouped(tx: Connection, found: Any, table: Any, workspace_id: str, ids: Sequence[str]) -> dict[str, list[Any]]:
    of: dict[str, list[Any]] = defaultdict(list)
    for row in tx.execute(found.where(table.workspace_id == workspace_id, table.customer_id.in_(ids))):
        of[row[0]].append(tuple(row[1:]))
    return of


def _touches(tx: Connection, workspace_id: str, ids: Sequence[str]) -> dict[str, list[Activity]]:
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.customer_id.in_(ids),
        ActivityRow.withdrawn_at.is_(None),
    )
    of: dict[str, list[Activity]] = defaultdict(list)
    for row in tx.execute(select_activities().where(*mine).order_by(ActivityRow.happened_at, ActivityRow.activity_id)):
        one = as_activity(row)
        of[one.customer_id].append(one)
    return of
