"""The buttons under a digest: the figures behind its lines, as far as they are whoever presses' to see."""

from collections.abc import Callable

from slack_bolt import App

from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.measures.listen import forecast_command, funnel_command, odd_command
from handlers.pool.listen import pool_command
from handlers.reports.command import people_command

BEHIND: dict[str, Callable[[Desk, Turn, Command], Message]] = {
    "funnel": funnel_command,
    "forecast": forecast_command,
    "people": people_command,
    "odd": odd_command,
    "pool": pool_command,
}


def register(app: App, desk: Desk) -> None:
    desk.tap(
        app, ids.SHOW_FIGURES, lambda turn, press: _show(desk, turn, press, **ids.SHOW_FIGURES.read(press.action_id))
    )
    desk.tap(app, ids.WEEK_MINE, lambda turn, press: _show(desk, turn, press, **ids.WEEK_MINE.read(press.action_id)))


def _show(desk: Desk, turn: Turn, press: Press, what: str, days: str = "") -> Message:
    answer = BEHIND.get(what, funnel_command)
    return answer(desk, turn, Command(press.who, days, press.channel or "", press.trigger_id))
