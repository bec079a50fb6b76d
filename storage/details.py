"""What is known of a customer beside its claim, and its contacts one by one: read for a form, written from one."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from crm.customers import Contact, normal_name
from crm.details import Details
from storage.customers import aliases
from storage.tables.customers import AliasRow, ContactRow, CustomerRow

_PLAIN = ("city", "industry", "domain", "phone", "source", "grade")
_DETAILS = select(CustomerRow.name, *(getattr(CustomerRow, name) for name in _PLAIN))


def details(tx: Connection, *, workspace_id: str, customer_id: str) -> Details:
    """Raises NoResultFound for no such customer."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    row = tx.execute(_DETAILS.where(*mine)).one()
    others = sorted(aliases(tx, workspace_id=workspace_id, customer_id=customer_id))
    return Details(row.name, tuple(others), **{name: getattr(row, name) for name in _PLAIN})


def keep(tx: Connection, new: Details, *, workspace_id: str, customer_id: str, now: datetime) -> None:
    """Write all of it. Raises IntegrityError where another customer has the name."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    plain = {name: getattr(new, name) for name in _PLAIN}
    named = {"name": new.name, "normal_name": normal_name(new.name), "changed_at": now}
    tx.execute(update(CustomerRow).where(*mine).values(**plain, **named))
    set_aliases(tx, new.aliases, workspace_id=workspace_id, customer_id=customer_id)


def set_aliases(tx: Connection, names: Iterable[str], *, workspace_id: str, customer_id: str) -> None:
    """Exactly these, each once."""
    mine = (AliasRow.workspace_id == workspace_id, AliasRow.customer_id == customer_id)
    tx.execute(delete(AliasRow).where(*mine))
    by_form = {normal_name(name): name for name in names if normal_name(name)}
    key = {"workspace_id": workspace_id, "customer_id": customer_id}
    for form, name in by_form.items():
        tx.execute(insert(AliasRow).values(normal_alias=form, alias=name, **key))


def touch(tx: Connection, *, workspace_id: str, customer_id: str, now: datetime) -> None:
    """Other processes take the customer's names over again."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    tx.execute(update(CustomerRow).where(*mine).values(changed_at=now))


def forget_phone(tx: Connection, *, workspace_id: str, customer_id: str) -> None:
    """It was a person's."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    tx.execute(update(CustomerRow).where(*mine).values(phone=None))


def with_domain(tx: Connection, domain: str, *, workspace_id: str) -> tuple[str, ...]:
    """The customers in use that name this web domain."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.domain == domain, CustomerRow.state != "archived")
    return tuple(tx.execute(select(CustomerRow.customer_id).where(*mine).limit(5)).scalars())


def hold(tx: Connection, *, workspace_id: str, customer_id: str) -> None:
    """Until this transaction ends, others who would edit or merge this customer wait, so that no change is lost."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    tx.execute(select(CustomerRow.customer_id).where(*mine).with_for_update())


def contact(tx: Connection, *, workspace_id: str, customer_id: str, contact_id: str) -> Contact | None:
    found = select(ContactRow.contact_id, ContactRow.name, ContactRow.phone, ContactRow.email).where(
        *_one_contact(workspace_id, customer_id, contact_id)
    )
    row = tx.execute(found).first()
    return Contact(*row) if row else None


def contact_named(tx: Connection, name: str, *, workspace_id: str, customer_id: str) -> str | None:
    """The id of the contact of exactly this normal form."""
    mine = (ContactRow.workspace_id == workspace_id, ContactRow.customer_id == customer_id)
    same = ContactRow.normal_name == normal_name(name)
    return tx.execute(select(ContactRow.contact_id).where(*mine, same)).scalar()


def add_contact(tx: Connection, new: Contact, *, workspace_id: str, customer_id: str) -> None:
    key = {"workspace_id": workspace_id, "customer_id": customer_id, "contact_id": new.contact_id}
    told = {"name": new.name, "normal_name": normal_name(new.name), "phone": new.phone, "email": new.email}
    tx.execute(insert(ContactRow).values(**key, **told))


def change_contact(tx: Connection, new: Contact, *, workspace_id: str, customer_id: str) -> None:
    told = {"name": new.name, "normal_name": normal_name(new.name), "phone": new.phone, "email": new.email}
    tx.execute(update(ContactRow).where(*_one_contact(workspace_id, customer_id, new.contact_id)).values(**told))


def drop_contact(tx: Connection, *, workspace_id: str, customer_id: str, contact_id: str) -> bool:
    """True if it was there."""
    gone = delete(ContactRow).where(*_one_contact(workspace_id, customer_id, contact_id))
    return tx.execute(gone.returning(ContactRow.contact_id)).first() is not None


def _one_contact(workspace_id: str, customer_id: str, contact_id: str):  # type: ignore[no-untyped-def]
    return (
        ContactRow.workspace_id == workspace_id,
        ContactRow.customer_id == customer_id,
        ContactRow.contact_id == contact_id,
    )
