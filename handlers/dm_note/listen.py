"""What a person writes to the bot, and the taps that say whose note it is."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App

from crm.refusal import Refusal
from handlers.dibs.lines import in_a_message, without_call
from handlers.dm_note import payload
from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Press
from handlers.log.view import log_form, note_prefill
from operations.hearing import messages, notes
from operations.hearing.heard import Heard
from operations.in_and_out import imports


def register(app: App, desk: Desk) -> None:
    def message(ack: Ack, body: dict[str, Any]) -> None:
        _take(desk, payload.read_message(body))
        ack()

    def mention(ack: Ack, body: dict[str, Any]) -> None:
        _take(desk, payload.read_mention(body))
        ack()

    def reaction(ack: Ack, body: dict[str, Any]) -> None:
        _take(desk, payload.read_reaction(body))
        ack()

    app.event("message")(message)
    app.event("app_mention")(mention)
    app.event("reaction_added")(reaction)
    desk.shortcut(
        app,
        ids.LOG_MESSAGE,
        lambda turn, body: notes.hear_note(desk.office, heard=payload.read_shortcut(body), now=turn.now),
    )
    desk.tap(app, ids.CHOOSE, lambda turn, press: _choose(desk, turn, press))
    desk.tap(app, ids.FOR_WHOM, lambda turn, press: _for_whom(desk, turn, press))
    desk.tap(app, ids.OTHER_CUSTOMER, lambda turn, press: _other(desk, turn, press))


def _take(desk: Desk, read: Heard | payload.Edited | payload.Withdrawn | payload.Dropped | None) -> None:
    """One of: a note, its edit, its withdrawal, a list. A failure leaves the event unacknowledged, and Slack sends it again.

    A refusal will be none the kinder for being sent again: it is acknowledged, with nothing changed.
    """
    try:
        _do(desk, read, desk.now())
    except Refusal:
        return


def _do(desk: Desk, read: Heard | payload.Edited | payload.Withdrawn | payload.Dropped | None, now: datetime) -> None:
    if isinstance(read, Heard):
        heard = replace(read, line=in_a_message(read.text), text=without_call(read.text))
        notes.hear_note(desk.office, heard=heard, now=now)
    elif isinstance(read, payload.Dropped):
        imports.drop_files(
            desk.office,
            workspace_id=read.who.workspace_id,
            person_id=read.who.person_id,
            key=(read.channel, read.ts),
            files=read.files,
            now=now,
        )
    elif isinstance(read, payload.Edited):
        messages.message_edited(desk.office, heard=read.heard, edited_at=read.at, now=now)
    elif isinstance(read, payload.Withdrawn):
        messages.message_withdrawn(
            desk.office,
            workspace_id=read.who.workspace_id,
            person_id=read.who.person_id,
            channel=read.channel,
            ts=read.ts,
            now=now,
        )


def _choose(desk: Desk, turn: Turn, press: Press) -> None:
    _answer(desk, turn, press, ids.CHOOSE.read(press.action_id))


def _for_whom(desk: Desk, turn: Turn, press: Press) -> None:
    """A button says the rep itself; the menu says whom was chosen in it."""
    facts = ids.FOR_WHOM.read(press.action_id)
    rep_id = press.value if facts["rep_id"] == "other" else facts["rep_id"]
    _answer(desk, turn, press, facts, rep_id=rep_id)


def _answer(desk: Desk, turn: Turn, press: Press, facts: dict[str, str], *, rep_id: str | None = None) -> None:
    notes.answer_question(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        draft_id=facts["draft_id"],
        choice=facts["choice"],
        channel=press.channel or "",
        ts=press.ts or "",
        rep_id=rep_id,
        now=turn.now,
    )


def _other(desk: Desk, turn: Turn, press: Press) -> None:
    """None of the candidates: the whole form, filled with what was read, and the customer to be searched."""
    draft_id = ids.OTHER_CUSTOMER.read(press.action_id)["draft_id"]
    draft, reading = notes.read_draft(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, draft_id=draft_id
    )
    prefill = note_prefill(draft, reading, turn.speech, place=(press.channel or "", press.ts or ""))
    turn.open(log_form(prefill, turn.speech, turn.person))
