"""Teams: built, filled with people, and changed as a whole by one form."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from crm.people import Person, Role, Team, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.calendars import TeamDays, calendar_fields, change_calendar
from operations.clock.recounting import ask_recount
from operations.figures.reporting import keep_channel
from operations.members import chosen_team, meet, team_named
from operations.office import Office
from storage import audit, customers, people, team_channels
from storage.ids import new_id

LONGEST_NAME = 100
MOST_NAMED = 100  # Slack's menus hold no more people


@dataclass(frozen=True)
class TeamSheet:
    """A team as a form shows it and sends it back. `country` "" for none; `roles`: everybody in it, and as what;
    `version`: what it stood at, so that nobody's change in between is lost ("" for a team to be built)."""

    name: str = ""
    zone: str = "UTC"
    country: str = ""
    weekdays: frozenset[int] = frozenset(range(5))
    day_end: time = time(18)
    channel: str | None = None
    roles: dict[str, Role] = field(default_factory=dict)
    version: str = ""

    def named(self, role: Role) -> list[str]:
        """Those of a role that its field names."""
        return [one for one, its in self.roles.items() if its == role][:MOST_NAMED]

    def beyond(self) -> dict[str, Role]:
        """Whom no field can name any more: they stay what they are."""
        named = {one for role in Role for one in self.named(role)}
        return {one: role for one, role in self.roles.items() if one not in named}


def build_team(office: Office, *, workspace_id: str, actor_id: str, name: str, now: datetime) -> Team:
    """A new team in its maker's zone. Raises Refusal: admins_only, team_exists."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        if actor.role != Role.ADMIN:
            raise Refusal("admins_only")
        if team_named(tx, workspace_id=workspace_id, name=name):
            raise Refusal("team_exists", team=name)
        return _built(tx, actor, name, now=now)


def _built(tx: Connection, actor: Person, name: str, *, now: datetime) -> Team:
    where = {"workspace_id": actor.workspace_id}
    rolled_out = all(one.clock == "on" for one in people.teams(tx, **where))
    team = Team(new_id(now), name[:LONGEST_NAME], zone=actor.zone, clock="on" if rolled_out else "off")
    people.add_team(tx, **where, team=team)
    audit.write(tx, **where, actor_id=actor.person_id, what="team_built", now=now, team=name)
    _show(tx, actor, now=now)
    return team


def _show(tx: Connection, actor: Person, *, now: datetime) -> None:
    """On the Home of every admin, and of who did it, the teams stand as they are now."""
    admins = [one.person_id for one in people.people(tx, workspace_id=actor.workspace_id) if one.role == Role.ADMIN]
    shown = dict.fromkeys([actor.person_id, *admins])
    mail.republish_homes(tx, workspace_id=actor.workspace_id, person_ids=shown, now=now)


def put_in_team(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    person_ids: tuple[str, ...],
    team_name: str | None,
    role: Role,
    now: datetime,
) -> tuple[Team, tuple[Person, ...]]:
    """Put people into a team with a role; those of another team only by who leads that one too.

    Raises Refusal: not_allowed, no_team, unknown_person.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        team = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_name)
        if not may_manage(actor, team_id=team.team_id):
            raise Refusal("not_allowed")
        _join(tx, actor, team, dict.fromkeys(person_ids, role), now=now)
        _show(tx, actor, now=now)
        return team, people.members(tx, workspace_id=workspace_id, team_id=team.team_id)


def read_teams(office: Office, *, workspace_id: str) -> tuple[tuple[Team, tuple[Person, ...]], ...]:
    with office.database.read() as tx:
        return tuple(
            (team, people.members(tx, workspace_id=workspace_id, team_id=team.team_id))
            for team in people.teams(tx, workspace_id=workspace_id)
        )


def read_sheet(office: Office, *, workspace_id: str, actor_id: str, team_name: str | None) -> tuple[Team, TeamSheet]:
    """A team for its form; its name or its id. Raises Refusal: not_allowed, no_team."""
    with office.database.read() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        team = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_name)
        if not may_manage(actor, team_id=team.team_id):
            raise Refusal("not_allowed")
        return team, _sheet(tx, team, workspace_id=workspace_id)


def keep_team(
    office: Office, *, workspace_id: str, actor_id: str, team_id: str | None, wanted: TeamSheet, now: datetime
) -> Team:
    """Make a team what a form says, and build it where there is none; who is no longer named in it leaves it.

    Raises Refusal: not_allowed, no_team, team_changed, no_team_name, team_exists, unknown_person, no_zone, no_country,
    no_weekdays, no_day_end.
    """
    days = TeamDays(wanted.zone, wanted.country, wanted.weekdays, wanted.day_end)
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        known = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_id) if team_id else None
        if actor.role != Role.ADMIN and not (known and may_manage(actor, team_id=known.team_id)):
            raise Refusal("not_allowed")
        name = _free_name(tx, wanted.name, known, workspace_id=workspace_id)
        team = known or _built(tx, actor, name, now=now)
        stands = _sheet(tx, team, workspace_id=workspace_id)
        if known and stands.version != wanted.version:
            raise Refusal("team_changed", team=team.name)
        if actor.role != Role.ADMIN:  # a team's days are a rule of the clock
            days = TeamDays()
        team = _renamed(tx, actor, team, name, now=now)
        roles = {**stands.beyond(), **wanted.roles}
        left = [one for one in stands.roles if one not in roles]
        _leave(tx, actor, team, left, now=now)
        moved = {one: role for one, role in roles.items() if stands.roles.get(one) != role}
        _join(tx, actor, team, moved, now=now)
        who: dict[str, Any] = {"workspace_id": workspace_id, "actor_id": actor_id, "now": now}
        _show(tx, actor, now=now)
        if wanted.channel != stands.channel:
            keep_channel(tx, team, wanted.channel, **who)
        return change_calendar(tx, team, calendar_fields(_news(days, stands)), **who, what="team_calendar")


def _news(days: TeamDays, stands: TeamSheet) -> TeamDays:
    """Only what differs: a new country brings its own week along, unless the week was changed too."""
    return TeamDays(
        days.zone if days.zone != stands.zone else None,
        days.country if days.country != stands.country else None,
        days.weekdays if days.weekdays != stands.weekdays else None,
        days.day_end if days.day_end != stands.day_end else None,
    )


def _free_name(tx: Connection, typed: str, team: Team | None, *, workspace_id: str) -> str:
    name = " ".join(typed.split())[:LONGEST_NAME]
    if not name:
        raise Refusal("no_team_name")
    other = team_named(tx, workspace_id=workspace_id, name=name)
    if other and other != team:
        raise Refusal("team_exists", team=name)
    return name


def _renamed(tx: Connection, actor: Person, team: Team, name: str, *, now: datetime) -> Team:
    if team.name != name:
        where = {"workspace_id": actor.workspace_id}
        people.change_team(tx, **where, team_id=team.team_id, name=name)
        audit.write(tx, **where, actor_id=actor.person_id, what="team_named", now=now, team=name, before=team.name)
    return replace(team, name=name)


def _join(tx: Connection, actor: Person, team: Team, roles: dict[str, Role], *, now: datetime) -> None:
    where, came = {"workspace_id": actor.workspace_id}, []
    if Role.ADMIN in roles.values() and actor.role != Role.ADMIN:
        raise Refusal("not_allowed")
    for person_id, role in roles.items():
        person = _member(tx, person_id, workspace_id=actor.workspace_id)
        if person.team_id and not may_manage(actor, team_id=person.team_id):
            raise Refusal("not_allowed")  # nobody takes another team's people
        kept = Role.ADMIN if person.role == Role.ADMIN else role
        people.change_person(tx, **where, person_id=person_id, team_id=team.team_id, role=kept.value)
        mail.republish_home(tx, **where, person_id=person_id, now=now)
        came += [person_id] if person.team_id != team.team_id else []
    for role in dict.fromkeys(roles.values()):
        named = tuple(one for one, its in roles.items() if its == role)
        who: dict[str, Any] = {**where, "actor_id": actor.person_id, "now": now}
        audit.write(tx, **who, what="team_joined", team=team.name, people=named, role=role)
    _count_anew(tx, actor, team.team_id, came, now=now)


def _leave(tx: Connection, actor: Person, team: Team, person_ids: Iterable[str], *, now: datetime) -> None:
    """Out of the team, and whoever led it leads nobody; admins stay admins."""
    where, gone = {"workspace_id": actor.workspace_id}, tuple(person_ids)
    for person_id in gone:
        person = people.person(tx, **where, person_id=person_id)
        kept = Role.ADMIN if person and person.role == Role.ADMIN else Role.REP
        people.change_person(tx, **where, person_id=person_id, team_id=None, role=kept.value)
        mail.republish_home(tx, **where, person_id=person_id, now=now)
    if gone:
        audit.write(tx, **where, actor_id=actor.person_id, what="team_left", now=now, team=team.name, people=gone)
        _count_anew(tx, actor, "", gone, now=now)


def _count_anew(tx: Connection, actor: Person, team_id: str, moved: Iterable[str], *, now: datetime) -> None:
    """Another team is another calendar, and may be another rule: dates promised by the old one are counted anew."""
    where = {"workspace_id": actor.workspace_id}
    if any(customers.owned_by(tx, **where, owner_id=one) for one in moved):
        ask_recount(tx, **where, actor_id=actor.person_id, cause="people", about=team_id, due_at=now, now=now)


def _member(tx: Connection, person_id: str, *, workspace_id: str) -> Person:
    try:
        return meet(tx, workspace_id=workspace_id, person_id=person_id)
    except Refusal as refusal:
        raise Refusal("unknown_person") from refusal


def _sheet(tx: Connection, team: Team, *, workspace_id: str) -> TeamSheet:
    members = people.members(tx, workspace_id=workspace_id, team_id=team.team_id)
    told = team_channels.of_team(tx, workspace_id=workspace_id, team_id=team.team_id)
    roles: dict[str, Role] = {one.person_id: Role.MANAGER if one.role == Role.ADMIN else one.role for one in members}
    channel = told.channel_id if told else None
    stands = repr(
        (team.name, team.zone, team.country, sorted(team.weekdays), team.day_end, channel, sorted(roles.items()))
    )
    version = sha256(stands.encode()).hexdigest()[:16]
    return TeamSheet(team.name, team.zone, team.country or "", team.weekdays, team.day_end, channel, roles, version)
