"""Customers, their aliases and contacts, as you would ask for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, bindparam, case, func, insert, select, update

from crm.contacts import known_as
from crm.customers import Contact, Customer, CustomerState, normal_name
from storage.database import insert_into
from storage.prebuilt import among, given
from storage.tables.customers import AliasRow, ContactRow, CustomerRow

_CUSTOMER = select(
    CustomerRow.customer_id,
    CustomerRow.name,
    CustomerRow.state,
    CustomerRow.owner_id,
    CustomerRow.owner_epoch,
    CustomerRow.epoch_started_at,
    CustomerRow.protected_until,
    CustomerRow.grade,
    CustomerRow.source,
    CustomerRow.city,
    CustomerRow.industry,
    CustomerRow.pooled_at,
    CustomerRow.pool_reason,
    CustomerRow.created_by,
    CustomerRow.wakes_at,
)
_ONE = _CUSTOMER.where(*given(CustomerRow.workspace_id, CustomerRow.customer_id))
_NAMED = _CUSTOMER.where(*given(CustomerRow.workspace_id, CustomerRow.normal_name))
_OWNED_BY = _CUSTOMER.where(*given(CustomerRow.workspace_id, CustomerRow.owner_id), CustomerRow.state == "owned")
_WAKE_DUE = select(CustomerRow.workspace_id, CustomerRow.customer_id).where(CustomerRow.wakes_at <= bindparam("now"))
_OWNED_IDS = select(CustomerRow.customer_id).where(*given(CustomerRow.workspace_id, CustomerRow.owner_id))


def select_customers() -> Any:
    """The columns `as_customer` reads."""
    return _CUSTOMER


def as_customer(row: Sequence[Any]) -> Customer:
    identity, name, state, *rest = row
    return Customer(identity, name, CustomerState(state), *rest)


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[Customer, ...]:
    found = tx.execute(_CUSTOMER.where(CustomerRow.workspace_id == workspace_id, *where)).all()
    return tuple(map(as_customer, found))


def customer(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer | None:
    row = tx.execute(_ONE, {"workspace_id": workspace_id, "customer_id": customer_id}).first()
    return as_customer(row) if row else None


def held(tx: Connection, one: Customer, *, workspace_id: str) -> Customer:
    """The customer as it is now, and as it stays until this transaction ends: a sweep waits. On SQLite a writer is
    alone in any case."""
    if tx.dialect.name == "sqlite":
        return one
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == one.customer_id)
    row = tx.execute(_CUSTOMER.where(*mine).with_for_update()).first()
    return as_customer(row) if row else one


def customers(tx: Connection, *, workspace_id: str, customer_ids: Collection[str]) -> tuple[Customer, ...]:
    return _found(tx, workspace_id, CustomerRow.customer_id.in_(customer_ids)) if customer_ids else ()


def named(tx: Connection, *, workspace_id: str, name: str) -> Customer | None:
    """The customer of exactly this normal form."""
    row = tx.execute(_NAMED, {"workspace_id": workspace_id, "normal_name": normal_name(name)}).first()
    return as_customer(row) if row else None


def also_called(tx: Connection, *, workspace_id: str, name: str) -> Customer | None:
    """The one customer in use that goes by this name too; None where several do."""
    called = select(AliasRow.customer_id).where(
        AliasRow.workspace_id == workspace_id, AliasRow.normal_alias == normal_name(name)
    )
    found = _found(tx, workspace_id, CustomerRow.customer_id.in_(called), CustomerRow.state != "archived")
    return found[0] if len(found) == 1 else None


def owned_by(tx: Connection, *, workspace_id: str, owner_id: str) -> tuple[Customer, ...]:
    """A person's customers, the nearest deadline first."""
    found = tx.execute(_OWNED_BY, {"workspace_id": workspace_id, "owner_id": owner_id}).all()
    return tuple(sorted(map(as_customer, found), key=lambda one: (one.protected_until, one.name)))


_THEIRS = (*given(CustomerRow.workspace_id), among(CustomerRow.owner_id), CustomerRow.state == "owned")
_HELD = (
    select(
        CustomerRow.owner_id,
        func.count(),
        func.sum(case((CustomerRow.protected_until <= bindparam("soon"), 1), else_=0)),
    )
    .where(*_THEIRS)
    .group_by(CustomerRow.owner_id)
)


def held_by(
    tx: Connection, *, workspace_id: str, owner_ids: Collection[str], soon: datetime
) -> dict[str, tuple[int, int]]:
    """How many customers each of these people holds, and how many of them run out by `soon`; who holds none is left out."""
    found = tx.execute(_HELD, {"workspace_id": workspace_id, "ids": owner_ids, "soon": soon})
    return {owner: (int(held), int(near)) for owner, held, near in found}


def owned_ids(tx: Connection, *, workspace_id: str, owner_id: str) -> frozenset[str]:
    return frozenset(tx.execute(_OWNED_IDS, {"workspace_id": workspace_id, "owner_id": owner_id}).scalars().all())


def owned(tx: Connection, *, workspace_id: str) -> tuple[Customer, ...]:
    """Every owned customer: for switching rules on and for the breaker."""
    return _found(tx, workspace_id, CustomerRow.state == "owned")


def count_owned(tx: Connection, *, workspace_id: str) -> int:
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.state == "owned")
    return int(tx.execute(select(func.count()).select_from(CustomerRow).where(*mine)).scalar_one())


def count_overdue(tx: Connection, *, workspace_id: str, now: datetime) -> dict[str, int]:
    """How many customers of each owner are past their date."""
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.state == "owned",
        CustomerRow.protected_until <= now,
    )
    found = select(CustomerRow.owner_id, func.count()).where(*mine).group_by(CustomerRow.owner_id)
    return {owner: int(count) for owner, count in tx.execute(found) if owner}


def pooled(tx: Connection, *, workspace_id: str) -> tuple[Customer, ...]:
    """The pool, what came last first; with what rests in it."""
    found = _found(tx, workspace_id, CustomerRow.state == "pool")
    return tuple(sorted(found, key=lambda one: (one.pooled_at, one.name), reverse=True))


def count_pooled(tx: Connection, *, workspace_id: str) -> int:
    """How many have no owner, with those that rest."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.state == "pool")
    return int(tx.execute(select(func.count()).select_from(CustomerRow).where(*mine)).scalar_one())


def wake_due(tx: Connection, *, now: datetime) -> tuple[tuple[str, str], ...]:
    """(workspace, customer) of what was let go for later and whose day has come."""
    due = tx.execute(_WAKE_DUE, {"now": now})
    return tuple((workspace_id, customer_id) for workspace_id, customer_id in due)


def add(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    name: str,
    created_by: str | None,
    now: datetime,
    source: str | None = None,
) -> None:
    """A new customer nobody owns yet; nothing where the normal name is taken. A rival still at it is waited for."""
    new = insert_into(tx, CustomerRow).values(
        workspace_id=workspace_id,
        customer_id=customer_id,
        name=name,
        normal_name=normal_name(name),
        state="lead",
        source=source,
        created_by=created_by,
        created_at=now,
        changed_at=now,
    )
    tx.execute(new.on_conflict_do_nothing(index_elements=["workspace_id", "normal_name"]))


KEEP = object()


def change(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    epoch: int,
    owner_id: str | None,
    unless_moved_from: datetime | None = None,
    set_owner_id: object = KEEP,
    **fields: object,
) -> bool:
    """Compare and set: True if the customer still had this owner in this epoch (where named: this deadline)."""
    expected: dict[str, object] = {
        "of_workspace_id": workspace_id,
        "of_customer_id": customer_id,
        "of_owner_epoch": epoch,
        "of_owner_id": owner_id,
    }
    if set_owner_id is not KEEP:
        fields["owner_id"] = set_owner_id
    if unless_moved_from is not None:
        expected["of_deadline"] = unless_moved_from
    same = _same_owner(deadline=unless_moved_from is not None)
    return tx.execute(same, {**fields, **expected}).first() is not None


@cache
def _same_owner(*, deadline: bool) -> Executable:
    """UPDATE of what its parameters name, where the customer still has this owner in this epoch."""
    expected = given(CustomerRow.workspace_id, CustomerRow.customer_id, CustomerRow.owner_epoch, prefix="of_")
    expected.append(CustomerRow.owner_id.is_not_distinct_from(bindparam("of_owner_id")))
    if deadline:
        expected.append(CustomerRow.protected_until == bindparam("of_deadline"))
    return update(CustomerRow).where(*expected).returning(CustomerRow.customer_id)


_CONTACTS = select(ContactRow.contact_id, ContactRow.name, ContactRow.phone, ContactRow.email).where(
    *given(ContactRow.workspace_id, ContactRow.customer_id)
)


def contacts(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[Contact, ...]:
    """The first met first. Sorted here: told to sort by its key, SQLite walks every contact there is."""
    found = tx.execute(_CONTACTS, {"workspace_id": workspace_id, "customer_id": customer_id})
    return tuple(sorted((Contact(*row) for row in found), key=lambda one: one.contact_id))


def keep_contact(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    contact_id: str,
    name: str,
    phone: str | None,
    email: str | None,
) -> None:
    """Add a contact, or add what is new to the one this name means: Jane is the Jane Wu we know."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id}
    new = {key: value for key, value in (("phone", phone), ("email", email)) if value}
    rows = {row.name: row.contact_id for row in tx.execute(_CONTACTS, of)}
    known = known_as(name, rows)
    if known is None:
        tx.execute(
            insert(ContactRow), {**of, "contact_id": contact_id, "name": name, "normal_name": normal_name(name), **new}
        )
        return
    if len(normal_name(name)) > len(normal_name(known)):
        new |= {"name": name, "normal_name": normal_name(name)}
    if new:
        tx.execute(update(ContactRow).filter_by(**of, contact_id=rows[known]).values(**new))


def keep_alias(tx: Connection, *, workspace_id: str, customer_id: str, alias: str) -> None:
    """Remember another name the customer goes by, once."""
    key = {"workspace_id": workspace_id, "customer_id": customer_id, "normal_alias": normal_name(alias)}
    if key["normal_alias"] and not tx.execute(select(AliasRow.alias).filter_by(**key)).first():
        tx.execute(insert(AliasRow).values(alias=alias, **key))


_ALIASES = select(AliasRow.alias).where(*given(AliasRow.workspace_id, AliasRow.customer_id))


def aliases(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[str, ...]:
    return tuple(tx.execute(_ALIASES, {"workspace_id": workspace_id, "customer_id": customer_id}).scalars())


_ARCHIVED_SINCE = select(CustomerRow.customer_id, CustomerRow.changed_at).where(
    *given(CustomerRow.workspace_id), CustomerRow.state == "archived", CustomerRow.changed_at >= bindparam("since")
)


def archived_since(tx: Connection, *, workspace_id: str, since: datetime) -> tuple[tuple[str, datetime], ...]:
    """(id, when) of the customers taken out of use since: what the reading index forgets."""
    found = tx.execute(_ARCHIVED_SINCE, {"workspace_id": workspace_id, "since": since})
    return tuple((row.customer_id, row.changed_at) for row in found)


def was_any_before(tx: Connection, *, workspace_id: str, at: datetime) -> bool:
    """Whether a customer was known before an instant."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.created_at < at)
    return tx.execute(select(CustomerRow.customer_id).where(*mine).limit(1)).first() is not None
