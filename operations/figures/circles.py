"""Whose deals are meant by who asks, as far as they are theirs to see: a rep's own, a manager's team, all for an admin."""

from dataclasses import dataclass

from sqlalchemy import Connection

from crm.cards.measures import Circle, Dimension
from crm.circles import Within
from crm.people import Person, Role
from crm.refusal import Refusal
from storage import people


@dataclass(frozen=True)
class Meant:
    """Whose, and the wider circle they are compared with."""

    circle: Circle
    within: Within
    wider: Circle | None = None
    wider_within: Within | None = None


def meant_by(
    tx: Connection,
    asker: Person,
    person_id: str | None,
    team_id: str | None,
    by: Dimension | None,
    *,
    workspace_id: str,
) -> Meant:
    """The circle the asker means, as far as it is theirs to see."""
    if person_id is None and team_id is None and asker.role not in (Role.ADMIN, Role.MANAGER):
        person_id = asker.person_id
    if person_id:
        return _of_person(tx, asker, person_id, by, workspace_id=workspace_id)
    if team_id is None and asker.role == Role.MANAGER:
        team_id = asker.team_id
    named = {one.team_id: one.name for one in people.teams(tx, workspace_id=workspace_id)}
    everybody = asker.role == Role.ADMIN or (asker.role == Role.MANAGER and asker.team_id is None)
    if team_id is None or (by == "team" and everybody):
        if not everybody:
            raise Refusal("not_allowed")
        return Meant(Circle("all"), Within())
    if not everybody and (team_id != asker.team_id or asker.role != Role.MANAGER or by == "team"):
        raise Refusal("not_allowed")
    return Meant(Circle("team", named.get(team_id)), Within(team_id=team_id), Circle("all"), Within())


def _of_person(tx: Connection, asker: Person, person_id: str, by: Dimension | None, *, workspace_id: str) -> Meant:
    person = people.person(tx, workspace_id=workspace_id, person_id=person_id)
    if person is None:
        raise Refusal("unknown_person")
    own = person_id == asker.person_id
    leads = asker.role == Role.ADMIN or (asker.role == Role.MANAGER and asker.team_id in (None, person.team_id))
    if not (own or leads) or (by in ("team", "rep") and not leads):
        raise Refusal("not_allowed")
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == person.team_id), None)
    return Meant(
        Circle("mine" if own else "rep", person.name),
        Within(rep_id=person_id),
        Circle("team", team.name) if team else None,
        Within(team_id=team.team_id) if team else None,
    )
