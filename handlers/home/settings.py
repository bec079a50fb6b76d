"""What a person sets for themselves: language, zone, the morning message, working hours, quiet hours."""

import json
from datetime import time

from crm.cards import HomeCard
from crm.people import Person, Team
from crm.quiet import OwnHours, QuietHours, leaves_time
from handlers.calendar.view import weekdays
from handlers.digests.chosen import said
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    button,
    checkboxes,
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
from handlers.kit.payloads import Form, about
from handlers.kit.speech import Speech
from operations.members import Reports, Settings

OFF, ON = "off", "on"
LANGUAGES = (("English", "en"), ("中文", "zh"))


def settings(card: HomeCard, speech: Speech) -> list[Block]:
    """The end of the Home: the morning message with its switch, quiet hours, and the form for all of it."""
    t = speech.t
    switch = t("Switch off") if card.digests_on else t("Switch on")
    return [
        section(hours_line(card, speech)),
        section(said(card, speech), accessory=button(switch, ids.DIGESTS.id("off" if card.digests_on else "on"))),
        section(quiet_line(card.quiet, speech), accessory=button(t("Settings…"), ids.SETTINGS.id())),
    ]


def folded_settings(card: HomeCard, speech: Speech) -> Block:
    """When the morning message comes; all of it is in the form."""
    return section(said(card, speech), accessory=button(speech.t("Settings…"), ids.SETTINGS.id()))


def hours_line(card: HomeCard, speech: Speech) -> str:
    """The person's own hours, and the team's, by which deadlines count."""
    t, own = speech.t, card.hours
    said = own and t(
        "Your working hours: {days}, {begin}–{end}.",
        days=weekdays(own.weekdays, speech),
        begin=f"{own.begin:%H:%M}",
        end=f"{own.end:%H:%M}",
    )
    teams = _team_hours(card.works_in, speech) if card.works_in else None
    return speech.sentences(said, teams) or t("Working hours: Monday to Friday, 09:00–18:00.")


def _team_hours(team: Team, speech: Speech) -> str:
    return speech.t(
        "Working hours of {team}: {days}, until {end}; they count for deadlines. `/dibs calendar` has the holidays.",
        team=esc(team.name, 80),
        days=weekdays(team.weekdays, speech),
        end=f"{team.day_end:%H:%M}",
    )


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
        *_own_hours(person.hours, speech),
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


def _own_hours(own: OwnHours | None, speech: Speech) -> list[Block]:
    t = speech.t
    days = [option(speech.weekday(day), str(day)) for day in range(7)]
    hint = t(
        "Leave these three empty to work as your team does. Outside your hours I begin nothing by myself; "
        "a day without an hour means their beginning. Deadlines count by your team's."
    )
    return [
        input_(t("I work from"), "work_from", time_picker(own and f"{own.begin:%H:%M}"), optional=True),
        input_(t("I work until"), "work_until", time_picker(own and f"{own.end:%H:%M}"), optional=True),
        input_(
            t("On these days"),
            "work_days",
            checkboxes(days, [str(day) for day in own.weekdays] if own else ()),
            hint=hint,
            optional=True,
        ),
    ]


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
    stood = about(form.metadata, "zone")["zone"]
    quiet = _quiet(values.get("quiet_from"), values.get("quiet_until"), speech)
    hours = _hours(values.get("work_from"), values.get("work_until"), values.get("work_days"), speech)
    if not leaves_time(quiet, hours):
        raise FormErrors(quiet_until=speech.t("These quiet hours leave nothing of your working hours. Shorten them."))
    return Settings(
        locale="zh" if values.get("language") == "zh" else "en",
        zone=None if zone == stood else zone,
        digest_hour=None if morning == OFF else int(morning),
        quiet=quiet,
        hours=hours,
        reports=_read_reports(values.get("weekly"), values.get("quarterly")),
    )


def _read_reports(weekly: str | None, quarterly: str | None) -> Reports | None:
    if weekly is None:
        return None
    return Reports(None if weekly == OFF else int(weekly), quarterly != OFF)


def _hours(begin: str | None, end: str | None, days: str | None, speech: Speech) -> OwnHours | None:
    if not (begin or end or days):
        return None
    if begin is None or end is None:
        missing = "work_from" if begin is None else "work_until"
        raise FormErrors(**{missing: speech.t("Choose this time too, or leave all three empty.")})
    if end <= begin:
        raise FormErrors(work_until=speech.t("Work must end later on the day than it begins: choose another time."))
    if not days:
        raise FormErrors(work_days=speech.t("Choose at least one day, or leave all three empty."))
    return OwnHours(time.fromisoformat(begin), time.fromisoformat(end), frozenset(map(int, days.split(","))))


def _quiet(begin: str | None, end: str | None, speech: Speech) -> QuietHours | None:
    if begin is None and end is None:
        return None
    if begin is None or end is None:
        missing = "quiet_from" if begin is None else "quiet_until"
        raise FormErrors(**{missing: speech.t("Choose this time too, or leave both empty.")})
    if begin == end:
        raise FormErrors(quiet_until=speech.t("Quiet hours need an end: choose another time."))
    return QuietHours(time.fromisoformat(begin), time.fromisoformat(end))
