"""Cards of many customers that change hands together, for the manager, each new owner and each former one."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.cards import BatchCard, BriefCard, BriefsCard, Leaver, MovedOnsCard, ReassignmentsCard, Together
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations.assigning.deciding import former_owner
from operations.customers import seeing
from operations.office import Office
from storage import audit, batches, customers, people, pool, reassignments
from storage.reassignments import Reassignment

MOST_DECISIONS = 8  # on one message, so that it stays within Slack's 50 blocks
LOOKED_BACK_DAYS = 30
IN_DETAIL = 6  # customers on one brief with their history, so that it stays within what Slack takes


def reassignments_card(tx: Connection, manager_id: str, opened_at: datetime, *, workspace_id: str) -> ReassignmentsCard:
    """What a manager was asked about at one instant, the undecided first."""
    asked = reassignments.opened_at(tx, workspace_id=workspace_id, manager_id=manager_id, at=opened_at)
    undecided = [one for one in asked if one.state == "open"]
    ordered = sorted(asked, key=lambda one: one.state != "open")
    shown = tuple(seeing.reassignment_card(tx, one, workspace_id=workspace_id) for one in ordered[:MOST_DECISIONS])
    leaver = _leaver(tx, undecided[0], opened_at, workspace_id=workspace_id) if undecided else None
    suggested = sum(one.suggested_id is not None for one in undecided)
    together = Together(manager_id, opened_at, len(undecided), suggested, leaver)
    return ReassignmentsCard(shown, max(0, len(asked) - MOST_DECISIONS), together=together)


def read_together(
    office: Office, *, workspace_id: str, asker: Person, manager_id: str, opened_at: datetime
) -> Together:
    """The card's facts for its form. Raises Refusal: not_allowed, decided_already."""
    with office.database.read() as tx:
        for one in reassignments.opened_at(tx, workspace_id=workspace_id, manager_id=manager_id, at=opened_at):
            former = former_owner(tx, one, workspace_id=workspace_id)
            if not may_manage(asker, team_id=former.team_id if former else None):
                raise Refusal("not_allowed")
        card = reassignments_card(tx, manager_id, opened_at, workspace_id=workspace_id)
    if card.together is None or not card.together.open:
        raise Refusal("decided_already")
    return card.together


def _leaver(tx: Connection, one: Reassignment, left_at: datetime, *, workspace_id: str) -> Leaver | None:
    """What somebody who left took out of the company's before; None where nobody left."""
    person = people.person(tx, workspace_id=workspace_id, person_id=one.from_owner or "")
    if one.why != "left" or person is None:
        return None
    since = left_at - timedelta(days=LOOKED_BACK_DAYS)
    key = {"workspace_id": workspace_id, "actor_id": person.person_id}
    exports = audit.count(tx, **key, what="exported", since=since)
    views = pool.count_views(tx, workspace_id=workspace_id, person_id=person.person_id, since=since.date())
    return Leaver(person.name, LOOKED_BACK_DAYS, exports, views)


def batch_card(tx: Connection, batch_id: str, *, workspace_id: str) -> BatchCard:
    """Who got how many, what was skipped and why."""
    moves = batches.moves(tx, workspace_id=workspace_id, batch_id=batch_id)
    given = Counter(one.owner_id for one in moves if one.state == "done" and one.owner_id)
    named = people.names(tx, workspace_id=workspace_id, person_ids=set(given))
    skipped = {one.customer_id: one for one in moves if one.state == "skipped"}
    about = customers.customers(tx, workspace_id=workspace_id, customer_ids=list(skipped))
    return BatchCard(
        total=len(moves),
        to_go=sum(one.state == "open" for one in moves),
        given=tuple((named.get(who, who), n) for who, n in given.most_common()),
        skipped=tuple((one.name, skipped[one.customer_id].why or "", skipped[one.customer_id].facts) for one in about),
    )


def briefs_card(
    tx: Connection, batch_id: str, *, workspace_id: str, reader: Person, now: datetime
) -> BriefsCard | BriefCard | None:
    """What the reader got by a batch and still has; one customer alone is a brief like any other."""
    mine = [
        one
        for one in batches.moves(tx, workspace_id=workspace_id, batch_id=batch_id)
        if one.state == "done" and one.owner_id == reader.person_id
    ]
    epochs = {one.customer_id: one.epoch for one in mine}
    held = [
        one
        for one in customers.customers(tx, workspace_id=workspace_id, customer_ids=list(epochs))
        if one.owner_id == reader.person_id and one.owner_epoch == epochs[one.customer_id] + 1
    ]
    held.sort(key=lambda one: (one.protected_until or now, one.name))
    rows = tuple(
        brief_card(tx, one.customer_id, one.owner_epoch, workspace_id=workspace_id, reader=reader, now=now)
        for one in held[:IN_DETAIL]
    )
    briefs = tuple(one for one in rows if one)
    if not briefs:
        return None
    return briefs[0] if len(held) == 1 else BriefsCard(briefs, tuple(one.name for one in held[IN_DETAIL:]))


def brief_card(
    tx: Connection, customer_id: str, epoch: int, *, workspace_id: str, reader: Person, now: datetime
) -> BriefCard | None:
    """The hand-over brief of one customer; None once it has moved on."""
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None or customer.owner_epoch != epoch:
        return None
    before = reassignments.reassignment(tx, workspace_id=workspace_id, customer_id=customer_id, epoch=epoch - 1)
    from_owner = before.from_owner if before else None
    named = people.names(tx, workspace_id=workspace_id, person_ids={from_owner})
    card = seeing.card(tx, customer, workspace_id=workspace_id, asker=reader, now=now)
    return BriefCard(card, before.why if before else None, named.get(from_owner or ""))


def moved_ons_card(tx: Connection, batch_id: str, *, workspace_id: str, reader: Person) -> MovedOnsCard | None:
    """What was the reader's and has a new owner by this batch."""
    rows = []
    for move in batches.moves(tx, workspace_id=workspace_id, batch_id=batch_id):
        key = {"workspace_id": workspace_id, "customer_id": move.customer_id}
        decision = reassignments.reassignment(tx, **key, epoch=move.epoch)
        customer = customers.customer(tx, **key)
        if move.state != "done" or customer is None or decision is None or decision.from_owner != reader.person_id:
            continue
        if move.owner_id != reader.person_id:
            named = people.names(tx, workspace_id=workspace_id, person_ids={move.owner_id})
            rows.append((customer.name, named.get(move.owner_id or "", "")))
    return MovedOnsCard(tuple(rows)) if rows else None
