"""Customers with all that belongs to them, page by page: what an export reads."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from crm.activities import Activity
from crm.customers import Contact, Customer
from crm.deals import Deal
from crm.exports import Narrowed
from crm.followups import FollowUp
from crm.leads.sources import source_of
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
    campaign: str | None
    co_owners: tuple[str, ...]
    plans: tuple[FollowUp, ...]
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Whose customers: those of `owners` (None: everybody's, and nobody's), and those `with_them` works on as a co-owner;
    of these the ones that fit."""

    workspace_id: str
    owners: tuple[str, ...] | None
    with_them: str | None
    narrowed: Narrowed


def _within(circle: Circle) -> list[ColumnElement[bool]]:
    mine = [CustomerRow.workspace_id == circle.workspace_id, CustomerRow.state != "archived", *_fits(circle.narrowed)]
    if circle.owners is None:
        return mine
    theirs = CustomerRow.owner_id.in_(circle.owners)
    shared = select(CoOwnerRow.customer_id).where(
        CoOwnerRow.workspace_id == circle.workspace_id,
        CoOwnerRow.person_id == circle.with_them,
        CoOwnerRow.state == "joined",
    )
    return [*mine, or_(theirs, CustomerRow.customer_id.in_(shared)) if circle.with_them else theirs]


def _fits(only: Narrowed) -> list[ColumnElement[bool]]:
    """A source fits by its code in the unified list, and as it is written."""
    fits: list[ColumnElement[bool]] = [CustomerRow.grade.in_(only.grades)] if only.grades else []
    if only.source:
        fits.append(func.lower(CustomerRow.source).in_({source_of(only.source) or "", only.source.lower()}))
    fits += [func.lower(CustomerRow.city) == only.city.lower()] if only.city else []
    fits += [func.lower(CustomerRow.industry) == only.industry.lower()] if only.industry else []
    fits += [CustomerRow.owner_id == only.owner_id] if only.owner_id else []
    return [*fits, *([CustomerRow.state == "pool"] if only.pooled else [])]


def count(tx: Connection, circle: Circle) -> int:
    return int(tx.execute(select(func.count()).where(*_within(circle))).scalar_one())


def page(tx: Connection, circle: Circle, *, after: str, limit: int) -> list[Outgoing]:
    """The next customers in the order of their ids."""
    workspace_id = circle.workspace_id
    found = (
        select_customers()
        .add_columns(CustomerRow.created_at, CustomerRow.domain, CustomerRow.phone, CustomerRow.campaign)
        .where(*_within(circle), CustomerRow.customer_id > after)
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
            as_customer(row[:-4]),
            row.created_at,
            tuple(alias for (alias,) in aliases[row.customer_id]),
            tuple(Contact(*contact) for contact in contacts[row.customer_id]),
            tuple(touches[row.customer_id]),
            row.domain,
            row.phone,
            row.campaign,
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
