"""A complaint or a delivery promise is opened, seen to, chased when it is late, and closed with what came of it."""

import logging
from datetime import datetime

from sqlalchemy import Connection

from crm.cards import ComplaintCard
from crm.complaints import Complaint, Kind, escalates_at, usual_due
from crm.customers import Customer, CustomerState
from crm.notices.conversation import ComplaintTold
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock import resetting
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import activities, audit, co_owners, complaints, customers, people, seen
from storage.ids import new_id
from storage.outbox import Priority

log = logging.getLogger(__name__)
BATCH = 200


def open_complaint(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    customer_id: str,
    kind: Kind,
    severity: str | None,
    words: str,
    due_at: datetime | None,
    activity_id: str | None,
    key: str,
    now: datetime,
) -> None:
    """Anybody who hears of one may open it; the customer's owner sees to it. `due_at` None: by its severity.

    `key` names the request, so that it counts once. Raises Refusal: no_customer, in_the_past, no_words.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer is None or customer.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        if not words.strip():
            raise Refusal("no_words")
        if due_at is not None and due_at <= now:
            raise Refusal("in_the_past")
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"complaint:{key}", now=now):
            return
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or person_id) or person
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer).calendar
        due = due_at or usual_due(severity, now=now, calendar=calendar)
        one = Complaint(
            complaint_id=new_id(now),
            customer_id=customer_id,
            kind=kind,
            severity=severity if kind == "complaint" else None,
            words=words.strip()[:3000],
            owner_id=owner.person_id,
            opened_by=person_id,
            opened_at=now,
            due_at=due,
            chase_at=due,
            activity_id=activity_id,
        )
        complaints.add(tx, one, workspace_id=workspace_id)
        _audited(tx, one, workspace_id=workspace_id, actor_id=person_id, what="complaint_opened", now=now)
        _hold(tx, one, workspace_id=workspace_id, actor_id=person_id, now=now)
        _tell(tx, one, "opened", {owner.person_id, person_id}, workspace_id=workspace_id, now=now)


def resolve(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    complaint_id: str,
    resolution: str,
    score: int | None,
    now: datetime,
) -> None:
    """Close it with what was done and how satisfied the customer is. Raises Refusal: complaint_closed, not_allowed,
    no_resolution."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        one = complaints.complaint(tx, workspace_id=workspace_id, complaint_id=complaint_id)
        if one is None or not one.is_open:
            raise Refusal("complaint_closed")
        _require_hand_in_it(tx, one, person, workspace_id=workspace_id)
        if not resolution.strip():
            raise Refusal("no_resolution")
        told = {"resolution": resolution.strip()[:3000], "score": score, "resolved_by": person_id, "resolved_at": now}
        if not complaints.close(tx, workspace_id=workspace_id, complaint_id=complaint_id, state="resolved", **told):
            raise Refusal("complaint_closed")
        _audited(tx, one, workspace_id=workspace_id, actor_id=person_id, what="complaint_resolved", now=now)
        _hold(tx, one, workspace_id=workspace_id, actor_id=person_id, now=now)
        _retell(tx, one, workspace_id=workspace_id, now=now)
        _tell(tx, one, "resolved", {one.opened_by, one.owner_id} - {person_id}, workspace_id=workspace_id, now=now)


def read_complaint(office: Office, *, workspace_id: str, person_id: str, complaint_id: str) -> ComplaintCard:
    """For its form. Raises Refusal: complaint_closed, not_allowed."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        one = complaints.complaint(tx, workspace_id=workspace_id, complaint_id=complaint_id)
        if one is None or not one.is_open:
            raise Refusal("complaint_closed")
        _require_hand_in_it(tx, one, person, workspace_id=workspace_id)
        return complaint_card(tx, one, "opened", workspace_id=workspace_id)


def read_note(office: Office, *, workspace_id: str, person_id: str, activity_id: str) -> tuple[Customer, str]:
    """The customer and the words of a note, for the form. Raises Refusal: undone_already, not_allowed."""
    with office.database.read() as tx:
        activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if activity is None or activity.withdrawn:
            raise Refusal("undone_already")
        if activity.author_id != person_id:
            raise Refusal("not_allowed")
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
        assert customer is not None
        return customer, activity.outcome


def read_open(office: Office, *, workspace_id: str, asker: Person) -> tuple[ComplaintCard, ...]:
    """What is open with the asker, or with those they lead, the nearest due time first."""
    with office.database.read() as tx:
        return open_cards(tx, workspace_id=workspace_id, asker=asker)


def open_cards(tx: Connection, *, workspace_id: str, asker: Person) -> tuple[ComplaintCard, ...]:
    everybody = people.people(tx, workspace_id=workspace_id)
    theirs = [one.person_id for one in everybody if one == asker or (asker.leads and _leads(asker, one))]
    found = complaints.open_of(tx, workspace_id=workspace_id, owners={*theirs, asker.person_id})
    return tuple(complaint_card(tx, one, "opened", workspace_id=workspace_id) for one in found)


def unheard(tx: Connection, kind: str, activity_id: str, *, workspace_id: str) -> str | None:
    """The kind a note is offered to be kept as, unless it was kept as one."""
    kept = complaints.of_activity(tx, workspace_id=workspace_id, activity_id=activity_id, kind=kind)
    return None if kept else kind


def complaint_card(tx: Connection, one: Complaint, occasion: str, *, workspace_id: str) -> ComplaintCard:
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=one.customer_id)
    assert customer is not None
    wanted = {one.owner_id, one.opened_by, one.resolved_by}
    named = people.names(tx, workspace_id=workspace_id, person_ids=wanted)
    return ComplaintCard(
        one,
        customer,
        named.get(one.owner_id),
        named.get(one.opened_by),
        named.get(one.resolved_by or ""),
        occasion,
    )


def chase_due(office: Office, *, now: datetime) -> int:
    """Remind of what is due, and tell a manager what is late; each once. Returns how many there were."""
    with office.database.read() as tx:
        due = complaints.chase_due(tx, now=now, limit=BATCH)
    for workspace_id, one in due:
        with office.database.begin() as tx:
            _chase(tx, one, workspace_id=workspace_id, now=now)
    return len(due)


def _chase(tx: Connection, one: Complaint, *, workspace_id: str, now: datetime) -> None:
    owner = people.person(tx, workspace_id=workspace_id, person_id=one.owner_id)
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner).calendar
    late_at = escalates_at(one.severity, due_at=one.due_at, calendar=calendar)
    then = ("escalate", max(late_at, now)) if one.chase == "remind" else (None, None)
    assert one.chase_at is not None
    key = {"workspace_id": workspace_id, "complaint_id": one.complaint_id}
    if not complaints.chased(tx, **key, was_at=one.chase_at, chase=then[0], at=then[1]):
        return
    if one.chase == "remind":
        _tell(tx, one, "due", {one.owner_id}, workspace_id=workspace_id, now=now)
        return
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id if owner else None)
    above = [one_.person_id for one_ in leaders if one_.person_id != one.owner_id]
    if not above:
        log.info("a complaint is late, and there is nobody above to tell")
    _tell(tx, one, "late", set(above[:1]), workspace_id=workspace_id, now=now)


def _require_hand_in_it(tx: Connection, one: Complaint, person: Person, *, workspace_id: str) -> None:
    """Who sees to it, the customer's owner and their co-owners, and who leads them."""
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=one.customer_id)
    team = co_owners.of(tx, workspace_id=workspace_id, customer_id=one.customer_id)
    owner = people.person(tx, workspace_id=workspace_id, person_id=one.owner_id)
    hands = {one.owner_id, customer.owner_id if customer else None, *team}
    if person.person_id not in hands and not may_manage(person, team_id=owner.team_id if owner else None):
        raise Refusal("not_allowed")


def _leads(asker: Person, one: Person) -> bool:
    return may_manage(asker, team_id=one.team_id)


def _hold(tx: Connection, one: Complaint, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    """An open complaint may hold the claim; a settled one no longer does."""
    if one.kind == "complaint":
        resetting.reset(
            tx,
            one.customer_id,
            workspace_id=workspace_id,
            actor_id=actor_id,
            event="complaint_resolved",
            if_later="complaint_opened",
            why=None,
            now=now,
        )


def _tell(
    tx: Connection, one: Complaint, occasion: str, readers: set[str], *, workspace_id: str, now: datetime
) -> None:
    for reader in sorted(readers):
        mail.post(
            tx,
            ComplaintTold(one.complaint_id, occasion),
            workspace_id=workspace_id,
            to=reader,
            now=now,
            priority=Priority.ANSWER if occasion == "opened" else Priority.REMINDER,
            key=_card_key(one, occasion, reader),
        )


def _retell(tx: Connection, one: Complaint, *, workspace_id: str, now: datetime) -> None:
    """Every message about it says how it ended, and loses its button."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=one.owner_id)
    above = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id if owner else None)
    readers = {one.opened_by, one.owner_id, *(leader.person_id for leader in above)}
    for reader in sorted(readers):
        for occasion in ("opened", "due", "late"):
            mail.edit_keyed(tx, workspace_id=workspace_id, key=_card_key(one, occasion, reader), now=now)


def _card_key(one: Complaint, occasion: str, reader: str) -> str:
    return f"complaint:{one.complaint_id}:{occasion}:{reader}"


def _audited(tx: Connection, one: Complaint, *, workspace_id: str, actor_id: str, what: str, now: datetime) -> None:
    facts = {"complaint_id": one.complaint_id, "customer_id": one.customer_id, "kind": one.kind}
    audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what=what, now=now, **facts)
