"""/who: is it free? And the card behind every customer's name."""

from slack_bolt import App

from crm.cards import CustomerCard
from handlers.dm_note.view import choices
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.who.brief import brief
from handlers.who.view import card, card_modal
from operations.assigning import viewing
from operations.customers import seeing


def register(app: App, desk: Desk) -> None:
    desk.command(app, "/who", lambda turn, asked: who(desk, turn, asked.text))
    desk.tap(app, ids.OPEN_CARD, lambda turn, press: _open(desk, turn, press))


def who(desk: Desk, turn: Turn, query: str) -> Message:
    """The card of what the query names, or what it might have meant."""
    if not query:
        return Message(turn.speech.t("Whom do you look for? Write `/who Acme`."))
    found = viewing.look_up(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=query, now=turn.now)
    return card(found, turn.speech) if isinstance(found, CustomerCard) else choices(found, turn.speech)


def brief_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """The lines that matter before a call."""
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    found = viewing.see_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer.customer_id, now=turn.now
    )
    return brief(found, turn.speech)


def _open(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.OPEN_CARD.read(press.action_id)["customer_id"]
    found = viewing.see_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer_id, now=turn.now
    )
    turn.open(card_modal(found, turn.speech), on_top=press.in_modal)
