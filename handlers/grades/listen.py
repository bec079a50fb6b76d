"""`/dibs grades`, and the buttons of the monthly card."""

from slack_bolt import App

from handlers.grades.view import grades
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from operations.figures import grading


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.CONFIRM_GRADES, lambda turn, press: _confirm(desk, turn, press))
    desk.tap(app, ids.KEEP_GRADE, lambda turn, press: _keep(desk, turn, press))


def grades_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """The latest suggestions to who asks."""
    card = grading.read_grades(desk.office, workspace_id=turn.workspace_id, asker_id=turn.person_id)
    if card is None:
        return Message(
            turn.speech.t(
                "No grades are suggested yet. They come on the first working day of a month, once ten customers have won deals."
            )
        )
    return grades(card, turn.speech)


def _confirm(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.CONFIRM_GRADES.read(press.action_id)
    grading.confirm(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now)


def _keep(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.KEEP_GRADE.read(press.action_id)
    grading.keep(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now)
