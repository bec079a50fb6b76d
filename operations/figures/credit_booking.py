"""Credits are booked with the deal that brings them, and booked back with what takes it away.

By the rule that held on the day the deal was won: what was won before a rule gave anything brings nothing, so a list of
old deals owes nobody. The deals of a list are booked once all of it is in, the first won first; an import taken back
books a line against every line of theirs.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.credits import Credit, Development, Owed, corrections, due, months_after, reversals
from crm.customers import Customer
from crm.deals import Deal
from crm.people import Person
from operations.clock.clockwork import read_clocks
from storage import credits as ledger
from storage import customers, deal_settings, deals, intake_besides, people, rules

Mark = tuple[datetime, str]  # how far the won deals of a list are booked
BEGINNING: Mark = (datetime(1, 1, 1, tzinfo=UTC), "")
AT_ONCE = 25  # deals a transaction: notes must not wait


def book(tx: Connection, deal: Deal, *, workspace_id: str, now: datetime) -> None:
    """Step inside a transaction: book what a deal brings its customer's developer now, or no longer does.

    What was booked once goes on by the terms it was booked by, and for the same person. Where the one-off is booked back,
    the customer's next won deal brings it.
    """
    lines = _lines(tx, deal, workspace_id=workspace_id, now=now)
    _keep(tx, lines, but={deal.deal_id}, workspace_id=workspace_id, now=now)


def book_list(tx: Connection, *, workspace_id: str, import_id: str, after: Mark, now: datetime) -> Mark | None:
    """Step inside a transaction: book some of the won deals a list brought, the first won first. How far that came; None at
    the end. A deal that is booked already brings nothing more, so it may be begun again."""
    since = _gives_since(tx, workspace_id=workspace_id)
    if since is None:
        return None
    began = WorkCalendar(people.workspace(tx, workspace_id=workspace_id).zone).at(since, time.min)
    stage = deal_settings.stages(tx, workspace_id=workspace_id).won.code
    key = {"workspace_id": workspace_id, "import_id": import_id, "stage": stage}
    found = intake_besides.won_deals(tx, **key, after=max(after, (began, "")), limit=AT_ONCE)
    for one in deals.these(tx, workspace_id=workspace_id, deal_ids=[deal_id for _, deal_id in found]):
        book(tx, one, workspace_id=workspace_id, now=now)
    return found[-1] if found else None


def take_back(tx: Connection, deal_ids: Sequence[str], *, workspace_id: str, now: datetime) -> None:
    """Step inside a transaction: these deals go, and what they brought with them."""
    for deal_id in deal_ids:
        lines = reversals(ledger.of_deal(tx, workspace_id=workspace_id, deal_id=deal_id), now=now)
        _keep(tx, lines, but=set(deal_ids), workspace_id=workspace_id, now=now)


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


def _lines(tx: Connection, deal: Deal, *, workspace_id: str, now: datetime) -> list[Credit]:
    """What is to be booked for a deal, so that its lines sum to what is owed for it."""
    booked = ledger.of_deal(tx, workspace_id=workspace_id, deal_id=deal.deal_id)
    is_won = deal.stage == deal_settings.stages(tx, workspace_id=workspace_id).won.code
    if not booked and not is_won:
        return []
    development, owed = _terms(tx, deal, workspace_id=workspace_id, now=now)
    if booked:
        development, owed = _as_booked(booked, development, owed)
    if development is None:
        return []
    key = {"workspace_id": workspace_id, "customer_id": deal.customer_id}
    wanted = due(
        deal,
        is_won=is_won,
        development=development,
        owed=owed,
        base=people.workspace(tx, workspace_id=workspace_id).currency,
        has_one_off=ledger.one_offs(tx, **key, but_deal=deal.deal_id) > 0,
    )
    return [
        Credit(
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
        for (kind, currency), amount in corrections(wanted, booked).items()
    ]


def _keep(tx: Connection, lines: Sequence[Credit], *, but: Collection[str], workspace_id: str, now: datetime) -> None:
    """Write the lines; where a one-off is taken back, the first of the customer's won deals, but for these, brings it."""
    for one in lines:
        ledger.book(tx, one, workspace_id=workspace_id)
    for customer_id in {one.customer_id for one in lines if one.kind == "one_off" and one.amount < 0}:
        of = deals.of_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        closed = [(one.closed_at, one.deal_id, one) for one in of if one.closed_at and one.deal_id not in but]
        for _, _, deal in sorted(closed, key=lambda row: row[:2]):
            for line in _lines(tx, deal, workspace_id=workspace_id, now=now):
                ledger.book(tx, line, workspace_id=workspace_id)


def _terms(tx: Connection, deal: Deal, *, workspace_id: str, now: datetime) -> tuple[Development | None, Owed]:
    """Who developed the customer, and what the rule of the day the deal was won gives for it."""
    development = ledger.development(tx, workspace_id=workspace_id, customer_id=deal.customer_id)
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=deal.customer_id)
    zone = people.workspace(tx, workspace_id=workspace_id).zone
    won_on = WorkCalendar(zone).local_date(deal.closed_at or now)
    since = _gives_since(tx, workspace_id=workspace_id)
    if since is None or won_on < since:
        return development, Owed.nothing()
    owner = people.person(tx, workspace_id=workspace_id, person_id=development.person_id) if development else None
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now, rules_of=won_on, zone=zone)
    return development, Owed.by(clocks.of(owner, customer).rule)


def _gives_since(tx: Connection, *, workspace_id: str) -> date | None:
    """The first day on which any rule gives credits; None where none ever did."""
    gives = (one.begins for one in rules.versions(tx, workspace_id=workspace_id) if Owed.by(one.scoped.rule).gives)
    return min(gives, default=None)


def _as_booked(booked: tuple[Credit, ...], development: Development | None, owed: Owed) -> tuple[Development, Owed]:
    """The terms of the lines there are: the same person, the same share, however the rule or the owners changed."""
    first, ended = booked[0], development.ended_at if development else None
    share = next((one.percent for one in booked if one.kind == "share"), owed.percent)
    one_off = next((one.amount for one in booked if one.kind == "one_off"), owed.one_off)
    return Development(first.person_id, ended), replace(
        owed, percent=share, one_off=one_off, rule_version=first.rule_version
    )
