"""An admin's share of the Home: how far Dibs is set up here, and whether it is well."""

from collections.abc import Iterable

from crm.cards import AdminHome
from crm.people import Person, Role, Team
from operations.clock.expiry import is_halted
from operations.clock.reading_rules import saved_rule
from operations.compose.desk import Desk
from storage import claims, people

NAMES = 5


def administered(desk: Desk, teams: Iterable[Team]) -> AdminHome:
    here = {"workspace_id": desk.workspace_id}
    everybody = people.people(desk.tx, **here)
    holders = claims.open_counts(desk.tx, **here)
    teamless = [one.name for one in everybody if _is_without_team(one, one.person_id in holders)]
    return AdminHome(
        teams=tuple(_team(team, everybody) for team in teams),
        teamless=tuple(teamless[:NAMES]),
        teamless_total=len(teamless),
        clock_on=saved_rule(desk.tx, **here).enabled,
        halted=is_halted(desk.tx, desk.reader, now=desk.now),
    )


def _is_without_team(one: Person, holds: bool) -> bool:
    """Of those who use Dibs: Slack may know many more. An admin needs no team."""
    return one.team_id is None and one.role != Role.ADMIN and (one.welcomed or holds)


def _team(team: Team, everybody: tuple[Person, ...]) -> tuple[Team, int, bool]:
    members = [one for one in everybody if one.team_id == team.team_id]
    return team, len(members), any(one.leads for one in members)
