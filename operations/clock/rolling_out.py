"""Rolling Dibs out team by team: a team's clock on, off or in shadow, and until when assistants may enter for its reps."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards.rollout import RolloutCard, TeamClockCard, TeamRollout
from crm.notices.clock import TeamClock
from crm.people import ClockState, Person, Role, Team, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import Clocks, read_clocks
from operations.clock.reading_rules import saved_rule
from operations.clock.recounting import ask_recount
from operations.clock.ruling import set_clock
from operations.clock.shadowing import count_shadow
from operations.members import chosen_team, meet
from operations.office import Office
from storage import audit, claims, people

ONE_DAY = timedelta(days=1)


def read_rollout(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> RolloutCard:
    """Every team, or a manager's own. Raises Refusal("not_allowed")."""
    with office.database.read(at_most=10) as tx:
        actor = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if actor is None or not actor.leads:
            raise Refusal("not_allowed")
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        teams = [team for team in clocks.teams.values() if may_manage(actor, team_id=team.team_id)]
        rows = tuple(_row(tx, team, workspace_id=workspace_id, clocks=clocks) for team in teams)
        return RolloutCard(rows, saved_rule(tx, workspace_id=workspace_id).enabled)


def switch_team(
    office: Office, *, workspace_id: str, actor_id: str, team_id: str, clock: ClockState, now: datetime
) -> None:
    """Switch a team's clock: on from the next local day, off or in shadow at once. The first team that is switched on
    switches the workspace's clock on, for itself alone. Raises Refusal: not_allowed, no_team, as_it_is."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        if actor.role != Role.ADMIN:
            raise Refusal("not_allowed")
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        team = clocks.teams.get(team_id)
        if team is None:
            raise Refusal("no_team")
        begun = saved_rule(tx, workspace_id=workspace_id).enabled
        if team.clock == clock and (begun or clock != "on"):
            raise Refusal("as_it_is")
        begins = WorkCalendar(clocks.zone).local_date(now) + (ONE_DAY if clock == "on" else timedelta())
        fields = {"clock": clock, "clock_from": begins}
        people.change_team(tx, workspace_id=workspace_id, team_id=team_id, **fields)
        facts = {"team": team_id, "clock": clock, "begins": begins}
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="team_clock", now=now, **facts)
        if clock == "on" and not begun:
            _begin_with(tx, team, clocks, workspace_id=workspace_id, actor_id=actor_id, now=now)
        else:
            due_at = max(now, WorkCalendar(clocks.zone).at(begins, time.min))
            who = {"workspace_id": workspace_id, "actor_id": actor_id}
            ask_recount(tx, **who, cause="team", about=team_id, due_at=due_at, now=now)
        _tell(tx, team, actor, "clock", workspace_id=workspace_id, now=now)


def set_assisted(
    office: Office, *, workspace_id: str, actor_id: str, team_name: str | None, until: date | None, now: datetime
) -> None:
    """Let assistants enter for a team's reps up to and with a day; None: as long as they like.

    Raises Refusal: not_allowed, no_team, in_the_past.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        team = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_name)
        if not may_manage(actor, team_id=team.team_id):
            raise Refusal("not_allowed")
        if until and until < WorkCalendar(team.zone).local_date(now):
            raise Refusal("in_the_past")
        people.change_team(tx, workspace_id=workspace_id, team_id=team.team_id, assisted_until=until)
        facts = {"team": team.team_id, "until": until}
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="assisted_entry", now=now, **facts)
        _tell(tx, team, actor, "assisted", workspace_id=workspace_id, now=now)


def switched_card(tx: Connection, slip: TeamClock, *, workspace_id: str, now: datetime) -> TeamClockCard | None:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    team = clocks.teams.get(slip.team_id)
    return TeamClockCard(_row(tx, team, workspace_id=workspace_id, clocks=clocks), slip.about) if team else None


def _begin_with(
    tx: Connection, first: Team, clocks: Clocks, *, workspace_id: str, actor_id: str, now: datetime
) -> None:
    """The workspace's clock begins, and every other team that has not been touched yet waits for its own turn."""
    today = WorkCalendar(clocks.zone).local_date(now)
    for team in clocks.teams.values():
        if team.team_id != first.team_id and team.clock == "on":
            people.change_team(tx, workspace_id=workspace_id, team_id=team.team_id, clock="off", clock_from=today)
    set_clock(tx, workspace_id=workspace_id, actor_id=actor_id, on=True, now=now)


def _row(tx: Connection, team: Team, *, workspace_id: str, clocks: Clocks) -> TeamRollout:
    members = people.members(tx, workspace_id=workspace_id, team_id=team.team_id)
    clock_ = clocks.of(Person(workspace_id, "", "", team_id=team.team_id))
    seen = None
    if team.clock == "shadow":
        since = clock_.calendar.at(team.clock_from, time.min) if team.clock_from else clocks.now
        seen = count_shadow(tx, team, workspace_id=workspace_id, clocks=clocks, since=since, until=clocks.now)
    held = claims.open_counts(tx, workspace_id=workspace_id)
    owned = sum(held.get(one.person_id, 0) for one in members)
    return TeamRollout(team, len(members), owned, clock_.runs_at(clocks.now), seen)


def _tell(tx: Connection, team: Team, actor: Person, about: str, *, workspace_id: str, now: datetime) -> None:
    """Whoever switched it, and the team's managers."""
    slip = TeamClock(team.team_id, about)
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=team.team_id)
    concerned = [one.person_id for one in leaders if one.role == Role.MANAGER]
    for person_id in dict.fromkeys([actor.person_id, *concerned]):
        mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
