"""The morning list of a rep and the daily digest of a manager: once a local day, at their hour, on working days.

A slot is one person's local day. Whoever takes it sends it; after downtime it is late, in working hours, never doubled and
never a heap: a day that has passed is not made up for, and nobody gets their morning at night.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards import DigestCard, TeamNumbers
from crm.cards.measures import DealsDone
from crm.circles import Within
from crm.notices import DailyDigest, MorningList
from crm.people import Person, Role
from crm.periods import Period
from operations import mail
from operations.assigning.deciding import digest_key
from operations.clock.clockwork import Clocks, read_clocks
from operations.customers import complaining, seeing
from operations.figures.counting import Counted, counted
from operations.office import Office
from storage import activities, claims, followups, funnels, people, reassignments, slots
from storage.outbox import Priority
from storage.reassignments import Reassignment
from storage.running_out import running_out

JOB = "morning"
EXPIRING_ROWS = 8
DECISIONS = 5
STALLED = 3


@dataclass(frozen=True)
class _Slot:
    person: Person
    day: date

    @property
    def name(self) -> str:
        return f"{self.person.person_id}:{self.day.isoformat()}"


def send_mornings(office: Office, *, now: datetime) -> int:
    """Put every morning list and digest whose hour has come; returns how many were put."""
    with office.database.read(at_most=10) as tx:
        due = [
            (workspace.workspace_id, slot)
            for workspace in people.workspaces(tx)
            for slot in _due(tx, workspace.workspace_id, now)
        ]
    return sum(_send(office, workspace_id, slot, now) for workspace_id, slot in due)


def digest(
    tx: Connection, *, workspace_id: str, manager: Person, day: date, now: datetime, again: bool = False
) -> DigestCard:
    """The working day before `day` in numbers, and what waits for the manager. `again`: it was read already, so what has
    been decided since stays on it, without its buttons."""
    team = people.teams(tx, workspace_id=workspace_id)
    of_team = next((one for one in team if one.team_id == manager.team_id), None)
    everybody = people.people(tx, workspace_id=workspace_id)
    members = [one for one in everybody if of_team is None or one.team_id == of_team.team_id]
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    last = calendar.add_working_days(day, -1)
    since, until = calendar.at(last, time.min), calendar.at(day, time.min)
    decisions = [
        one for one in reassignments.waiting(tx, workspace_id=workspace_id) if one.manager_id == manager.person_id
    ]
    decided: tuple[Reassignment, ...] = ()
    if again:
        decided = reassignments.decided_since(tx, workspace_id=workspace_id, manager_id=manager.person_id, since=until)
    held = claims.open_counts(tx, workspace_id=workspace_id)
    within = Within(team_id=of_team.team_id) if of_team else Within()
    near, _ = running_out(tx, workspace_id=workspace_id, within=within, until=now + seeing.SOON, most=EXPIRING_ROWS)
    of = counted(tx, workspace_id=workspace_id, within=within, calendar=calendar, now=now)
    deals = deals_done(of, Period(last, day - timedelta(days=1)))
    owned = sum(held.get(one.person_id, 0) for one in members)
    return DigestCard(
        day=day,
        team_name=of_team.name if of_team else None,
        numbers=team_numbers(tx, members, owned, len(decisions), workspace_id=workspace_id, since=since, until=until),
        expiring=tuple(seeing.claim_lines(tx, near, workspace_id=workspace_id, now=now)),
        waiting=tuple(
            seeing.reassignment_card(tx, one, workspace_id=workspace_id) for one in (*decisions, *decided)[:DECISIONS]
        ),
        complaints=complaining.open_cards(tx, workspace_id=workspace_id, asker=manager),
        deals=deals,
        stalled=of.stalled()[:STALLED] if deals.funnel.stalled else (),
    )


def deals_done(of: Counted, days: Period) -> DealsDone:
    """What deals did in these days, what is open now, and what is forecast."""
    opened, went_on = funnels.opened_and_ahead(
        of.tx, workspace_id=of.workspace_id, within=of.within, span=of.span(days), stages=of.stages
    )
    return DealsDone(of.funnel(days).figures, of.forecast()[0], opened, went_on, of.rates)


def _due(tx: Connection, workspace_id: str, now: datetime) -> list[_Slot]:
    """Today's slots whose hour has come and that nobody took."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    holders = claims.open_counts(tx, workspace_id=workspace_id)
    wanted = [
        slot
        for person in people.people(tx, workspace_id=workspace_id)
        if person.digests_on and (person.team_id or person.leads or person.person_id in holders)
        for slot in _slot_of(person, clocks, now)
    ]
    done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=[slot.name for slot in wanted])
    return [slot for slot in wanted if slot.name not in done]


def _slot_of(person: Person, clocks: Clocks, now: datetime) -> list[_Slot]:
    own = WorkCalendar(person.zone)
    today = own.local_date(now)
    if not clocks.works_on(person, today):
        return []
    planned = own.at(today, time(person.digest_hour))
    return [_Slot(person, today)] if planned <= now == clocks.spoken_at(person, planned) else []


def _send(office: Office, workspace_id: str, slot: _Slot, now: datetime) -> bool:
    """One transaction a slot. A rep with nothing to do hears nothing; a manager always hears."""
    person = slot.person
    with office.database.begin() as tx:
        if not slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=slot.name, now=now):
            return False
        if person.role in (Role.MANAGER, Role.ADMIN):
            mail.post(
                tx,
                DailyDigest(slot.day),
                workspace_id=workspace_id,
                to=person.person_id,
                now=now,
                priority=Priority.DIGEST,
                key=digest_key(person.person_id, slot.day),
            )
        today = seeing.day(tx, workspace_id=workspace_id, person=person, now=now)
        if today.due or today.overdue or today.expiring:
            mail.post(
                tx,
                MorningList(slot.day),
                workspace_id=workspace_id,
                to=person.person_id,
                now=now,
                priority=Priority.DIGEST,
            )
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person.person_id, now=now)
    return True


def team_numbers(
    tx: Connection,
    members: list[Person],
    owned: int,
    waiting: int,
    *,
    workspace_id: str,
    since: datetime,
    until: datetime,
) -> TeamNumbers:
    """What these people did in [since, until)."""
    ids = [member.person_id for member in members]
    by_author = activities.counts_by_author(tx, workspace_id=workspace_id, authors=ids, since=since, until=until)
    events = claims.event_counts(tx, workspace_id=workspace_id, since=since, until=until)
    kept, missed = followups.counts(tx, workspace_id=workspace_id, owners=ids, since=since, until=until)

    def of(event: str) -> int:
        return sum(count for (what, who), count in events.items() if what == event and who in ids)

    named = {member.person_id: member.name for member in members}
    ranked = sorted(by_author.items(), key=lambda row: (-row[1][0], named[row[0]]))
    return TeamNumbers(
        new_customers=of("entered"),
        activities=sum(count for count, _ in by_author.values()),
        followups_kept=kept,
        followups_missed=missed,
        extended=of("extended"),
        pooled=of("swept") + of("released"),
        reassigned=of("assigned") + of("claimed"),
        waiting=waiting,
        owned=owned,
        by_rep=tuple((named[author], count) for author, (count, _) in ranked),
        amount=activities.amounts(tx, workspace_id=workspace_id, authors=ids, since=since, until=until),
    )
