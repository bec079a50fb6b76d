"""Logging by command, by shortcut and by form; editing and undoing what was logged."""

from datetime import UTC, date, datetime

from slack_bolt import App

from crm.calendar import WorkCalendar
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press
from handlers.log.payload import read_form
from handlers.log.view import Prefill, log_form, log_prefill
from operations.customers import plans, seeing
from operations.hearing import dating, editing, logs, notes, several
from operations.hearing.heard import Heard


def register(app: App, desk: Desk) -> None:
    desk.command(app, "/log", lambda turn, asked: log_command(desk, turn, asked))
    desk.shortcut(
        app,
        ids.LOG_ANYWHERE,
        lambda turn, body: turn.open(log_form(Prefill(), turn.speech, turn.person)),
    )
    desk.tap(
        app,
        ids.NEW_LOG,
        lambda turn, press: turn.open(log_form(Prefill(), turn.speech, turn.person), on_top=press.in_modal),
    )
    desk.tap(app, ids.LOG_CALL, lambda turn, press: _log_call(desk, turn, press))
    desk.tap(app, ids.EDIT_LOG, lambda turn, press: _edit(desk, turn, press))
    desk.tap(app, ids.UNDO_LOG, lambda turn, press: _undo(desk, turn, press))
    desk.tap(app, ids.TAKE_OTHER_DATE, lambda turn, press: _other_date(desk, turn, press))
    desk.tap(app, ids.SET_DAY, lambda turn, press: _set_day(desk, turn, press))
    desk.tap(app, ids.PICK_DAY, lambda turn, press: _pick_day(desk, turn, press))
    desk.form(
        app, ids.LOG_FORM, lambda turn, form: _save(desk, turn, form), at={"no_name": "new_name", "for_whom": "for"}
    )


def log_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """With words, a note like any other; without, the form."""
    if not asked.text:
        turn.open(log_form(Prefill(), turn.speech, turn.person))
        return None
    heard = Heard(
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        channel="command",
        ts=asked.trigger_id[:64],
        text=asked.text,
        sent_at=turn.now,
    )
    notes.hear_note(desk.office, heard=heard, now=turn.now)
    return Message(turn.speech.t("Got it. The answer is in our direct messages."))


def _log_call(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.LOG_CALL.read(press.action_id)["customer_id"]
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    contact = card.contacts[0].name if card.contacts else None
    turn.open(
        log_form(
            Prefill(customer=(customer_id, card.customer.name), contact=contact),
            turn.speech,
            turn.person,
        ),
        on_top=press.in_modal,
    )


def _edit(desk: Desk, turn: Turn, press: Press) -> None:
    activity_id = ids.EDIT_LOG.read(press.action_id)["activity_id"]
    activity, customer, entry = editing.read_log(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, activity_id=activity_id, now=turn.now
    )
    turn.open(log_form(log_prefill(activity, customer, entry, (press.channel or "", press.ts or "")), turn.speech))


def _undo(desk: Desk, turn: Turn, press: Press) -> None:
    activity_id = ids.UNDO_LOG.read(press.action_id)["activity_id"]
    logs.undo_log(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, activity_id=activity_id, now=turn.now
    )


def _other_date(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.TAKE_OTHER_DATE.read(press.action_id)
    plans.move_plan(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        followup_id=facts["followup_id"],
        due_at=datetime.fromtimestamp(int(facts["epoch_seconds"]), UTC),
        now=turn.now,
    )


def _set_day(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.SET_DAY.read(press.action_id)
    _due_at(desk, turn, facts["activity_id"], datetime.fromtimestamp(int(facts["epoch_seconds"]), UTC))


def _pick_day(desk: Desk, turn: Turn, press: Press) -> None:
    """A day without an hour is when the person's work begins."""
    if press.value:
        morning = WorkCalendar(turn.speech.zone).at(date.fromisoformat(press.value), turn.speech.morning)
        _due_at(desk, turn, ids.PICK_DAY.read(press.action_id)["activity_id"], morning)


def _due_at(desk: Desk, turn: Turn, activity_id: str, due_at: datetime) -> None:
    who = {"workspace_id": turn.workspace_id, "person_id": turn.person_id}
    dating.set_day(desk.office, **who, activity_id=activity_id, due_at=due_at, now=turn.now)


def _save(desk: Desk, turn: Turn, form: Form) -> None:
    filled = read_form(form, turn.speech)
    if filled.activity_id:
        editing.edit_log(
            desk.office,
            workspace_id=turn.workspace_id,
            person_id=turn.person_id,
            activity_id=filled.activity_id,
            chosen=filled.chosen,
            entry=filled.entry,
            now=turn.now,
        )
    elif filled.part is not None and filled.draft_id:
        several.log_part(
            desk.office,
            workspace_id=turn.workspace_id,
            person_id=turn.person_id,
            draft_id=filled.draft_id,
            part=filled.part,
            chosen=filled.chosen,
            entry=filled.entry,
            place=filled.place,
            now=turn.now,
        )
    else:
        logs.log_entry(
            desk.office,
            workspace_id=turn.workspace_id,
            person_id=turn.person_id,
            chosen=filled.chosen,
            entry=filled.entry,
            key=form.key,
            draft_id=filled.draft_id,
            followup_id=filled.followup_id,
            place=filled.place,
            took_seconds=filled.took_seconds,
            now=turn.now,
        )
