"""Steps inside a transaction that take a log back: by button, by reaction, by deleting the message, by saying "undo"."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.activities import Activity
from crm.customers import Customer
from crm.followups import FollowUpState
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.clock.ownership import archive
from operations.clock.resetting import hold_by_plans, reset
from operations.hearing.receipts import edit_receipt
from operations.hearing.weighing import reweigh
from storage import activities, complaints, customers, deals, followups, people

LIVE = timedelta(hours=24)
BESIDE_ANOTHER = ("once_a_day", "near_copy", "no_answer_limit")  # why a log did not count: because of another one


def withdraw(tx: Connection, activity: Activity, *, workspace_id: str, actor: Person, now: datetime) -> None:
    """Take an activity back: its plan is dropped, its extension ends, a customer it created goes.

    The words stay in the history. Raises Refusal: not_allowed, too_late, undone_already.
    """
    _require_theirs(tx, activity, workspace_id=workspace_id, actor=actor)
    if now - activity.logged_at > LIVE:
        raise Refusal("too_late")
    if not activities.withdraw(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now):
        raise Refusal("undone_already")
    plan = followups.of_activity(tx, workspace_id=workspace_id, activity_id=activity.activity_id)
    if plan:
        followups.close(
            tx, workspace_id=workspace_id, followup_id=plan.followup_id, state=FollowUpState.DROPPED, now=now
        )
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    if customer:
        release_hold(tx, customer, activity, workspace_id=workspace_id, actor=actor, now=now)
    if plan:
        hold_by_plans(tx, activity.customer_id, workspace_id=workspace_id, actor_id=actor.person_id, now=now)


def _require_theirs(tx: Connection, activity: Activity, *, workspace_id: str, actor: Person) -> None:
    """A log is its writer's, whose name it bears, and who leads them. Raises Refusal("not_allowed")."""
    if actor.person_id in (activity.author_id, activity.on_behalf_of):
        return
    writer = people.person(tx, workspace_id=workspace_id, person_id=activity.on_behalf_of or activity.author_id)
    if not may_manage(actor, team_id=writer.team_id if writer else None):
        raise Refusal("not_allowed")


def release_hold(
    tx: Connection, customer: Customer, activity: Activity, *, workspace_id: str, actor: Person, now: datetime
) -> None:
    """What an activity that no longer counts did to its customer ends: the customer it created goes, or its extension."""
    if customer.owner_id is None or customer.owner_epoch != activity.epoch:
        return
    if _was_made_by(tx, customer, activity, workspace_id=workspace_id):
        archive(tx, customer, workspace_id=workspace_id, actor_id=actor.person_id, why="undone", now=now)
    elif activity.extends:
        count_others(tx, customer, activity, workspace_id=workspace_id, now=now)
        shorten(tx, customer, workspace_id=workspace_id, actor_id=actor.person_id, why=activity.activity_id, now=now)


def count_others(tx: Connection, customer: Customer, gone: Activity, *, workspace_id: str, now: datetime) -> None:
    """What did not count only because of the log that is gone counts now: whoever wrote it better the same day is not
    the worse for taking the first one back."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
    standing = activities.latest(tx, workspace_id=workspace_id, customer_id=customer.customer_id, limit=10)
    for one in reversed(standing):
        if one.why_not not in BESIDE_ANOTHER or one.epoch != gone.epoch or one.logged_at < gone.logged_at:
            continue
        if not reweigh(tx, one, workspace_id=workspace_id, customer=customer, clock_=clock_).extends:
            continue
        counted = {"extends": True, "why_not": None, "gained_days": gone.gained_days}
        activities.change(tx, workspace_id=workspace_id, activity_id=one.activity_id, **counted)
        edit_receipt(tx, workspace_id=workspace_id, activity_id=one.activity_id, now=now)


def shorten(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    actor_id: str,
    why: str,
    now: datetime,
    event: str = "shortened",
) -> None:
    """Compute the deadline without what was taken back, never below now and the minimum notice."""
    reset(
        tx,
        customer.customer_id,
        workspace_id=workspace_id,
        actor_id=actor_id,
        event=event,
        if_later="extended",
        why=why,
        now=now,
    )


def _was_made_by(tx: Connection, customer: Customer, activity: Activity, *, workspace_id: str) -> bool:
    """Whether the customer exists only because of this activity, and nothing was built on it since."""
    standing = activities.latest(tx, workspace_id=workspace_id, customer_id=customer.customer_id, limit=1)
    return (
        customer.owner_epoch == 1
        and customer.created_by == activity.author_id
        and not standing
        and customer.epoch_started_at == activity.logged_at
        and not deals.of_customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
        and not complaints.open_for(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    )
