"""/dibs rollout and its buttons; `/dibs team assisted …`."""

from datetime import date
from typing import cast

from slack_bolt import App

from crm.people import ClockState, Role
from crm.reading import read_date
from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.rollout import view
from operations.clock import rolling_out

FOR_EVER = ("off", "always", "open", "不限", "一直", "取消")


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.SWITCH_TEAM, lambda turn, press: _switch(desk, turn, press))


def rollout_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = rolling_out.read_rollout(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, now=turn.now)
    return view.rollout(card, turn.speech, may_change=turn.person.role == Role.ADMIN, offset=asked.offset)


def set_assisted(desk: Desk, turn: Turn, words: str, team_name: str | None) -> None:
    """ "2026-06-30", "30 June", "6月30日", or that there is no end. Raises Refusal("which_day") for anything else."""
    rolling_out.set_assisted(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        team_name=team_name,
        until=None if words.casefold() in FOR_EVER else _day(words, turn),
        now=turn.now,
    )


def _day(words: str, turn: Turn) -> date:
    found = read_date(words, now=turn.speech.local(turn.now).replace(tzinfo=None))
    if found is None:
        raise Refusal("which_day")
    return found.date


def _switch(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.SWITCH_TEAM.read(press.action_id)
    rolling_out.switch_team(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        team_id=facts["team_id"],
        clock=cast(ClockState, facts["clock"]),
        now=turn.now,
    )
