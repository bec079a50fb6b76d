"""`/dibs adoption`: who has not logged this week, and the button that writes to them."""

from slack_bolt import App

from handlers.adoption.view import adoption, nudged
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from operations.figures import adoption as adopting


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.NUDGE, lambda turn, press: _nudge(desk, turn, press))


def adoption_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = adopting.read_adoption(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    return adoption(card, turn.speech)


def _nudge(desk: Desk, turn: Turn, press: Press) -> Message:
    person_id = ids.NUDGE.read(press.action_id)["person_id"]
    name = adopting.nudge(
        desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, person_id=person_id, now=turn.now
    )
    return nudged(name, turn.speech)
