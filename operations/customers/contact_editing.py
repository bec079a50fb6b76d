"""The people at a customer's are added, corrected and removed. Logs that name them stay as they were written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards.customers import ContactsCard, Doubt
from crm.customers import Contact, Customer, normal_name, tidy_name
from crm.details import Person as Facts
from crm.details import clashes, marks, merged
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.customers.customer_editing import editable
from operations.members import meet
from operations.office import Office
from storage import audit, customers, details
from storage.ids import new_id


def read_contacts(office: Office, *, workspace_id: str, asker: Person, customer_id: str) -> ContactsCard:
    """Raises Refusal: no_customer, not_allowed."""
    with office.database.read() as tx:
        customer = editable(tx, workspace_id=workspace_id, actor=asker, customer_id=customer_id)
        found = customers.contacts(tx, workspace_id=workspace_id, customer_id=customer_id)
        return ContactsCard(customer_id, customer.name, found)


def add_contact(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, typed: Facts, now: datetime
) -> None:
    """Raises Refusal: no_customer, not_allowed, no_name, contact_known."""
    with office.database.begin() as tx:
        actor, customer = _at_work(tx, workspace_id=workspace_id, actor_id=actor_id, customer_id=customer_id)
        new = Contact(new_id(now), tidy_name(typed.name), typed.phone, typed.email)
        _require_new_name(tx, new, workspace_id=workspace_id, customer_id=customer_id)
        details.add_contact(tx, new, workspace_id=workspace_id, customer_id=customer_id)
        _noted(office, tx, "contact_added", new, customer, workspace_id=workspace_id, actor=actor, now=now)


def edit_contact(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    customer_id: str,
    contact_id: str,
    typed: Facts,
    stood: Mapping[str, str],
    now: datetime,
) -> Doubt | None:
    """Keep what the writer changed; a Doubt where somebody else has changed the same field since `stood`.

    Raises Refusal: no_customer, not_allowed, no_name, contact_known, contact_gone.
    """
    with office.database.begin() as tx:
        actor, customer = _at_work(tx, workspace_id=workspace_id, actor_id=actor_id, customer_id=customer_id)
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id}
        held = details.contact(tx, **key, contact_id=contact_id)
        if held is None:
            raise Refusal("contact_gone")
        kept = Facts(held.name, held.phone, held.email)
        now_known = merged(kept, typed, stood)
        if fought := clashes(kept, typed, stood):
            return Doubt(now_known, marks(kept), clashes=fought)
        new = Contact(contact_id, tidy_name(now_known.name), now_known.phone, now_known.email)
        _require_new_name(tx, new, **key)
        details.change_contact(tx, new, **key)
        _noted(office, tx, "contact_edited", new, customer, workspace_id=workspace_id, actor=actor, now=now)
        return None


def remove_contact(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, contact_id: str, now: datetime
) -> None:
    """Twice is once. Raises Refusal: no_customer, not_allowed."""
    with office.database.begin() as tx:
        actor, customer = _at_work(tx, workspace_id=workspace_id, actor_id=actor_id, customer_id=customer_id)
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id}
        held = details.contact(tx, **key, contact_id=contact_id)
        if held and details.drop_contact(tx, **key, contact_id=contact_id):
            _noted(office, tx, "contact_removed", held, customer, workspace_id=workspace_id, actor=actor, now=now)


def _at_work(tx: Connection, *, workspace_id: str, actor_id: str, customer_id: str) -> tuple[Person, Customer]:
    actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
    details.hold(tx, workspace_id=workspace_id, customer_id=customer_id)
    return actor, editable(tx, workspace_id=workspace_id, actor=actor, customer_id=customer_id)


def _require_new_name(tx: Connection, new: Contact, *, workspace_id: str, customer_id: str) -> None:
    if not normal_name(new.name):
        raise Refusal("no_name")
    same = details.contact_named(tx, new.name, workspace_id=workspace_id, customer_id=customer_id)
    if same not in (None, new.contact_id):
        raise Refusal("contact_known", contact=new.name)


def _noted(
    office: Office,
    tx: Connection,
    what: str,
    contact: Contact,
    customer: Customer,
    *,
    workspace_id: str,
    actor: Person,
    now: datetime,
) -> None:
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    details.touch(tx, **key, now=now)
    office.directory.put(tx, workspace_id, customer.customer_id)
    told = {"contact_id": contact.contact_id, "name": contact.name, "phone": contact.phone, "email": contact.email}
    audit.write(
        tx,
        workspace_id=workspace_id,
        actor_id=actor.person_id,
        what=what,
        now=now,
        customer_id=customer.customer_id,
        contact=told,
    )
    if customer.owner_id:
        mail.republish_home(tx, workspace_id=workspace_id, person_id=customer.owner_id, now=now)
