"""Many customers given at once, from one card: as suggested, or shared out among people a manager chose.

The order is kept with its moves; a job carries them out, one customer a transaction, so that a crash or a refusal stops
only one. At its end each new owner gets one brief of all, each former owner one word, and the manager who got what.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.moves import Batch, Move
from crm.notices.ownership import BatchTold, HandedOverTogether, MovedOnTogether
from crm.people import Person, may_manage
from crm.refusal import Refusal
from crm.suggest import split
from operations import mail
from operations.assigning.deciding import candidates, cooling, former_owner, redraw
from operations.assigning.giving import give
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import batches, claims, customers, people, reassignments
from storage.ids import new_id
from storage.outbox import Priority
from storage.reassignments import Reassignment

log = logging.getLogger(__name__)

AT_ONCE = 40  # moves a turn; then it says how far it is, and other jobs have theirs


def assign_as_suggested(
    office: Office, *, workspace_id: str, actor_id: str, manager_id: str, opened_at: datetime, now: datetime
) -> None:
    """Give everything still undecided on a card to whom it suggests. Raises Refusal: not_allowed, decided_already,
    under_way."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        undecided = _undecided(tx, actor, manager_id, opened_at, workspace_id=workspace_id)
        moves = [_move(one, one.suggested_id) for one in undecided]
        batch = Batch(new_id(now), actor_id, manager_id, opened_at, now)
        _order(tx, batch, moves, workspace_id=workspace_id)


def hand_over(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    manager_id: str,
    opened_at: datetime,
    to: Sequence[str],
    reason: str | None,
    now: datetime,
) -> None:
    """Share out everything still undecided on a card evenly among these people; `reason` lifts the cooldown.

    Raises Refusal: not_allowed, decided_already, under_way, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        undecided = _undecided(tx, actor, manager_id, opened_at, workspace_id=workspace_id)
        chosen = [people.person(tx, workspace_id=workspace_id, person_id=one) for one in to]
        reps = [one for one in chosen if one and not one.deactivated]
        if not reps or len(reps) < len(chosen):
            raise Refusal("unknown_person")
        shared = _share(tx, undecided, reps, workspace_id=workspace_id, lifted=bool(reason), now=now)
        moves = [_move(one, shared[one.customer_id]) for one in undecided]
        batch = Batch(new_id(now), actor_id, manager_id, opened_at, now, reason or None)
        _order(tx, batch, moves, workspace_id=workspace_id)


def run_batches(office: Office, *, now: datetime) -> int:
    """Carry on with every batch under way, for a turn; returns how many moves were settled."""
    with office.database.read() as tx:
        running = batches.under_way(tx)
    return sum(_run(office, workspace_id, batch, now) for workspace_id, batch in running)


def _run(office: Office, workspace_id: str, batch: Batch, now: datetime) -> int:
    with office.database.read() as tx:
        moves = batches.moves(tx, workspace_id=workspace_id, batch_id=batch.batch_id)
    to_go = [one for one in moves if one.state == "open"]
    for move in to_go[:AT_ONCE]:
        _carry_out(office, workspace_id, batch, move, now)
    with office.database.begin() as tx:
        if len(to_go) > AT_ONCE:
            _tell_progress(tx, batch, workspace_id=workspace_id, now=now)
        elif batches.finish(tx, workspace_id=workspace_id, batch_id=batch.batch_id):
            _tell_all(tx, batch, workspace_id=workspace_id, now=now)
    return len(to_go[:AT_ONCE])


def _carry_out(office: Office, workspace_id: str, batch: Batch, move: Move, now: datetime) -> None:
    """One customer, one transaction; a refusal is kept with the move, and the others go on."""
    key: dict[str, Any] = {
        "workspace_id": workspace_id,
        "batch_id": batch.batch_id,
        "customer_id": move.customer_id,
    }
    try:
        with office.database.begin() as tx:
            if not batches.settle_move(tx, **key, state="done"):
                return
            if move.owner_id is None:
                raise Refusal("nobody_free")
            give(
                tx,
                workspace_id=workspace_id,
                actor=meet(tx, workspace_id=workspace_id, person_id=batch.actor_id),
                customer_id=move.customer_id,
                epoch=move.epoch,
                owner_id=move.owner_id,
                reason=batch.reason,
                alone=False,
                now=now,
            )
    except Refusal as refusal:
        facts = [(name, str(fact)) for name, fact in refusal.facts.items()]
        _skip(office, key, refusal.code, facts)
    except Exception:
        log.exception("customer %s could not be moved; the others go on", move.customer_id)
        _skip(office, key, "not_moved", [])


def _skip(office: Office, key: dict[str, Any], why: str, facts: Sequence[tuple[str, str]]) -> None:
    with office.database.begin() as tx:
        batches.settle_move(tx, **key, state="skipped", why=why, facts=facts)


def _undecided(
    tx: Connection, actor: Person, manager_id: str, opened_at: datetime, *, workspace_id: str
) -> list[Reassignment]:
    asked = reassignments.opened_at(tx, workspace_id=workspace_id, manager_id=manager_id, at=opened_at)
    undecided = [one for one in asked if one.state == "open"]
    if not undecided:
        raise Refusal("decided_already")
    for one in undecided:
        former = former_owner(tx, one, workspace_id=workspace_id)
        if not may_manage(actor, team_id=former.team_id if former else None):
            raise Refusal("not_allowed")
    return undecided


def _share(
    tx: Connection,
    undecided: Sequence[Reassignment],
    reps: Sequence[Person],
    *,
    workspace_id: str,
    lifted: bool,
    now: datetime,
) -> dict[str, str | None]:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    clock_ = clocks.of(reps[0])
    found = candidates(tx, reps, workspace_id=workspace_id, clocks=clocks)
    ids = [one.customer_id for one in undecided]
    graded = [
        (one.customer_id, one.grade) for one in customers.customers(tx, workspace_id=workspace_id, customer_ids=ids)
    ]
    barred: dict[str, list[str]] = {}
    for customer_id in ids if not lifted else ():
        history = claims.tenures(tx, workspace_id=workspace_id, customer_id=customer_id)
        barred[customer_id] = [rep.person_id for rep in reps if cooling(rep, history, clocks.of(rep), now)]
    return split(graded, found, barred=barred, holding_cap=clock_.rule.holding_cap)


def _move(one: Reassignment, owner_id: str | None) -> Move:
    return Move(one.customer_id, one.epoch, owner_id)


def _order(tx: Connection, batch: Batch, moves: Sequence[Move], *, workspace_id: str) -> None:
    if not batches.order(tx, batch, moves, workspace_id=workspace_id):
        raise Refusal("under_way")
    slip, key = BatchTold(batch.batch_id), _told_key(batch)
    mail.post(tx, slip, workspace_id=workspace_id, to=batch.actor_id, now=batch.ordered_at, key=key)


def _tell_progress(tx: Connection, batch: Batch, *, workspace_id: str, now: datetime) -> None:
    mail.edit_keyed(tx, workspace_id=workspace_id, key=_told_key(batch), now=now)


def _tell_all(tx: Connection, batch: Batch, *, workspace_id: str, now: datetime) -> None:
    """Once a person: the brief to each new owner, a word to each former one; the cards are drawn again."""
    done = [one for one in batches.moves(tx, workspace_id=workspace_id, batch_id=batch.batch_id) if one.state == "done"]
    owners = {one.owner_id for one in done if one.owner_id}
    for owner_id in sorted(owners):
        brief = HandedOverTogether(batch.batch_id)
        mail.post(tx, brief, workspace_id=workspace_id, to=owner_id, now=now, priority=Priority.REASSIGNMENT)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=owner_id, now=now)
    for former in _former_owners(tx, done, workspace_id=workspace_id):
        word = MovedOnTogether(batch.batch_id)
        mail.post(tx, word, workspace_id=workspace_id, to=former, now=now, priority=Priority.REMINDER)
    redraw(tx, batch.manager_id, batch.opened_at, workspace_id=workspace_id, now=now)
    _tell_progress(tx, batch, workspace_id=workspace_id, now=now)


def _former_owners(tx: Connection, done: Sequence[Move], *, workspace_id: str) -> list[str]:
    """Who of the former owners still works here and did not get their own back."""
    found: set[str] = set()
    for move in done:
        decision = reassignments.reassignment(
            tx, workspace_id=workspace_id, customer_id=move.customer_id, epoch=move.epoch
        )
        former = former_owner(tx, decision, workspace_id=workspace_id)
        if former and not former.deactivated and former.person_id != move.owner_id:
            found.add(former.person_id)
    return sorted(found)


def _told_key(batch: Batch) -> str:
    return f"batch:{batch.batch_id}"
