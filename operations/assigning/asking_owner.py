"""Asking the owner: a rep would like a colleague's customer, and the colleague hands it over or does not."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards import HandoverAskCard
from crm.customers import Customer
from crm.notices.ownership import HandedOver, HandoverAnswered, HandoverAsked
from crm.people import Person
from crm.refusal import Refusal
from crm.waiting import HandoverAsk
from operations import mail
from operations.assigning.giving import check_claim, known_customer
from operations.clock.clockwork import read_clocks
from operations.clock.ownership import just_taken, let_go, take
from operations.clock.warned import refresh_warnings
from operations.members import meet
from operations.office import Office
from storage import customers, people
from storage import pool as asks
from storage.ids import new_id
from storage.outbox import Priority


def ask_owner(office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime) -> None:
    """Ask whoever owns a customer to hand it over; once an owner and epoch.

    Raises Refusal: no_customer, yours_already, free_now, asked_owner_already, unknown_person.
    """
    with office.database.begin() as tx:
        meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = known_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer.owner_id is None:
            raise Refusal("free_now")
        if customer.owner_id == person_id:
            raise Refusal("yours_already", customer=customer.name)
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)
        if owner is None or owner.deactivated:
            raise Refusal("unknown_person")
        ask = HandoverAsk(new_id(now), customer_id, customer.owner_epoch, customer.owner_id, person_id)
        if not asks.keep_ask(tx, ask, workspace_id=workspace_id, now=now):
            raise Refusal("asked_owner_already", owner=owner.name)
        key = {"workspace_id": workspace_id, "now": now, "priority": Priority.REASSIGNMENT}
        mail.post(tx, HandoverAsked(ask.ask_id), to=ask.owner_id, key=_owner_key(ask), **key)  # type: ignore[arg-type]
        mail.post(tx, HandoverAnswered(ask.ask_id), workspace_id=workspace_id, to=person_id, now=now)


def answer_asker(office: Office, *, workspace_id: str, actor_id: str, ask_id: str, give: bool, now: datetime) -> None:
    """The owner hands it over, or not now. The rules of claiming hold: caps, and the cooldown of a former owner.

    Raises Refusal: not_allowed, decided_already, just_taken, ask_manager, holding_cap.
    """
    with office.database.begin() as tx:
        owner = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        ask = asks.ask(tx, workspace_id=workspace_id, ask_id=ask_id)
        if ask is None or ask.owner_id != actor_id:
            raise Refusal("not_allowed")
        state = "given" if give else "refused"
        if not asks.decide_ask(tx, workspace_id=workspace_id, ask_id=ask_id, state=state, now=now):
            raise Refusal("decided_already")
        if give:
            _hand_over(tx, ask, workspace_id=workspace_id, owner=owner, now=now)
        else:
            mail.post(tx, HandoverAnswered(ask_id), workspace_id=workspace_id, to=ask.asked_by, now=now)
        mail.edit_keyed(tx, workspace_id=workspace_id, key=_owner_key(ask), now=now)


def ask_card(tx: Connection, ask_id: str, *, workspace_id: str, to_asker: bool) -> HandoverAskCard | None:
    """The question as it stands."""
    ask = asks.ask(tx, workspace_id=workspace_id, ask_id=ask_id)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=ask.customer_id) if ask else None
    if ask is None or customer is None:
        return None
    named = people.names(tx, workspace_id=workspace_id, person_ids={ask.asked_by, ask.owner_id})
    stale = customer.owner_epoch != ask.epoch
    asker, owner = named.get(ask.asked_by, ""), named.get(ask.owner_id, "")
    return HandoverAskCard(ask, customer.name, asker, owner, stale, to_asker)


def _hand_over(tx: Connection, ask: HandoverAsk, *, workspace_id: str, owner: Person, now: datetime) -> None:
    """Two steps in one transaction, a ledger line each: the owner lets it go, the asker has it."""
    customer = known_customer(tx, workspace_id=workspace_id, customer_id=ask.customer_id)
    if customer.owner_id != owner.person_id or customer.owner_epoch != ask.epoch:
        raise just_taken(tx, customer, workspace_id=workspace_id)
    asker = people.person(tx, workspace_id=workspace_id, person_id=ask.asked_by)
    if asker is None or asker.deactivated:
        raise Refusal("unknown_person")
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    key: dict[str, Any] = {"workspace_id": workspace_id, "now": now}
    _check(tx, customer, asker, clocks=clocks, **key)
    clock_ = clocks.of(owner, customer)
    gone = let_go(tx, customer, event="released", why="handed", actor_id=owner.person_id, clock_=clock_, **key)
    if gone is None:
        raise just_taken(tx, customer, workspace_id=workspace_id)
    owned = take(tx, gone, owner=asker, how="handed", actor_id=owner.person_id, clocks=clocks, **key)
    asks.leave(tx, workspace_id=workspace_id, customer_id=ask.customer_id, person_id=ask.asked_by)
    refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
    brief = HandedOver(owned.customer_id, owned.owner_epoch)
    mail.post(tx, brief, to=asker.person_id, priority=Priority.REASSIGNMENT, **key)
    for reader in (owner.person_id, asker.person_id):
        mail.republish_home(tx, person_id=reader, **key)


def _check(tx: Connection, customer: Customer, asker: Person, **how: Any) -> None:
    try:
        check_claim(tx, customer, None, claimant=asker, assigned=True, **how)
    except Refusal as refusal:
        if refusal.code == "needs_reason":  # a former owner comes back by a manager's word only
            raise Refusal("ask_manager", rep=asker.name, until=refusal.facts["until"]) from refusal
        raise


def _owner_key(ask: HandoverAsk) -> str:
    return f"ask owner:{ask.ask_id}"
