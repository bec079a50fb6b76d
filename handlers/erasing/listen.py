"""/dibs erase: who is meant, and the button that erases them."""

import re

from slack_bolt import App

from handlers.erasing import view
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from operations.customers import erasing

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
LINKED = re.compile(r"<(?:mailto|tel):[^|>]*\|([^>]*)>")  # Slack makes links of addresses and numbers


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.ERASE_CONTACT, lambda turn, press: _contact(desk, turn, press))
    desk.tap(app, ids.ERASE_PERSON, lambda turn, press: _person(desk, turn, press))
    desk.tap(app, ids.ERASE_INQUIRER, lambda turn, press: _inquirer(desk, turn, press))


def erase_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    mentioned = MENTION.search(asked.text)
    named = mentioned.group(1) if mentioned else LINKED.sub(r"\1", asked.text).strip()
    found = erasing.find_person(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, named=named)
    return view.found(found, turn.speech)


def _contact(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ERASE_CONTACT.read(press.action_id)
    erasing.erase_contact(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now)


def _person(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ERASE_PERSON.read(press.action_id)
    erasing.erase_colleague(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now)


def _inquirer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ERASE_INQUIRER.read(press.action_id)
    erasing.erase_inquirer(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, **facts, now=turn.now)
