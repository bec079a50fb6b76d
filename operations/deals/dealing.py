"""Deals: opened, changed and moved by a command, a form, a button or a note. Every change is a version that is kept.

What holds a claim may change with a deal, so each change lets the claim clock hear of it in the same transaction.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crm.customers import Customer, CustomerState
from crm.deal_offers import offers
from crm.deals import LOST_REASONS, Deal, Stages, Terms, changed
from crm.notices.conversation import DealKept
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.clock.resetting import reset
from operations.customers.whose import sees_whole
from operations.figures import credit_booking
from operations.hearing.receipts import edit_receipt
from operations.members import meet
from operations.office import Office
from storage import activities, customers, deal_settings, deals, people, seen
from storage.ids import new_id


def open_deal(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, terms: Terms, key: str, now: datetime
) -> Deal | None:
    """Open a deal with a customer, its owner's unless said otherwise; told in the DM.

    `key` names the request, so that it counts once (None the second time). Raises Refusal: no_customer, deal_not_yours,
    no_stage, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"deal:{key}", now=now):
            return None
        return begin(tx, terms, workspace_id=workspace_id, actor=actor, customer=customer, now=now)


def change_deal(
    office: Office, *, workspace_id: str, person_id: str, deal_id: str, version: int, terms: Terms, now: datetime
) -> Deal:
    """Change a deal from the version its changer saw; told in the DM.

    Raises Refusal: no_deal, deal_not_yours, deal_moved_on, no_stage, why_lost, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        deal = allowed_deal(tx, workspace_id=workspace_id, actor=actor, deal_id=deal_id)
        if deal.version != version:
            raise Refusal("deal_moved_on", deal=deal.name)
        return alter(tx, deal, terms, workspace_id=workspace_id, actor=actor, now=now)


def take_offer(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, deal_id: str, now: datetime
) -> Deal:
    """The one tap under a receipt: do to a deal ("new": open one) what the note suggested; the receipt tells it.

    Raises Refusal: offer_gone where nothing is suggested any more, why_lost, deal_not_yours.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if activity is None or activity.withdrawn:
            raise Refusal("offer_gone")
        key = {"workspace_id": workspace_id, "customer_id": activity.customer_id}
        stages = deal_settings.stages(tx, workspace_id=workspace_id)
        suggested = offers(
            deals.of_customer(tx, **key),
            hint=activity.stage_hint,
            amount=activity.amount,
            currency=activity.currency,
            logged_at=activity.logged_at,
            stages=stages,
        )
        offer = next((one for one in suggested if (one.deal.deal_id if one.deal else "new") == deal_id), None)
        if offer is None:
            raise Refusal("offer_gone")
        terms = Terms(
            stage=offer.stage.code if offer.stage else None,
            amount=offer.amount,
            currency=offer.currency,
            lost_reason=activity.lost_reason,
            competitor=activity.competitor,
        )
        if offer.deal is None:
            customer = _customer(tx, **key)
            kept = begin(tx, terms, workspace_id=workspace_id, actor=actor, customer=customer, now=now, tell=False)
        else:
            deal = allowed_deal(tx, workspace_id=workspace_id, actor=actor, deal_id=offer.deal.deal_id)
            kept = alter(tx, deal, terms, workspace_id=workspace_id, actor=actor, now=now, tell=False)
        edit_receipt(tx, workspace_id=workspace_id, activity_id=activity_id, now=now)
        return kept


def begin(
    tx: Connection,
    terms: Terms,
    *,
    workspace_id: str,
    actor: Person,
    customer: Customer,
    now: datetime,
    tell: bool = True,
) -> Deal:
    """Step inside a transaction: a new deal. Raises as open_deal."""
    if not may_deal(tx, customer, None, workspace_id=workspace_id, actor=actor):
        raise Refusal("deal_not_yours", customer=customer.name)
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    blank = Deal(
        deal_id=new_id(now),
        customer_id=customer.customer_id,
        customer_name=customer.name,
        name=customer.name,
        stage=stages.all[0].code,
        owner_id=customer.owner_id or actor.person_id,
        created_at=now,
        entered_at=now,
        changed_at=now,
        version=0,
    )
    whole = _checked(tx, blank, terms, workspace_id=workspace_id, stages=stages)
    deal = replace(changed(blank, whole, stages=stages, now=now), version=1)
    deals.add(tx, deal, workspace_id=workspace_id, actor_id=actor.person_id, now=now)
    credit_booking.book(tx, deal, workspace_id=workspace_id, now=now)
    _let_the_clock_hear(tx, deal, workspace_id=workspace_id, actor=actor, now=now)
    _tell(tx, deal, workspace_id=workspace_id, actor=actor, now=now, answer=tell)
    return deal


def alter(
    tx: Connection, deal: Deal, terms: Terms, *, workspace_id: str, actor: Person, now: datetime, tell: bool = True
) -> Deal:
    """Step inside a transaction: the next version of a deal, unless the terms change nothing. Raises as change_deal."""
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    whole = _checked(tx, deal, terms, workspace_id=workspace_id, stages=stages)
    after = changed(deal, whole, stages=stages, now=now)
    if after == deal:
        return deal
    if not deals.change(tx, after, workspace_id=workspace_id, actor_id=actor.person_id, now=now):
        raise Refusal("deal_moved_on", deal=deal.name)
    deals.set_helpers(tx, workspace_id=workspace_id, deal_id=deal.deal_id, helpers=after.helpers)
    credit_booking.book(tx, after, workspace_id=workspace_id, now=now)
    _let_the_clock_hear(tx, after, workspace_id=workspace_id, actor=actor, now=now)
    _tell(tx, after, workspace_id=workspace_id, actor=actor, now=now, answer=tell)
    return after


def allowed_deal(tx: Connection, *, workspace_id: str, actor: Person, deal_id: str) -> Deal:
    """A deal this person may work on. Raises Refusal: no_deal, deal_not_yours."""
    deal = deals.deal(tx, workspace_id=workspace_id, deal_id=deal_id)
    if deal is None:
        raise Refusal("no_deal")
    customer = _customer(tx, workspace_id=workspace_id, customer_id=deal.customer_id)
    if not may_deal(tx, customer, deal, workspace_id=workspace_id, actor=actor):
        raise Refusal("deal_not_yours", customer=customer.name)
    return deal


def may_deal(tx: Connection, customer: Customer, deal: Deal | None, *, workspace_id: str, actor: Person) -> bool:
    """Whoever sees the customer whole works on its deals; so do a deal's owner and helpers, until it is in the pool."""
    if actor.person_id == customer.owner_id:
        return True
    if deal and actor.person_id in (deal.owner_id, *deal.helpers) and customer.state != CustomerState.POOL:
        return True
    return sees_whole(tx, customer, workspace_id=workspace_id, asker=actor)


def _checked(tx: Connection, deal: Deal, terms: Terms, *, workspace_id: str, stages: Stages) -> Terms:
    """The terms as they can be kept: a known stage, real people, a reason where lost, a currency where there is a sum."""
    stage = stages.of(terms.stage or deal.stage)
    if stage is None:
        raise Refusal("no_stage", stages=", ".join(one.name or one.code for one in stages.all))
    reason = terms.lost_reason or deal.lost_reason
    if stage.kind == "lost" and reason not in LOST_REASONS:
        raise Refusal("why_lost")
    for person_id in filter(None, (terms.owner_id, *terms.helpers)):
        known = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if known is None or known.deactivated:
            raise Refusal("unknown_person")
    if terms.amount is not None and not (terms.currency or deal.currency):
        return replace(terms, currency=people.workspace(tx, workspace_id=workspace_id).currency)
    return terms


def _customer(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    found = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if found is None or found.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    return found


def _let_the_clock_hear(tx: Connection, deal: Deal, *, workspace_id: str, actor: Person, now: datetime) -> None:
    """A deal may hold the claim, or no longer: the deadline is computed anew, and what is lost leaves its notice."""
    held = reset(
        tx,
        deal.customer_id,
        workspace_id=workspace_id,
        actor_id=actor.person_id,
        event="deal_changed",
        why=deal.deal_id,
        now=now,
    )
    for person_id in {held.owner_id if held else None, deal.owner_id} - {None}:
        mail.republish_home(tx, workspace_id=workspace_id, person_id=str(person_id), now=now)


def _tell(tx: Connection, deal: Deal, *, workspace_id: str, actor: Person, now: datetime, answer: bool) -> None:
    """What is said of the version before loses its buttons; whoever owns the deal hears of what another did to it."""
    readers = {deal.owner_id} - {actor.person_id, None}
    for reader in {actor.person_id, *readers}:
        mail.edit_keyed(
            tx, workspace_id=workspace_id, key=deal_key(deal.deal_id, deal.version - 1, str(reader)), now=now
        )
    for reader in readers | ({actor.person_id} if answer else set()):
        slip, key = DealKept(deal.deal_id, deal.version), deal_key(deal.deal_id, deal.version, str(reader))
        mail.post(tx, slip, workspace_id=workspace_id, to=str(reader), now=now, key=key)


def deal_key(deal_id: str, version: int, reader: str) -> str:
    """The outbox key of what one reader was told of one version of a deal."""
    return f"deal:{deal_id}:{version}:{reader}"
