"""/dibs history: the ledger of a customer, or of a person for those who lead them; page by page in a form."""

import re

from slack_bolt import App

from crm.cards import HistoryCard
from handlers.history.view import history, history_modal
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.rules.listen import versions_command
from operations.customers import histories, seeing

RULES = ("rules", "rule", "规则")
PERSON = re.compile(r"\s*<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>\s*")


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.HISTORY, lambda turn, press: _page(desk, turn, press))


def history_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """ "Acme", or "@mei"; "rules" for the versions of the rules."""
    if asked.text.strip().casefold() in RULES:
        return versions_command(desk, turn)
    person = PERSON.fullmatch(asked.text)
    if person:
        return history(_read(desk, turn, "person", person.group(1), 0), turn.speech)
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    return history(_read(desk, turn, "customer", customer.customer_id, 0), turn.speech)


def _page(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.HISTORY.read(press.action_id)
    card = _read(desk, turn, facts["of"], facts["about_id"], int(facts["offset"]))
    turned = press if press.in_modal else None  # the page that is open already
    turn.open(history_modal(card, turn.speech), instead_of=turned)


def _read(desk: Desk, turn: Turn, of: str, about_id: str, offset: int) -> HistoryCard:
    if of == "person":
        return histories.read_person_history(
            desk.office, workspace_id=turn.workspace_id, asker=turn.person, person_id=about_id, offset=offset
        )
    return histories.read_customer_history(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=about_id, offset=offset
    )
