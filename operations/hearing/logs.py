"""Logging by form, and taking a log back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Activity, Entry
from crm.customers import Customer
from crm.notices.conversation import Receipt
from crm.people import Person
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.customers.planning import close_plan
from operations.hearing import undoing
from operations.hearing.receipts import edit_receipt, put_receipt
from operations.hearing.recording import Source, create_customer, record
from operations.members import meet
from operations.office import Office
from storage import activities, customers, drafts, seen


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
    took_seconds: int | None = None,
) -> None:
    """Keep what a form says. `key` names the submission, so that it counts once. `took_seconds`: how long it was open.
    Raises Refusal.

    A form opened from a question answers it: the message at `place` becomes the receipt. One opened by Done closes that
    follow-up, whenever it happened.
    """
    with office.database.begin() as tx:
        author = meet(tx, workspace_id=workspace_id, person_id=person_id)
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"form:{key}", now=now):
            return
        customer, is_new = chosen_customer(
            tx, chosen, workspace_id=workspace_id, author=author, now=now, source=entry.source
        )
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
        if took_seconds is not None:
            activities.change(
                tx, workspace_id=workspace_id, activity_id=activity.activity_id, took_seconds=took_seconds
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
        for one in activity.written_by_and_for:
            mail.republish_home(tx, workspace_id=workspace_id, person_id=one, now=now)


def undo_log(office: Office, *, workspace_id: str, person_id: str, activity_id: str, now: datetime) -> None:
    """Take a log back within 24 h. Raises Refusal: not_allowed, too_late, undone_already."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
        if activity is None:
            raise Refusal("undone_already")
        withdraw_log(office, tx, activity, workspace_id=workspace_id, actor=actor, now=now)


def undo_latest(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> str:
    """Take back the last thing a person logged; returns the customer's name. Raises Refusal: nothing_to_undo, too_late."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        return undo_last(office, tx, workspace_id=workspace_id, actor=actor, now=now)


def undo_last(office: Office, tx: Connection, *, workspace_id: str, actor: Person, now: datetime) -> str:
    """Step inside a transaction: take back the last thing a person logged. Raises Refusal: nothing_to_undo, too_late."""
    last = activities.last_of(tx, workspace_id=workspace_id, author_id=actor.person_id)
    if last is None:
        raise Refusal("nothing_to_undo")
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=last.customer_id)
    withdraw_log(office, tx, last, workspace_id=workspace_id, actor=actor, now=now)
    return customer.name if customer else ""


def withdraw_log(
    office: Office, tx: Connection, activity: Activity, *, workspace_id: str, actor: Person, now: datetime
) -> None:
    """Step inside a transaction: take a log back, and say so on its receipt and the home. Raises as undoing.withdraw."""
    undoing.withdraw(tx, activity, workspace_id=workspace_id, actor=actor, now=now)
    office.directory.put(tx, workspace_id, activity.customer_id)
    edit_receipt(tx, workspace_id=workspace_id, activity_id=activity.activity_id, now=now)
    mail.republish_home(tx, workspace_id=workspace_id, person_id=activity.author_id, now=now)


def chosen_customer(
    tx: Connection,
    chosen: Chosen,
    *,
    workspace_id: str,
    author: Person,
    now: datetime,
    source: str | None = None,
) -> tuple[Customer, bool]:
    """The customer a form names, and whether it is new (then from that source). Raises Refusal: no_customer, no_name."""
    if chosen.new_name:
        return create_customer(
            tx,
            workspace_id=workspace_id,
            name=chosen.new_name,
            created_by=author.person_id,
            now=now,
            source=source,
        )
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
