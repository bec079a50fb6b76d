"""The App Home: everything of one person on one page, read in one snapshot. Lists are cut short, since a phone shows them;
what a manager's leaves out is read again, longer, for the button behind which the rest is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm.cards import HomeCard, MemberLine, TeamHome
from crm.circles import Within
from crm.customers import Customer
from crm.people import Person, Role
from crm.refusal import Refusal
from operations.clock.clockwork import Clocks, read_clocks
from operations.compose.administering import administered
from operations.compose.approvals import asked_of
from operations.compose.desk import Desk
from operations.customers import seeing
from operations.deals.deal_seeing import on_home
from operations.figures import entry_quality
from operations.office import Office
from storage import customers, people, reassignments
from storage.running_out import running_out

MINE = 5


@dataclass(frozen=True)
class Lengths:
    """How many of each a manager is shown."""

    waiting: int
    asked: int
    near: int
    members: int


ON_HOME, BEHIND_THE_BUTTON = Lengths(2, 2, 3, 6), Lengths(10, 10, 20, 60)


def home(desk: Desk) -> HomeCard:
    """The card of the reader's Home."""
    who: dict[str, Any] = {"workspace_id": desk.workspace_id, "now": desk.now}
    me = desk.reader
    owned = customers.owned_by(desk.tx, workspace_id=desk.workspace_id, owner_id=me.person_id)
    clocks = read_clocks(desk.tx, **who)
    fixes, fixes_total = entry_quality.fixes(desk.tx, workspace_id=desk.workspace_id, person_id=me.person_id)
    return HomeCard(
        person_name=me.name,
        role=me.role.value,
        day=seeing.day(desk.tx, person=me, owned=owned, clocks=clocks, **who),
        mine=tuple(seeing.claim_lines(desk.tx, owned[:MINE], clocks=clocks, **who)),
        mine_total=len(owned),
        digests_on=me.digests_on,
        digest_hour=me.digest_hour,
        quiet=me.quiet,
        hours=me.hours,
        weekly_day=me.weekly_day,
        quarterly_on=me.quarterly_on,
        deals=on_home(desk.tx, person=me, **who),
        fixes=fixes,
        fixes_total=fixes_total,
        team=_team(desk, clocks, ON_HOME) if me.leads else None,
        admin=administered(desk, clocks.teams.values()) if me.role == Role.ADMIN else None,
        works_in=clocks.teams.get(me.team_id or ""),
        writes_for=_writes_for(desk) if me.writes_for_others else None,
    )


def _writes_for(desk: Desk) -> tuple[str, ...]:
    reps = people.reps(desk.tx, workspace_id=desk.workspace_id, team_id=desk.reader.team_id)
    return tuple(one.name for one in reps)


def read_team(office: Office, *, workspace_id: str, asker: Person, now: datetime) -> TeamHome:
    """The manager's part of the Home, longer. Raises Refusal("not_allowed") for who leads nobody."""
    if not asker.leads:
        raise Refusal("not_allowed")
    with office.database.read() as tx:
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        return _team(Desk(tx, workspace_id, asker, now, False), clocks, BEHIND_THE_BUTTON)


def _team(desk: Desk, clocks: Clocks, most: Lengths) -> TeamHome:
    """What a manager sees besides: what waits for them, their people, what runs out, how full the pool is."""
    waiting = reassignments.waiting(desk.tx, workspace_id=desk.workspace_id)
    mine = [one for one in waiting if one.manager_id == desk.reader.person_id]
    asked, asked_total = asked_of(desk, clocks, most=most.asked)
    members = _members(desk)
    here: dict[str, Any] = {"workspace_id": desk.workspace_id}
    soon = desk.now + seeing.SOON
    held = customers.held_by(desk.tx, **here, owner_ids=[one.person_id for one in members], soon=soon)
    near, near_total = _near(desk, soon, most.near)
    return TeamHome(
        waiting=tuple(
            seeing.reassignment_card(desk.tx, one, workspace_id=desk.workspace_id) for one in mine[: most.waiting]
        ),
        waiting_total=len(mine),
        asked=asked,
        asked_total=asked_total,
        near=tuple(seeing.claim_lines(desk.tx, near, **here, now=desk.now, clocks=clocks)),
        near_total=near_total,
        members=tuple(_lines(members, held)[: most.members]),
        members_total=len(members),
        pooled=customers.count_pooled(desk.tx, workspace_id=desk.workspace_id),
    )


def _near(desk: Desk, soon: datetime, most: int) -> tuple[tuple[Customer, ...], int]:
    """What runs out in the team, as the digest and "What's expiring?" count it; nothing for who leads no team."""
    team_id = desk.reader.team_id
    if team_id is None:
        return (), 0
    return running_out(desk.tx, workspace_id=desk.workspace_id, within=Within(team_id=team_id), until=soon, most=most)


def _lines(members: list[Person], held: dict[str, tuple[int, int]]) -> list[MemberLine]:
    """Those first of whose customers most run out soon, then those who hold most."""
    lines = [MemberLine(one.name, *held.get(one.person_id, (0, 0))) for one in members]
    return sorted(lines, key=lambda one: (-one.soon, -one.held, one.name))


def _members(desk: Desk) -> list[Person]:
    """The others of the manager's own team."""
    team_id = desk.reader.team_id
    members = people.members(desk.tx, workspace_id=desk.workspace_id, team_id=team_id) if team_id else ()
    return [one for one in members if one.person_id != desk.reader.person_id and one.role != Role.ASSISTANT]
