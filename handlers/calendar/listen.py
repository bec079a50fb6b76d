"""/dibs calendar, and the form that corrects a team's days."""

import re

from slack_bolt import App

from crm.cards.rules import CalendarCard
from crm.day_list import SetDay, Unreadable, read_days
from handlers.calendar.view import calendar, days_form
from handlers.dibs import names
from handlers.kit import ids
from handlers.kit.blocks import Message, esc
from handlers.kit.desk import Desk, FormErrors, Turn
from handlers.kit.payloads import Command, Form, Press
from handlers.kit.speech import Speech
from operations.clock import calendars

A_DAY = re.compile(r"\d{4}\s*[-/.年]")


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.SET_DAYS, lambda turn, press: _open(desk, turn, press))
    desk.form(app, ids.DAYS_FORM, lambda turn, form: _submitted(desk, turn, form))


def calendar_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """My team's days, or those of the team named; "2026-05-04 off Founders' day in Sales" sets one first."""
    words, team = names.of_team(asked.text)
    if not A_DAY.match(words):
        return calendar(_read(desk, turn, team or words.strip() or None), turn.speech, offset=asked.offset)
    try:
        _set(desk, turn, team, read_days(words))
    except Unreadable as error:
        return Message(_unreadable(error, turn.speech))
    return calendar(_read(desk, turn, team), turn.speech)


def _open(desk: Desk, turn: Turn, press: Press) -> None:
    turn.open(days_form(_read(desk, turn, ids.SET_DAYS.read(press.action_id)["team_id"]), turn.speech))


def _submitted(desk: Desk, turn: Turn, form: Form) -> None:
    try:
        days = read_days(form.values.get("days") or "")
        if not days:
            raise FormErrors(days=turn.speech.t("Write at least one day, such as 2026-05-04 off."))
        _set(desk, turn, form.metadata, days)
    except Unreadable as error:
        raise FormErrors(days=_unreadable(error, turn.speech)) from error


def _read(desk: Desk, turn: Turn, team: str | None) -> CalendarCard:
    return calendars.read_calendar(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        team_name=team,
        locale=turn.speech.locale,
        now=turn.now,
    )


def _set(desk: Desk, turn: Turn, team: str | None, days: tuple[SetDay, ...]) -> None:
    calendars.set_days(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        team_name=team,
        days=days,
        now=turn.now,
    )


def _unreadable(error: Unreadable, speech: Speech) -> str:
    if error.line == 0:
        return speech.t("That is too many days at once. Set those of one year.")
    return speech.t(
        "Line {n} says no day I can read: “{text}”. Write it like 2026-05-04 off. Nothing was changed.",
        n=error.line,
        text=esc(error.text, 80),
    )
