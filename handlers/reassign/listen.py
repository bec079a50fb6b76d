"""Claiming from the pool, and a manager's decisions."""

from datetime import datetime

from slack_bolt import App

from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Form, Press, about
from handlers.reassign.forms import assign_form, hand_over_form
from operations.assigning import batching, compose_moves, reassigning
from operations.clock import taking_back
from operations.customers import seeing


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.CLAIM, lambda turn, press: _claim(desk, turn, press))
    desk.tap(app, ids.ASSIGN, lambda turn, press: _assign(desk, turn, press))
    desk.tap(app, ids.ASSIGN_OTHER, lambda turn, press: _choose(desk, turn, press))
    desk.tap(app, ids.OPEN_TO_ALL, lambda turn, press: _open(desk, turn, press))
    desk.tap(app, ids.TAKE_BACK, lambda turn, press: _take_back(desk, turn, press))
    desk.tap(app, ids.ASSIGN_ALL, lambda turn, press: _assign_all(desk, turn, press))
    desk.tap(app, ids.HAND_OVER, lambda turn, press: _ask_to_whom(desk, turn, press))
    desk.form(app, ids.HAND_OVER_FORM, lambda turn, form: _hand_over(desk, turn, form))
    desk.form(app, ids.ASSIGN_FORM, lambda turn, form: _chosen(desk, turn, form), at={"reason_here": "reason"})


def _claim(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.CLAIM.read(press.action_id)["customer_id"]
    reassigning.claim(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, customer_id=customer_id, now=turn.now
    )


def _assign(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ASSIGN.read(press.action_id)
    reassigning.assign(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        customer_id=facts["customer_id"],
        epoch=int(facts["epoch"]),
        owner_id=facts["owner_id"],
        now=turn.now,
    )


def _choose(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ASSIGN_OTHER.read(press.action_id)
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=facts["customer_id"], now=turn.now
    )
    form = assign_form(facts["customer_id"], facts["epoch"], card.customer.name, turn.speech)
    turn.open(form, on_top=press.in_modal)


def _open(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.OPEN_TO_ALL.read(press.action_id)
    reassigning.open_to_all(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        customer_id=facts["customer_id"],
        epoch=int(facts["epoch"]),
        now=turn.now,
    )


def _take_back(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.TAKE_BACK.read(press.action_id)
    taking_back.take_back(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        customer_id=facts["customer_id"],
        epoch=int(facts["epoch"]),
        now=turn.now,
    )


def _chosen(desk: Desk, turn: Turn, form: Form) -> None:
    opened = about(form.metadata, "customer", "epoch")
    try:
        reassigning.assign(
            desk.office,
            workspace_id=turn.workspace_id,
            actor_id=turn.person_id,
            customer_id=opened["customer"],
            epoch=int(opened["epoch"]),
            owner_id=form.values.get("rep") or "",
            override=form.values.get("reason"),
            now=turn.now,
        )
    except Refusal as refusal:
        if refusal.code != "needs_reason":
            raise
        raise Refusal("reason_here", **refusal.facts) from refusal  # the form has the field for it


def _assign_all(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ASSIGN_ALL.read(press.action_id)
    batching.assign_as_suggested(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        manager_id=facts["manager_id"],
        opened_at=datetime.fromisoformat(facts["opened_at"]),
        now=turn.now,
    )


def _ask_to_whom(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.HAND_OVER.read(press.action_id)
    together = compose_moves.read_together(
        desk.office,
        workspace_id=turn.workspace_id,
        asker=turn.person,
        manager_id=facts["manager_id"],
        opened_at=datetime.fromisoformat(facts["opened_at"]),
    )
    turn.open(hand_over_form(together, turn.speech), on_top=press.in_modal)


def _hand_over(desk: Desk, turn: Turn, form: Form) -> None:
    opened = about(form.metadata, "manager", "opened_at")
    batching.hand_over(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        manager_id=opened["manager"],
        opened_at=datetime.fromisoformat(opened["opened_at"]),
        to=(form.values.get("to") or "").split(","),
        reason=form.values.get("reason"),
        now=turn.now,
    )
