"""Credits: booked with the deal that brings them, told in a statement, taken out for finance."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from crm.cards.credits import CreditLine, CreditsCard
from crm.cards.measures import Circle
from crm.credits import EXPORTED, Credit, Development, Owed, corrections, due, months_after, totals
from crm.customers import Customer
from crm.deals import Deal
from crm.exports import Export
from crm.people import Person, Role, may_manage
from crm.periods import Period, period, usual
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.members import meet
from operations.office import Office
from storage import audit, customers, deal_settings, imports, outgoing, people
from storage import credits as ledger
from storage.ids import new_id

MOST_LINES = 15
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


def book(tx: Connection, deal: Deal, *, workspace_id: str, now: datetime) -> None:
    """Step inside a transaction: book what a deal brings its customer's developer now, or no longer does.

    What was booked once goes on by the terms it was booked by, and for the same person.
    """
    booked = ledger.of_deal(tx, workspace_id=workspace_id, deal_id=deal.deal_id)
    is_won = deal.stage == deal_settings.stages(tx, workspace_id=workspace_id).won.code
    if not booked and not is_won:
        return
    development, owed = _terms(tx, deal, workspace_id=workspace_id, now=now)
    if booked:
        development, owed = _as_booked(booked, development, owed)
    if development is None:
        return
    key = {"workspace_id": workspace_id, "customer_id": deal.customer_id}
    wanted = due(
        deal,
        is_won=is_won,
        development=development,
        owed=owed,
        base=people.workspace(tx, workspace_id=workspace_id).currency,
        has_one_off=ledger.one_offs(tx, **key, but_deal=deal.deal_id) > 0,
    )
    for (kind, currency), amount in corrections(wanted, booked).items():
        line = Credit(
            deal.customer_id,
            deal.deal_id,
            development.person_id,
            kind,
            amount,
            currency,
            owed.percent if kind == "share" else 0,
            owed.rule_version,
            now,
        )
        ledger.book(tx, line, workspace_id=workspace_id)


def stays(
    tx: Connection, customer: Customer, former: Person, *, workspace_id: str, now: datetime
) -> tuple[int, datetime] | None:
    """The per cent a former owner keeps of a customer they developed, and until when; None where they keep nothing."""
    development = ledger.development(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    if development is None or development.person_id != former.person_id or development.ended_at is None:
        return None
    owed = Owed.by(read_clocks(tx, workspace_id=workspace_id, now=now).of(former, customer).rule)
    until = months_after(development.ended_at, owed.months)
    return (owed.percent, until) if owed.percent and until > now else None


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


def _terms(tx: Connection, deal: Deal, *, workspace_id: str, now: datetime) -> tuple[Development | None, Owed]:
    development = ledger.development(tx, workspace_id=workspace_id, customer_id=deal.customer_id)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=deal.customer_id)
    developer = development.person_id if development else ""
    owner = people.person(tx, workspace_id=workspace_id, person_id=developer)
    return development, Owed.by(read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer).rule)


def _as_booked(booked: tuple[Credit, ...], development: Development | None, owed: Owed) -> tuple[Development, Owed]:
    """The terms of the lines there are: the same person, the same share, however the rule or the owners changed."""
    first, ended = booked[0], development.ended_at if development else None
    share = next((one.percent for one in booked if one.kind == "share"), owed.percent)
    one_off = next((one.amount for one in booked if one.kind == "one_off"), owed.one_off)
    return Development(first.person_id, ended), replace(
        owed, percent=share, one_off=one_off, rule_version=first.rule_version
    )


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
    rows = ((named.get(one, one), tuple(sorted(totals(theirs).items()))) for one, theirs in of.items())
    return tuple(sorted(rows))
