"""Waiting for a customer to be free: the queue, first come first told. Leaving it is as easy."""

from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.cards import FreedCard, QueuedCard
from crm.notices.ownership import Queued
from crm.refusal import Refusal
from operations import mail
from operations.assigning.giving import known_customer
from operations.assigning.pool_seeing import opens_at
from operations.clock.clockwork import read_clocks
from operations.customers.whose import sees_whole
from operations.members import meet
from operations.office import Office
from storage import customers
from storage import pool as waits


def join_queue(office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime) -> None:
    """Tell this person when the customer is free. Raises Refusal: no_customer, yours_already, free_now, waits_already."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = known_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer.owner_id == person_id:
            raise Refusal("yours_already", customer=customer.name)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
        opens = opens_at(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
        if customer.owner_id is None and opens is not None and opens <= now:
            raise Refusal("free_now")
        masked = customer.owner_id is None and not sees_whole(tx, customer, workspace_id=workspace_id, asker=person)
        known_as = pool.mask_name(customer.name) if masked else customer.name
        key = {"workspace_id": workspace_id, "customer_id": customer_id}
        if not waits.join(tx, **key, person_id=person_id, known_as=known_as, now=now):
            raise Refusal("waits_already", customer=known_as)
        slip = Queued(customer_id, known_as)
        mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now, key=_key(customer_id, person_id, now))


def leave_queue(office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime) -> None:
    """Wait no longer. Raises Refusal("waits_not")."""
    with office.database.begin() as tx:
        queue = waits.queue(tx, workspace_id=workspace_id, customer_id=customer_id)
        mine = next((one for one in queue if one.person_id == person_id), None)
        if mine is None or not waits.leave(tx, workspace_id=workspace_id, customer_id=customer_id, person_id=person_id):
            raise Refusal("waits_not")
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_key(customer_id, person_id, mine.asked_at), now=now)


def queued_card(tx: Connection, slip: Queued, *, workspace_id: str, person_id: str) -> QueuedCard:
    """Where they stand now."""
    queue = waits.queue(tx, workspace_id=workspace_id, customer_id=slip.customer_id)
    places = [place for place, one in enumerate(queue, 1) if one.person_id == person_id]
    return QueuedCard(slip.customer_id, slip.known_as, places[0] if places else None)


def freed_card(tx: Connection, customer_id: str, epoch: int, known_as: str, *, workspace_id: str) -> FreedCard | None:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None:
        return None
    return FreedCard(customer_id, known_as, gone=customer.owner_epoch != epoch)


def _key(customer_id: str, person_id: str, asked_at: datetime) -> str:
    return f"queue:{customer_id}:{person_id}:{asked_at.isoformat()}"
