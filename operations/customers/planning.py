"""Steps inside a transaction: a log keeps what was planned, and what it says comes next becomes a plan."""

from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.customers import Customer
from crm.followups import FollowUp, FollowUpState
from crm.people import Person
from operations.clock.clockwork import Clock
from operations.customers.plan_mail import retell
from storage import followups
from storage.ids import new_id


def keep_plans(
    tx: Connection,
    entry: Entry,
    activity: Activity,
    *,
    workspace_id: str,
    rep: Person,
    customer: Customer,
    clock_: Clock,
    now: datetime,
) -> None:
    """What was planned up to the day it happened is kept by this log; the next step becomes a plan of its own."""
    day_over = clock_.calendar.end_of(clock_.calendar.local_date(entry.happened_at))
    for plan in followups.open_for(tx, workspace_id=workspace_id, customer_id=customer.customer_id):
        if plan.owner_id == rep.person_id and plan.due_at <= max(day_over, entry.happened_at):
            _close(tx, plan, workspace_id=workspace_id, now=now)
    if entry.follow_up_at:
        add_plan(
            tx, entry, workspace_id=workspace_id, rep=rep, customer=customer, activity_id=activity.activity_id, now=now
        )


def close_plan(tx: Connection, *, workspace_id: str, followup_id: str, customer_id: str, now: datetime) -> None:
    """The follow-up whose Done was pressed is done, if it is still open and the log is about its customer."""
    plan = followups.followup(tx, workspace_id=workspace_id, followup_id=followup_id)
    if plan and plan.customer_id == customer_id and plan.state == FollowUpState.OPEN:
        _close(tx, plan, workspace_id=workspace_id, now=now)


def _close(tx: Connection, plan: FollowUp, *, workspace_id: str, now: datetime) -> None:
    followups.close(tx, workspace_id=workspace_id, followup_id=plan.followup_id, state=FollowUpState.DONE, now=now)
    retell(tx, plan, workspace_id=workspace_id, now=now)


def add_plan(
    tx: Connection,
    entry: Entry,
    *,
    workspace_id: str,
    rep: Person,
    customer: Customer,
    activity_id: str | None,
    now: datetime,
) -> FollowUp:
    assert entry.follow_up_at is not None
    plan = FollowUp(
        followup_id=new_id(now),
        customer_id=customer.customer_id,
        customer_name=customer.name,
        owner_id=rep.person_id,
        due_at=entry.follow_up_at,
        step=(entry.next_step or "")[:500] or None,
        contact=entry.contact,
    )
    followups.add(tx, plan, workspace_id=workspace_id, activity_id=activity_id, now=now)
    return plan
