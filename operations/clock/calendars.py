"""The days a team works: its zone, its week, its country's holidays and make-up days, and what an admin corrects.

Dates were promised by the calendar there was. A change is therefore followed by a recount (operations/clock/recounting.py),
which moves them with what was promised in mind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm import day_list
from crm.calendar import WorkCalendar, holiday_name, public_holidays, working_weekdays
from crm.cards.rules import CalendarCard, CalendarSpan
from crm.day_list import SetDay, Unreadable
from crm.people import Role, Team
from crm.refusal import Refusal
from operations.clock.clockwork import calendar_of
from operations.clock.recounting import ask_recount
from operations.members import chosen_team, meet, zones
from operations.office import Office
from storage import audit, people

SHOWN_DAYS = 366
EARLIEST_CLOSE = time(10)  # the day begins at nine
KEPT_YEARS = 2


@dataclass(frozen=True)
class TeamDays:
    """What is to change of a team's days; None: as it is; `country` "": none any more."""

    zone: str | None = None
    country: str | None = None
    weekdays: frozenset[int] | None = None
    day_end: time | None = None


def set_team_calendar(
    office: Office, *, workspace_id: str, actor_id: str, team_name: str | None, wanted: TeamDays, now: datetime
) -> Team:
    """Change a team's zone, country, week or closing hour; a country brings its own week along.

    Raises Refusal: admins_only, no_team, no_zone, no_country, no_weekdays, no_day_end.
    """
    fields = calendar_fields(wanted)
    with office.database.begin() as tx:
        team = _team_to_change(tx, workspace_id=workspace_id, actor_id=actor_id, team_name=team_name)
        return change_calendar(
            tx, team, fields, workspace_id=workspace_id, actor_id=actor_id, what="team_calendar", now=now
        )


def set_days(
    office: Office, *, workspace_id: str, actor_id: str, team_name: str | None, days: Sequence[SetDay], now: datetime
) -> Team:
    """Correct single days of a team's calendar. Raises Refusal: admins_only, no_team, too_many_days."""
    with office.database.begin() as tx:
        team = _team_to_change(tx, workspace_id=workspace_id, actor_id=actor_id, team_name=team_name)
        try:
            kept = day_list.with_days(team.days_set, days, since=date(now.year - KEPT_YEARS, 1, 1))
        except Unreadable as error:
            raise Refusal("too_many_days", limit=day_list.MOST_DAYS) from error
        fields: dict[str, object] = {"days_set": kept}
        return change_calendar(
            tx, team, fields, workspace_id=workspace_id, actor_id=actor_id, what="team_days", now=now
        )


def read_calendar(
    office: Office, *, workspace_id: str, person_id: str, team_name: str | None, locale: str, now: datetime
) -> CalendarCard:
    """A team's days for the year to come. Raises Refusal: no_team."""
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        team = chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_name)
    calendar = calendar_of(team, now)
    spans = tuple(_spans(team, calendar, locale=locale, today=calendar.local_date(now)))
    by_hand = tuple(one for one in day_list.kept(team.days_set) if one.day >= calendar.local_date(now))
    return CalendarCard(team, calendar, spans, by_hand, actor.role == Role.ADMIN)


def calendar_fields(wanted: TeamDays) -> dict[str, object]:
    """The columns to set. Raises Refusal for what can't be."""
    fields: dict[str, object] = {}
    if wanted.zone is not None:
        if wanted.zone not in zones():
            raise Refusal("no_zone", zone=wanted.zone)
        fields["zone"] = wanted.zone
    if wanted.country == "":
        fields["country"] = None
    elif wanted.country is not None:
        fields |= {"country": wanted.country, "weekdays": _written(_week_of(wanted.country))}
    if wanted.weekdays is not None:
        if not wanted.weekdays:
            raise Refusal("no_weekdays")
        fields["weekdays"] = _written(wanted.weekdays)
    if wanted.day_end is not None:
        if wanted.day_end < EARLIEST_CLOSE:
            raise Refusal("no_day_end")
        fields["day_end"] = wanted.day_end
    return fields


def _week_of(country: str) -> frozenset[int]:
    try:
        return working_weekdays(country)
    except ValueError as error:
        raise Refusal("no_country", country=country) from error


def _written(weekdays: Iterable[int]) -> str:
    return "".join(str(day) for day in sorted(weekdays))


def _team_to_change(tx: Connection, *, workspace_id: str, actor_id: str, team_name: str | None) -> Team:
    """The days are a rule of the clock: who leads by its dates does not move them."""
    actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
    if actor.role != Role.ADMIN:
        raise Refusal("admins_only")
    return chosen_team(tx, workspace_id=workspace_id, actor=actor, name=team_name)


def change_calendar(
    tx: Connection,
    team: Team,
    fields: dict[str, object],
    *,
    workspace_id: str,
    actor_id: str,
    what: str,
    now: datetime,
) -> Team:
    """Write it and have the team's dates counted anew; nothing where it is like that already."""
    if fields:
        people.change_team(tx, workspace_id=workspace_id, team_id=team.team_id, **fields)
    teams = people.teams(tx, workspace_id=workspace_id)
    fresh = next(one for one in teams if one.team_id == team.team_id)
    if fresh != team:
        where = {"workspace_id": workspace_id, "actor_id": actor_id, "now": now}
        audit.write(tx, **where, what=what, team=team.name, **fields)  # type: ignore[arg-type]
        ask_recount(tx, **where, cause="calendar", about=team.team_id, due_at=now)  # type: ignore[arg-type]
    return fresh


def _spans(team: Team, calendar: WorkCalendar, *, locale: str, today: date) -> Iterable[CalendarSpan]:
    """Days in a row that differ from the week in the same way; a weekend between two holidays belongs to them."""
    by_hand = {one.day: one for one in day_list.kept(team.days_set)}
    span: CalendarSpan | None = None
    for ahead in range(SHOWN_DAYS):
        day = today + timedelta(days=ahead)
        one = _differing(team, calendar, by_hand.get(day), day, locale)
        if one and span and _continues(span, one, calendar):
            span = replace(span, last=day)
        elif one or calendar.is_working(day):  # a free weekend does not end a span yet
            yield from [span] if span else []
            span = one
    yield from [span] if span else []


def _differing(team: Team, calendar: WorkCalendar, set_: SetDay | None, day: date, locale: str) -> CalendarSpan | None:
    usual, worked = day.weekday() in calendar.weekdays, calendar.is_working(day)
    holiday = team.country is not None and day in public_holidays(team.country, day.year)
    if usual == worked and not (holiday and not worked):
        return None
    official = (holiday_name(team.country, day, locale=locale) or "") if team.country and not worked else ""
    return CalendarSpan(day, day, "working" if worked else "off", (set_.name if set_ else "") or official, bool(set_))


def _continues(span: CalendarSpan, one: CalendarSpan, calendar: WorkCalendar) -> bool:
    if (span.kind, span.by_hand) != (one.kind, one.by_hand):
        return False
    between = [span.last + timedelta(days=n) for n in range(1, (one.first - span.last).days)]
    if one.kind == "working":
        return not between and span.name == one.name
    return not any(calendar.is_working(day) for day in between)
