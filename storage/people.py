"""Workspaces, people and teams, as you would ask for them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, exists, func, insert, or_, select, update

from crm.people import Person, Role, Team, Workspace
from crm.quiet import OwnHours, QuietHours
from storage.database import insert_into
from storage.installations import removed
from storage.prebuilt import among, given
from storage.tables.customers import CustomerRow
from storage.tables.people import PersonRow, TeamRow, WorkspaceRow

_WORKSPACE = select(
    WorkspaceRow.workspace_id,
    WorkspaceRow.name,
    WorkspaceRow.currency,
    WorkspaceRow.date_order,
    WorkspaceRow.zone,
    WorkspaceRow.locale,
    WorkspaceRow.bot_user_id,
    WorkspaceRow.quality_of_team,
)
_ONE_WORKSPACE = _WORKSPACE.where(*given(WorkspaceRow.workspace_id))
_UNREAD_PROFILES = (
    select(PersonRow.workspace_id, PersonRow.person_id).where(PersonRow.profile_read_at.is_(None)).limit(50)
)
_NAMES = select(PersonRow.person_id, PersonRow.name).where(
    *given(PersonRow.workspace_id), PersonRow.person_id.in_(bindparam("person_ids", expanding=True))
)
_WORKSPACES_IN_USE = _WORKSPACE.where(~removed(WorkspaceRow.workspace_id))


def workspace(tx: Connection, *, workspace_id: str) -> Workspace:
    """The workspace; one never seen answers with the defaults."""
    row = tx.execute(_ONE_WORKSPACE, {"workspace_id": workspace_id}).first()
    return Workspace(*row) if row else Workspace(workspace_id)


def workspaces(tx: Connection) -> tuple[Workspace, ...]:
    """Those Dibs is in; one it was removed from is left alone until it is back."""
    return tuple(Workspace(*row) for row in tx.execute(_WORKSPACES_IN_USE))


def unread_workspaces(tx: Connection) -> tuple[str, ...]:
    """Those in use whose people were never read."""
    unread = select(WorkspaceRow.workspace_id).where(WorkspaceRow.people_read_at.is_(None))
    return tuple(tx.execute(unread.where(~removed(WorkspaceRow.workspace_id))).scalars())


def put_workspace(tx: Connection, workspace: Workspace) -> None:
    """Add it, or take over what its settings say; the zone it lives in stays."""
    fields = {
        "name": workspace.name,
        "currency": workspace.currency,
        "date_order": workspace.date_order,
        "locale": workspace.locale,
        "bot_user_id": workspace.bot_user_id,
    }
    new = insert_into(tx, WorkspaceRow).values(workspace_id=workspace.workspace_id, zone=workspace.zone, **fields)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id"], set_=fields))


def change_workspace(tx: Connection, *, workspace_id: str, **fields: object) -> None:
    """Set columns of WorkspaceRow by name."""
    tx.execute(update(WorkspaceRow).where(WorkspaceRow.workspace_id == workspace_id).values(**fields))


_PERSON = select(
    PersonRow.workspace_id,
    PersonRow.person_id,
    PersonRow.name,
    PersonRow.role,
    PersonRow.team_id,
    PersonRow.locale,
    PersonRow.zone,
    PersonRow.deactivated,
    PersonRow.welcomed_at,
    PersonRow.digests_on,
    PersonRow.digest_hour,
    PersonRow.weekly_day,
    PersonRow.quarterly_on,
    PersonRow.quiet_from,
    PersonRow.quiet_until,
    PersonRow.work_from,
    PersonRow.work_until,
    PersonRow.work_days,
)
_DEPARTED_OWNERS = _PERSON.where(
    PersonRow.deactivated.is_(True),
    exists().where(CustomerRow.workspace_id == PersonRow.workspace_id, CustomerRow.owner_id == PersonRow.person_id),
)
_ONE_PERSON = _PERSON.where(*given(PersonRow.workspace_id, PersonRow.person_id))


def _as_person(row: Row) -> Person:  # type: ignore[type-arg]
    workspace_id, person_id, name, role, team, locale, zone, gone, welcomed_at, *digests = row[:13]
    quiet_from, quiet_until, work_from, work_until, work_days = row[13:]
    on, hour, weekly, quarterly = digests
    seen = welcomed_at is not None
    quiet = QuietHours(quiet_from, quiet_until) if quiet_from is not None else None
    hours = OwnHours(work_from, work_until, frozenset(map(int, work_days))) if work_from is not None else None
    told = (seen, on, hour, weekly, quarterly, quiet, hours)
    return Person(workspace_id, person_id, name, Role(role), team, locale, zone, gone, *told)


def person(tx: Connection, *, workspace_id: str, person_id: str) -> Person | None:
    row = tx.execute(_ONE_PERSON, {"workspace_id": workspace_id, "person_id": person_id}).first()
    return _as_person(row) if row else None


_OF_IDS = _PERSON.where(*given(PersonRow.workspace_id), among(PersonRow.person_id))


def of_ids(tx: Connection, *, workspace_id: str, person_ids: Collection[str]) -> tuple[Person, ...]:
    """Those of them that are known, whether they are still there or not."""
    found = tx.execute(_OF_IDS, {"workspace_id": workspace_id, "ids": person_ids})
    return tuple(_as_person(row) for row in found)


_EVERYBODY = _PERSON.where(*given(PersonRow.workspace_id), PersonRow.deactivated.is_(False)).order_by(PersonRow.name)


def people(tx: Connection, *, workspace_id: str) -> tuple[Person, ...]:
    """Everybody who is still in the workspace, by name."""
    return tuple(_as_person(row) for row in tx.execute(_EVERYBODY, {"workspace_id": workspace_id}))


def by_address(tx: Connection, *, address: str) -> tuple[Person, ...]:
    """Whoever has this e-mail address or Slack id, in any workspace."""
    who = or_(func.lower(PersonRow.email) == address.lower(), PersonRow.person_id == address)
    return tuple(_as_person(row) for row in tx.execute(_PERSON.where(who, PersonRow.deactivated.is_(False))))


def members(tx: Connection, *, workspace_id: str, team_id: str | None) -> tuple[Person, ...]:
    """The active people of a team."""
    return tuple(person for person in people(tx, workspace_id=workspace_id) if person.team_id == team_id)


def reps(tx: Connection, *, workspace_id: str, team_id: str | None) -> tuple[Person, ...]:
    """The active reps of a team, by name: for whom its assistants write. Nobody's where there is no team."""
    everyone = members(tx, workspace_id=workspace_id, team_id=team_id) if team_id else ()
    return tuple(sorted((one for one in everyone if one.role == Role.REP), key=lambda rep: rep.name))


_LEADERS = _PERSON.where(
    *given(PersonRow.workspace_id), PersonRow.deactivated.is_(False), PersonRow.role.in_(("manager", "admin"))
)


def managers_of(tx: Connection, *, workspace_id: str, team_id: str | None) -> tuple[Person, ...]:
    """Who decides for a team: its managers; where it has none, the admins. The first is asked first."""
    everyone = [_as_person(row) for row in tx.execute(_LEADERS, {"workspace_id": workspace_id})]
    leaders = [one for one in everyone if one.role == Role.ADMIN or team_id in (None, one.team_id)]
    return tuple(sorted(leaders, key=lambda leader: (leader.role != Role.MANAGER, leader.person_id)))


def names(tx: Connection, *, workspace_id: str, person_ids: Collection[str | None]) -> dict[str, str]:
    """Display names by id; somebody unknown is left out."""
    wanted = {one for one in person_ids if one}
    if not wanted:
        return {}
    found = tx.execute(_NAMES, {"workspace_id": workspace_id, "person_ids": sorted(wanted)})
    return {row.person_id: row.name for row in found}


def add_person(tx: Connection, person: Person) -> None:
    """A person seen for the first time, with what is known: nothing happens if they are known already."""
    statement = insert_into(tx, PersonRow).values(
        workspace_id=person.workspace_id,
        person_id=person.person_id,
        name=person.name,
        role=person.role.value,
        team_id=person.team_id,
        locale=person.locale,
        zone=person.zone,
    )
    tx.execute(statement.on_conflict_do_nothing())


def identity(tx: Connection, *, workspace_id: str, person_id: str) -> tuple[str, str | None] | None:
    """Name and e-mail address; None for somebody unknown or erased."""
    mine = (PersonRow.workspace_id == workspace_id, PersonRow.person_id == person_id, PersonRow.erased_at.is_(None))
    row = tx.execute(select(PersonRow.name, PersonRow.email).where(*mine)).first()
    return (row.name, row.email) if row else None


def change_person(tx: Connection, *, workspace_id: str, person_id: str, **fields: object) -> None:
    """Set columns of PersonRow by name."""
    tx.execute(
        update(PersonRow)
        .where(PersonRow.workspace_id == workspace_id, PersonRow.person_id == person_id)
        .values(**fields)
    )


def keep_profile(
    tx: Connection,
    *,
    workspace_id: str,
    person_id: str,
    name: str,
    zone: str,
    locale: str | None,
    deactivated: bool,
    email: str | None = None,
    now: datetime,
) -> None:
    """What Slack's profile says; a language or zone the person chose themselves stays."""
    add_person(tx, Person(workspace_id, person_id, name, zone=zone, locale=locale or "en"))
    change_person(tx, workspace_id=workspace_id, person_id=person_id, deactivated=deactivated, profile_read_at=now)
    own = (PersonRow.workspace_id == workspace_id, PersonRow.person_id == person_id)
    tx.execute(update(PersonRow).where(*own, PersonRow.chosen_zone.is_(False)).values(zone=zone))
    if not deactivated or identity(tx, workspace_id=workspace_id, person_id=person_id):  # else erased, and still gone
        known = {"name": name, "erased_at": None, **({"email": email} if email else {})}
        change_person(tx, workspace_id=workspace_id, person_id=person_id, **known)
    if locale:
        tx.execute(update(PersonRow).where(*own, PersonRow.chosen_locale.is_(False)).values(locale=locale))


def unread_profiles(tx: Connection) -> tuple[tuple[str, str], ...]:
    """(workspace, person) of everybody whose Slack profile has not been read yet."""
    return tuple((row.workspace_id, row.person_id) for row in tx.execute(_UNREAD_PROFILES))


_TEAM = select(
    TeamRow.team_id,
    TeamRow.name,
    TeamRow.zone,
    TeamRow.country,
    TeamRow.weekdays,
    TeamRow.day_end,
    TeamRow.days_set,
    TeamRow.clock,
    TeamRow.clock_from,
    TeamRow.assisted_until,
)
_TEAMS = _TEAM.where(*given(TeamRow.workspace_id)).order_by(TeamRow.name)


def teams(tx: Connection, *, workspace_id: str) -> tuple[Team, ...]:
    found = tx.execute(_TEAMS, {"workspace_id": workspace_id})
    return tuple(
        Team(
            row.team_id,
            row.name,
            row.zone,
            row.country,
            frozenset(int(day) for day in row.weekdays),
            row.day_end,
            row.days_set,
            row.clock,
            row.clock_from,
            row.assisted_until,
        )
        for row in found
    )


def add_team(tx: Connection, *, workspace_id: str, team: Team) -> None:
    tx.execute(
        insert(TeamRow).values(
            workspace_id=workspace_id,
            team_id=team.team_id,
            name=team.name,
            zone=team.zone,
            country=team.country,
            weekdays="".join(str(day) for day in sorted(team.weekdays)),
            day_end=team.day_end,
            clock=team.clock,
        )
    )


def change_team(tx: Connection, *, workspace_id: str, team_id: str, **fields: object) -> None:
    tx.execute(update(TeamRow).where(TeamRow.workspace_id == workspace_id, TeamRow.team_id == team_id).values(**fields))


def departed_owners(tx: Connection) -> tuple[Person, ...]:
    """People deactivated in Slack who still own customers, whatever the workspace."""
    return tuple(_as_person(row) for row in tx.execute(_DEPARTED_OWNERS))
