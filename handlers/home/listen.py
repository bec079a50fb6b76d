"""Opening the app, and the switches on its home."""

from typing import Any

from slack_bolt import Ack, App

from crm.customers import ONLY
from handlers.dibs.view import expiring, mine
from handlers.home.settings import read_settings, settings_form
from handlers.home.team import asked_of_me, my_team
from handlers.home.view import heading
from handlers.kit import ids, paging
from handlers.kit.blocks import Block, Message, modal, section
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Form, Press, event_who
from handlers.teams.listen import shown as teams_shown
from handlers.wording import word
from operations import members
from operations.compose.home import read_team
from operations.customers import seeing
from operations.hearing import showing


def register(app: App, desk: Desk) -> None:
    def opened(ack: Ack, body: dict[str, Any]) -> None:
        who = event_who(body, body["event"]["user"])
        members.open_home(desk.office, workspace_id=who.workspace_id, person_id=who.person_id, now=desk.now())
        ack()

    app.event("app_home_opened")(opened)
    desk.boxes["box.decide"] = lambda turn: _box(desk, turn, "decide")  # what was decided in it is gone from it
    desk.tap(app, ids.LANGUAGE, lambda turn, press: _language(desk, turn, press))
    desk.tap(app, ids.DIGESTS, lambda turn, press: _digests(desk, turn, press))
    desk.tap(app, ids.SETTINGS, lambda turn, press: turn.open(settings_form(turn.person, turn.speech)))
    desk.form(app, ids.SETTINGS_FORM, lambda turn, form: _settle(desk, turn, form), at={"no_zone": "zone"})
    desk.tap(app, ids.MINE, lambda turn, press: _mine(desk, turn, press))
    desk.tap(app, ids.EXPIRING, lambda turn, press: _expiring(desk, turn, press))
    desk.tap(app, ids.MINE_ONLY, lambda turn, press: _mine_only(desk, turn, press))
    desk.tap(app, ids.TRY, lambda turn, press: _try(desk, turn, press))


def _language(desk: Desk, turn: Turn, press: Press) -> None:
    locale = ids.LANGUAGE.read(press.action_id)["locale"]
    members.choose_language(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        locale="zh" if locale == "zh" else "en",
        now=turn.now,
    )


def _digests(desk: Desk, turn: Turn, press: Press) -> None:
    on = ids.DIGESTS.read(press.action_id)["switch"] == "on"
    members.set_digests(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, on=on, hour=None, now=turn.now
    )


def settings_command(desk: Desk, turn: Turn, asked: Command) -> None:
    turn.open(settings_form(turn.person, turn.speech))


def _settle(desk: Desk, turn: Turn, form: Form) -> None:
    wanted = read_settings(form, turn.speech)
    who = {"workspace_id": turn.workspace_id, "person_id": turn.person_id}
    members.settle(desk.office, **who, wanted=wanted, now=turn.now)


def _try(desk: Desk, turn: Turn, press: Press) -> None:
    """A command shown by a button, for who has not typed one yet."""
    turn.open(_box(desk, turn, ids.TRY.read(press.action_id)["command"]), on_top=press.in_modal)


def _box(desk: Desk, turn: Turn, what: str) -> Block:
    title, blocks = heading(what, turn.speech), _shown(desk, turn, what).blocks
    return modal(title, None, turn.speech.t("Close"), blocks, callback_id=ids.CARD_VIEW, metadata=f"box.{what}")


def _shown(desk: Desk, turn: Turn, what: str) -> Message:
    if what == "team":
        return teams_shown(desk, turn)
    if what in ("my_team", "decide"):
        return _of_my_team(desk, turn, what)
    card = showing.show(desk.office, what=what, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    return word(card, turn.speech)


def _of_my_team(desk: Desk, turn: Turn, what: str) -> Message:
    """What the Home has of a team, longer."""
    team = read_team(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    nothing = [section(turn.speech.t("Nothing waits for you here any more."))]
    blocks = my_team(team, turn.speech, alone=True) if what == "my_team" else asked_of_me(team, turn.speech, alone=True)
    return Message(heading(what, turn.speech), blocks or nothing)


def _mine(desk: Desk, turn: Turn, press: Press) -> None:
    """A page of my customers; a turned one takes the place of the one before."""
    _page(desk, turn, press, "all", int(ids.MINE.read(press.action_id)["offset"]))


def _mine_only(desk: Desk, turn: Turn, press: Press) -> None:
    """Those of them that the menu names, or another page of these."""
    facts = ids.MINE_ONLY.read(press.action_id)
    only = press.value if press.value in ONLY else facts["only"]
    _page(desk, turn, press, only if only in ONLY else "all", int(facts["offset"]))


def _page(desk: Desk, turn: Turn, press: Press, only: str, offset: int) -> None:
    who: dict[str, Any] = {"workspace_id": turn.workspace_id, "asker": turn.person, "now": turn.now}
    card = seeing.read_mine(desk.office, **who, offset=offset, only=only)
    page = paging.box(heading("mine", turn.speech), mine(card, turn.speech), turn.speech)
    turn.open(page, instead_of=press if press.in_modal else None)


def _expiring(desk: Desk, turn: Turn, press: Press) -> None:
    """A page of what runs out in my team."""
    offset = int(ids.EXPIRING.read(press.action_id)["offset"])
    who: dict[str, Any] = {"workspace_id": turn.workspace_id, "asker": turn.person, "now": turn.now}
    card = seeing.read_expiring(desk.office, **who, offset=offset)
    page = paging.box(turn.speech.t("Running out"), expiring(card, turn.speech), turn.speech)
    turn.open(page, instead_of=press if press.in_modal else None)
