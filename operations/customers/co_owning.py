"""An account team: several people work on a customer, one of them owns it.

A co-owner sees it whole, and what they log is kept and told to the owner. The clock stays the owner's: a co-owner's
log moves it only while they cover for the owner (claim-clock: what counts, 1).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards import JoinCard
from crm.customers import Customer, CustomerState
from crm.notices.ownership import JoinAnswered, JoinAsked
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.customers.whose import manages
from operations.members import meet
from operations.office import Office
from storage import audit, co_owners, customers, people


def ask_to_join(office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime) -> Customer:
    """Ask the owner. Raises Refusal: no_customer, yours_already, as_it_is, join_pooled, join_asked."""
    with office.database.begin() as tx:
        meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id, "person_id": person_id}
        if customer.owner_id == person_id:
            raise Refusal("yours_already", customer=customer.name)
        if co_owners.state(tx, **key) == "joined":
            raise Refusal("as_it_is")
        if customer.owner_id is None:
            raise Refusal("join_pooled", customer=customer.name)
        if not co_owners.ask(tx, **key, now=now):
            raise Refusal("join_asked", customer=customer.name)
        slip = JoinAsked(customer_id, person_id, now)
        card_key = _card_key(customer_id, person_id, customer.owner_id)
        mail.post(
            tx, slip, workspace_id=workspace_id, to=customer.owner_id, now=now, key=f"{card_key}:{now.isoformat()}"
        )
        return customer


def answer_join(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    customer_id: str,
    person_id: str,
    accept: bool,
    now: datetime,
) -> None:
    """The owner lets somebody in, or not now. Raises Refusal: no_customer, not_allowed, decided_already."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        _require_lead(tx, customer, actor, workspace_id=workspace_id)
        state = "joined" if accept else "refused"
        _decide(tx, customer, person_id, "asked", state, workspace_id=workspace_id, actor=actor, now=now)
        mail.post(tx, JoinAnswered(customer_id, person_id), workspace_id=workspace_id, to=person_id, now=now)


def add_co_owner(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, person_id: str, now: datetime
) -> Customer:
    """The owner, or who leads them, takes somebody in. Raises Refusal: no_customer, not_allowed,
    join_pooled, unknown_person, as_it_is."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        _require_lead(tx, customer, actor, workspace_id=workspace_id)
        if customer.owner_id is None:
            raise Refusal("join_pooled", customer=customer.name)
        mate = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if mate is None or mate.deactivated:
            raise Refusal("unknown_person")
        key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer_id, "person_id": person_id}
        if customer.owner_id == person_id or co_owners.state(tx, **key) == "joined":
            raise Refusal("as_it_is")
        co_owners.ask(tx, **key, now=now)
        _decide(tx, customer, person_id, "asked", "joined", workspace_id=workspace_id, actor=actor, now=now)
        mail.post(tx, JoinAnswered(customer_id, person_id), workspace_id=workspace_id, to=person_id, now=now)
        return customer


def remove_co_owner(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, person_id: str, now: datetime
) -> Customer:
    """Somebody leaves, or is taken off by the owner or who leads them. Raises Refusal: no_customer, not_allowed, as_it_is."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        if actor_id != person_id:
            _require_lead(tx, customer, actor, workspace_id=workspace_id)
        state = co_owners.state(tx, workspace_id=workspace_id, customer_id=customer_id, person_id=person_id)
        if state != "joined":
            raise Refusal("as_it_is")
        _decide(tx, customer, person_id, "joined", "left", workspace_id=workspace_id, actor=actor, now=now)
        return customer


def join_card(
    tx: Connection, customer_id: str, person_id: str, *, workspace_id: str, to_owner: bool
) -> JoinCard | None:
    """How it stands with somebody and a customer; None where they never asked."""
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    found = co_owners.standing(tx, workspace_id=workspace_id, customer_id=customer_id, person_id=person_id)
    if customer is None or found is None:
        return None
    state, decided_by = found
    named = people.names(tx, workspace_id=workspace_id, person_ids={person_id, decided_by})
    return JoinCard(
        customer, person_id, named.get(person_id, ""), named.get(decided_by or ""), state, to_owner=to_owner
    )


def _known(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None or customer.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    return customer


def _require_lead(tx: Connection, customer: Customer, actor: Person, *, workspace_id: str) -> None:
    """The owner decides about their team, and who leads the owner."""
    if customer.owner_id != actor.person_id and not manages(tx, customer, workspace_id=workspace_id, actor=actor):
        raise Refusal("not_allowed")


def _decide(
    tx: Connection,
    customer: Customer,
    person_id: str,
    was: str,
    state: str,
    *,
    workspace_id: str,
    actor: Person,
    now: datetime,
) -> None:
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id, "person_id": person_id}
    asked_at = co_owners.asked_at(tx, **key)
    if not co_owners.decide(tx, **key, was=was, state=state, decided_by=actor.person_id, now=now):
        raise Refusal("decided_already")
    audit.write(
        tx,
        workspace_id=workspace_id,
        actor_id=actor.person_id,
        what=f"co_owner_{state}",
        now=now,
        customer_id=customer.customer_id,
        person_id=person_id,
    )
    if asked_at and customer.owner_id:
        card_key = _card_key(customer.customer_id, person_id, customer.owner_id)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=f"{card_key}:{asked_at.isoformat()}", now=now)


def _card_key(customer_id: str, person_id: str, owner_id: str) -> str:
    return f"join:{customer_id}:{person_id}:{owner_id}"
