"""What the claim clock would have done with a team's customers, had it been on: for those who try it out in shadow.

It asks the very functions the clock runs by, over the deadlines the ledger says there were.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards.rollout import ShadowCount, ShadowWeekCard, WouldHavePooled
from crm.customers import Customer
from crm.notices.clock import ShadowWeek
from crm.people import Person, Role, Team
from crm.rules import rule_for
from crm.team_switch import WouldHave, spans, would_have
from operations import mail
from operations.clock.clockwork import Clocks, read_clocks
from operations.office import Office
from storage import claims, customers, people, slots
from storage.outbox import Priority

JOB = "shadow"
WEEK = timedelta(days=7)
SOME = 500  # customers whose ledger is read at once


def send_shadow_weeks(office: Office, *, now: datetime) -> int:
    """Tell the managers of teams in shadow of the week before, once each; returns how many were told."""
    with office.database.read(at_most=10) as tx:
        due = [
            (workspace.workspace_id, team, manager, monday)
            for workspace in people.workspaces(tx)
            for team, manager, monday in _due(tx, workspace.workspace_id, now)
        ]
    for workspace_id, team, manager, monday in due:
        with office.database.begin() as tx:
            slot = _slot(team, monday)
            if slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=slot, now=now):
                slip, rank = ShadowWeek(team.team_id, monday), Priority.DIGEST
                mail.post(tx, slip, workspace_id=workspace_id, to=manager.person_id, now=now, priority=rank, key=slot)
    return len(due)


def week_card(
    tx: Connection, slip: ShadowWeek, *, workspace_id: str, reader: Person, now: datetime
) -> ShadowWeekCard | None:
    """None where the team is not in shadow any more."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    team = clocks.teams.get(slip.team_id)
    if team is None or team.clock != "shadow":
        return None
    first = max(slip.monday, team.clock_from or slip.monday)
    last = slip.monday + WEEK - timedelta(days=1)
    since, until = (clocks.calendar(team.team_id).at(day, time.min) for day in (first, last + timedelta(days=1)))
    count = count_shadow(tx, team, workspace_id=workspace_id, clocks=clocks, since=since, until=until)
    return ShadowWeekCard(team, first, last, count, reader.role == Role.ADMIN)


def count_shadow(
    tx: Connection, team: Team, *, workspace_id: str, clocks: Clocks, since: datetime, until: datetime
) -> ShadowCount:
    """From `since` to `until`, over what the team's people own now."""
    members = {one.person_id: one for one in people.members(tx, workspace_id=workspace_id, team_id=team.team_id)}
    owned = [one for one in customers.owned(tx, workspace_id=workspace_id) if one.owner_id in members]
    found: list[tuple[Customer, WouldHave]] = []
    for start in range(0, len(owned), SOME):
        found += _would(tx, _Looked(team, clocks, since, until), owned[start : start + SOME], workspace_id=workspace_id)
    gone = [
        WouldHavePooled(one.customer_id, one.name, members[one.owner_id or ""].name, seen.pooled_at)
        for one, seen in found
        if seen.pooled_at
    ]
    return ShadowCount(
        owned=len(owned),
        reminders=sum(seen.reminders for _, seen in found),
        people=len({one.owner_id for one, seen in found if seen.reminders}),
        pooled=tuple(sorted(gone, key=lambda one: (one.at, one.customer_id), reverse=True)),
        overdue=sum(seen.overdue for _, seen in found),
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """Whose customers are looked at, and in which time."""

    team: Team
    clocks: Clocks
    since: datetime
    until: datetime


def _would(
    tx: Connection, looked: _Looked, held: Sequence[Customer], *, workspace_id: str
) -> list[tuple[Customer, WouldHave]]:
    ids = [one.customer_id for one in held]
    moves: dict[str, list[tuple[datetime, datetime | None, datetime | None]]] = defaultdict(list)
    for customer_id, at, old, new in claims.deadline_moves(tx, workspace_id=workspace_id, ids=ids, since=looked.since):
        moves[customer_id].append((at, old, new))
    calendar, rules = looked.clocks.calendar(looked.team.team_id), looked.clocks.rules
    found = []
    for one in held:
        rule = rule_for(rules, team=looked.team.team_id, grade=one.grade, source=one.source)
        if one.protected_until is None:
            continue
        stood = spans(moves[one.customer_id], deadline=one.protected_until, since=looked.since, until=looked.until)
        found.append((one, would_have(stood, rule=rule, calendar=calendar)))
    return found


def _due(tx: Connection, workspace_id: str, now: datetime) -> list[tuple[Team, Person, date]]:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    watched = [team for team in clocks.teams.values() if team.clock == "shadow"]
    wanted = [
        (team, manager, monday)
        for team in watched
        for manager in people.managers_of(tx, workspace_id=workspace_id, team_id=team.team_id)[:1]
        if (monday := _last_monday(team, manager, clocks, now))
    ]
    names = [_slot(team, monday) for team, _, monday in wanted]
    done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=names)
    return [one for one in wanted if _slot(one[0], one[2]) not in done]


def _last_monday(team: Team, manager: Person, clocks: Clocks, now: datetime) -> date | None:
    """The first day of the week to tell of, on a working day from the manager's hour on; None before, and for a week that
    was over before the shadow began."""
    own = WorkCalendar(manager.zone)
    today = own.local_date(now)
    this_monday = today - timedelta(days=today.weekday())
    began = team.clock_from is None or team.clock_from < this_monday
    late_enough = clocks.calendar(team.team_id).is_working(today) and now >= own.at(today, time(manager.digest_hour))
    return this_monday - WEEK if began and late_enough else None


def _slot(team: Team, monday: date) -> str:
    return f"shadow:{team.team_id}:{monday.isoformat()}"
