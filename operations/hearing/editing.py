"""Editing a log: a form with every field, new words over the old ones, and the clock and the plan that follow them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.customers import Customer
from crm.followups import FollowUpState
from crm.people import Person
from crm.qualifying import Qualification
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import Clock, read_clocks
from operations.clock.resetting import hold_by_plans
from operations.clock.warned import refresh_warnings
from operations.customers.plan_mail import retell
from operations.customers.planning import add_plan
from operations.hearing import undoing
from operations.hearing.heard import LIVE
from operations.hearing.logs import Chosen, chosen_customer
from operations.hearing.receipts import edit_receipt
from operations.hearing.recording import rep_of, taken_if_new
from operations.hearing.weighing import extend, weigh
from operations.members import local, meet
from operations.office import Office
from storage import activities, customers, followups, people

FORM_SHOWS = 3000  # characters of a note: Slack's limit for a text field
SAID = (
    *("kind", "outcome", "happened_at", "contact", "no_answer", "amount", "currency"),
    *("stage_hint", "competitor", "lost_reason", "source", "hears"),
)  # what an entry says that an activity keeps as it is


def edit_log(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, chosen: Chosen, entry: Entry, now: datetime
) -> None:
    """Change what was logged, within 24 h; the deadline follows.

    Raises Refusal: not_allowed, too_late, undone_already, no_customer.
    """
    with office.database.begin() as tx:
        author = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = editable(tx, workspace_id=workspace_id, actor=author, activity_id=activity_id, now=now)
        customer, _ = chosen_customer(tx, chosen, workspace_id=workspace_id, author=author, now=now)
        whole = _with_what_the_form_leaves_out(entry, activity, author)
        rewrite_log(office, tx, activity, whole, workspace_id=workspace_id, author=author, customer=customer, now=now)
        edit_receipt(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


def read_log(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, now: datetime
) -> tuple[Activity, Customer, Entry]:
    """A log as its edit form shows it. Raises Refusal like edit_log."""
    with office.database.read() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = editable(tx, workspace_id=workspace_id, actor=actor, activity_id=activity_id, now=now)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
        plan = followups.of_activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if customer is None:
            raise Refusal("no_customer")
    said: dict[str, Any] = {name: getattr(activity, name) for name in SAID}
    planned: dict[str, Any] = {"follow_up_at": plan.due_at, "next_step": plan.step} if plan else {}
    entry = Entry(**said, on_behalf_of=activity.on_behalf_of, **planned)
    return activity, customer, entry


def rewrite_log(
    office: Office,
    tx: Connection,
    activity: Activity,
    entry: Entry,
    *,
    workspace_id: str,
    author: Person,
    customer: Customer,
    now: datetime,
) -> None:
    """Step inside a transaction: write new words over a log. On another customer it is taken back there and weighed anew here."""
    previous = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    rep = rep_of(tx, entry, workspace_id=workspace_id, author=author)
    customer = taken_if_new(tx, customer, workspace_id=workspace_id, rep=rep, author=author, clocks=clocks, now=now)
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id) if customer.owner_id else None
    verdict = weigh(
        tx,
        entry,
        workspace_id=workspace_id,
        author=people.person(tx, workspace_id=workspace_id, person_id=activity.author_id) or author,
        customer=customer,
        clock_=clocks.of(owner, customer),
        now=activity.logged_at,
        but=activity.activity_id,
    )
    if activity.why_not == "rejected":  # a manager has looked at it: other words do not change what it was
        verdict = Qualification(False, "rejected")
    why_not = "unowned" if customer.owner_id is None else verdict.reason
    changed = replace(
        activity,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        **{name: getattr(entry, name) for name in SAID},
        extends=verdict.extends,
        why_not=None if verdict.extends else why_not,
        gained_days=0,
    )
    fields = ("customer_id", "epoch", *SAID)
    values = {name: getattr(changed, name) for name in (*fields, "extends", "why_not", "gained_days")}
    activities.change(tx, workspace_id=workspace_id, activity_id=activity.activity_id, **values)
    if previous:
        undoing.release_hold(tx, previous, activity, workspace_id=workspace_id, actor=author, now=now)
    fresh = customers.customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id) or customer
    clock_ = clocks.of(owner, customer)
    extend(tx, changed, workspace_id=workspace_id, customer=fresh, clock_=clock_, now=now)
    if previous and previous.customer_id == customer.customer_id and changed.extends:
        _keep_gain(tx, activity, previous, workspace_id=workspace_id, clock_=clock_)
    refresh_warnings(tx, workspace_id=workspace_id, customer=customer, now=now)
    _replace_plan(tx, changed, entry, workspace_id=workspace_id, rep=rep, customer=customer, now=now)
    hold_by_plans(tx, customer.customer_id, workspace_id=workspace_id, actor_id=author.person_id, now=now)
    for customer_id in {activity.customer_id, customer.customer_id}:
        office.directory.put(tx, workspace_id, customer_id)


def editable(tx: Connection, *, workspace_id: str, actor: Person, activity_id: str, now: datetime) -> Activity:
    """A log its author, or whose name it bears, may still change. Raises Refusal: undone_already, not_allowed, too_late."""
    activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
    if activity is None or activity.withdrawn:
        raise Refusal("undone_already")
    if actor.person_id not in (activity.author_id, activity.on_behalf_of):
        raise Refusal("not_allowed")
    if now - activity.logged_at > LIVE:
        raise Refusal("too_late")
    return activity


def _with_what_the_form_leaves_out(entry: Entry, activity: Activity, author: Person) -> Entry:
    """An edited entry keeps what its form can't show: for whom it was, the hour, the end of a very long note."""
    same_day = local(entry.happened_at, author).date() == local(activity.happened_at, author).date()
    tail = activity.outcome[FORM_SHOWS:]
    return replace(
        entry,
        outcome=entry.outcome + tail,
        happened_at=activity.happened_at if same_day else entry.happened_at,
        no_answer=entry.no_answer or (activity.no_answer and not entry.contact),
        stage_hint=activity.stage_hint,
        hears=activity.hears,
        on_behalf_of=activity.on_behalf_of,
    )


def _keep_gain(tx: Connection, activity: Activity, before: Customer, *, workspace_id: str, clock_: Clock) -> None:
    """What an edited log gained is what it gained at first, and what the edit added or took."""
    after = customers.customer(tx, workspace_id=workspace_id, customer_id=before.customer_id)
    if after and after.protected_until and before.protected_until:
        local_date = clock_.calendar.local_date
        moved = (local_date(after.protected_until) - local_date(before.protected_until)).days
        gained = max(0, activity.gained_days + moved)
        activities.change(tx, workspace_id=workspace_id, activity_id=activity.activity_id, gained_days=gained)


def _replace_plan(
    tx: Connection,
    activity: Activity,
    entry: Entry,
    *,
    workspace_id: str,
    rep: Person,
    customer: Customer,
    now: datetime,
) -> None:
    """The log's next step as it is now: moved and worded anew where it is still the same customer's, else made anew."""
    plan = followups.of_activity(tx, workspace_id=workspace_id, activity_id=activity.activity_id)
    key = {"workspace_id": workspace_id, "followup_id": plan.followup_id if plan else ""}
    same = plan is not None and plan.customer_id == customer.customer_id and plan.due_at == entry.follow_up_at
    if plan and same and plan.step == entry.next_step:
        return
    if plan and entry.follow_up_at and plan.customer_id == customer.customer_id and plan.state == FollowUpState.OPEN:
        followups.reword(tx, **key, step=entry.next_step)
        if not same:
            followups.move(tx, **key, due_at=entry.follow_up_at)
            retell(tx, plan, workspace_id=workspace_id, now=now)
        return
    if plan:
        followups.close(tx, **key, state=FollowUpState.DROPPED, now=now)
        retell(tx, plan, workspace_id=workspace_id, now=now)
    if entry.follow_up_at and not same:
        add_plan(
            tx,
            entry,
            workspace_id=workspace_id,
            rep=rep,
            customer=customer,
            activity_id=activity.activity_id,
            now=now,
        )
