"""A manager's verdict on a log that was drawn: fine at once, or not a real follow-up with a reason."""

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Form, Press, about
from handlers.spot_checks.view import reject_form
from operations.clock import spot_checks


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.SPOT_FINE, lambda turn, press: _fine(desk, turn, press))
    desk.tap(app, ids.SPOT_REJECT, lambda turn, press: _ask_why(desk, turn, press))
    desk.form(app, ids.REJECT_FORM, lambda turn, form: _rejected(desk, turn, form))


def _fine(desk: Desk, turn: Turn, press: Press) -> None:
    _judge(desk, turn, ids.SPOT_FINE.read(press.action_id)["activity_id"], None)


def _ask_why(desk: Desk, turn: Turn, press: Press) -> None:
    activity_id = ids.SPOT_REJECT.read(press.action_id)["activity_id"]
    who = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id}
    row = spot_checks.read_check(desk.office, **who, activity_id=activity_id)
    turn.open(reject_form(row, turn.speech), on_top=press.in_modal)


def _rejected(desk: Desk, turn: Turn, form: Form) -> None:
    _judge(desk, turn, about(form.metadata, "activity")["activity"], form.values.get("reason") or "")


def _judge(desk: Desk, turn: Turn, activity_id: str, reason: str | None) -> None:
    spot_checks.judge(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        activity_id=activity_id,
        reason=reason,
        now=turn.now,
    )
