"""Credits as they are told: a statement, and a file for finance. credit_booking.py books them."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from crm.cards.credits import CreditLine, CreditsCard
from crm.cards.measures import Circle
from crm.credits import EXPORTED, Credit, Owed, totals
from crm.exports import Export
from crm.people import Person, Role, may_manage
from crm.periods import Period, period, usual
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import audit, imports, outgoing, people
from storage import credits as ledger
from storage.ids import new_id

MOST_LINES = 15
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


def read_credits(
    office: Office, *, workspace_id: str, asker: Person, person_id: str | None, words: str, now: datetime
) -> CreditsCard:
    """The statement of the asker, of somebody in their team, or (who leads, without a name) of all of it; of 90 days, or
    the period the words name. Raises Refusal: not_allowed, unknown_person, credit_words."""
    with office.database.read() as tx:
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        calendar = clocks.calendar(asker.team_id)
        days = _period(words, calendar.local_date(now))
        circle, whom = _whom(tx, asker, person_id, workspace_id=workspace_id)
        since, until = (calendar.at(day, time.min) for day in (days.first, days.last + timedelta(days=1)))
        found = ledger.lines(tx, workspace_id=workspace_id, people=whom, since=since, until=until)
        return CreditsCard(
            circle,
            days,
            found[:MOST_LINES],
            len(found),
            _totals(tx, found, workspace_id=workspace_id),
            Owed.by(clocks.of(asker).rule),
            people.workspace(tx, workspace_id=workspace_id).currency,
        )


def ask_file(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> Export:
    """All lines the asker may see as a file, which comes in the DM. Raises Refusal("no_credits")."""
    with office.database.begin() as tx:
        asker = meet(tx, workspace_id=workspace_id, person_id=person_id)
        found = _all_lines(tx, asker, until=now)
        if not found:
            raise Refusal("no_credits")
        one = Export(workspace_id, new_id(now), person_id, EXPORTED, "csv", "waiting", now, len(found))
        imports.add_export(tx, one)
        facts = {"scope": EXPORTED, "count": len(found), "export_id": one.export_id}
        audit.write(tx, workspace_id=workspace_id, actor_id=person_id, what="exported", now=now, **facts)
        return one


def read_file(office: Office, one: Export) -> tuple[tuple[CreditLine, ...], dict[str, str]]:
    """The lines of a file as they were when it was asked for, the oldest first, and what each person is called."""
    with office.database.read(at_most=30) as tx:
        asker = meet(tx, workspace_id=one.workspace_id, person_id=one.person_id)
        if asker.deactivated:
            raise Refusal("not_allowed")
        found = _all_lines(tx, asker, until=one.asked_at)
        return found[::-1], outgoing.people_named(tx, workspace_id=one.workspace_id)


def _all_lines(tx: Connection, asker: Person, *, until: datetime) -> tuple[CreditLine, ...]:
    """All up to and with an instant."""
    _, whom = _whom(tx, asker, None, workspace_id=asker.workspace_id)
    return ledger.lines(tx, workspace_id=asker.workspace_id, people=whom, since=BEGINNING, until=until + MOMENT)


def _period(words: str, today: date) -> Period:
    days = period(words, today) if words else usual(today)
    if days is None:
        raise Refusal("credit_words", words=words)
    return days


def _whom(
    tx: Connection, asker: Person, person_id: str | None, *, workspace_id: str
) -> tuple[Circle, tuple[str, ...] | None]:
    """Whose credits: one's own, a team's for its manager, everybody's for an admin."""
    if person_id and person_id != asker.person_id:
        person = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if person is None:
            raise Refusal("unknown_person")
        if not may_manage(asker, team_id=person.team_id):
            raise Refusal("not_allowed")
        return Circle("rep", person.name), (person_id,)
    if asker.role == Role.ADMIN and not person_id:
        return Circle("all"), None
    if asker.role == Role.MANAGER and asker.team_id and not person_id:
        team = next(
            (one.name for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == asker.team_id), ""
        )
        members = people.members(tx, workspace_id=workspace_id, team_id=asker.team_id)
        return Circle("team", team), tuple(one.person_id for one in members)
    return Circle("mine", asker.name), (asker.person_id,)


def _totals(
    tx: Connection, found: tuple[CreditLine, ...], *, workspace_id: str
) -> tuple[tuple[str, tuple[tuple[str, Decimal], ...]], ...]:
    of: dict[str, list[Credit]] = defaultdict(list)
    for line in found:
        of[line.credit.person_id].append(line.credit)
    named = people.names(tx, workspace_id=workspace_id, person_ids=set(of))
    rows = ((named.get(one, ""), tuple(sorted(totals(theirs).items()))) for one, theirs in of.items())
    return tuple(sorted(rows))
