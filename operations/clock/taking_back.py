"""Taking a move back, within a day and while nothing has happened since: a sweep, or a manager's assignment."""

from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer
from crm.notices.conversation import Word
from crm.notices.ownership import HandedOver
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.assigning.deciding import ask, former_owner, open_decision, redraw
from operations.clock.clockwork import Clocks, read_clocks
from operations.clock.ownership import let_go, take
from operations.members import meet
from operations.office import Office
from storage import claims, customers, people, reassignments
from storage.outbox import Priority
from storage.reassignments import Reassignment


def take_back(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, epoch: int, now: datetime
) -> Customer:
    """Undo a sweep: the former owner has the customer again, with time to be warned. Undo an assignment: the customer
    waits for a decision again. `epoch`: the one it waited in, as the card says.

    Raises Refusal: not_allowed, no_customer, moved_on, undo_over, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        decision = reassignments.reassignment(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if decision is None or customer is None:
            raise Refusal("no_customer")
        former = former_owner(tx, decision, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        customer = customers.held(tx, customer, workspace_id=workspace_id)
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        _check(tx, customer, decision, workspace_id=workspace_id, clocks=clocks, now=now)
        undo = _unassign if decision.state == "assigned" else _unsweep
        moved = undo(
            tx, customer, decision, workspace_id=workspace_id, actor=actor, former=former, clocks=clocks, now=now
        )
        redraw(tx, decision.manager_id, decision.opened_at, workspace_id=workspace_id, now=now)
        return moved


def _check(
    tx: Connection, customer: Customer, decision: Reassignment, *, workspace_id: str, clocks: Clocks, now: datetime
) -> None:
    """Only a sweep or an assignment, only soon after it, and only while the epoch it began still runs."""
    then = decision.epoch + (1 if decision.state == "assigned" else 0)
    began = claims.line_of(tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=then)
    if began is None or began.event not in ("swept", "assigned"):
        raise Refusal("moved_on")
    owner = people.person(tx, workspace_id=workspace_id, person_id=decision.from_owner or "")
    rule = clocks.of(owner, customer).rule
    if refused := pool.may_undo(now, moved_at=began.at, epoch_then=then, epoch_now=customer.owner_epoch, rule=rule):
        raise refused


def _unsweep(
    tx: Connection,
    customer: Customer,
    decision: Reassignment,
    *,
    workspace_id: str,
    actor: Person,
    former: Person | None,
    clocks: Clocks,
    now: datetime,
) -> Customer:
    if former is None or former.deactivated:
        raise Refusal("unknown_person")
    who = actor.person_id
    owned = take(
        tx, customer, workspace_id=workspace_id, owner=former, how="undone", actor_id=who, clocks=clocks, now=now
    )
    _mark(tx, decision, workspace_id=workspace_id, actor=actor, now=now)
    brief = HandedOver(owned.customer_id, owned.owner_epoch)
    mail.post(tx, brief, workspace_id=workspace_id, to=former.person_id, now=now, priority=Priority.REASSIGNMENT)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=former.person_id, now=now)
    return owned


def _unassign(
    tx: Connection,
    customer: Customer,
    decision: Reassignment,
    *,
    workspace_id: str,
    actor: Person,
    former: Person | None,
    clocks: Clocks,
    now: datetime,
) -> Customer:
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    clock_ = clocks.of(owner, customer)
    why, who = decision.why, actor.person_id
    gone = let_go(
        tx, customer, workspace_id=workspace_id, event="undone", why=why, actor_id=who, clock_=clock_, now=now
    )
    if gone is None or owner is None:
        raise Refusal("moved_on")
    _mark(tx, decision, workspace_id=workspace_id, actor=actor, now=now)
    manager = open_decision(tx, gone, workspace_id=workspace_id, former=former, why=why, clock_=clock_, now=now)
    if manager:
        ask(tx, manager, workspace_id=workspace_id, now=now)
    mail.post(tx, Word("taken_back", gone.name), workspace_id=workspace_id, to=owner.person_id, now=now)
    for person_id in {owner.person_id, manager.person_id if manager else owner.person_id}:
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
    return gone


def _mark(tx: Connection, decision: Reassignment, *, workspace_id: str, actor: Person, now: datetime) -> None:
    reassignments.decide(
        tx,
        workspace_id=workspace_id,
        customer_id=decision.customer_id,
        epoch=decision.epoch,
        state="undone",
        decided_by=actor.person_id,
        now=now,
    )
