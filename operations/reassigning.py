"""Pooled customers find a new owner: the manager's decision, claims from the pool, letting go, asking for time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm import pool
from crm.customers import Customer, CustomerState
from crm.notices import CustomerAnswer, HandedOver, MovedOn, ReassignmentAsked, Word
from crm.people import Person, Role, may_manage
from crm.pool import Claimant, Pooled
from crm.refusal import Refusal
from crm.suggest import Candidate, Suggestion, suggest_rep
from operations import mail
from operations.clockwork import Clock, Clocks, read_clocks
from operations.members import meet
from operations.office import Office
from operations.ownership import just_taken, let_go, take
from operations.recording import refresh_warnings
from storage import claims, customers, people, reassignments
from storage.outbox import Priority
from storage.reassignments import Reassignment


def open_decision(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    former: Person | None,
    why: str,
    clock_: Clock,
    now: datetime,
) -> Person | None:
    """Inside a transaction: a pooled customer waits for a manager, with a suggestion. Returns who is asked, if anybody."""
    team_id = former.team_id if former else None
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=team_id)
    manager = leaders[0] if leaders else None
    suggestion = suggest(tx, customer, workspace_id=workspace_id, team_id=team_id, clock_=clock_, now=now)
    reassignments.open_(
        tx,
        Reassignment(
            customer.customer_id,
            customer.owner_epoch,
            manager.person_id if manager else None,
            former.person_id if former else None,
            why,
            suggestion.person_id if suggestion else None,
            suggestion.why if suggestion else None,
            now,
            clock_.calendar.add_working_hours(now, clock_.rule.assign_sla_hours),
        ),
        workspace_id=workspace_id,
    )
    return manager


def suggest(
    tx: Connection, customer: Customer, *, workspace_id: str, team_id: str | None, clock_: Clock, now: datetime
) -> Suggestion | None:
    """The rep with room for it; a former owner in cooldown is never suggested."""
    held = claims.open_counts(tx, workspace_id=workspace_id)
    assigned = claims.last_assigned(tx, workspace_id=workspace_id)
    history = claims.tenures(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    candidates = [
        Candidate(
            person_id=rep.person_id,
            team_id=rep.team_id,
            held=held.get(rep.person_id, 0),
            last_assigned_at=assigned.get(rep.person_id),
            in_cooldown=_cooling(rep, history, clock_, now),
        )
        for rep in people.people(tx, workspace_id=workspace_id)
        if rep.role == Role.REP and rep.team_id is not None
    ]
    return suggest_rep(candidates, team_id=team_id, grade=customer.grade, holding_cap=clock_.rule.holding_cap)


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
    Raises Refusal: not_allowed, no_customer, just_taken, needs_reason, holding_cap, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        customer = _pooled(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        waiting = reassignments.reassignment(
            tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
        )
        former = _former(tx, waiting, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
        if owner is None or owner.deactivated:
            raise Refusal("unknown_person")
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        _check_claim(
            tx,
            customer,
            waiting,
            workspace_id=workspace_id,
            claimant=owner,
            clocks=clocks,
            now=now,
            assigned=True,
            override=bool(override),
        )
        owned = take(
            tx,
            customer,
            workspace_id=workspace_id,
            owner=owner,
            how="assigned",
            actor_id=actor_id,
            clocks=clocks,
            now=now,
            reason=override,
        )
        _settle(tx, waiting, workspace_id=workspace_id, state="assigned", actor_id=actor_id, now=now)
        _tell_of_assignment(tx, owned, workspace_id=workspace_id, owner=owner, former=former, now=now)
        return owned


def open_to_all(
    office: Office, *, workspace_id: str, actor_id: str, customer_id: str, epoch: int, now: datetime
) -> None:
    """A manager lets anybody claim a pooled customer. Raises Refusal: not_allowed, just_taken."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        waiting = reassignments.reassignment(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch)
        former = _former(tx, waiting, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
        if not _settle(tx, waiting, workspace_id=workspace_id, state="opened", actor_id=actor_id, now=now):
            raise just_taken(
                tx, _known(tx, workspace_id=workspace_id, customer_id=customer_id), workspace_id=workspace_id
            )


def claim(office: Office, *, workspace_id: str, person_id: str, customer_id: str, now: datetime) -> Customer:
    """A rep takes a customer from the pool.

    Raises Refusal: no_customer, just_taken, awaits_manager, resting, frozen, cooldown, day_cap, holding_cap.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _pooled(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=None)
        waiting = reassignments.reassignment(
            tx, workspace_id=workspace_id, customer_id=customer_id, epoch=customer.owner_epoch
        )
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        _check_claim(tx, customer, waiting, workspace_id=workspace_id, claimant=person, clocks=clocks, now=now)
        owned = take(
            tx,
            customer,
            workspace_id=workspace_id,
            owner=person,
            how="claimed",
            actor_id=person_id,
            clocks=clocks,
            now=now,
        )
        _settle(tx, waiting, workspace_id=workspace_id, state="claimed", actor_id=person_id, now=now)
        mail.post(tx, CustomerAnswer(customer_id), workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
        return owned


def release(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, why: str, now: datetime
) -> Customer:
    """An owner lets a customer go, with a reason (crm.pool.ReturnReason). Refusal: not_yours, reason_needed, just_taken."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer.owner_id != person_id:
            raise Refusal("not_yours", customer=customer.name)
        clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(person, customer)
        if refused := pool.may_return(why, wakes_on=None, today=clock_.calendar.local_date(now)):
            raise refused
        gone = let_go(
            tx,
            customer,
            workspace_id=workspace_id,
            event="released",
            why=why,
            actor_id=person_id,
            clock_=clock_,
            now=now,
        )
        if gone is None:
            raise just_taken(tx, customer, workspace_id=workspace_id)
        manager = open_decision(tx, gone, workspace_id=workspace_id, former=person, why=why, clock_=clock_, now=now)
        for reader in {person_id, manager.person_id if manager else person_id}:
            mail.republish_home(tx, workspace_id=workspace_id, person_id=reader, now=now)
        mail.post(tx, Word("released", gone.name), workspace_id=workspace_id, to=person_id, now=now)
        refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
        if manager:
            ask(tx, manager, workspace_id=workspace_id, now=now)
        return gone


def ask(tx: Connection, manager: Person, *, workspace_id: str, now: datetime, after: timedelta = timedelta()) -> None:
    """Inside a transaction: one card for all that came up at this instant; one that was sent already is worded again."""
    key = card_key(manager.person_id, now)
    slip, rank = ReassignmentAsked(now), Priority.REASSIGNMENT
    posted = mail.post(
        tx, slip, workspace_id=workspace_id, to=manager.person_id, now=now, priority=rank, key=key, after=after
    )
    if posted is None:
        mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)


def card_key(manager_id: str, opened_at: datetime) -> str:
    """The outbox key of the card that asked a manager about everything that came up at one instant."""
    return f"reassign:{manager_id}:{opened_at.isoformat()}"


def _check_claim(
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
    claims.hold_person(tx, workspace_id=workspace_id, person_id=claimant.person_id)
    clock_ = clocks.of(claimant, customer)
    midnight = clock_.calendar.at(clock_.calendar.local_date(now), now.min.time())
    refused = pool.may_claim(
        Claimant(
            claimant.person_id,
            claimant.team_id,
            claims.claims_since(tx, workspace_id=workspace_id, owner_id=claimant.person_id, since=midnight),
            claims.open_counts(tx, workspace_id=workspace_id).get(claimant.person_id, 0),
        ),
        _pooled_facts(customer, waiting, now),
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


def _pooled_facts(customer: Customer, waiting: Reassignment | None, now: datetime) -> Pooled:
    opened = waiting is None or waiting.state == "opened"
    expired = customer.pool_reason == "expired"
    return Pooled(
        customer.pooled_at or now,
        "expired" if expired else "new" if customer.pooled_at is None else "released",
        opened=opened,
    )


def _cooling(rep: Person, history: tuple[pool.Tenure, ...], clock_: Clock, now: datetime) -> bool:
    until = pool.cooldown_until(
        Claimant(rep.person_id, rep.team_id), history, rule=clock_.rule, calendar=clock_.calendar
    )
    return until is not None and now < until


def _known(tx: Connection, *, workspace_id: str, customer_id: str) -> Customer:
    found = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if found is None or found.state == CustomerState.ARCHIVED:
        raise Refusal("no_customer")
    return found


def _pooled(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int | None) -> Customer:
    customer = _known(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer.owner_id is not None or (epoch is not None and customer.owner_epoch != epoch):
        raise just_taken(tx, customer, workspace_id=workspace_id)
    return customer


def _former(tx: Connection, waiting: Reassignment | None, *, workspace_id: str) -> Person | None:
    if waiting is None or waiting.from_owner is None:
        return None
    return people.person(tx, workspace_id=workspace_id, person_id=waiting.from_owner)


def _settle(
    tx: Connection, waiting: Reassignment | None, *, workspace_id: str, state: str, actor_id: str, now: datetime
) -> bool:
    """Close the decision and word the manager's card again."""
    if waiting is None:
        return False
    decided = reassignments.decide(
        tx,
        workspace_id=workspace_id,
        customer_id=waiting.customer_id,
        epoch=waiting.epoch,
        state=state,
        decided_by=actor_id,
        now=now,
    )
    if decided and waiting.manager_id:
        mail.edit_keyed(tx, workspace_id=workspace_id, key=card_key(waiting.manager_id, waiting.opened_at), now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=waiting.manager_id, now=now)
    return decided


def _tell_of_assignment(
    tx: Connection, owned: Customer, *, workspace_id: str, owner: Person, former: Person | None, now: datetime
) -> None:
    brief = HandedOver(owned.customer_id, owned.owner_epoch)
    mail.post(tx, brief, workspace_id=workspace_id, to=owner.person_id, now=now, priority=Priority.REASSIGNMENT)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)
    if former and not former.deactivated and former.person_id != owner.person_id:
        moved = MovedOn(owned.customer_id, owned.owner_epoch)
        mail.post(tx, moved, workspace_id=workspace_id, to=former.person_id, now=now, priority=Priority.REMINDER)
