"""Who has not logged this week, and a kind word to them: at most one a person and week, in their working hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm.adoption import adoption as adopted
from crm.calendar import WorkCalendar
from crm.cards import AdoptionCard, NudgeCard, QuietLine
from crm.measures import Share
from crm.notices.conversation import Nudge
from crm.people import Person, Role, may_manage
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import adoption, leave, people, slots

JOB = "nudge"
A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)
LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True)
class _Week:
    """The local week of a team in which an instant lies."""

    calendar: WorkCalendar
    monday: date

    @property
    def since(self) -> datetime:
        return self.calendar.at(self.monday, time.min)

    @property
    def before(self) -> "_Week":
        return _Week(self.calendar, self.monday - A_WEEK)

    def slot(self, person_id: str) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{person_id}:{year}-W{week:02}"


def read_adoption(office: Office, *, workspace_id: str, asker: Person, now: datetime) -> AdoptionCard:
    """The reps of the asker's team; everybody's for an admin. Raises Refusal: not_allowed."""
    if not asker.leads:
        raise Refusal("not_allowed")
    with office.database.read(at_most=10) as tx:
        reps = _reps(tx, asker, workspace_id=workspace_id)
        week = _week(tx, asker.team_id, workspace_id=workspace_id, now=now)
        last = _last(tx, reps, week.since - LOOKED_BACK, workspace_id=workspace_id)
        before = _last(tx, reps, week.before.since, week.since, workspace_id=workspace_id)
        away = _away(tx, reps, week.calendar.local_date(now), workspace_id=workspace_id)
        nudged = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=[week.slot(one.person_id) for one in reps])
        team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == asker.team_id), None)
    of = adopted([one.person_id for one in reps], last, since=week.since, away=away)
    quiet = [
        QuietLine(
            one.person_id,
            one.name,
            last.get(one.person_id),
            one.person_id in away,
            week.slot(one.person_id) in nudged,
        )
        for one in reps
        if one.person_id in of.quiet
    ]
    return AdoptionCard(
        team.name if team and asker.role != Role.ADMIN else None,
        week.monday,
        of.logged,
        Share(len(before), len(reps)),
        tuple(sorted(quiet, key=lambda one: (one.away, one.name))),
    )


def nudge(office: Office, *, workspace_id: str, actor_id: str, person_id: str, now: datetime) -> str:
    """Write to a rep who has not logged this week; their name.

    Raises Refusal: not_allowed, unknown_person, has_logged, is_away, nudged_already.
    """
    with office.database.begin() as tx:
        actor = meet(tx, workspace_id=workspace_id, person_id=actor_id)
        person = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if person is None or person.deactivated:
            raise Refusal("unknown_person")
        if not may_manage(actor, team_id=person.team_id) or person.role != Role.REP:
            raise Refusal("not_allowed")
        week = _week(tx, person.team_id, workspace_id=workspace_id, now=now)
        if _last(tx, [person], week.since, workspace_id=workspace_id):
            raise Refusal("has_logged", person=person.name)
        if _away(tx, [person], week.calendar.local_date(now), workspace_id=workspace_id):
            raise Refusal("is_away", person=person.name)
        if not slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=week.slot(person_id), now=now):
            raise Refusal("nudged_already", person=person.name)
        can_wait = read_clocks(tx, workspace_id=workspace_id, now=now).spoken_at(person, now - A_DAY) - now
        slip = Nudge(actor_id, week.monday)
        mail.post(tx, slip, workspace_id=workspace_id, to=person_id, now=now, after=can_wait)
        return person.name


def nudge_card(tx: Connection, slip: Nudge, *, workspace_id: str, reader: Person, now: datetime) -> NudgeCard | None:
    """None once they have logged: nothing is to be said then."""
    week = _week(tx, reader.team_id, workspace_id=workspace_id, now=now)
    if week.monday != slip.monday or _last(tx, [reader], week.since, workspace_id=workspace_id):
        return None
    named = people.names(tx, workspace_id=workspace_id, person_ids={slip.by_id})
    return NudgeCard(named.get(slip.by_id, ""))


def _reps(tx: Connection, asker: Person, *, workspace_id: str) -> list[Person]:
    everybody = people.people(tx, workspace_id=workspace_id)
    return [one for one in everybody if one.role == Role.REP and one.team_id and may_manage(asker, team_id=one.team_id)]


def _week(tx: Connection, team_id: str | None, *, workspace_id: str, now: datetime) -> _Week:
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(team_id)
    today = calendar.local_date(now)
    return _Week(calendar, today - timedelta(days=today.weekday()))


def _last(
    tx: Connection, whose: Sequence[Person], since: datetime, until: datetime | None = None, *, workspace_id: str
) -> dict[str, datetime]:
    ids = [one.person_id for one in whose]
    return adoption.last_logged(tx, workspace_id=workspace_id, person_ids=ids, since=since, until=until)


def _away(tx: Connection, whose: Sequence[Person], today: date, *, workspace_id: str) -> set[str]:
    ids = {one.person_id for one in whose}
    standing = leave.standing(tx, workspace_id=workspace_id, since=today)
    return {one.person_id for one in standing if one.person_id in ids and one.covers(today)}
