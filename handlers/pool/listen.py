"""The pool: its list, its queues, and asking an owner."""

from typing import Any

from slack_bolt import App

from handlers.kit import ids, paging
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.pool.view import pool
from operations.assigning import asking_owner, pool_seeing, waiting


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.QUEUE_JOIN, lambda turn, press: _join(desk, turn, press))
    desk.tap(app, ids.QUEUE_LEAVE, lambda turn, press: _leave(desk, turn, press))
    desk.tap(app, ids.ASK_OWNER, lambda turn, press: _ask(desk, turn, press))
    desk.tap(app, ids.POOL_PAGE, lambda turn, press: _page(desk, turn, press))
    desk.tap(app, ids.ANSWER_ASK, lambda turn, press: _answer(desk, turn, press))


def pool_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    found = pool_seeing.read_pool(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    return pool(found, turn.speech)


def _page(desk: Desk, turn: Turn, press: Press) -> None:
    offset = int(ids.POOL_PAGE.read(press.action_id)["offset"])
    who: dict[str, Any] = {"workspace_id": turn.workspace_id, "asker": turn.person, "now": turn.now}
    shown = pool(pool_seeing.read_pool(desk.office, **who, offset=offset), turn.speech)
    page = paging.box(turn.speech.t("The pool"), shown, turn.speech)
    turn.open(page, instead_of=press if press.in_modal else None)


def _join(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.QUEUE_JOIN.read(press.action_id)["customer_id"]
    waiting.join_queue(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, customer_id=customer_id, now=turn.now
    )


def _leave(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.QUEUE_LEAVE.read(press.action_id)["customer_id"]
    waiting.leave_queue(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, customer_id=customer_id, now=turn.now
    )


def _ask(desk: Desk, turn: Turn, press: Press) -> None:
    customer_id = ids.ASK_OWNER.read(press.action_id)["customer_id"]
    asking_owner.ask_owner(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, customer_id=customer_id, now=turn.now
    )


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_ASK.read(press.action_id)
    asking_owner.answer_asker(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        ask_id=facts["ask_id"],
        give=facts["answer"] == "give",
        now=turn.now,
    )
