"""What can be done about a claim that runs out: ask for time, let it go; and the manager's answers."""

from datetime import date, datetime

from slack_bolt import App

from crm.refusal import Refusal
from handlers.expiry.view import release_form, time_form
from handlers.kit import ids
from handlers.kit.blocks import Block
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Form, Press, about
from operations.assigning import reassigning
from operations.clock import expiry, granting_time
from operations.customers import seeing


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.ASK_TIME, lambda turn, press: _ask(desk, turn, press))
    desk.tap(
        app,
        ids.RELEASE,
        lambda turn, press: _ask_why(desk, turn, press, ids.RELEASE.read(press.action_id)["customer_id"]),
    )
    desk.tap(app, ids.RELEASE_REASON, lambda turn, press: turn.redraw(press, _again(press.metadata, press.value, turn)))
    desk.tap(app, ids.LET_GO, lambda turn, press: _let_go_as_said(desk, turn, press))
    desk.tap(app, ids.ANSWER_TIME, lambda turn, press: _answer(desk, turn, press))
    desk.tap(app, ids.RESUME_SWEEP, lambda turn, press: _resume(desk, turn, press))
    desk.form(app, ids.TIME_FORM, lambda turn, form: _asked(desk, turn, form))
    desk.form(
        app, ids.RELEASE_FORM, lambda turn, form: _released(desk, turn, form), at={"wake_date_needed": "wakes_on"}
    )


def _ask(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.ASK_TIME.read(press.action_id)["customer_id"]
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    days = granting_time.days_to_ask(desk.office, workspace_id=turn.workspace_id, customer_id=customer_id, now=turn.now)
    turn.open(time_form(customer_id, card.customer.name, days, turn.speech), on_top=press.in_modal)


def _let_go_as_said(desk: Desk, turn: Turn, press: Press) -> None:
    """From the message that offers what was said in words: it is edited once it is done."""
    facts = ids.LET_GO.read(press.action_id)
    offer = (press.channel, press.ts) if press.channel and press.ts else None
    _ask_why(desk, turn, press, facts["customer_id"], why=facts["why"] or None, offer=offer)


def _ask_why(
    desk: Desk,
    turn: Turn,
    press: Press,
    customer_id: str,
    *,
    why: str | None = None,
    offer: tuple[str, str] | None = None,
) -> None:
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    if not card.is_mine:
        raise Refusal("not_yours", customer=card.customer.name)
    turn.open(release_form(customer_id, card.customer.name, turn.speech, why=why, offer=offer), on_top=press.in_modal)


def _asked(desk: Desk, turn: Turn, form: Form) -> None:
    granting_time.ask_for_time(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        customer_id=about(form.metadata, "customer")["customer"],
        reason=form.values.get("reason") or "",
        now=turn.now,
    )


def _again(metadata: str, why: str, turn: Turn) -> Block:
    """The form with the fields this reason needs."""
    opened = about(metadata, "customer", "name", "offer")
    return release_form(opened["customer"], opened["name"], turn.speech, why=why, offer=opened["offer"])


def _released(desk: Desk, turn: Turn, form: Form) -> Block | None:
    """Closed when it is done; where the day is still missing, the form asks for it."""
    wakes_on, opened = form.values.get("wakes_on"), about(form.metadata, "customer")
    offer = opened.get("offer")
    try:
        reassigning.release(
            desk.office,
            workspace_id=turn.workspace_id,
            person_id=turn.person_id,
            customer_id=opened["customer"],
            offer=(offer[0], offer[1]) if offer else None,
            why=form.values.get("reason") or "",
            wakes_on=date.fromisoformat(wakes_on) if wakes_on else None,
            now=turn.now,
        )
    except Refusal as refusal:
        if refusal.code != "wake_date_needed" or "wakes_on" in form.values:
            raise
        return _again(form.metadata, "later", turn)
    return None


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_TIME.read(press.action_id)
    granting_time.answer_time(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        request_id=facts["request_id"],
        grant=facts["answer"] == "grant",
        now=turn.now,
    )


def _resume(desk: Desk, turn: Turn, press: Press) -> None:
    halted_at = datetime.fromisoformat(ids.RESUME_SWEEP.read(press.action_id)["halted_at"])
    expiry.resume_sweep(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, halted_at=halted_at, now=turn.now
    )
