"""A message about several customers: one preview with a row each, one "Save all"; each row can be edited or dropped."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crm.activities import Entry
from crm.drafts import Draft, DraftPart
from crm.notices.conversation import SeveralNotes
from crm.reading import Reading
from crm.reading.several import Part
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.hearing.heard import Heard, preview_key
from operations.hearing.logs import Chosen, chosen_customer
from operations.hearing.plain_words import plain_words
from operations.hearing.recording import Source, record
from operations.hearing.turn import Turn
from operations.members import meet
from operations.office import Office
from storage import activities, drafts, letters, parts


def choose_customer(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    draft_id: str,
    part: int,
    customer_id: str,
    channel: str,
    ts: str,
    now: datetime,
) -> None:
    """Say whom a part is about. Raises Refusal: draft_closed, not_allowed."""
    _change(office, workspace_id, person_id, draft_id, part, channel, ts, now, customer_id=customer_id, new_name=None)


def drop_part(
    office: Office, *, workspace_id: str, person_id: str, draft_id: str, part: int, channel: str, ts: str, now: datetime
) -> None:
    """Leave a part out. Raises Refusal: draft_closed, not_allowed."""
    _change(office, workspace_id, person_id, draft_id, part, channel, ts, now, state="dropped")


def save_all(
    office: Office, *, workspace_id: str, person_id: str, draft_id: str, channel: str, ts: str, now: datetime
) -> None:
    """Log every part whose customer is clear; what is not clear stays, to be chosen.

    Raises Refusal: draft_closed, not_allowed.
    """
    with office.database.begin() as tx:
        draft = own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        rows = parts.of_draft(tx, workspace_id=workspace_id, draft_id=draft_id)
        for row in rows:
            if row.state == "open" and row.is_decided:
                _save(office, tx, draft, row, workspace_id=workspace_id, place=(channel, ts), now=now)
        finish(tx, draft, workspace_id=workspace_id, channel=channel, ts=ts, now=now)


def log_part(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    draft_id: str,
    part: int,
    chosen: Chosen,
    entry: Entry,
    place: tuple[str, str],
    now: datetime,
) -> None:
    """Log one part as the form says. Raises Refusal: draft_closed, not_allowed, no_customer, no_name."""
    with office.database.begin() as tx:
        draft = own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        author = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer, _ = chosen_customer(
            tx, chosen, workspace_id=workspace_id, author=author, now=now, source=entry.source
        )
        activity = record(
            tx,
            entry,
            workspace_id=workspace_id,
            author=author,
            customer=customer,
            source=Source(draft.channel, draft.ts, part),
            clocks=read_clocks(tx, workspace_id=workspace_id, now=now),
            now=now,
        )
        office.directory.put(tx, workspace_id, customer.customer_id)
        _saved(tx, draft, part, activity.activity_id, workspace_id=workspace_id, place=place)
        for one in activity.written_by_and_for:
            mail.republish_home(tx, workspace_id=workspace_id, person_id=one, now=now)
        finish(tx, draft, workspace_id=workspace_id, channel=place[0], ts=place[1], now=now)


def finish(tx: Connection, draft: Draft, *, workspace_id: str, channel: str, ts: str, now: datetime) -> None:
    """Close a draft none of whose parts is open any more, and show the preview as it is now."""
    rows = parts.of_draft(tx, workspace_id=workspace_id, draft_id=draft.draft_id)
    if all(row.state != "open" for row in rows):
        state = "saved" if any(row.state == "saved" for row in rows) else "discarded"
        drafts.close(tx, workspace_id=workspace_id, draft_id=draft.draft_id, state=state, now=now)
    slip = SeveralNotes(draft.draft_id)
    mail.edit(tx, slip, workspace_id=workspace_id, person_id=draft.person_id, channel=channel, ts=ts, now=now)


def follow_edit(office: Office, tx: Connection, draft: Draft, heard: Heard, *, now: datetime) -> None:
    """Step inside a transaction: the message of a preview was edited. Rows whose words are still there stay, with what was
    chosen in them; so does what is saved or left out. The others are those of the new words."""
    of = {"workspace_id": heard.workspace_id, "draft_id": draft.draft_id}
    rows = parts.of_draft(tx, **of)
    shown = letters.keyed(tx, workspace_id=heard.workspace_id, key=preview_key(draft.draft_id))
    if not rows:
        return
    turn = Turn(office, tx, heard, now)
    found = turn.shares() or (Part(heard.text, turn.reading, turn.reading.on_behalf_of),)
    settled = {row.customer_id for row in rows if row.state != "open" and row.customer_id}
    standing = {(row.text, row.on_behalf_of) for row in rows if row.state == "open"}
    said = {(one.text, one.on_behalf_of) for one in found}
    fresh = [
        one
        for one in found
        if (one.text, one.on_behalf_of) not in standing and one.reading.customer.customer_id not in settled
    ]
    parts.forget(tx, [row.part for row in rows if (row.text, row.on_behalf_of) not in said], **of)
    if fresh:
        parts.add(tx, [turn.row(number, one) for number, one in enumerate(fresh, rows[-1].part + 1)], **of)
    if shown and shown.channel and shown.ts:  # what is not sent yet is worded when it is
        finish(tx, draft, workspace_id=heard.workspace_id, channel=shown.channel, ts=shown.ts, now=now)


def read_part(
    office: Office, *, workspace_id: str, person_id: str, draft_id: str, part: int
) -> tuple[Draft, DraftPart, Reading]:
    """A part and what it says, for the form. Raises Refusal: draft_closed, not_allowed."""
    with office.database.read() as tx:
        draft = own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        row = next(
            (one for one in parts.of_draft(tx, workspace_id=workspace_id, draft_id=draft_id) if one.part == part), None
        )
        if row is None or row.state != "open":
            raise Refusal("draft_closed")
        turn = _turn(office, tx, draft, row, workspace_id=workspace_id, now=draft.sent_at)
        return replace(draft, text=plain_words(tx, row.text, workspace_id=workspace_id)), row, turn.reading


def own_draft(tx: Connection, *, workspace_id: str, person_id: str, draft_id: str) -> Draft:
    draft = drafts.draft(tx, workspace_id=workspace_id, draft_id=draft_id)
    if draft is None or draft.state != "open":
        raise Refusal("draft_closed")
    if draft.person_id != person_id:
        raise Refusal("not_allowed")
    return draft


def _change(
    office: Office,
    workspace_id: str,
    person_id: str,
    draft_id: str,
    part: int,
    channel: str,
    ts: str,
    now: datetime,
    **fields: object,
) -> None:
    with office.database.begin() as tx:
        draft = own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        if not parts.change(tx, workspace_id=workspace_id, draft_id=draft_id, part=part, **fields):
            raise Refusal("draft_closed")
        finish(tx, draft, workspace_id=workspace_id, channel=channel, ts=ts, now=now)


def _save(
    office: Office,
    tx: Connection,
    draft: Draft,
    row: DraftPart,
    *,
    workspace_id: str,
    place: tuple[str, str],
    now: datetime,
) -> None:
    turn = _turn(office, tx, draft, row, workspace_id=workspace_id, now=now)
    receipt = turn.log_as(row.customer_id or "new", named=row.new_name)
    _saved(tx, draft, row.part, receipt.activity_id, workspace_id=workspace_id, place=place)


def _saved(
    tx: Connection, draft: Draft, part: int, activity_id: str, *, workspace_id: str, place: tuple[str, str]
) -> None:
    """The part is logged; the preview is its receipt."""
    fields = {"state": "saved", "activity_id": activity_id}
    if not parts.change(tx, workspace_id=workspace_id, draft_id=draft.draft_id, part=part, **fields):
        raise Refusal("draft_closed")
    activities.change(
        tx, workspace_id=workspace_id, activity_id=activity_id, receipt_channel=place[0], receipt_ts=place[1]
    )


def _turn(office: Office, tx: Connection, draft: Draft, row: DraftPart, *, workspace_id: str, now: datetime) -> Turn:
    """The part as if it had been a message of its own."""
    heard = Heard(workspace_id, draft.person_id, draft.channel, draft.ts, row.text, draft.sent_at, part=row.part)
    heard = replace(heard, on_behalf_of=row.on_behalf_of)
    return Turn(office, tx, heard, now)
