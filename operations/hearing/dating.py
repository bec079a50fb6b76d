"""The day of a next step that a note left unclear: its receipt asks, and one tap says it."""

from datetime import datetime

from crm.activities import Activity, Entry
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.clock.resetting import hold_by_plans
from operations.customers.planning import add_plan
from operations.hearing.editing import editable
from operations.hearing.heard import Heard
from operations.hearing.receipts import edit_receipt
from operations.hearing.recording import rep_of
from operations.hearing.understanding import Understanding
from operations.members import meet
from operations.office import Office
from storage import customers, followups, seen


def set_day(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, due_at: datetime, now: datetime
) -> None:
    """Let what a log says comes next be due then; a second tap, or one where a plan stands already, changes nothing.

    Raises Refusal: not_allowed, too_late, undone_already, in_the_past, no_customer.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = editable(tx, workspace_id=workspace_id, actor=actor, activity_id=activity_id, now=now)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
        if customer is None or customer.state == "archived":
            raise Refusal("no_customer")
        if due_at <= now:
            raise Refusal("in_the_past")
        if followups.of_activity(tx, workspace_id=workspace_id, activity_id=activity_id):
            return
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"day:{activity_id}", now=now):
            return
        heard = Heard(workspace_id, activity.author_id, "", "", activity.outcome, now)
        step = Understanding(office, tx, heard, now).reading.next_step
        entry = _next_step(activity, due_at=due_at, step=step, now=now)
        rep: Person = rep_of(tx, entry, workspace_id=workspace_id, author=actor)
        add_plan(tx, entry, workspace_id=workspace_id, rep=rep, customer=customer, activity_id=activity_id, now=now)
        hold_by_plans(tx, customer.customer_id, workspace_id=workspace_id, actor_id=person_id, now=now)
        edit_receipt(tx, workspace_id=workspace_id, activity_id=activity_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=rep.person_id, now=now)


def _next_step(activity: Activity, *, due_at: datetime, step: str | None, now: datetime) -> Entry:
    return Entry(
        "note",
        "",
        now,
        contact=activity.contact,
        on_behalf_of=activity.on_behalf_of,
        follow_up_at=due_at,
        next_step=step,
    )
