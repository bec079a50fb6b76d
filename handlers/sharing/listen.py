"""Sharing a customer's card with a channel: the form, and what it asks for."""

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.blocks import Block
from handlers.kit.desk import Desk, FormErrors, Turn
from handlers.kit.payloads import Form, about
from handlers.sharing.view import share_form
from operations.customers import seeing, sharing


def register(app: App, desk: Desk) -> None:
    desk.form(app, ids.SHARE_FORM, lambda turn, form: _share(desk, turn, form))


def share_of(desk: Desk, turn: Turn, customer_id: str) -> Block:
    """The form, from the menu of a card."""
    card = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    return share_form(customer_id, card.customer.name, turn.speech)


def _share(desk: Desk, turn: Turn, form: Form) -> None:
    channel = form.values.get("channel")
    if channel is None:
        raise FormErrors(channel=turn.speech.t("Choose a channel."))
    sharing.share(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        customer_id=about(form.metadata, "customer")["customer"],
        channel=channel,
        key=form.key,
        now=turn.now,
    )
