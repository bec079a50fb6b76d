"""Entry quality read for whoever asks: a rep their own and their team's, who leads the teams', nobody another person's."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards import QualityCard
from crm.completeness import Asked, completeness, missing
from crm.people import Person, Role
from crm.quality import Quality, quality, together
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import audit, deal_settings, people
from storage import quality as facts

DAYS = 30  # local days of the team, today among them
MOST_FIXES = 3


def read_quality(
    office: Office, *, workspace_id: str, asker: Person, person_id: str | None = None, now: datetime
) -> QualityCard:
    """Raises Refusal: quality_private for anybody else's, however high the asker."""
    if person_id not in (None, asker.person_id):
        raise Refusal("quality_private")
    with office.database.read(at_most=10) as tx:
        everybody = people.people(tx, workspace_id=workspace_id)
        of_each = _of_each(tx, _compared(everybody, asker), workspace_id=workspace_id, now=now)
        teams = {one.team_id: one.name for one in people.teams(tx, workspace_id=workspace_id)}
        of_team = _by_team(of_each, everybody)
        own, team = of_each.get(asker.person_id), of_team.get(asker.team_id)
        weight = people.workspace(tx, workspace_id=workspace_id).quality_of_team
        fixes = _missing(tx, workspace_id=workspace_id, person_id=asker.person_id)
    named = [(name, of_team[team_id].score) for team_id, name in teams.items() if team_id in of_team]
    return QualityCard(
        own=own if own and own != Quality() else None,
        team=team if asker.team_id else None,
        team_name=teams.get(asker.team_id or ""),
        figure=together(own.score if own else None, team.score if team else None, team_weight=weight),
        team_weight=weight,
        fixes=tuple(fixes[:MOST_FIXES]),
        fixes_total=len(fixes),
        days=DAYS,
        ranking=tuple(sorted(named, key=lambda one: (one[1] is None, -(one[1] or 0), one[0]))) if asker.leads else (),
        may_weigh=asker.role == Role.ADMIN,
    )


def weigh_team(office: Office, *, workspace_id: str, actor_id: str, per_cent: int, now: datetime) -> None:
    """How much of a rep's figure is their team's. Raises Refusal: not_allowed, weight_out_of_range."""
    with office.database.begin() as tx:
        if meet(tx, workspace_id=workspace_id, person_id=actor_id).role != Role.ADMIN:
            raise Refusal("not_allowed")
        if not 0 <= per_cent <= 100:
            raise Refusal("weight_out_of_range")
        people.change_workspace(tx, workspace_id=workspace_id, quality_of_team=per_cent)
        audit.write(
            tx, workspace_id=workspace_id, actor_id=actor_id, what="quality_weighed", now=now, team_per_cent=per_cent
        )


def fixes(tx: Connection, *, workspace_id: str, person_id: str) -> tuple[tuple[Asked, ...], int]:
    """The first things to mend, for the home, and how many there are."""
    found = _missing(tx, workspace_id=workspace_id, person_id=person_id)
    return tuple(found[:MOST_FIXES]), len(found)


def _missing(tx: Connection, *, workspace_id: str, person_id: str) -> list[Asked]:
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    return missing(facts.known(tx, workspace_id=workspace_id, owner_ids=(person_id,)), stages)


def _compared(everybody: Sequence[Person], asker: Person) -> list[Person]:
    """Whose entries are read: the team's; for the ranking of who leads, everybody's."""
    if asker.leads:
        return list(everybody)
    return [one for one in everybody if one == asker or (asker.team_id and one.team_id == asker.team_id)]


def _of_each(tx: Connection, whose: Collection[Person], *, workspace_id: str, now: datetime) -> dict[str, Quality]:
    """person -> theirs, of the last DAYS days."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    ids = [one.person_id for one in whose]
    calendars = {one.person_id: clocks.calendar(one.team_id) for one in whose}
    since = min((_since(one, now) for one in calendars.values()), default=now)
    of: dict[str, Any] = {"workspace_id": workspace_id, "person_ids": ids, "since": since}
    known, logs, plans, doubles = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for customer in facts.known(tx, workspace_id=workspace_id, owner_ids=ids):
        known[customer.owner_id].append(customer)
    for log in facts.written(tx, **of):
        logs[log.person_id].append(log)
    for plan in facts.planned(tx, **of):
        plans[plan.person_id].append(plan)
    for person_id, customer_id, at in facts.doubles(tx, **of):
        doubles[person_id].append((customer_id, calendars[person_id].local_date(at)))
    return {
        one: quality(
            completeness(known[one], stages),
            logs[one],
            plans[one],
            doubles=doubles[one],
            calendar=calendars[one],
            now=now,
        )
        for one in ids
    }


def _since(calendar: WorkCalendar, now: datetime) -> datetime:
    return calendar.at(calendar.local_date(now) - timedelta(days=DAYS - 1), time.min)


def _by_team(of_each: dict[str, Quality], everybody: Sequence[Person]) -> dict[str | None, Quality]:
    """team -> its members' together."""
    of: dict[str | None, Quality] = defaultdict(Quality)
    for person in everybody:
        if person.person_id in of_each:
            of[person.team_id] += of_each[person.person_id]
    return dict(of)
