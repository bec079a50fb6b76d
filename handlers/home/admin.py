"""What an admin's Home has besides: what is still to be set up, each with its button, and whether Dibs is well."""

from crm.cards import AdminHome
from crm.people import Team
from handlers.kit import ids
from handlers.kit.blocks import Block, actions, button, context, esc, header, section
from handlers.kit.speech import Speech
from handlers.teams.view import NEW

MOST_TEAMS = 5


def workspace(admin: AdminHome, speech: Speech) -> list[Block]:
    """The teams, what is missing, what is wrong."""
    t = speech.t
    return [
        header(t("Dibs in your company")),
        *_to_set_up(admin, speech),
        *_teams(admin, speech),
        context(_health(admin, speech)),
        _ways(speech),
    ]


def _ways(speech: Speech) -> Block:
    t = speech.t
    return actions(
        button(t("The teams"), ids.TRY.id("team")),
        button(t("Rules"), ids.LINE.id("rules")),
        button(t("Claim clock…"), ids.LINE.id("rollout")),
        button(t("The pool"), ids.TRY.id("pool")),
    )


def folded_workspace(admin: AdminHome, speech: Speech) -> list[Block]:
    """What is wrong or to be set up next, and the ways to all the rest."""
    wrong = [context(_health(admin, speech))] if admin.halted else []
    return [*_to_set_up(admin, speech)[:1], *wrong, _ways(speech)]


def _to_set_up(admin: AdminHome, speech: Speech) -> list[Block]:
    t = speech.t
    if not admin.teams:
        said = t("First build a team: its people, and the days by which deadlines count.")
        return [section(said, accessory=button(t("New team…"), ids.TEAM.id(NEW), style="primary"))]
    found = [block for team, _, led in admin.teams[:MOST_TEAMS] for block in _to_mend(team, led, speech)]
    if admin.teamless:
        names = [esc(one, 60) for one in admin.teamless]
        said = speech.tn(
            "{n} person is in no team: {names}",
            "{n} people are in no team: {names}",
            admin.teamless_total,
            names=speech.listed(names, more=admin.teamless_total > len(names)),
        )
        found.append(section(said, accessory=button(t("The teams"), ids.TRY.id("team"))))
    if not admin.clock_on:
        said = t("The claim clock is off: nobody is warned and nothing goes to the pool.")
        found.append(section(said, accessory=button(t("Rules"), ids.LINE.id("rules"))))
    return found


def _to_mend(team: Team, led: bool, speech: Speech) -> list[Block]:
    name, change = esc(team.name, 80), button(speech.t("Change…"), ids.TEAM.id(team.team_id))
    if not led:
        said = speech.t("Nobody leads {team}: what is to be decided comes to you.", team=name)
    elif team.country is None:
        said = speech.t("{team} has no country yet, so its deadlines know no holidays.", team=name)
    else:
        return []
    return [section(said, accessory=change)]


def _teams(admin: AdminHome, speech: Speech) -> list[Block]:
    lines = [_team(team, people, admin.clock_on, speech) for team, people, _ in admin.teams[:MOST_TEAMS]]
    return [section("\n".join(lines))] if lines else []


def _team(team: Team, people: int, clock_on: bool, speech: Speech) -> str:
    """`clock_on`: for anybody at all; a team's own switch says nothing before."""
    state = "off" if team.clock == "on" and not clock_on else team.clock
    clock = {"on": speech.t("clock on"), "shadow": speech.t("clock in shadow")}.get(state, speech.t("clock off"))
    members = speech.tn("{n} person", "{n} people", people)
    return f"*{esc(team.name, 80)}* · {members} · {clock}"


def _health(admin: AdminHome, speech: Speech) -> str:
    """What is wrong, with what to do."""
    if admin.halted:
        return speech.t("I have stopped moving customers and wait for your word: see our direct messages.")
    return speech.t("All is well. Whatever I can't do or can't deliver, I tell you in our direct messages.")
