"""/dibs rules, its forms and its buttons."""

from slack_bolt import App

from crm.people import Role
from handlers.kit import ids
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press
from handlers.rules import view
from handlers.rules.form import rule_form
from handlers.rules.payload import read_form, say_problems
from operations.clock import reading_rules, ruling
from operations.clock.ruling import ImpossibleRule


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.SWITCH_CLOCK, lambda turn, press: _switch(desk, turn, press))
    desk.tap(app, ids.CHANGE_RULE, lambda turn, press: _change(desk, turn, press))
    desk.tap(app, ids.NEW_RULE, lambda turn, press: _open(desk, turn, None))
    desk.tap(app, ids.RETIRE_RULE, lambda turn, press: _retire(desk, turn, press))
    desk.tap(app, ids.ANSWER_RULE, lambda turn, press: _answer(desk, turn, press))
    desk.form(app, ids.RULE_FORM, lambda turn, form: _propose(desk, turn, form))


def rules_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = reading_rules.read_rules(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    return view.rules(card, turn.speech, may_change=turn.person.role == Role.ADMIN, offset=asked.offset)


def versions_command(desk: Desk, turn: Turn) -> Message:
    lines, names = reading_rules.read_versions(desk.office, workspace_id=turn.workspace_id)
    return view.versions(lines, names, turn.speech)


def _switch(desk: Desk, turn: Turn, press: Press) -> None:
    on = ids.SWITCH_CLOCK.read(press.action_id)["switch"] == "on"
    ruling.switch_clock(desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, on=on, now=turn.now)


def _change(desk: Desk, turn: Turn, press: Press) -> None:
    _open(desk, turn, int(ids.CHANGE_RULE.read(press.action_id)["version"]))


def _open(desk: Desk, turn: Turn, version: int | None) -> None:
    facts = reading_rules.read_form(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, version=version
    )
    turn.open(rule_form(facts, turn.speech))


def _retire(desk: Desk, turn: Turn, press: Press) -> None:
    version = int(ids.RETIRE_RULE.read(press.action_id)["version"])
    ruling.retire_rule(
        desk.office, workspace_id=turn.workspace_id, actor_id=turn.person_id, version=version, now=turn.now
    )


def _propose(desk: Desk, turn: Turn, form: Form) -> None:
    wanted = read_form(form, turn.speech)
    try:
        ruling.propose(
            desk.office,
            workspace_id=turn.workspace_id,
            actor_id=turn.person_id,
            scope=wanted.scope,
            changes=wanted.changes,
            based_on=wanted.based_on,
            now=turn.now,
        )
    except ImpossibleRule as error:
        raise say_problems(error.problems, turn.speech) from error


def _answer(desk: Desk, turn: Turn, press: Press) -> None:
    facts = ids.ANSWER_RULE.read(press.action_id)
    decide = ruling.confirm if facts["answer"] == "save" else ruling.drop
    decide(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        proposal_id=facts["proposal_id"],
        now=turn.now,
    )
