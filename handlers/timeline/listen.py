"""All that was done with a customer, page by page in a form."""

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Press
from handlers.timeline.view import timeline
from operations.customers import timelines


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.TIMELINE, lambda turn, press: _page(desk, turn, press))


def _page(desk: Desk, turn: Turn, press: Press) -> None:
    """From a card it opens on top; a turned page takes the place of the one before."""
    facts = ids.TIMELINE.read(press.action_id)
    card = timelines.read_timeline(
        desk.office,
        workspace_id=turn.workspace_id,
        asker=turn.person,
        customer_id=facts["customer_id"],
        offset=int(facts["offset"]),
    )
    turned = press if press.in_modal and facts["turned"] == "yes" else None
    turn.open(timeline(card, turn.speech), on_top=press.in_modal and turned is None, instead_of=turned)
