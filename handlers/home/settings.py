"""What a person sets for themselves: language, zone, the morning message, quiet hours."""

import json
from datetime import time

from crm.cards import HomeCard
from crm.people import Person
from crm.quiet import QuietHours
from handlers.calendar.view import weekdays
from handlers.digests.chosen import said
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    button,
    context,
    esc,
    input_,
    modal,
    option,
    section,
    select,
    text_input,
    time_picker,
)
from handlers.kit.desk import FormErrors
from handlers.kit.payloads import Form
from handlers.kit.speech import Speech
from operations.members import Reports, Settings

OFF, ON = "off", "on"
LANGUAGES = (("English", "en"), ("中文", "zh"))


def settings(card: HomeCard, speech: Speech) -> list[Block]:
    """The end of the Home: the morning message with its switch, quiet hours, and the form for all of it."""
    t = speech.t
    switch = t("Switch off") if card.digests_on else t("Switch on")
    week = card.works_in
    hours = week and t(
        "Working hours of {team}: {days}, until {end}; they count for deadlines. `/dibs calendar` has the holidays.",
        team=esc(week.name, 80),
        days=weekdays(week.weekdays, speech),
        end=f"{week.day_end:%H:%M}",
    )
    return [
        *([context(hours)] if hours else []),
        section(said(card, speech), accessory=button(switch, ids.DIGESTS.id("off" if card.digests_on else "on"))),
        section(quiet_line(card.quiet, speech), accessory=button(t("Settings…"), ids.SETTINGS.id())),
    ]


def quiet_line(quiet: QuietHours | None, speech: Speech) -> str:
    if quiet is None:
        return speech.t("Quiet hours: none.")
    begin, end = f"{quiet.begin:%H:%M}", f"{quiet.end:%H:%M}"
    return speech.t("Quiet hours: {begin}–{end}. What I begin by myself waits.", begin=begin, end=end)


def settings_form(person: Person, speech: Speech) -> Block:
    t, quiet = speech.t, person.quiet
    languages = [option(name, code) for name, code in LANGUAGES]
    hours = [option(t("none"), OFF), *(option(f"{hour:02d}:00", str(hour)) for hour in range(24))]
    morning = str(person.digest_hour) if person.digests_on else OFF
    blocks = [
        input_(t("Language"), "language", select(languages, person.locale)),
        input_(
            t("Time zone"),
            "zone",
            text_input(person.zone, most=64),
            hint=t("Such as Asia/Shanghai. Leave empty to follow your Slack profile."),
            optional=True,
        ),
        input_(t("Morning message at"), "morning", select(hours, morning)),
        input_(t("Quiet from"), "quiet_from", time_picker(quiet and f"{quiet.begin:%H:%M}"), optional=True),
        input_(
            t("Quiet until"),
            "quiet_until",
            time_picker(quiet and f"{quiet.end:%H:%M}"),
            hint=t("Answers and reminders at a time you chose come all the same."),
            optional=True,
        ),
        *(_reports(person, speech) if person.leads else []),
    ]
    metadata = json.dumps({"zone": person.zone})
    return modal(t("Settings"), t("Save"), t("Cancel"), blocks, callback_id=ids.SETTINGS_FORM, metadata=metadata)


def _reports(person: Person, speech: Speech) -> list[Block]:
    """What only who leads gets."""
    t = speech.t
    days = [option(t("none"), OFF), *(option(speech.weekday(day), str(day)) for day in range(7))]
    weekly = OFF if person.weekly_day is None else str(person.weekly_day)
    quarters = [option(t("on"), ON), option(t("off"), OFF)]
    return [
        input_(t("Weekly digest on"), "weekly", select(days, weekly)),
        input_(t("Quarterly digest"), "quarterly", select(quarters, ON if person.quarterly_on else OFF)),
    ]


def read_settings(form: Form, speech: Speech) -> Settings:
    """Raises FormErrors, each at its field."""
    values = form.values
    morning, zone = values.get("morning") or OFF, (values.get("zone") or "").strip()
    stood = json.loads(form.metadata)["zone"]
    return Settings(
        locale="zh" if values.get("language") == "zh" else "en",
        zone=None if zone == stood else zone,
        digest_hour=None if morning == OFF else int(morning),
        quiet=_quiet(values.get("quiet_from"), values.get("quiet_until"), speech),
        reports=_read_reports(values.get("weekly"), values.get("quarterly")),
    )


def _read_reports(weekly: str | None, quarterly: str | None) -> Reports | None:
    if weekly is None:
        return None
    return Reports(None if weekly == OFF else int(weekly), quarterly != OFF)


def _quiet(begin: str | None, end: str | None, speech: Speech) -> QuietHours | None:
    if begin is None and end is None:
        return None
    if begin is None or end is None:
        missing = "quiet_from" if begin is None else "quiet_until"
        raise FormErrors(**{missing: speech.t("Choose this time too, or leave both empty.")})
    if begin == end:
        raise FormErrors(quiet_until=speech.t("Quiet hours need an end: choose another time."))
    return QuietHours(time.fromisoformat(begin), time.fromisoformat(end))
