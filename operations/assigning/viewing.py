"""Looking at a card: whoever opens one of the pool is written down, and a rep sees so many a day and no more."""

from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.cards import ChoicesCard, CustomerCard
from crm.customers import Customer
from crm.people import Person
from operations.clock.clockwork import read_clocks
from operations.customers import seeing
from operations.office import Office
from storage import claims
from storage import pool as views


def look_up(
    office: Office, *, workspace_id: str, asker: Person, query: str, now: datetime
) -> CustomerCard | ChoicesCard:
    """The customer a query names: its card, or a choice of several, or an empty choice. Raises Refusal("view_cap")."""
    found = seeing.look_up(office, workspace_id=workspace_id, asker=asker, query=query, now=now)
    if isinstance(found, CustomerCard):
        _write_down(office, found.customer, workspace_id=workspace_id, asker=asker, now=now)
    return found


def see_card(office: Office, *, workspace_id: str, asker: Person, customer_id: str, now: datetime) -> CustomerCard:
    """A customer's card, opened to be read. Raises Refusal: no_customer, view_cap."""
    found = seeing.read_card(office, workspace_id=workspace_id, asker=asker, customer_id=customer_id, now=now)
    _write_down(office, found.customer, workspace_id=workspace_id, asker=asker, now=now)
    return found


def keep_view(tx: Connection, customer: Customer, *, workspace_id: str, person: Person, now: datetime) -> None:
    """Inside a transaction: a person sees the card of a customer nobody owns; the same one again today counts once.
    Those who lead are written down too, and not stopped. Raises Refusal("view_cap")."""
    if customer.owner_id is not None:
        return
    claims.hold_person(tx, workspace_id=workspace_id, person_id=person.person_id)
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
    day = clock_.calendar.local_date(now)
    seen = views.viewed(tx, workspace_id=workspace_id, person_id=person.person_id, day=day)
    if customer.customer_id in seen:
        return
    if not person.leads and (refused := pool.may_view(len(seen), rule=clock_.rule)):
        raise refused
    key = {"workspace_id": workspace_id, "person_id": person.person_id, "customer_id": customer.customer_id}
    views.keep_view(tx, **key, day=day, now=now)


def _write_down(office: Office, customer: Customer, *, workspace_id: str, asker: Person, now: datetime) -> None:
    if customer.owner_id is None:
        with office.database.begin() as tx:
            keep_view(tx, customer, workspace_id=workspace_id, person=asker, now=now)
