"""The morning list of a rep and the daily digest of a manager: once a local day, at their hour, on working days.

A slot is one person's local day. Whoever takes it sends it; after downtime it is late, in working hours, never doubled and
never a heap: a day that has passed is not made up for, and nobody gets their morning at night.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards import DigestCard
from crm.cards.measures import DealsDone
from crm.notices.conversation import DailyDigest, MorningList
from crm.people import Person, Role
from crm.periods import Period
from operations import mail
from operations.assigning.deciding import digest_key
from operations.clock.clockwork import Clocks, read_clocks
from operations.customers import complaining, seeing
from operations.figures.counting import Counted, counted
from operations.figures.team_numbers import led_by, team_numbers
from operations.office import Office
from storage import claims, people, reassignments, slots
from storage.outbox import Priority
from storage.reassignments import Reassignment
from storage.running_out import running_out

JOB = "morning"
EXPIRING_ROWS = 6  # with the other parts full, within Slack's 50 blocks
DECISIONS = 3  # with their history; more would pass what Slack takes in a message
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
    key: dict[str, Any] = {"workspace_id": workspace_id}
    led = led_by(tx, manager, **key)
    calendar = read_clocks(tx, **key, now=now).calendar(manager.team_id)
    last = calendar.add_working_days(day, -1)
    days = Period(last, day - timedelta(days=1))
    earlier = Period(calendar.add_working_days(last, -1), last - timedelta(days=1))
    decisions = [one for one in reassignments.waiting(tx, **key) if one.manager_id == manager.person_id]
    decided: tuple[Reassignment, ...] = ()
    if again:
        since = calendar.at(day, time.min)
        decided = reassignments.decided_since(tx, **key, manager_id=manager.person_id, since=since)
    near, near_total = running_out(tx, **key, within=led.within, until=now + seeing.SOON, most=EXPIRING_ROWS)
    of = counted(tx, **key, within=led.within, calendar=calendar, now=now)
    deals = deals_done(of, days)
    complaints = complaining.open_cards(tx, **key, asker=manager)
    spans: dict[str, Any] = {"span": of.span(days), "before": of.span(earlier)}
    return DigestCard(
        day=day,
        team_name=led.circle.name,
        numbers=team_numbers(tx, led, **key, **spans, waiting=len(decisions), now=now),
        expiring=tuple(seeing.claim_lines(tx, near, **key, now=now)),
        waiting=tuple(seeing.reassignment_card(tx, one, **key) for one in (*decisions, *decided)[:DECISIONS]),
        complaints=complaints,
        deals=deals,
        stalled=of.stalled()[:STALLED] if deals.funnel.stalled else (),
        expiring_total=near_total,
        overdue=sum(one.complaint.due_at < now for one in complaints),
    )


def deals_done(of: Counted, days: Period) -> DealsDone:
    """What deals did in these days, what is open now, and what is forecast."""
    opened, went_on = of.opened_and_ahead(days)
    return DealsDone(of.funnel(days).figures, of.forecast()[0], opened, went_on, of.rates)


def _due(tx: Connection, workspace_id: str, now: datetime) -> list[_Slot]:
    """Today's slots whose hour has come and that nobody took."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    holders = claims.open_counts(tx, workspace_id=workspace_id)
    wanted = [
        slot
        for person in people.people(tx, workspace_id=workspace_id)
        if person.digests_on and (person.team_id or person.leads or person.person_id in holders)
        for slot in mornings_due(person, clocks, now)
    ]
    done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=[slot.name for slot in wanted])
    return [slot for slot in wanted if slot.name not in done]


def mornings_due(person: Person, clocks: Clocks, now: datetime) -> list[_Slot]:
    """The slot of a person's local day, from their hour on; none at night, nor on a day off."""
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
