"""/dibs edit and /dibs contacts, the card's menu, and the forms behind them."""

from collections.abc import Callable

from slack_bolt import App

from crm.cards.customers import DetailsCard
from crm.details import Details
from crm.details import Person as Facts
from crm.refusal import Refusal
from handlers.complaints.listen import complaint_about
from handlers.customer.payload import FilledContact, read_contact, read_customer
from handlers.customer.view import contact_form, contacts, customer_form
from handlers.kit import ids
from handlers.kit.blocks import Block, Message
from handlers.kit.desk import Desk, FormErrors, Turn
from handlers.kit.payloads import Command, Form, Press
from handlers.kit.refusals import sentence
from handlers.sharing.listen import share_of
from operations.customers import contact_editing, customer_editing, seeing


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.CARD_MENU, lambda turn, press: _menu(desk, turn, press))
    desk.tap(app, ids.EDIT_CUSTOMER, lambda turn, press: _edit(desk, turn, press))
    desk.tap(app, ids.CONTACTS, lambda turn, press: _turn_contacts(desk, turn, press))
    desk.tap(app, ids.ADD_CONTACT, lambda turn, press: _add(turn, press))
    desk.tap(app, ids.EDIT_CONTACT, lambda turn, press: _edit_contact(desk, turn, press))
    desk.tap(app, ids.REMOVE_CONTACT, lambda turn, press: _remove(desk, turn, press))
    desk.form(app, ids.CUSTOMER_FORM, lambda turn, form: _save(desk, turn, form))
    desk.form(app, ids.CONTACT_FORM, lambda turn, form: _save_contact(desk, turn, form))


def edit_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    turn.open(_customer_form(desk, turn, customer.customer_id))
    return None


def contacts_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    turn.open(_contacts(desk, turn, customer.customer_id))
    return None


def _menu(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.CARD_MENU.read(press.action_id)["customer_id"]
    if press.value in ("complaint", "promise"):
        turn.open(complaint_about(desk, turn, press.value, customer_id), on_top=press.in_modal)
        return
    forms: dict[str, Callable[[Desk, Turn, str], Block]] = {
        "edit": _customer_form,
        "contacts": _contacts,
        "share": share_of,
    }
    form = forms.get(press.value)
    if form is None:
        raise Refusal("old_button")
    turn.open(form(desk, turn, customer_id), on_top=press.in_modal)


def _edit(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.EDIT_CUSTOMER.read(press.action_id)["customer_id"]
    turn.open(_customer_form(desk, turn, customer_id), on_top=press.in_modal)


def _customer_form(desk: Desk, turn: Turn, customer_id: str) -> Block:
    card = customer_editing.read_details(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id
    )
    return customer_form(card, turn.speech)


def _turn_contacts(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.CONTACTS.read(press.action_id)
    page = _contacts(desk, turn, facts["customer_id"], offset=int(facts["offset"]))
    turn.open(page, instead_of=_place(press))


def _contacts(desk: Desk, turn: Turn, customer_id: str, *, offset: int = 0) -> Block:
    card = contact_editing.read_contacts(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id
    )
    return contacts(card, turn.speech, offset=offset)


def _save(desk: Desk, turn: Turn, form: Form) -> Block | None:
    filled = read_customer(form, turn.speech)
    try:
        doubt = customer_editing.edit_customer(
            desk.office,
            workspace_id=turn.workspace_id,
            actor_id=turn.person_id,
            customer_id=filled.customer_id,
            typed=filled.typed,
            stood=filled.stood,
            answered=filled.answered,
            now=turn.now,
        )
    except Refusal as refusal:
        raise _at_field(refusal, turn) from refusal
    if doubt is None:
        return None
    assert isinstance(doubt.facts, Details)
    sent = DetailsCard(filled.customer_id, doubt.facts, filled.may_grade)
    return customer_form(sent, turn.speech, doubt, filled.answered)


def _at_field(refusal: Refusal, turn: Turn) -> FormErrors:
    """Said where it can be mended."""
    return FormErrors(**{str(refusal.facts.get("field", "name")): sentence(refusal, turn.speech)})


def _add(turn: Turn, press: Press) -> None:
    customer_id = ids.ADD_CONTACT.read(press.action_id)["customer_id"]
    turn.open(contact_form(customer_id, None, None, turn.speech), instead_of=_place(press))


def _edit_contact(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.EDIT_CONTACT.read(press.action_id)
    card = contact_editing.read_contacts(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=facts["customer_id"]
    )
    one = next((each for each in card.contacts if each.contact_id == facts["contact_id"]), None)
    if one is None:
        raise Refusal("contact_gone")
    form = contact_form(card.customer_id, one.contact_id, Facts(one.name, one.phone, one.email), turn.speech)
    turn.open(form, instead_of=_place(press))


def _remove(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.REMOVE_CONTACT.read(press.action_id)
    contact_editing.remove_contact(
        desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now
    )
    turn.redraw(press, _contacts(desk, turn, facts["customer_id"]), just_read=True)


def _place(press: Press) -> Press | None:
    """Where the finger was on the list of contacts, which the form takes the place of; None on a message or the home."""
    return press if press.in_modal else None


def _save_contact(desk: Desk, turn: Turn, form: Form) -> Block:
    """The list again, with what was saved in it."""
    filled = read_contact(form, turn.speech)
    try:
        asked_again = _kept(desk, turn, filled)
    except Refusal as refusal:
        raise _at_field(refusal, turn) from refusal
    return asked_again or _contacts(desk, turn, filled.customer_id)


def _kept(desk: Desk, turn: Turn, filled: FilledContact) -> Block | None:
    """None when it is kept, else the form with its question."""
    who = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id, "customer_id": filled.customer_id}
    if filled.contact_id is None:
        contact_editing.add_contact(desk.office, **who, typed=filled.typed, now=turn.now)
        return None
    doubt = contact_editing.edit_contact(
        desk.office, **who, contact_id=filled.contact_id, typed=filled.typed, stood=filled.stood, now=turn.now
    )
    if doubt is None:
        return None
    assert isinstance(doubt.facts, Facts)
    return contact_form(filled.customer_id, filled.contact_id, doubt.facts, turn.speech, doubt)
