"""/dibs join and /dibs unjoin, and the owner's answer."""

import re
from typing import Any

from slack_bolt import App

from crm.customers import Customer
from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.blocks import Message, esc
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from operations.customers import co_owning, seeing

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.JOIN, lambda turn, press: _ask(desk, turn, press))
    desk.tap(app, ids.ANSWER_JOIN, lambda turn, press: _answer(desk, turn, press))


def join_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """ "Acme" asks its owner; "Acme @tom" takes Tom in."""
    customer, people = _read(desk, turn, asked)
    if not people:
        co_owning.ask_to_join(desk.office, **_who(turn), customer_id=customer.customer_id)
        return Message(turn.speech.t("Asked; the answer comes in our direct messages."))
    for person_id in people:
        co_owning.add_co_owner(desk.office, **_actor(turn), customer_id=customer.customer_id, person_id=person_id)
    return Message(turn.speech.t("{people} may work on {customer} too now.", **_facts(turn, customer, people)))


def unjoin_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """ "Acme" takes me off it; "Acme @tom" takes Tom off."""
    customer, people = _read(desk, turn, asked)
    for person_id in people or (turn.person_id,):
        co_owning.remove_co_owner(desk.office, **_actor(turn), customer_id=customer.customer_id, person_id=person_id)
    facts = _facts(turn, customer, people or (turn.person_id,))
    return Message(turn.speech.t("{people} no longer works on {customer}.", **facts))


def _read(desk: Desk, turn: Turn, asked: Command) -> tuple[Customer, tuple[str, ...]]:
    query = MENTION.sub(" ", asked.text).strip()
    if not query:
        raise Refusal("no_name")
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=query)
    return customer, tuple(dict.fromkeys(MENTION.findall(asked.text)))


def _facts(turn: Turn, customer: Customer, people: tuple[str, ...]) -> dict[str, str]:
    return {
        "people": turn.speech.comma.join(f"<@{one}>" for one in people),
        "customer": esc(customer.name, 120),
    }


def _ask(desk: Desk, turn: Turn, press: Press) -> Message:
    customer_id = ids.JOIN.read(press.action_id)["customer_id"]
    co_owning.ask_to_join(desk.office, **_who(turn), customer_id=customer_id)
    return Message(turn.speech.t("Asked; the answer comes in our direct messages."))


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_JOIN.read(press.action_id)
    co_owning.answer_join(
        desk.office,
        **_actor(turn),
        customer_id=facts["customer_id"],
        person_id=facts["person_id"],
        accept=facts["answer"] == "yes",
    )


def _who(turn: Turn) -> dict[str, Any]:
    return {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "now": turn.now}


def _actor(turn: Turn) -> dict[str, Any]:
    return {"workspace_id": turn.workspace_id, "actor_id": turn.person_id, "now": turn.now}
