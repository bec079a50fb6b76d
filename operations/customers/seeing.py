"""Looking things up: cards, lists and the day, as this asker may see them. Nothing here writes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from crm import clock
from crm.activities import Activity
from crm.cards import (
    Candidate,
    ChoicesCard,
    ClaimLine,
    CustomerCard,
    DayCard,
    ExpiringCard,
    MineCard,
    ReassignmentCard,
)
from crm.circles import Within
from crm.complaints import without_words
from crm.customers import Customer, CustomerState, normal_name
from crm.paging import PAGE, turns
from crm.people import Person, Role
from crm.reading.colleagues import goes_by
from crm.refusal import Refusal
from operations.assigning.pool_seeing import as_in_the_pool, queue_of
from operations.clock.clockwork import Clocks, held, read_clocks
from operations.customers.whose import manages, sees_whole
from operations.deals.deal_seeing import of_customer as deals_of_customer
from operations.office import Office
from storage import (
    activities,
    co_owners,
    complaints,
    customers,
    finance,
    followups,
    leads,
    people,
    time_requests,
)
from storage.reassignments import Reassignment
from storage.running_out import running_out

SHOWN_INQUIRIES = 2
TOUCHES = 3
COMING = timedelta(days=7)  # of plans shown beside today's
SOON = timedelta(days=7)  # local days in which a claim counts as near its end on the day's list


def look_up(
    office: Office, *, workspace_id: str, asker: Person, query: str, now: datetime
) -> CustomerCard | ChoicesCard:
    """The customer a query names: its card, or a choice of several, or an empty choice."""
    with office.database.read() as tx:
        own = customers.owned_ids(tx, workspace_id=workspace_id, owner_id=asker.person_id)
        found = office.directory.index(workspace_id).find(query, own=own, limit=5)
        exact = customers.named(tx, workspace_id=workspace_id, name=query)
        if exact and exact.state != CustomerState.ARCHIVED:
            return card(tx, exact, workspace_id=workspace_id, asker=asker, now=now)
        if len(found) == 1:
            one = customers.customer(tx, workspace_id=workspace_id, customer_id=found[0].customer_id)
            if one and one.state != CustomerState.ARCHIVED:
                return card(tx, one, workspace_id=workspace_id, asker=asker, now=now)
        return choices(tx, query, [one.customer_id for one in found], workspace_id=workspace_id)


def read_card(office: Office, *, workspace_id: str, asker: Person, customer_id: str, now: datetime) -> CustomerCard:
    """Raises Refusal("no_customer")."""
    with office.database.read() as tx:
        one = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if one is None or one.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        return card(tx, one, workspace_id=workspace_id, asker=asker, now=now)


def find_named(
    office: Office, *, workspace_id: str, asker: Person, query: str, limit: int = 20
) -> tuple[tuple[str, str], ...]:
    """(id, name) for a select box; an empty query gives the asker's own customers."""
    if query.strip():
        with office.database.read() as tx:
            own = customers.owned_ids(tx, workspace_id=workspace_id, owner_id=asker.person_id)
        found = office.directory.index(workspace_id).find(query, own=own, limit=limit)
        return tuple((one.customer_id, one.name) for one in found)
    with office.database.read() as tx:
        mine = customers.owned_by(tx, workspace_id=workspace_id, owner_id=asker.person_id)
    return tuple((one.customer_id, one.name) for one in mine[:limit])


def one_of(office: Office, *, workspace_id: str, asker: Person, query: str) -> Customer:
    """The one customer a command names. Raises Refusal: no_name, no_customer, several."""
    if not query.strip():
        raise Refusal("no_name")
    with office.database.read() as tx:
        exact = customers.named(tx, workspace_id=workspace_id, name=query)
        if exact and exact.state != CustomerState.ARCHIVED:
            return exact
        own = customers.owned_ids(tx, workspace_id=workspace_id, owner_id=asker.person_id)
        found = office.directory.index(workspace_id).find(query, own=own, limit=5)
        if len(found) > 1:
            raise Refusal("several", names=", ".join(one.name for one in found))
        one = customers.customer(tx, workspace_id=workspace_id, customer_id=found[0].customer_id) if found else None
        if one is None or one.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        return one


def read_mine(
    office: Office, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0, only: str = "all"
) -> MineCard:
    with office.database.read() as tx:
        return mine(tx, workspace_id=workspace_id, asker=asker, now=now, offset=offset, only=only)


def mine(
    tx: Connection, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0, only: str = "all"
) -> MineCard:
    """A page of the asker's customers, the nearest deadline first; `only` one of crm.customers.ONLY."""
    everything = customers.owned_by(tx, workspace_id=workspace_id, owner_id=asker.person_id)
    owned = _only(tx, everything, only, workspace_id=workspace_id, now=now)
    lines = claim_lines(tx, owned[offset : offset + PAGE], workspace_id=workspace_id, now=now)
    how = read_clocks(tx, workspace_id=workspace_id, now=now).of
    shown = tuple(
        replace(line, held=held(tx, one, workspace_id=workspace_id, clock_=how(asker, one), now=now))
        for line, one in ((line, line.customer) for line in lines)
    )
    return MineCard(shown, len(owned), offset, *turns(offset=offset, total=len(owned)), only, asker.writes_for_others)


def read_expiring(office: Office, *, workspace_id: str, asker: Person, now: datetime, offset: int) -> ExpiringCard:
    """Raises Refusal("not_allowed") for who leads nobody."""
    if not asker.leads:
        raise Refusal("not_allowed")
    with office.database.read() as tx:
        return expiring(tx, workspace_id=workspace_id, asker=asker, now=now, offset=offset)


def expiring(tx: Connection, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0) -> ExpiringCard:
    """What runs out within a week in the team of who leads it; for a leader without a team, in the whole company."""
    whose: dict[str, Any] = {"workspace_id": workspace_id, "within": Within(team_id=asker.team_id)}
    near, total = running_out(tx, **whose, until=now + SOON, most=PAGE, offset=offset)
    lines = tuple(claim_lines(tx, near, workspace_id=workspace_id, now=now))
    return ExpiringCard(lines, total, offset, *turns(offset=offset, total=total))


def _only(
    tx: Connection, owned: Sequence[Customer], only: str, *, workspace_id: str, now: datetime
) -> Sequence[Customer]:
    if only == "soon":
        return [one for one in owned if one.protected_until and one.protected_until - now <= SOON]
    if only == "unplanned":
        wanted = [one.customer_id for one in owned]
        planned = followups.open_of_customers(tx, workspace_id=workspace_id, customer_ids=wanted)
        return [one for one in owned if one.customer_id not in planned]
    return owned if only == "all" else [one for one in owned if one.grade == only]


def card(tx: Connection, customer: Customer, *, workspace_id: str, asker: Person, now: datetime) -> CustomerCard:
    """A customer as the asker may see it."""
    whole = sees_whole(tx, customer, workspace_id=workspace_id, asker=asker)
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id) if customer.owner_id else None
    latest = activities.latest(tx, **key, limit=TOUCHES + 1) if whole else ()
    touches = latest[:TOUCHES]
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    clock_ = clocks.of(owner, customer)
    unowned = customer.owner_id is None
    team = co_owners.of(tx, **key)
    mates = people.names(tx, workspace_id=workspace_id, person_ids=team)
    queue = queue_of(tx, customer, workspace_id=workspace_id, asker=asker, clocks=clocks, now=now)
    open_deals, deals_total = deals_of_customer(tx, **key, now=now) if whole else ((), 0)
    outcome = None
    if unowned and not whole:
        customer, outcome = as_in_the_pool(
            tx, customer, workspace_id=workspace_id, rule=clocks.of(asker, customer).rule
        )
    return CustomerCard(
        customer=customer,
        owner_name=owner.name if owner else None,
        is_mine=customer.owner_id == asker.person_id,
        masked=not whole,
        clock_on=clock_.runs_at(now),
        contacts=customers.contacts(tx, **key) if whole else (),
        touches=touches,
        more_touches=len(latest) > TOUCHES,
        author_names=_names(tx, touches, workspace_id=workspace_id),
        follow_ups=followups.open_for(tx, **key) if whole else (),
        may_claim=unowned and queue is None,
        may_release=customer.owner_id == asker.person_id,
        may_assign=unowned and manages(tx, customer, workspace_id=workspace_id, actor=asker),
        held=held(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now) if whole else None,
        deals=open_deals,
        deals_total=deals_total,
        complaints=tuple(one if whole else without_words(one) for one in complaints.open_for(tx, **key)),
        co_owner_names=tuple(mates[one] for one in team if one in mates),
        asked_to_join=not whole and co_owners.state(tx, **key, person_id=asker.person_id) == "asked",
        last_outcome=outcome,
        money=finance.accounts(tx, **key, today=now.astimezone(ZoneInfo(asker.zone)).date()) if whole else (),
        inquiries=leads.latest(tx, **key, limit=SHOWN_INQUIRIES) if whole else (),
        queue=queue,
    )


def choices(tx: Connection, query: str, customer_ids: Sequence[str], *, workspace_id: str) -> ChoicesCard:
    return ChoicesCard(query, candidates(tx, customer_ids, workspace_id=workspace_id))


def candidates(tx: Connection, customer_ids: Sequence[str], *, workspace_id: str) -> tuple[Candidate, ...]:
    """Customers to choose from, in the order given, with their owners to tell namesakes apart."""
    found = {
        one.customer_id: one for one in customers.customers(tx, workspace_id=workspace_id, customer_ids=customer_ids)
    }
    named = people.names(tx, workspace_id=workspace_id, person_ids={one.owner_id for one in found.values()})
    standing = [one for one in customer_ids if one in found and found[one].state != CustomerState.ARCHIVED]
    return tuple(Candidate(one, found[one].name, named.get(found[one].owner_id or "")) for one in standing)


def claim_lines(
    tx: Connection,
    owned: Iterable[Customer],
    *,
    workspace_id: str,
    now: datetime,
    with_last: bool = False,
    clocks: Clocks | None = None,
) -> list[ClaimLine]:
    """Countdowns, all from the one function. `clocks`: where the caller has read them already."""
    held = list(owned)
    clocks = clocks or read_clocks(tx, workspace_id=workspace_id, now=now)
    owners = {
        one: people.person(tx, workspace_id=workspace_id, person_id=one)
        for one in {customer.owner_id for customer in held}
        if one
    }
    lines = []
    for customer in held:
        if customer.protected_until is None:
            continue
        owner = owners.get(customer.owner_id or "")
        days = clock.days_left(now, customer.protected_until, clocks.of(owner, customer).calendar)
        key = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
        last = activities.latest(tx, **key, limit=1) if with_last else ()
        lines.append(ClaimLine(customer, owner.name if owner else None, days, last=last[0] if last else None))
    return lines


def read_day(office: Office, *, workspace_id: str, person: Person, now: datetime) -> DayCard:
    with office.database.read() as tx:
        return day(tx, workspace_id=workspace_id, person=person, now=now)


def find_reps(office: Office, *, workspace_id: str, query: str, limit: int = 20) -> tuple[tuple[str, str], ...]:
    """(id, name) of the people in teams who go by what was typed: whom a customer can be given to. Those whose name
    begins so come first."""
    with office.database.read() as tx:
        everybody = people.people(tx, workspace_id=workspace_id)
    found = [one for one in everybody if one.team_id and one.role != Role.ASSISTANT and goes_by(one.name, query)]
    found.sort(key=lambda one: not normal_name(one.name).startswith(normal_name(query)))
    return tuple((one.person_id, one.name) for one in found[:limit])


def day(
    tx: Connection,
    *,
    workspace_id: str,
    person: Person,
    now: datetime,
    owned: Sequence[Customer] | None = None,
    clocks: Clocks | None = None,
) -> DayCard:
    """What today asks of a person, by their own zone, and what they planned for the seven days after it."""
    zone = ZoneInfo(person.zone)
    today = now.astimezone(zone).date()
    starts = datetime.combine(today, datetime.min.time(), zone)
    ends = starts + timedelta(days=1)
    plans = followups.open_of(tx, workspace_id=workspace_id, owner_id=person.person_id, before=ends + COMING)
    if owned is None:
        owned = customers.owned_by(tx, workspace_id=workspace_id, owner_id=person.person_id)
    near = [one for one in owned if one.protected_until and one.protected_until - now <= SOON]
    lines = claim_lines(tx, near, workspace_id=workspace_id, now=now, clocks=clocks)
    return DayCard(
        today,
        due=tuple(plan for plan in plans if starts <= plan.due_at < ends),
        overdue=tuple(plan for plan in plans if plan.due_at < starts),
        expiring=tuple(lines),
        coming=tuple(plan for plan in plans if plan.due_at >= ends),
    )


def reassignment_card(tx: Connection, one: Reassignment, *, workspace_id: str) -> ReassignmentCard:
    key = {"workspace_id": workspace_id, "customer_id": one.customer_id}
    customer = customers.customer(tx, **key)
    assert customer is not None
    history = activities.latest(tx, **key, limit=3)
    named = people.names(
        tx, workspace_id=workspace_id, person_ids={one.from_owner, one.suggested_id, one.decided_by, customer.owner_id}
    )
    return ReassignmentCard(
        customer=customer,
        epoch=one.epoch,
        why=one.why,
        from_name=named.get(one.from_owner or ""),
        history=history,
        author_names=_names(tx, history, workspace_id=workspace_id),
        suggested_id=one.suggested_id,
        suggested_name=named.get(one.suggested_id or ""),
        suggested_why=one.suggested_why,
        state=one.state,
        new_owner_name=named.get(customer.owner_id or "") if one.state in ("assigned", "claimed") else None,
        decided_by_name=named.get(one.decided_by or ""),
        inquiry=next(iter(leads.latest(tx, **key, limit=1)), None) if one.why == "inquiry" else None,
    )


def time_was_asked(tx: Connection, customer: Customer, *, workspace_id: str) -> bool:
    asked = time_requests.of_epoch(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )
    return any(one.state == "open" for one in asked)


def _names(tx: Connection, touches: Iterable[Activity], *, workspace_id: str) -> tuple[tuple[str, str], ...]:
    return tuple(people.names(tx, workspace_id=workspace_id, person_ids={one.author_id for one in touches}).items())
