"""Teams: the list of them, and the form that holds all of one: its people, its days, its channel."""

import json
from collections.abc import Sequence

from crm.people import Person, Role, Team, may_manage
from handlers.calendar.view import weekdays
from handlers.kit import ids, paging, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    begun,
    button,
    checkboxes,
    context,
    conversations_select,
    esc,
    input_,
    modal,
    option,
    section,
    text_input,
    time_picker,
    users_select,
)
from handlers.kit.speech import Speech
from handlers.rollout.view import assisted
from operations.teaming import TeamSheet

NEW = "new"
MOST_TEAMS = 20
MOST_NAMES = 30

Rows = Sequence[tuple[Team, Sequence[Person]]]


def teams(rows: Rows, speech: Speech, *, asker: Person, offset: int = 0) -> Message:
    """Who is in which team, a page of them where they are many; who may change one has the button for it."""
    t = speech.t
    new = [button(t("New team…"), ids.TEAM.id(NEW))] if asker.role == Role.ADMIN else []
    build = actions(*new, button(t("Claim clock…"), ids.LINE.id("rollout")))
    if not rows:
        said = t("There is no team yet. An admin builds one: `/dibs team new Sales`.")
        return Message(said, [section(said), *([build] if asker.leads else [])])
    shown = paging.page(rows, offset, MOST_TEAMS)
    blocks = [_row(team, members, speech, asker) for team, members in shown.rows]
    blocks += paging.turning(shown, paging.of_line("team"), speech)
    if asker.leads:
        lines = t("In words: `/dibs team add @rep`, `manager @boss`, `assistant @clerk`.")
        blocks += [build, context(lines)]
    spoken = (_team(team, members, speech) for team, members in shown.rows)
    return Message(speech.sentences(*spoken, paging.standing(shown, speech)), blocks)


def moved(before: Rows, person_ids: Sequence[str], joined: Team, speech: Speech) -> str | None:
    """Who left another team by joining this one; None where nobody did."""
    left = [
        _left(one, team, members, person_ids, speech)
        for team, members in before
        for one in members
        if team.team_id != joined.team_id and one.person_id in person_ids
    ]
    return "\n".join(left[:MOST_TEAMS]) or None


def _left(one: Person, team: Team, members: Sequence[Person], gone: Sequence[str], speech: Speech) -> str:
    facts = {"name": speech.named(one.name), "team": esc(team.name, 80)}
    led = any(member.role == Role.MANAGER for member in members)
    if led and not any(member.role == Role.MANAGER and member.person_id not in gone for member in members):
        return speech.t(
            "{name} is no longer in {team}, which has no manager now: one team at a time. Name one with `/dibs team`.",
            **facts,
        )
    return speech.t("{name} is no longer in {team}: one team at a time.", **facts)


def _row(team: Team, members: Sequence[Person], speech: Speech, asker: Person) -> Block:
    change = button(speech.t("Change…"), ids.TEAM.id(team.team_id))
    return section(_team(team, members, speech), accessory=change if may_manage(asker, team_id=team.team_id) else None)


def _team(team: Team, members: Sequence[Person], speech: Speech) -> str:
    named = [
        f"{esc(one.name, 60)}{speech.aside(words.role(speech, one.role.value))}" for one in _leaders_first(members)
    ]
    if len(members) > MOST_NAMES:
        named = [*named[:MOST_NAMES], speech.tn("and {n} other", "and {n} others", len(members) - MOST_NAMES)]
    who = speech.comma.join(named) or begun(speech.t("nobody yet"))
    clock = {"shadow": speech.t("clock in shadow"), "off": speech.t("clock off")}.get(team.clock)
    week = speech.t("{days} until {time}", days=weekdays(team.weekdays, speech), time=f"{team.day_end:%H:%M}")
    holidays = speech.t("holidays of {country}", country=team.country) if team.country else None
    where = " · ".join(one for one in (esc(team.zone), holidays, week, clock) if one)
    lines = [f"*{esc(team.name, 80)}* · {where}", who, assisted(team, speech)]
    return "\n".join(line for line in lines if line)


def _leaders_first(members: Sequence[Person]) -> list[Person]:
    return sorted(members, key=lambda one: not one.leads)


def team_form(team_id: str, sheet: TeamSheet, speech: Speech, *, asker: Person) -> Block:
    """`team_id`: NEW for one to be built. Its days are for admins to change, and not in anybody else's form."""
    t = speech.t
    kept = context(t("Its time zone and working days are an admin's to change; `/dibs calendar` shows them."))
    blocks = [
        input_(t("Name"), "name", text_input(sheet.name, most=100)),
        *(_people(sheet, role, label, speech) for role, label in _labels(speech)),
        *(_days(sheet, speech) if asker.role == Role.ADMIN else [kept]),
        input_(
            t("Channel"),
            "channel",
            conversations_select(sheet.channel),
            hint=t("The team's digests are told there too, without customers' names. Invite me to it."),
            optional=True,
        ),
        context(t("`/dibs rollout` switches the team's clock on, off or into shadow.")),
    ]
    metadata = json.dumps({"team": team_id, "version": sheet.version})
    title = t("New team") if team_id == NEW else t("Change the team")
    return modal(title, t("Save"), t("Cancel"), blocks, callback_id=ids.TEAM_FORM, metadata=metadata)


def _days(sheet: TeamSheet, speech: Speech) -> list[Block]:
    t = speech.t
    days = [option(speech.weekday(day), str(day)) for day in range(7)]
    return [
        input_(t("Time zone"), "zone", text_input(sheet.zone, most=64), hint=t("Such as Asia/Shanghai.")),
        input_(
            t("Country"),
            "country",
            text_input(sheet.country, most=40),
            hint=t("Such as CN or US: its holidays and make-up days are days of the team."),
            optional=True,
        ),
        input_(t("Working days"), "weekdays", checkboxes(days, [str(day) for day in sheet.weekdays]), optional=True),
        input_(t("The working day ends at"), "day_end", time_picker(f"{sheet.day_end:%H:%M}")),
    ]


def _labels(speech: Speech) -> tuple[tuple[Role, str], ...]:
    t = speech.t
    return (Role.MANAGER, t("Managers")), (Role.REP, t("Reps")), (Role.ASSISTANT, t("Assistants"))


def _people(sheet: TeamSheet, role: Role, label: str, speech: Speech) -> Block:
    more = list(sheet.beyond().values()).count(role)
    hint = speech.tn("And {n} more, who stays.", "And {n} more, who stay.", more) if more else None
    return input_(label, role.value, users_select(sheet.named(role)), hint=hint, optional=True)


def list_modal(said: Message, speech: Speech) -> Block:
    """The list in a box of its own."""
    return modal(speech.t("The teams"), None, speech.t("Close"), said.blocks, callback_id=ids.CARD_VIEW)
