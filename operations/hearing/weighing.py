"""Whether what was done with a customer counts, and what it does to the clock: the rules of crm/qualifying.py, fed."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.customers import Customer
from crm.ledger import LedgerLine
from crm.people import Person, Role
from crm.qualifying import BY_ANOTHER, Qualification, Touch, qualifies
from crm.refusal import Refusal
from operations.clock.clockwork import Clock, rewrite
from operations.clock.ownership import write_line
from storage import activities, leave, people


def weigh(
    tx: Connection,
    entry: Entry,
    *,
    workspace_id: str,
    author: Person,
    customer: Customer,
    clock_: Clock,
    now: datetime,
    but: str = "",
) -> Qualification:
    """Whether the entry extends the clock. `but` leaves one activity out of the history: the one being edited."""
    if customer.owner_id is None:
        return Qualification(False, "not_owner")
    earlier = activities.latest(tx, workspace_id=workspace_id, customer_id=customer.customer_id, limit=10)
    others = [one for one in earlier if one.activity_id != but and one.logged_at <= now]
    recent = [_touch(one) for one in others if one.epoch == customer.owner_epoch]
    touch = Touch(
        author_id=author.person_id,
        on_behalf_of=entry.on_behalf_of,
        kind=entry.kind,
        contact=entry.contact,
        no_answer=entry.no_answer,
        outcome=entry.outcome,
        happened_at=entry.happened_at,
        logged_at=now,
    )
    return qualifies(
        touch,
        owner_id=customer.owner_id,
        covers=frozenset()
        if author.person_id == customer.owner_id
        else _covers(tx, customer.owner_id, entry, workspace_id=workspace_id, clock_=clock_),
        assistants=frozenset({author.person_id}) if author.role != Role.REP else frozenset(),
        recent=recent,
        rule=clock_.rule,
        calendar=clock_.calendar,
    )


def reweigh(
    tx: Connection, activity: Activity, *, workspace_id: str, customer: Customer, clock_: Clock
) -> Qualification:
    """Whether a log that stands would extend the clock, as things are now."""
    author = people.person(tx, workspace_id=workspace_id, person_id=activity.author_id)
    assert author is not None
    names = ("kind", "outcome", "happened_at", "contact", "no_answer", "on_behalf_of")
    entry = Entry(**{name: getattr(activity, name) for name in names})
    return weigh(
        tx,
        entry,
        workspace_id=workspace_id,
        author=author,
        customer=customer,
        clock_=clock_,
        now=activity.logged_at,
        but=activity.activity_id,
    )


def _covers(tx: Connection, owner_id: str, entry: Entry, *, workspace_id: str, clock_: Clock) -> frozenset[str]:
    """Who stood in for the owner on the day it happened."""
    day = clock_.calendar.local_date(entry.happened_at)
    taken = leave.approved(tx, workspace_id=workspace_id, person_id=owner_id)
    return frozenset(one.cover_id for one in taken if one.cover_id and one.covers(day))


def extend(
    tx: Connection,
    activity: Activity,
    *,
    workspace_id: str,
    customer: Customer,
    clock_: Clock,
    now: datetime,
    planned: bool = False,
) -> Activity:
    """Let the clock hear of an activity, and of the step it planned, and note how many days the activity gained."""
    if customer.owner_id is None or not (activity.extends or planned):
        return activity
    moved = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    if moved is None or moved.protected_until is None or customer.protected_until is None:
        raise Refusal("just_taken", customer=customer.name, owner_id="")
    gained = (
        clock_.calendar.local_date(moved.protected_until) - clock_.calendar.local_date(customer.protected_until)
    ).days
    if moved.protected_until == customer.protected_until:
        return activity
    if activity.extends:
        activities.change(tx, workspace_id=workspace_id, activity_id=activity.activity_id, gained_days=gained)
    line = LedgerLine(
        now,
        activity.author_id,
        "extended" if activity.extends else "planned",
        customer.owner_epoch,
        customer.owner_id,
        customer.owner_id,
        activity.activity_id,
        clock_.rule.version,
        customer.protected_until,
        moved.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    return replace(activity, gained_days=gained) if activity.extends else activity


def _touch(activity: Activity) -> Touch:
    return Touch(
        author_id=activity.author_id,
        on_behalf_of=activity.on_behalf_of,
        kind=activity.kind,
        contact=activity.contact,
        no_answer=activity.no_answer,
        outcome=activity.outcome,
        happened_at=activity.happened_at,
        logged_at=activity.logged_at,
        extends=activity.extends,
        by_owner=activity.why_not not in BY_ANOTHER,
    )
