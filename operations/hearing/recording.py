"""Steps inside a transaction that turn what somebody says they did into an activity, and let the clock hear of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.calendar import WorkCalendar
from crm.customers import Customer, CustomerState, normal_name, tidy_name
from crm.notices.conversation import TeamLog
from crm.people import Person, Role
from crm.qualifying import Qualification
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import Clocks
from operations.clock.ownership import take
from operations.clock.warned import refresh_warnings
from operations.customers.planning import keep_plans
from operations.hearing.weighing import extend, weigh
from storage import activities, co_owners, customers, people
from storage.ids import new_id
from storage.outbox import Priority


@dataclass(frozen=True)
class Source:
    """The Slack message (or form) an activity comes from; one of them makes at most one activity a part."""

    channel: str
    ts: str
    part: int = 0


def create_customer(
    tx: Connection, *, workspace_id: str, name: str, created_by: str | None, now: datetime, source: str | None = None
) -> tuple[Customer, bool]:
    """A new customer nobody owns yet, or the one of that very name, or the one that goes by it; and whether it is new.

    Raises Refusal("no_name") for a name without letters.
    """
    shown = tidy_name(name)
    if not normal_name(shown):
        raise Refusal("no_name")
    key = {"workspace_id": workspace_id, "name": shown}
    known = customers.named(tx, **key) or customers.also_called(tx, **key)
    if known:
        return known, False
    customer_id = new_id(now)
    customers.add(
        tx,
        workspace_id=workspace_id,
        customer_id=customer_id,
        name=shown,
        created_by=created_by,
        now=now,
        source=source,
    )
    created = customers.named(tx, **key)  # a rival's, if they were quicker
    assert created is not None
    return created, created.customer_id == customer_id


def record(
    tx: Connection,
    entry: Entry,
    *,
    workspace_id: str,
    author: Person,
    customer: Customer,
    source: Source,
    clocks: Clocks,
    now: datetime,
) -> Activity:
    """Keep an activity, weigh it, move the clock, close the plans it fulfils and make the one it names.

    A customer nobody ever owned becomes the writer's. Raises Refusal: unknown_person where `entry` speaks for a stranger,
    for_whom.
    """
    rep = on_whose_behalf(tx, entry, workspace_id=workspace_id, author=author, now=now)
    customer = customers.held(tx, customer, workspace_id=workspace_id)
    customer = taken_if_new(tx, customer, workspace_id=workspace_id, rep=rep, author=author, clocks=clocks, now=now)
    clock_ = clocks.of(_owner(tx, customer, rep, workspace_id=workspace_id), customer)
    verdict = weigh(tx, entry, workspace_id=workspace_id, author=author, customer=customer, clock_=clock_, now=now)
    activity = _activity(entry, author=author, customer=customer, verdict=verdict, now=now)
    activities.add(
        tx,
        activity,
        workspace_id=workspace_id,
        channel=source.channel,
        ts=source.ts,
        part=source.part,
        links=entry.links,
    )
    _keep_contacts(tx, entry, workspace_id=workspace_id, customer=customer, now=now)
    keep_plans(tx, entry, activity, workspace_id=workspace_id, rep=rep, customer=customer, clock_=clock_, now=now)
    planned = entry.follow_up_at is not None  # it may hold what the note itself does not extend
    activity = extend(
        tx, activity, workspace_id=workspace_id, customer=customer, clock_=clock_, now=now, planned=planned
    )
    refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
    _tell_the_owner(tx, activity, workspace_id=workspace_id, rep=rep, customer=customer, now=now)
    return activity


def _owner(tx: Connection, customer: Customer, rep: Person, *, workspace_id: str) -> Person | None:
    """Mostly the rep who writes, and then nobody has to be asked."""
    if customer.owner_id in (None, rep.person_id):
        return rep if customer.owner_id else None
    return people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)


def _tell_the_owner(
    tx: Connection, activity: Activity, *, workspace_id: str, rep: Person, customer: Customer, now: datetime
) -> None:
    """Of what a co-owner did with their customer."""
    owner_id = customer.owner_id
    if owner_id is None or owner_id in (rep.person_id, activity.author_id):
        return
    if rep.person_id in co_owners.of(tx, workspace_id=workspace_id, customer_id=customer.customer_id):
        slip = TeamLog(activity.activity_id)
        mail.post(tx, slip, workspace_id=workspace_id, to=owner_id, now=now, priority=Priority.REMINDER)


def taken_if_new(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    rep: Person,
    author: Person,
    clocks: Clocks,
    now: datetime,
) -> Customer:
    """A customer nobody ever owned becomes the rep's by the first word about it. Raises Refusal("for_whom") where an
    assistant wrote it for no rep."""
    if customer.state != CustomerState.LEAD:
        return customer
    if rep.writes_for_others:
        raise Refusal("for_whom", customer=customer.name)
    return take(
        tx,
        customer,
        workspace_id=workspace_id,
        owner=rep,
        how="entered",
        actor_id=author.person_id,
        clocks=clocks,
        now=now,
    )


def on_whose_behalf(tx: Connection, entry: Entry, *, workspace_id: str, author: Person, now: datetime) -> Person:
    """The rep whose activity a new log is. Raises Refusal: unknown_person, assisted_over."""
    rep = rep_of(tx, entry, workspace_id=workspace_id, author=author)
    if author.role == Role.ASSISTANT and rep is not author:
        _must_be_assisted(tx, rep, workspace_id=workspace_id, now=now)
    return rep


def rep_of(tx: Connection, entry: Entry, *, workspace_id: str, author: Person) -> Person:
    """The rep a log names, or its author. Raises Refusal("unknown_person") for a stranger or somebody who has left."""
    if entry.on_behalf_of is None or entry.on_behalf_of == author.person_id:
        return author
    rep = people.person(tx, workspace_id=workspace_id, person_id=entry.on_behalf_of)
    if rep is None or rep.deactivated:
        raise Refusal("unknown_person")
    return rep


def _must_be_assisted(tx: Connection, rep: Person, *, workspace_id: str, now: datetime) -> None:
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == rep.team_id), None)
    if team and team.assisted_until and WorkCalendar(team.zone).local_date(now) > team.assisted_until:
        raise Refusal("assisted_over", rep=rep.name, day=team.assisted_until)


def _activity(entry: Entry, *, author: Person, customer: Customer, verdict: Qualification, now: datetime) -> Activity:
    why_not = "unowned" if customer.owner_id is None else verdict.reason
    return Activity(
        activity_id=new_id(now),
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        author_id=author.person_id,
        on_behalf_of=entry.on_behalf_of,
        kind=entry.kind,
        happened_at=entry.happened_at,
        logged_at=now,
        outcome=entry.outcome,
        contact=entry.contact,
        no_answer=entry.no_answer,
        amount=entry.amount,
        currency=entry.currency,
        stage_hint=entry.stage_hint,
        competitor=entry.competitor,
        lost_reason=entry.lost_reason,
        source=entry.source,
        hears=entry.hears,
        extends=verdict.extends,
        why_not=None if verdict.extends else why_not,
    )


def _keep_contacts(tx: Connection, entry: Entry, *, workspace_id: str, customer: Customer, now: datetime) -> None:
    named = [tidy_name(name) for name in dict.fromkeys((entry.contact, *entry.contacts)) if name]
    for position, name in enumerate(name for name in named if normal_name(name)):
        first = position == 0
        customers.keep_contact(
            tx,
            workspace_id=workspace_id,
            customer_id=customer.customer_id,
            contact_id=new_id(now),
            name=name,
            phone=entry.phone if first else None,
            email=entry.email if first else None,
        )
