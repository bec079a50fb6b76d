"""A note arrives: read it, keep it, answer it. One message, one transaction, the answer's slip included."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.drafts import Draft
from crm.notices.conversation import WhichCustomer
from crm.reading import Reading
from crm.refusal import Refusal
from operations import mail
from operations.hearing.heard import Heard, message_key
from operations.hearing.plain_words import plain_words
from operations.hearing.receipts import put_receipt
from operations.hearing.turn import Turn
from operations.office import Office
from storage import drafts, seen


def hear_note(office: Office, *, heard: Heard, now: datetime) -> None:
    """Understand a message and answer it, once, however often Slack delivers it."""
    with office.database.begin() as tx:
        if not seen.first_time(tx, workspace_id=heard.workspace_id, key=message_key(heard.channel, heard.ts), now=now):
            return
        Turn(office, tx, heard, now).take()


def answer_question(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    draft_id: str,
    choice: str,
    channel: str,
    ts: str,
    now: datetime,
    rep_id: str | None = None,
) -> None:
    """The tap that says which customer a kept note is about: a customer's id, "new", or "discard"; and for which rep an
    assistant wrote it.

    The question becomes the receipt, or the next question. Raises Refusal: draft_closed, not_allowed, no_customer,
    unknown_person, assisted_over.
    """
    with office.database.begin() as tx:
        draft = _own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        heard = Heard(
            workspace_id,
            person_id,
            draft.channel,
            draft.ts,
            draft.text,
            draft.sent_at,
            tuple((draft.links or "").split()),
            on_behalf_of=rep_id,
        )
        turn = Turn(office, tx, heard, now)
        edited: dict[str, Any] = {
            "workspace_id": workspace_id,
            "person_id": person_id,
            "channel": channel,
            "ts": ts,
            "now": now,
        }
        if choice != "discard" and (asked := turn.for_whom(choice)):
            mail.edit(tx, asked(draft_id), **edited)
            return
        state = "discarded" if choice == "discard" else "saved"
        if not drafts.close(tx, workspace_id=workspace_id, draft_id=draft_id, state=state, now=now):
            raise Refusal("draft_closed")
        if choice == "discard":
            mail.edit(tx, WhichCustomer(draft_id), **edited)
            return
        put_receipt(tx, turn.log_as(choice), **edited)


def read_draft(office: Office, *, workspace_id: str, person_id: str, draft_id: str) -> tuple[Draft, Reading]:
    """A kept note and what it says, for a form. Raises Refusal: draft_closed, not_allowed."""
    with office.database.read() as tx:
        draft = _own_draft(tx, workspace_id=workspace_id, person_id=person_id, draft_id=draft_id)
        heard = Heard(workspace_id, person_id, draft.channel, draft.ts, draft.text, draft.sent_at)
        shown = replace(draft, text=plain_words(tx, draft.text, workspace_id=workspace_id))
        return shown, Turn(office, tx, heard, draft.sent_at).reading


def _own_draft(tx: Connection, *, workspace_id: str, person_id: str, draft_id: str) -> Draft:
    draft = drafts.draft(tx, workspace_id=workspace_id, draft_id=draft_id)
    if draft is None or draft.state != "open":
        raise Refusal("draft_closed")
    if draft.person_id != person_id:
        raise Refusal("not_allowed")
    return draft
