"""/dibs lock and /dibs unlock, and the manager's answer."""

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.locks import view
from operations.clock import locking
from operations.customers import seeing
from operations.hearing.naming import one_and_rest


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.ANSWER_LOCK, lambda turn, press: _answer(desk, turn, press))


def lock_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """ "Acme" or "Acme: their board meets in May"."""
    customer, reason = one_and_rest(desk.office, workspace_id=turn.workspace_id, asker=turn.person, text=asked.text)
    lock = locking.ask_lock(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        customer_id=customer.customer_id,
        reason=reason,
        now=turn.now,
    )
    return view.asked(lock, customer.name, turn.speech)


def unlock_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    freed = locking.unlock(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        customer_id=customer.customer_id,
        now=turn.now,
    )
    return view.unlocked(freed, turn.speech)


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_LOCK.read(press.action_id)
    locking.answer_lock(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        lock_id=facts["lock_id"],
        approve=facts["answer"] == "approve",
        now=turn.now,
    )
