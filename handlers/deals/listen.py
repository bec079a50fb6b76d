"""Deals: `/dibs deal`, the form, and the taps on cards and receipts."""

from dataclasses import replace
from typing import Any

from slack_bolt import App

from crm.cards import DealsCard
from crm.customers import Customer
from crm.deals import Deal, Terms
from crm.reading.deal import DealWords
from crm.refusal import Refusal
from handlers.deals.form import DealForm, deal_form
from handlers.deals.payload import FIELD_OF, read_form
from handlers.deals.view import deals
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.paging import box
from handlers.kit.payloads import Command, Form, Press, about
from operations.customers import seeing
from operations.deals import deal_seeing, dealing


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.DEAL_NEW, lambda turn, press: _new(desk, turn, press))
    desk.tap(app, ids.DEALS, lambda turn, press: _turned(desk, turn, press))
    desk.tap(app, ids.DEAL_EDIT, lambda turn, press: _edit(desk, turn, press))
    desk.tap(app, ids.DEAL_LOST, lambda turn, press: _lost(desk, turn, press))
    desk.tap(app, ids.DEAL_MOVE, lambda turn, press: _move(desk, turn, press))
    desk.tap(app, ids.DEAL_OFFER, lambda turn, press: _offer(desk, turn, press))
    desk.tap(
        app, ids.DEAL_STAGE, lambda turn, press: turn.redraw(press, _again(desk, turn, press.metadata, press.value))
    )
    desk.form(app, ids.DEAL_FORM, lambda turn, form: _save(desk, turn, form), at=FIELD_OF)


def deal_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """Alone: my open deals. A customer: theirs. With a sum or a stage: opened, or the one open deal changed."""
    if not asked.text:
        mine = deal_seeing.read_mine(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
        return deals(mine, turn.speech)
    said = deal_seeing.read_words(desk.office, workspace_id=turn.workspace_id, text=asked.text)
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=said.query)
    shown = deal_seeing.read_customers(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer=customer, now=turn.now
    )
    if said.amount is None and said.stage is None:
        return deals(shown, turn.speech)
    standing = [line.deal for line in shown.lines if line.deal.closed_at is None]
    if len(standing) > 1:
        return deals(replace(shown, unclear=True), turn.speech)
    return _change(desk, turn, standing[0], said, shown) if standing else _open(desk, turn, customer, asked, said)


def _turned(desk: Desk, turn: Turn, press: Press) -> None:
    """A page of my deals, or of a customer's, in a box; a turned page takes the place of the one before."""
    facts = ids.DEALS.read(press.action_id)
    who: dict[str, Any] = {"workspace_id": turn.workspace_id, "asker": turn.person, "now": turn.now}
    offset = int(facts["offset"])
    if facts["customer_id"]:
        customer = seeing.read_card(desk.office, **who, customer_id=facts["customer_id"]).customer
        card = deal_seeing.read_customers(desk.office, **who, customer=customer, offset=offset)
    else:
        card = deal_seeing.read_mine(desk.office, **who, offset=offset)
    page = box(turn.speech.t("Deals"), deals(card, turn.speech), turn.speech)
    turn.open(page, instead_of=press if press.in_modal else None)


def _open(desk: Desk, turn: Turn, customer: Customer, asked: Command, said: DealWords) -> Message:
    dealing.open_deal(
        desk.office,
        **_who(turn),
        customer_id=customer.customer_id,
        terms=_terms(said),
        key=asked.trigger_id,
    )
    return _told(turn)


def _change(desk: Desk, turn: Turn, deal: Deal, said: DealWords, shown: DealsCard) -> Message | None:
    """Losing one asks for the reason, in the form; where it stands so already, it is shown."""
    try:
        kept = dealing.change_deal(
            desk.office, **_who(turn), deal_id=deal.deal_id, version=deal.version, terms=_terms(said)
        )
    except Refusal as refusal:
        if refusal.code != "why_lost":
            raise
        turn.open(_form(desk, turn, deal.deal_id, stage=said.stage))
        return None
    return _told(turn) if kept.version != deal.version else deals(shown, turn.speech)


def _told(turn: Turn) -> Message:
    return Message(turn.speech.t("Kept; the deal is in our direct messages, with its buttons."))


def _who(turn: Turn) -> dict[str, Any]:
    return {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "now": turn.now}


def _terms(said: DealWords) -> Terms:
    return Terms(stage=said.stage, amount=said.amount, currency=said.currency)


def _new(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.DEAL_NEW.read(press.action_id)["customer_id"]
    customer = None
    if customer_id:
        card = seeing.read_card(
            desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
        )
        customer = (customer_id, card.customer.name)
    stages = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    turn.open(deal_form(DealForm(stages, customer=customer), turn.speech), on_top=press.in_modal)


def _edit(desk: Desk, turn: Turn, press: Press) -> None:
    turn.open(_form(desk, turn, ids.DEAL_EDIT.read(press.action_id)["deal_id"]), on_top=press.in_modal)


def _lost(desk: Desk, turn: Turn, press: Press) -> None:
    """Losing asks for the reason, in the form."""
    stages = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    deal_id = ids.DEAL_LOST.read(press.action_id)["deal_id"]
    turn.open(_form(desk, turn, deal_id, stage=stages.lost.code), on_top=press.in_modal)


def _form(desk: Desk, turn: Turn, deal_id: str, *, stage: str | None = None) -> dict[str, object]:
    deal, stages, names = deal_seeing.read_deal(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, deal_id=deal_id
    )
    return deal_form(DealForm(stages, deal, names, stage=stage), turn.speech)


def _again(desk: Desk, turn: Turn, metadata: str, stage: str | None) -> dict[str, object]:
    """The form with the fields this stage needs; it stays about the version it was opened on."""
    opened = about(metadata)
    if opened.get("deal"):
        return {**_form(desk, turn, opened["deal"], stage=stage), "private_metadata": metadata}
    stages = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    customer = opened.get("customer")
    return deal_form(
        DealForm(stages, customer=(customer[0], customer[1]) if customer else None, stage=stage), turn.speech
    )


def _move(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.DEAL_MOVE.read(press.action_id)
    dealing.change_deal(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        deal_id=facts["deal_id"],
        version=int(facts["version"]),
        terms=Terms(stage=facts["stage"]),
        now=turn.now,
    )


def _offer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.DEAL_OFFER.read(press.action_id)
    dealing.take_offer(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, **facts, now=turn.now)


def _save(desk: Desk, turn: Turn, form: Form) -> dict[str, object] | None:
    """Closed when it is kept; where it is lost and the field for the reason was not there yet, the form asks for it."""
    try:
        _keep(desk, turn, form)
    except Refusal as refusal:
        if refusal.code != "why_lost" or "lost_reason" in form.values:
            raise
        return _again(desk, turn, form.metadata, form.values.get("stage"))
    return None


def _keep(desk: Desk, turn: Turn, form: Form) -> None:
    filled = read_form(form, turn.speech)
    if filled.deal_id:
        dealing.change_deal(
            desk.office, **_who(turn), deal_id=filled.deal_id, version=filled.version, terms=filled.terms
        )
    else:
        dealing.open_deal(
            desk.office, **_who(turn), customer_id=filled.customer_id or "", terms=filled.terms, key=form.key
        )
