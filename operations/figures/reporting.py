"""When the weekly and the quarterly digest go out, and a channel's: once a calendar week, a quarter, a working day.

A slot is one person's week or quarter, or a channel's day or week. Whoever takes it sends it; after downtime it comes late
and tells of the very days it would have told of, and what was missed altogether is not made up for. Of a time before Dibs
had a customer nothing is told.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.digest_days import quarter_day, quarter_of, quarter_start, week_of, weekly_day
from crm.downtime import LATE
from crm.notices import Notice
from crm.notices.reporting import ChannelDay, ChannelWeek, QuarterlyDigest, WeeklyDigest
from crm.people import Person, Team, TeamChannel, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.assigning.deciding import report_key, week_slot
from operations.clock.clockwork import Clocks, read_clocks
from operations.members import chosen_team, meet
from operations.office import Office
from storage import audit, customers, people, slots, team_channels
from storage.outbox import Priority

JOB = "reports"


@dataclass(frozen=True)
class _Slot:
    """`ended`: the end of the days the digest tells of, by the reader's zone."""

    person: Person
    name: str
    ended: datetime
    slip: Notice
    channel: str | None = None


def send_reports(office: Office, *, now: datetime) -> int:
    """Put every weekly and quarterly digest whose hour has come; returns how many slots were taken."""
    with office.database.read(at_most=10) as tx:
        due = [
            (workspace.workspace_id, slot)
            for workspace in people.workspaces(tx)
            for slot in _due(tx, workspace.workspace_id, now)
        ]
    for workspace_id, slot in due:
        with office.database.begin() as tx:
            if slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=slot.name, now=now):
                _put(tx, slot, workspace_id=workspace_id, now=now)
    return len(due)


def set_reports(
    office: Office, *, workspace_id: str, person_id: str, now: datetime, **wanted: int | bool | None
) -> Person:
    """Change `weekly_day` (0 is Monday, None: none) or `quarterly_on` of a person; the person as they are then."""
    with office.database.begin() as tx:
        meet(tx, workspace_id=workspace_id, person_id=person_id)
        people.change_person(tx, workspace_id=workspace_id, person_id=person_id, **wanted)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
        return meet(tx, workspace_id=workspace_id, person_id=person_id)


def choose_channel(
    office: Office, *, workspace_id: str, actor_id: str, team_name: str | None, channel: str | None, now: datetime
) -> tuple[Team, TeamChannel | None]:
    """Where a team's digests are told too, each working day and week; None: nowhere any more.

    Raises Refusal: not_allowed, no_team.
    """
    with office.database.begin() as tx:
        team = _team_to_lead(tx, team_name, workspace_id=workspace_id, actor_id=actor_id)
        keep_channel(tx, team, channel, workspace_id=workspace_id, actor_id=actor_id, now=now)
        return team, team_channels.of_team(tx, workspace_id=workspace_id, team_id=team.team_id)


def keep_channel(
    tx: Connection, team: Team, channel: str | None, *, workspace_id: str, actor_id: str, now: datetime
) -> None:
    """The same inside a transaction of who may."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "team_id": team.team_id}
    before = team_channels.of_team(tx, **key)
    if channel:
        team_channels.choose(tx, **key, channel_id=channel, set_by=actor_id, now=now)
    else:
        team_channels.forget(tx, **key)
    if channel and before is None:
        team_channels.change(tx, **key, daily=True)
    said = {"team": team.name, "channel": channel}
    audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="digest_channel", now=now, **said)


def time_channel(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    team_name: str | None,
    now: datetime,
    **wanted: Any,
) -> tuple[Team, TeamChannel]:
    """When a team's channel is told: `daily`, `weekly_day` (0 is Monday, None: never), `hour`.

    Raises Refusal: not_allowed, no_team, no_team_channel.
    """
    with office.database.begin() as tx:
        team = _team_to_lead(tx, team_name, workspace_id=workspace_id, actor_id=actor_id)
        key: dict[str, Any] = {"workspace_id": workspace_id, "team_id": team.team_id}
        team_channels.change(tx, **key, **wanted)
        then = team_channels.of_team(tx, **key)
        if then is None:
            raise Refusal("no_team_channel", team=team.name)
        how: dict[str, Any] = {"workspace_id": workspace_id, "actor_id": actor_id, "now": now}
        said: dict[str, Any] = {"team": team.name, **wanted}
        audit.write(tx, **how, what="digest_channel_times", **said)
        return team, then


def _team_to_lead(tx: Connection, name: str | None, *, workspace_id: str, actor_id: str) -> Team:
    actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
    team = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=name)
    if not may_manage(actor, team_id=team.team_id):
        raise Refusal("not_allowed")
    return team


def _due(tx: Connection, workspace_id: str, now: datetime) -> list[_Slot]:
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    leads = [one for one in people.people(tx, workspace_id=workspace_id) if one.leads and one.digests_on]
    wanted = [slot for person in leads for slot in reports_due(person, clocks, now)]
    wanted += _channel_slots(tx, clocks, workspace_id=workspace_id, now=now)
    done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=[slot.name for slot in wanted])
    return [slot for slot in wanted if slot.name not in done]


def reports_due(person: Person, clocks: Clocks, now: datetime) -> list[_Slot]:
    """Those of this week and this quarter whose day and hour have come by the person's own zone; what is caught up late
    does not ring at night."""
    own = WorkCalendar(person.zone)
    today = own.local_date(now)

    def works(day: date) -> bool:
        return clocks.works_on(person, day)

    found = []
    if person.weekly_day is not None and (day := weekly_day(today, person.weekly_day, works)):
        slip: Notice = WeeklyDigest(day - timedelta(days=1))
        found.append((day, week_slot(person.person_id, today), day, slip))
    if person.quarterly_on and (day := quarter_day(today, works)):
        began = quarter_start(today)
        found.append(
            (
                day,
                f"{person.person_id}:{quarter_of(today)}",
                began,
                QuarterlyDigest(quarter_start(began - timedelta(days=1))),
            )
        )
    hour = time(person.digest_hour)
    return [
        _Slot(person, name, own.at(ended, time.min), slip)
        for day, name, ended, slip in found
        if (planned := max(own.at(day, hour), own.at(today, hour))) <= now < max(planned + LATE, own.end_of(today))
    ]


def _channel_slots(tx: Connection, clocks: Clocks, *, workspace_id: str, now: datetime) -> list[_Slot]:
    """Those of today and of this week whose hour has come by the team's own clock."""
    found = []
    for one in team_channels.of_all(tx, workspace_id=workspace_id):
        calendar, reader = (
            clocks.calendar(one.team_id),
            people.person(tx, workspace_id=workspace_id, person_id=one.set_by),
        )
        if reader:
            found += [
                _Slot(reader, f"{one.team_id}:{name}", calendar.at(ended, time.min), slip, one.channel_id)
                for name, ended, slip in told_there(one, calendar, now)
            ]
    return found


def told_there(one: TeamChannel, calendar: WorkCalendar, now: datetime) -> list[tuple[str, date, Notice]]:
    """(slot, end of the days it tells of, slip) of what a channel should have been told by now."""
    today, hour = calendar.local_date(now), time(one.hour)
    if now < calendar.at(today, hour):
        return []
    found: list[tuple[str, date, Notice]] = []
    if one.daily and calendar.is_working(today):
        found.append((today.isoformat(), today, ChannelDay(one.team_id, today)))
    day = None if one.weekly_day is None else weekly_day(today, one.weekly_day, calendar.is_working)
    if day and day <= today:
        found.append((week_of(today), day, ChannelWeek(one.team_id, day - timedelta(days=1))))
    return found


def _put(tx: Connection, slot: _Slot, *, workspace_id: str, now: datetime) -> None:
    if customers.was_any_before(tx, workspace_id=workspace_id, at=slot.ended):
        mail.post(
            tx,
            slot.slip,
            workspace_id=workspace_id,
            to=slot.channel or slot.person.person_id,
            person_id=slot.person.person_id,
            now=now,
            priority=Priority.DIGEST,
            key=report_key(slot.name),
        )
