"""Logging by form, and what may still be done to a log: edit it, undo it, follow the message it came from."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.customers import Customer
from crm.followups import FollowUpState
from crm.notices import Receipt
from crm.people import Person
from crm.refusal import Refusal
from operations import mail, undoing
from operations.clockwork import read_clocks
from operations.members import local, meet
from operations.notes import LIVE, Heard, Turn, message_key
from operations.office import Office
from operations.plan_mail import retell
from operations.receipts import edit_receipt, put_receipt
from operations.recording import (
    Source,
    add_plan,
    close_plan,
    create_customer,
    extend,
    on_whose_behalf,
    record,
    taken_if_new,
    weigh,
)
from storage import activities, customers, drafts, followups, people, seen

FORM_SHOWS = 3000  # characters of a note: Slack's limit for a text field


@dataclass(frozen=True)
class Chosen:
    """The customer a form names: one that exists, or the name of a new one."""

    customer_id: str | None = None
    new_name: str | None = None


def log_entry(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    chosen: Chosen,
    entry: Entry,
    key: str,
    now: datetime,
    draft_id: str | None = None,
    followup_id: str | None = None,
    place: tuple[str, str] = ("", ""),
) -> None:
    """Keep what a form says. `key` names the submission, so that it counts once. Raises Refusal.

    A form opened from a question answers it: the message at `place` becomes the receipt. One opened by Done closes that
    follow-up, whenever it happened.
    """
    with office.database.begin() as tx:
        author = meet(tx, workspace_id=workspace_id, person_id=person_id)
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"form:{key}", now=now):
            return
        customer, is_new = _chosen(tx, chosen, workspace_id=workspace_id, author=author, now=now)
        source = _source(tx, workspace_id=workspace_id, draft_id=draft_id, key=key, now=now)
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        activity = record(
            tx,
            entry,
            workspace_id=workspace_id,
            author=author,
            customer=customer,
            source=source,
            clocks=clocks,
            now=now,
        )
        if followup_id:
            close_plan(
                tx, workspace_id=workspace_id, followup_id=followup_id, customer_id=customer.customer_id, now=now
            )
        office.directory.put(tx, workspace_id, customer.customer_id)
        slip = Receipt(activity.activity_id, is_new=is_new)
        if draft_id and all(place):
            put_receipt(
                tx, slip, workspace_id=workspace_id, person_id=person_id, channel=place[0], ts=place[1], now=now
            )
        else:
            mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


def edit_log(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, chosen: Chosen, entry: Entry, now: datetime
) -> None:
    """Change what was logged, within 24 h; the deadline follows. Raises Refusal: not_allowed, too_late, undone_already, no_customer."""
    with office.database.begin() as tx:
        author = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = _editable(tx, workspace_id=workspace_id, actor=author, activity_id=activity_id, now=now)
        customer, _ = _chosen(tx, chosen, workspace_id=workspace_id, author=author, now=now)
        whole = _with_what_the_form_leaves_out(entry, activity, author)
        _replace(office, tx, activity, whole, workspace_id=workspace_id, author=author, customer=customer, now=now)
        edit_receipt(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


def undo_log(office: Office, *, workspace_id: str, person_id: str, activity_id: str, now: datetime) -> None:
    """Take a log back within 24 h. Raises Refusal: not_allowed, too_late, undone_already."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if activity is None:
            raise Refusal("undone_already")
        _withdraw(office, tx, activity, workspace_id=workspace_id, actor=actor, now=now)


def undo_latest(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> str:
    """Take back the last thing a person logged; returns the customer's name. Raises Refusal: nothing_to_undo, too_late."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        last = activities.last_of(tx, workspace_id=workspace_id, author_id=person_id)
        if last is None:
            raise Refusal("nothing_to_undo")
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=last.customer_id)
        _withdraw(office, tx, last, workspace_id=workspace_id, actor=actor, now=now)
        return customer.name if customer else ""


def message_edited(office: Office, *, heard: Heard, edited_key: str, now: datetime) -> None:
    """The Slack message of a log or of a kept note was edited: within 24 h the log says what the message says now.

    `edited_key` names this edit (Slack's edited ts): an edit applies only if it is newer than the last one.
    """
    with office.database.begin() as tx:
        key = f"edit:{heard.channel}:{heard.ts}:{edited_key}"
        if not seen.first_time(tx, workspace_id=heard.workspace_id, key=key, now=now):
            return
        if now - heard.sent_at <= LIVE and seen.first_time(
            tx, workspace_id=heard.workspace_id, key=message_key(heard.channel, heard.ts), now=now
        ):
            return Turn(office, tx, heard, now).take()  # the edit has overtaken its message
        draft = drafts.of_message(tx, workspace_id=heard.workspace_id, channel=heard.channel, ts=heard.ts)
        if draft and draft.state == "open":
            drafts.rewrite(tx, workspace_id=heard.workspace_id, draft_id=draft.draft_id, text=heard.text)
            Turn(office, tx, heard, now).ask_again(draft)
        logged = activities.from_message(tx, workspace_id=heard.workspace_id, channel=heard.channel, ts=heard.ts)
        for activity in (one for one in logged if not one.withdrawn and now - one.logged_at <= LIVE):
            turn = Turn(office, tx, heard, now)
            customer = turn.known(turn.reading.customer.customer_id or activity.customer_id)
            _replace(
                office,
                tx,
                activity,
                turn.entry(),
                workspace_id=heard.workspace_id,
                author=turn.author,
                customer=customer,
                now=now,
            )
            edit_receipt(tx, workspace_id=heard.workspace_id, activity_id=activity.activity_id, now=now)


def message_withdrawn(
    office: Office, *, workspace_id: str, person_id: str, channel: str, ts: str, now: datetime
) -> None:
    """The Slack message of a log was deleted, or crossed out with ❌: within 24 h the log is taken back.

    Raises Refusal("not_allowed") for the log of somebody else.
    """
    with office.database.begin() as tx:
        seen.first_time(tx, workspace_id=workspace_id, key=message_key(channel, ts), now=now)  # it may yet be delivered
        draft = drafts.of_message(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        if draft and draft.person_id == person_id:
            drafts.close(tx, workspace_id=workspace_id, draft_id=draft.draft_id, state="discarded", now=now)
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        receipted = activities.receipted(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        logged = activities.from_message(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        for activity in (*logged, *((receipted,) if receipted else ())):
            if not activity.withdrawn and now - activity.logged_at <= LIVE:
                _withdraw(office, tx, activity, workspace_id=workspace_id, actor=actor, now=now)


def read_log(
    office: Office, *, workspace_id: str, person_id: str, activity_id: str, now: datetime
) -> tuple[Activity, Customer, Entry]:
    """A log as its edit form shows it. Raises Refusal like edit_log."""
    with office.database.read() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = _editable(tx, workspace_id=workspace_id, actor=actor, activity_id=activity_id, now=now)
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
        plan = followups.of_activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if customer is None:
            raise Refusal("no_customer")
    entry = Entry(
        kind=activity.kind,
        outcome=activity.outcome,
        happened_at=activity.happened_at,
        contact=activity.contact,
        no_answer=activity.no_answer,
        amount=activity.amount,
        currency=activity.currency,
        stage_hint=activity.stage_hint,
        on_behalf_of=activity.on_behalf_of,
        follow_up_at=plan.due_at if plan else None,
        next_step=plan.step if plan else None,
    )
    return activity, customer, entry


def _chosen(
    tx: Connection, chosen: Chosen, *, workspace_id: str, author: Person, now: datetime
) -> tuple[Customer, bool]:
    if chosen.new_name:
        fresh = customers.named(tx, workspace_id=workspace_id, name=chosen.new_name) is None
        return create_customer(
            tx, workspace_id=workspace_id, name=chosen.new_name, created_by=author.person_id, now=now
        ), fresh
    found = customers.customer(tx, workspace_id=workspace_id, customer_id=chosen.customer_id or "")
    if found is None or found.state == "archived":
        raise Refusal("no_customer")
    return found, False


def _source(tx: Connection, *, workspace_id: str, draft_id: str | None, key: str, now: datetime) -> Source:
    """The message of the draft a form was opened from, else the form itself."""
    draft = drafts.draft(tx, workspace_id=workspace_id, draft_id=draft_id) if draft_id else None
    if draft and drafts.close(tx, workspace_id=workspace_id, draft_id=draft.draft_id, state="saved", now=now):
        return Source(draft.channel, draft.ts)
    return Source("form", key[:64])


def _editable(tx: Connection, *, workspace_id: str, actor: Person, activity_id: str, now: datetime) -> Activity:
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
        on_behalf_of=activity.on_behalf_of,
    )


def _replace(
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
    """Write new words over a log. On another customer it is taken back there and weighed anew here."""
    previous = customers.customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    rep = on_whose_behalf(tx, entry, workspace_id=workspace_id, author=author)
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
    why_not = "unowned" if customer.owner_id is None else verdict.reason
    changed = replace(
        activity,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        kind=entry.kind,
        outcome=entry.outcome,
        happened_at=entry.happened_at,
        contact=entry.contact,
        no_answer=entry.no_answer,
        amount=entry.amount,
        currency=entry.currency,
        stage_hint=entry.stage_hint,
        extends=verdict.extends,
        why_not=None if verdict.extends else why_not,
        gained_days=0,
    )
    fields = (
        "customer_id",
        "epoch",
        "kind",
        "outcome",
        "happened_at",
        "contact",
        "no_answer",
        "amount",
        "currency",
        "stage_hint",
    )
    values = {name: getattr(changed, name) for name in (*fields, "extends", "why_not", "gained_days")}
    activities.change(tx, workspace_id=workspace_id, activity_id=activity.activity_id, **values)
    if previous:
        undoing.release_hold(tx, previous, activity, workspace_id=workspace_id, actor=author, now=now)
    fresh = customers.customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id) or customer
    extend(tx, changed, workspace_id=workspace_id, customer=fresh, clock_=clocks.of(owner, customer), now=now)
    _replace_plan(tx, changed, entry, workspace_id=workspace_id, rep=rep, customer=customer, now=now)
    for customer_id in {activity.customer_id, customer.customer_id}:
        office.directory.put(tx, workspace_id, customer_id)


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


def _withdraw(
    office: Office, tx: Connection, activity: Activity, *, workspace_id: str, actor: Person, now: datetime
) -> None:
    undoing.withdraw(tx, activity, workspace_id=workspace_id, actor=actor, now=now)
    office.directory.put(tx, workspace_id, activity.customer_id)
    edit_receipt(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=activity.author_id, now=now)
