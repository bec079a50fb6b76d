"""/dibs team, and the form behind its buttons."""

import re

from slack_bolt import App

from crm.people import Role
from crm.refusal import Refusal
from handlers.dibs import names
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, esc, section
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press
from handlers.kit.speech import Speech
from handlers.rollout.listen import set_assisted
from handlers.teams.days import read_team_days
from handlers.teams.payload import FIELD_OF, read_team
from handlers.teams.view import NEW, list_modal, moved, team_form, teams
from operations import teaming
from operations.clock import calendars
from operations.teaming import TeamSheet

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
ROLES = {
    "add": Role.REP,
    "加入": Role.REP,
    "manager": Role.MANAGER,
    "经理": Role.MANAGER,
    "assistant": Role.ASSISTANT,
    "助理": Role.ASSISTANT,
}


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.TEAM, lambda turn, press: _tapped(desk, turn, press))
    desk.form(app, ids.TEAM_FORM, lambda turn, form: _keep(desk, turn, form), at=FIELD_OF)


def team_command(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """Shows the teams; `new`, `edit`, `add`, `manager`, `assistant`, and the words of its days change one. `in Name`:
    which."""
    word, rest = names.split(asked.text)
    text, team = _of_team(desk, turn, asked.text)
    changed, words = names.split(text)
    people = tuple(MENTION.findall(words))
    who = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id}
    if word in ("new", "新建") and rest:
        teaming.build_team(desk.office, **who, name=rest, now=turn.now)
    elif word in ("new", "新建"):
        _open(desk, turn, NEW)
        return None
    elif word in ("edit", "change", "修改", "编辑"):
        _open(desk, turn, rest)
        return None
    elif changed in ROLES and people:
        before = teaming.read_teams(desk.office, workspace_id=turn.workspace_id)
        joined, _ = teaming.put_in_team(
            desk.office, **who, person_ids=people, team_name=team, role=ROLES[changed], now=turn.now
        )
        return _with_moves(shown(desk, turn), moved(before, people, joined, turn.speech))
    elif changed in ROLES:
        return Message(turn.speech.t("Name them with @, and pick the names Slack offers you. Nothing was changed."))
    elif changed in ("assisted", "代录") and words:
        set_assisted(desk, turn, words, team)
    elif wanted := read_team_days(changed, words):
        calendars.set_team_calendar(desk.office, **who, team_name=team, wanted=wanted, now=turn.now)
    elif words:
        return Message(_not_known(asked.text, turn.speech))
    return shown(desk, turn, offset=asked.offset)


def _with_moves(said: Message, moves: str | None) -> Message:
    return Message(f"{moves}\n{said.text}", [section(moves), *said.blocks]) if moves else said


def _of_team(desk: Desk, turn: Turn, text: str) -> tuple[str, str | None]:
    """The words, and the team they name: behind `in`, or by itself anywhere in them."""
    words, team = names.of_team(text)
    if team or len(text.split()) < 3:
        return words, team
    called = (team.name for team, _ in teaming.read_teams(desk.office, workspace_id=turn.workspace_id))
    for name in sorted(called, key=len, reverse=True):
        if found := re.search(rf"(?<!\S){re.escape(name)}(?!\S)", text, re.I):
            return f"{text[: found.start()].strip()} {text[found.end() :].strip()}".strip(), name
    return text, None


def _not_known(text: str, speech: Speech) -> str:
    return speech.t(
        "I can't read `/dibs team {text}`. There are `new Sales`, `add @rep`, `manager @boss`, `assistant @clerk`, `zone`, "
        "`country`, `days` and `ends`; `in Sales` says which team. Nothing was changed.",
        text=esc(text.replace("`", "'"), 60),
    )


def shown(desk: Desk, turn: Turn, *, offset: int = 0) -> Message:
    """The teams as they are now."""
    rows = teaming.read_teams(desk.office, workspace_id=turn.workspace_id)
    return teams(rows, turn.speech, asker=turn.person, offset=offset)


def _tapped(desk: Desk, turn: Turn, press: Press) -> None:
    _open(desk, turn, ids.TEAM.read(press.action_id)["team_id"], on_top=press.in_modal)


def _open(desk: Desk, turn: Turn, team: str, *, on_top: bool = False) -> None:
    """`team`: its name or id, NEW for one to be built, "" for one's own. Raises Refusal: not_allowed, no_team."""
    if team == NEW:
        if turn.person.role != Role.ADMIN:
            raise Refusal("admins_only")
        turn.open(team_form(NEW, TeamSheet(zone=turn.person.zone), turn.speech, asker=turn.person), on_top=on_top)
        return
    who = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id}
    found, sheet = teaming.read_sheet(desk.office, **who, team_name=team or None)
    turn.open(team_form(found.team_id, sheet, turn.speech, asker=turn.person), on_top=on_top)


def _keep(desk: Desk, turn: Turn, form: Form) -> Block:
    """The list again, with what was saved in it; what can't be taken is said at its field."""
    team_id, wanted = read_team(form, turn.speech)
    who = {"workspace_id": turn.workspace_id, "actor_id": turn.person_id}
    teaming.keep_team(desk.office, **who, team_id=team_id, wanted=wanted, now=turn.now)
    return list_modal(shown(desk, turn), turn.speech)
