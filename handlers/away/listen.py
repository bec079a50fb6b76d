"""/dibs away, and the answers to it."""

from slack_bolt import App

from crm.cards import LeaveCard
from handlers.away.payload import Away, names_nobody, read_form, read_words
from handlers.away.view import leave, leave_form
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press
from operations.clock import away

FIELD_OF = {
    **dict.fromkeys(("leave_over", "pause_backwards", "pause_days"), "last_day"),
    **dict.fromkeys(("cover_self", "cover_away", "unknown_person"), "cover"),
}


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.ANSWER_LEAVE, lambda turn, press: _answer(desk, turn, press))
    desk.tap(app, ids.COME_BACK, lambda turn, press: _back(desk, turn, press))
    desk.form(app, ids.LEAVE_FORM, lambda turn, form: _asked(desk, turn, form), at=FIELD_OF)


def away_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """ "3–10 July cover @li" at once; anything less in the form."""
    read = read_words(asked.text, turn.speech) if asked.text else None
    if read is None or names_nobody(asked.text):
        turn.open(leave_form(turn.speech, *([read.first_day, read.last_day] if read else [])))
        return None
    return leave(_ask(desk, turn, read, tell=False), turn.speech)


def _asked(desk: Desk, turn: Turn, form: Form) -> None:
    _ask(desk, turn, read_form(form, turn.speech))


def _ask(desk: Desk, turn: Turn, read: Away, *, tell: bool = True) -> LeaveCard:
    return away.ask_leave(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        first_day=read.first_day,
        last_day=read.last_day,
        cover_id=read.cover_id,
        now=turn.now,
        tell=tell,
    )


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_LEAVE.read(press.action_id)
    away.answer_leave(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        leave_id=facts["leave_id"],
        approve=facts["answer"] == "approve",
        now=turn.now,
    )


def _back(desk: Desk, turn: Turn, press: Press) -> None:
    leave_id = ids.COME_BACK.read(press.action_id)["leave_id"]
    away.come_back(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, leave_id=leave_id, now=turn.now
    )
