"""Taps and forms around follow-ups."""

from slack_bolt import App

from crm.followups import FollowUp
from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Form, Press, about
from handlers.log.payload import due_at
from handlers.log.view import done_prefill, log_form
from handlers.plans.view import move_form, plan_form
from operations.customers import plans, seeing
from operations.hearing.logs import Chosen


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.PLAN, lambda turn, press: _plan(desk, turn, press))
    desk.tap(app, ids.PLAN_DONE, lambda turn, press: _done(desk, turn, press))
    desk.tap(app, ids.PLAN_SNOOZE, lambda turn, press: _snooze(desk, turn, press))
    desk.tap(
        app,
        ids.PLAN_MOVE,
        lambda turn, press: _move(desk, turn, ids.PLAN_MOVE.read(press.action_id)["followup_id"], press),
    )
    desk.tap(app, ids.PLAN_MENU, lambda turn, press: _menu(desk, turn, press))
    desk.form(app, ids.PLAN_FORM, lambda turn, form: _save_plan(desk, turn, form), at={"in_the_past": "due_on"})
    desk.form(app, ids.MOVE_FORM, lambda turn, form: _save_move(desk, turn, form))


def _plan(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.PLAN.read(press.action_id)["customer_id"]
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    turn.open(plan_form(turn.speech, (customer_id, card.customer.name)), on_top=press.in_modal)


def _done(desk: Desk, turn: Turn, press: Press) -> None:
    """Done asks for the outcome: saving the log closes the plan."""
    facts = ids.PLAN_DONE.read(press.action_id)
    plan = _own(desk, turn, facts["followup_id"])
    turn.open(log_form(done_prefill(plan), turn.speech), on_top=press.in_modal)


def _snooze(desk: Desk, turn: Turn, press: Press) -> None:
    followup_id = ids.PLAN_SNOOZE.read(press.action_id)["followup_id"]
    plans.snooze_plan(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, followup_id=followup_id, now=turn.now
    )


def _move(desk: Desk, turn: Turn, followup_id: str, press: Press) -> None:
    turn.open(move_form(_own(desk, turn, followup_id), turn.speech), on_top=press.in_modal)


def _menu(desk: Desk, turn: Turn, press: Press) -> None:
    followup_id = ids.PLAN_MENU.read(press.action_id)["followup_id"]
    if press.value == "move":
        _move(desk, turn, followup_id, press)
        return
    plans.drop_plan(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, followup_id=followup_id, now=turn.now
    )


def _save_plan(desk: Desk, turn: Turn, form: Form) -> None:
    due = due_at(form.values, turn.speech, needed=True)
    assert due is not None
    plans.plan_step(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        chosen=Chosen(form.values.get("customer")),
        due_at=due,
        step=form.values.get("step"),
        key=form.key,
        now=turn.now,
    )


def _save_move(desk: Desk, turn: Turn, form: Form) -> None:
    due = due_at(form.values, turn.speech, needed=True)
    assert due is not None
    followup_id = about(form.metadata, "followup")["followup"]
    plans.move_plan(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        followup_id=followup_id,
        due_at=due,
        now=turn.now,
    )


def _own(desk: Desk, turn: Turn, followup_id: str) -> FollowUp:
    return plans.read_plan(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, followup_id=followup_id
    )
