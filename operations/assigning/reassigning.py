"""Pooled customers find a new owner: the manager's decision, claims from the pool, letting go, asking for time."""

from datetime import date, datetime, time

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer
from crm.notices.conversation import CustomerAnswer, LetGoOffered, Word
from crm.notices.ownership import Rests
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.assigning.deciding import ask, former_owner, open_decision, settle
from operations.assigning.giving import check_claim, give, known_customer, pooled_customer, tell_of_assignment
from operations.clock.clockwork import Clock, read_clocks
from operations.clock.ownership import just_taken, let_go, take
from operations.clock.warned import refresh_warnings
from operations.members import meet
from operations.office import Office
from storage import pool as waits
from storage import reassignments

WAKES = time(9)  # what rested comes back at this hour of its day, when people are at work


def assign(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    customer_id: str,
    epoch: int | None,
    owner_id: str,
    now: datetime,
    override: str | None = None,
) -> Customer:
    """A manager gives a pooled customer to a rep: contacts, plans and history go along, one notice each.

    `epoch` is what the manager saw, None for "as it is now". `override`: a reason that lifts the cooldown.
    Raises Refusal: not_allowed, no_customer, just_taken, owned, needs_reason, holding_cap, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        given = give(
            tx,
            workspace_id=workspace_id,
            actor=actor,
            customer_id=customer_id,
            epoch=epoch,
            owner_id=owner_id,
            reason=override,
            now=now,
        )
        tell_of_assignment(tx, given, workspace_id=workspace_id, now=now)
        return given.customer


def open_to_all(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, epoch: int, now: datetime
) -> None:
    """A manager lets anybody claim a pooled customer. Raises Refusal: not_allowed, just_taken."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        waiting = reassignments.reassignment(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        former = former_owner(tx, waiting, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        if not settle(tx, waiting, workspace_id=workspace_id, state="opened", actor_id=actor_id, now=now):
            raise just_taken(
                tx, known_customer(tx, workspace_id=workspace_id, customer_id=customer_id), workspace_id=workspace_id
            )


def claim(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime, tell: bool = True
) -> Customer:
    """A rep takes a customer from the pool, and sees its card in the DM unless the caller shows it.

    Raises Refusal: no_customer, just_taken, awaits_manager, resting, frozen, cooldown, day_cap, holding_cap.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        owned = take_free(tx, workspace_id=workspace_id, person=person, customer_id=customer_id, now=now)
        if tell:
            mail.post(tx, CustomerAnswer(customer_id), workspace_id=workspace_id, to=person_id, now=now)
        return owned


def take_free(tx: Connection, *, workspace_id: str, person: Person, customer_id: str, now: datetime) -> Customer:
    """Step inside a transaction: a rep takes a customer from the pool. Raises as claim."""
    who = {"workspace_id": workspace_id, "customer_id": customer_id}
    customer = pooled_customer(tx, **who, epoch=None)
    waiting = reassignments.reassignment(tx, **who, epoch=customer.owner_epoch)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    check_claim(tx, customer, waiting, workspace_id=workspace_id, claimant=person, clocks=clocks, now=now)
    owned = take(
        tx,
        customer,
        workspace_id=workspace_id,
        owner=person,
        how="claimed",
        actor_id=person.person_id,
        clocks=clocks,
        now=now,
    )
    waits.leave(tx, **who, person_id=person.person_id)
    settle(tx, waiting, workspace_id=workspace_id, state="claimed", actor_id=person.person_id, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=person.person_id, now=now)
    return owned


def release(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    customer_id: str,
    why: str,
    now: datetime,
    wakes_on: date | None = None,
    offer: tuple[str, str] | None = None,
) -> Customer:
    """An owner lets a customer go, with a reason (crm.pool.ReturnReason); "later" needs the local day it comes back on.
    `offer`: channel and ts of the message that offered it, worded again.

    Raises Refusal: not_yours, reason_needed, wake_date_needed, just_taken.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = known_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer.owner_id != person_id:
            raise Refusal("not_yours", customer=customer.name)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
        if refused := pool.may_return(why, wakes_on=wakes_on, today=clock_.calendar.local_date(now)):
            raise refused
        later = wakes_on if why == "later" else None
        gone = let_go(
            tx,
            customer,
            workspace_id=workspace_id,
            event="released",
            why=why,
            actor_id=person_id,
            clock_=clock_,
            now=now,
            wakes_at=clock_.calendar.at(later, WAKES) if later else None,
        )
        if gone is None:
            raise just_taken(tx, customer, workspace_id=workspace_id)
        slip = Rests(customer_id, gone.owner_epoch) if later else Word("released", gone.name)
        mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
        refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
        if offer:
            said = LetGoOffered(customer_id)
            mail.edit(tx, said, workspace_id=workspace_id, person_id=person_id, channel=offer[0], ts=offer[1], now=now)
        if later is None:
            _ask_manager(tx, gone, workspace_id=workspace_id, former=person, why=why, clock_=clock_, now=now)
        return gone


def _ask_manager(
    tx: Connection, gone: Customer, *, workspace_id: str, former: Person, why: str, clock_: Clock, now: datetime
) -> None:
    manager = open_decision(tx, gone, workspace_id=workspace_id, former=former, why=why, clock_=clock_, now=now)
    if manager:
        ask(tx, manager, workspace_id=workspace_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)
