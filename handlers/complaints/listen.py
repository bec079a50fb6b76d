"""/dibs complaint, /dibs promise, and the forms that keep and close them."""

from typing import Literal, cast

from slack_bolt import App

from crm.complaints import DUE_AT
from handlers.complaints.view import complaint_form, open_list, resolve_form
from handlers.kit import ids
from handlers.kit.blocks import Block, Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press, about
from handlers.log.payload import due_at
from operations.customers import complaining, plans, seeing

Kind = Literal["complaint", "promise"]
FIELD_OF = {"no_words": "words", "in_the_past": "due_on"}


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.COMPLAIN, lambda turn, press: _open(desk, turn, press))
    desk.tap(app, ids.RESOLVE, lambda turn, press: _resolve(desk, turn, press))
    desk.form(app, ids.COMPLAINT_FORM, lambda turn, form: _save(desk, turn, form), at=FIELD_OF)
    desk.form(app, ids.RESOLVE_FORM, lambda turn, form: _close(desk, turn, form))


def complaint_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    return _command(desk, turn, asked, "complaint")


def promise_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    return _command(desk, turn, asked, "promise")


def _command(desk: Desk, turn: Turn, asked: Command, kind: Kind) -> Message | None:
    """Alone, what is open. With words, the form with what they say, so that nothing is kept by a slip of the tongue."""
    if not asked.text:
        found = complaining.read_open(desk.office, workspace_id=turn.workspace_id, asker=turn.person)
        return open_list(found, turn.speech)
    read = plans.read_words(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, text=asked.text, now=turn.now
    )
    customer = (read.customer_id, read.customer_name or "?") if read.customer_id else None
    words = _without(asked.text, read.customer_phrase) if customer else asked.text
    turn.open(complaint_form(kind, customer, words, turn.speech, due=read.due_at))
    return None


def _without(text: str, customer: str) -> str:
    """ "Acme the press jams" names the customer first: what it is about is what is left."""
    return text[len(customer) :].strip(" ,，:：") if text.casefold().startswith(customer.casefold()) else text


def complaint_about(desk: Desk, turn: Turn, kind: str, customer_id: str) -> Block:
    """The form for a customer that is known. Raises Refusal("no_customer")."""
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    return complaint_form(kind, (customer_id, card.customer.name), None, turn.speech)


def _open(desk: Desk, turn: Turn, press: Press) -> None:
    """From a list, for any customer; from a receipt, with the words of its note."""
    facts = ids.COMPLAIN.read(press.action_id)
    if not facts["customer_id"]:
        turn.open(complaint_form(facts["kind"], None, None, turn.speech), on_top=press.in_modal)
        return
    customer, words = complaining.read_note(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, activity_id=facts["activity_id"]
    )
    known = (customer.customer_id, customer.name)
    turn.open(complaint_form(facts["kind"], known, words, turn.speech, facts["activity_id"]), on_top=press.in_modal)


def _save(desk: Desk, turn: Turn, form: Form) -> None:
    opened, values = about(form.metadata, "kind", "activity"), form.values
    complaining.open_complaint(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        customer_id=values.get("customer") or "",
        kind=cast(Kind, opened["kind"]),
        severity=values.get("severity"),
        words=values.get("words") or "",
        due_at=due_at(values, turn.speech, usual=DUE_AT),
        activity_id=opened["activity"],
        key=form.key,
        now=turn.now,
    )


def _resolve(desk: Desk, turn: Turn, press: Press) -> None:
    card = complaining.read_complaint(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        complaint_id=ids.RESOLVE.read(press.action_id)["complaint_id"],
    )
    turn.open(resolve_form(card, turn.speech), on_top=press.in_modal)


def _close(desk: Desk, turn: Turn, form: Form) -> None:
    score = form.values.get("score")
    complaining.resolve(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        complaint_id=about(form.metadata, "complaint")["complaint"],
        resolution=form.values.get("resolution") or "",
        score=int(score) if score else None,
        now=turn.now,
    )
