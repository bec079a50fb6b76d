"""Steps inside a transaction that give a pooled customer to a person: what is checked first, and who hears of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer, CustomerState
from crm.notices.ownership import HandedOver, MovedOn
from crm.people import Person
from crm.pool import Claimant, Pooled, PooledWhy
from crm.refusal import Refusal
from operations import mail
from operations.assigning import holdings
from operations.assigning.deciding import former_owner, settle
from operations.clock.clockwork import Clock, Clocks, read_clocks
from operations.clock.ownership import just_taken, take
from operations.customers.whose import manages
from storage import claims, customers, people, reassignments
from storage import pool as waits
from storage.outbox import Priority
from storage.reassignments import Reassignment


@dataclass(frozen=True)
class Given:
    """A customer that has a new owner, and whose it was."""

    customer: Customer
    owner: Person
    former: Person | None


def give(
    tx: Connection,
    *,
    workspace_id: str,
    actor: Person,
    customer_id: str,
    epoch: int | None,
    owner_id: str,
    now: datetime,
    reason: str | None = None,
    alone: bool = True,
) -> Given:
    """A manager gives a pooled customer to a rep: contacts, plans and history go along. `alone`: no batch draws the
    manager's card again at its end.

    Raises Refusal: not_allowed, no_customer, just_taken, owned, needs_reason, holding_cap, unknown_person.
    """
    if epoch is None:
        _say_whose(known_customer(tx, workspace_id=workspace_id, customer_id=customer_id))
    customer = pooled_customer(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
    waiting = reassignments.reassignment(
        tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
    )
    former = former_owner(tx, waiting, workspace_id=workspace_id)
    if not manages(tx, customer, workspace_id=workspace_id, actor=actor):
        raise Refusal("not_allowed")
    owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
    if owner is None or owner.deactivated:
        raise Refusal("unknown_person")
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    check_claim(
        tx,
        customer,
        waiting,
        workspace_id=workspace_id,
        claimant=owner,
        clocks=clocks,
        now=now,
        assigned=True,
        override=bool(reason),
    )
    owned = take(
        tx,
        customer,
        workspace_id=workspace_id,
        owner=owner,
        how="assigned",
        actor_id=actor.person_id,
        clocks=clocks,
        now=now,
        reason=reason,
    )
    waits.leave(tx, workspace_id=workspace_id, customer_id=customer_id, person_id=owner_id)
    settle(
        tx, waiting, workspace_id=workspace_id, state="assigned", actor_id=actor.person_id, now=now, drawn_again=alone
    )
    return Given(owned, owner, former)


def check_claim(
    tx: Connection,
    customer: Customer,
    waiting: Reassignment | None,
    *,
    workspace_id: str,
    claimant: Person,
    clocks: Clocks,
    now: datetime,
    assigned: bool = False,
    override: bool = False,
) -> None:
    """Raises Refusal: see crm.pool.may_claim; for a manager who gives it the cooldown is needs_reason."""
    claims.hold_person(tx, workspace_id=workspace_id, person_id=claimant.person_id)
    clock_ = clocks.of(claimant, customer)
    midnight = clock_.calendar.at(clock_.calendar.local_date(now), now.min.time())
    refused = pool.may_claim(
        Claimant(
            claimant.person_id,
            claimant.team_id,
            claims.claims_since(tx, workspace_id=workspace_id, owner_id=claimant.person_id, since=midnight),
            holdings.counted(tx, [claimant], workspace_id=workspace_id, clocks=clocks)[claimant.person_id],
        ),
        pooled_facts(customer, waiting, clock_, now=now),
        claims.tenures(tx, workspace_id=workspace_id, customer_id=customer.customer_id),
        now=now,
        rule=clock_.rule,
        calendar=clock_.calendar,
        assigned=assigned,
        override=override,
    )
    if refused and assigned and refused.code == "cooldown":
        raise Refusal("needs_reason", rep=claimant.name, until=refused.facts["until"])
    if refused:
        raise refused


def pooled_facts(customer: Customer, waiting: Reassignment | None, clock_: Clock, *, now: datetime) -> Pooled:
    """A pooled customer as the rules of claiming look at it."""
    opened = waiting is None or waiting.state == "opened"
    wakes_on = clock_.calendar.local_date(customer.wakes_at) if customer.wakes_at else None
    return Pooled(customer.pooled_at or now, _came_as(customer), wakes_on, opened=opened)


def _came_as(customer: Customer) -> PooledWhy:
    """How a customer came to be free, as far as claiming goes."""
    if customer.pooled_at is None:
        return "new"
    whys: dict[str | None, PooledWhy] = {"expired": "expired", "left": "left", "inquiry": "new"}
    return whys.get(customer.pool_reason, "released")


def known_customer(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    """Raises Refusal("no_customer")."""
    found = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if found is None or found.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    return found


def _say_whose(customer: Customer) -> None:
    """A manager who names a customer, and has seen no card of it, may not know that it is somebody's."""
    if customer.owner_id is not None:
        raise Refusal("owned", customer=customer.name, owner_id=customer.owner_id)


def pooled_customer(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int | None) -> Customer:
    """A customer nobody owns; where `epoch` is named, still in it. Raises Refusal: no_customer, just_taken."""
    customer = known_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer.owner_id is not None or (epoch is not None and customer.owner_epoch != epoch):
        raise just_taken(tx, customer, workspace_id=workspace_id)
    return customer


def tell_of_assignment(tx: Connection, given: Given, *, workspace_id: str, now: datetime) -> None:
    """The brief to the new owner, a word to the former one."""
    owned, owner, former = given.customer, given.owner, given.former
    brief = HandedOver(owned.customer_id, owned.owner_epoch)
    mail.post(tx, brief, workspace_id=workspace_id, to=owner.person_id, now=now, priority=Priority.REASSIGNMENT)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)
    if former and not former.deactivated and former.person_id != owner.person_id:
        moved = MovedOn(owned.customer_id, owned.owner_epoch)
        mail.post(tx, moved, workspace_id=workspace_id, to=former.person_id, now=now, priority=Priority.REMINDER)
