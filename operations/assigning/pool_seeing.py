"""The pool as somebody may see it: what is there, from when it may be had, who waits for it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crm import pool
from crm.cards import PoolCard, PoolLine, Queue
from crm.customers import Customer
from crm.paging import PAGE, page_start, turns
from crm.people import Person
from crm.rules import Rule
from operations.assigning.giving import pooled_facts
from operations.clock.clockwork import Clock, Clocks, read_clocks
from operations.customers.whose import manages
from operations.office import Office
from storage import activities, customers, reassignments
from storage import pool as waits
from storage.reassignments import Reassignment

FIELDS = ("city", "industry", "grade", "source")


def read_pool(office: Office, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0) -> PoolCard:
    with office.database.read() as tx:
        return pooled(tx, workspace_id=workspace_id, asker=asker, now=now, offset=offset)


def pooled(tx: Connection, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0) -> PoolCard:
    """A page of the pool, masked for those who may not see whole; with when and whether each may be claimed. What rests
    is hidden."""
    found = customers.pooled(tx, workspace_id=workspace_id)
    awake = [one for one in found if one.wakes_at is None or one.wakes_at <= now]
    offset = page_start(offset=offset, total=len(awake))  # others may have claimed what stood there
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    waiting = {one.customer_id: one for one in reassignments.waiting(tx, workspace_id=workspace_id)}
    mine = waits.waited_for(tx, workspace_id=workspace_id, person_id=asker.person_id)
    lines = [
        _pool_line(one, asker, clocks, waiting, now, whole=manages(tx, one, workspace_id=workspace_id, actor=asker))
        for one in awake[offset : offset + PAGE]
    ]
    rows = tuple(replace(line, waits=line.customer.customer_id in mine) for line in lines)
    return PoolCard(rows, len(awake), len(found) - len(awake), offset, *turns(offset=offset, total=len(awake)))


def as_in_the_pool(tx: Connection, customer: Customer, *, workspace_id: str, rule: Rule) -> tuple[Customer, str | None]:
    """What a rep sees of a customer nobody owns: the fields of the rule, and what was said last without names."""
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    last = activities.latest(tx, **key, limit=1)
    names = [customer.name, *(one.name for one in customers.contacts(tx, **key)), *customers.aliases(tx, **key)]
    facts = {name: getattr(customer, name) or "" for name in FIELDS}
    facts["last_outcome"] = pool.mask_words(last[0].outcome, names) if last else ""
    shown = pool.visible(facts, rule=rule)
    city, industry, grade, source = (shown.get(name) or None for name in FIELDS)
    seen = replace(customer, city=city, industry=industry, grade=grade, source=source)
    return seen, shown.get("last_outcome") or None


def queue_of(
    tx: Connection, customer: Customer, *, workspace_id: str, asker: Person, clocks: Clocks, now: datetime
) -> Queue | None:
    """Who waits for it; None where the asker has it or may have it at once."""
    if customer.owner_id == asker.person_id:
        return None
    if customer.owner_id is None:
        clock_ = clocks.of(asker, customer)
        opens = opens_at(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
        if opens is not None and opens <= now:
            return None
    waiting = waits.queue(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    places = [place for place, one in enumerate(waiting, 1) if one.person_id == asker.person_id]
    return Queue(len(waiting), places[0] if places else None)


def opens_at(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> datetime | None:
    """From when somebody, whose team's clock this is, may claim a pooled customer, past or to come; None while that is for
    a manager to say."""
    waiting = reassignments.reassignment(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )
    facts = pooled_facts(customer, waiting, clock_, now=now)
    opens = pool.opens_at(facts, rule=clock_.rule, calendar=clock_.calendar)
    return max(opens, customer.wakes_at) if opens and customer.wakes_at else opens


def _pool_line(
    customer: Customer,
    asker: Person,
    clocks: Clocks,
    waiting: dict[str, Reassignment],
    now: datetime,
    *,
    whole: bool,
) -> PoolLine:
    clock_ = clocks.of(asker, customer)
    pooled = pooled_facts(customer, waiting.get(customer.customer_id), clock_, now=now)
    free_at = pool.frozen_until(pooled, rule=clock_.rule, calendar=clock_.calendar)
    return PoolLine(
        customer=customer if whole else _masked(customer, clock_.rule),
        shown_name=customer.name if whole else pool.mask_name(customer.name),
        free_at=free_at if free_at > now else None,
        awaits_manager=customer.customer_id in waiting
        and customer.pool_reason == "expired"
        and clock_.rule.after_expiry == "manager_assign",
        may_assign=whole,
    )


def _masked(customer: Customer, rule: Rule) -> Customer:
    """The customer with no more than the rule shows."""
    city, industry, grade, source = (
        getattr(customer, name) if name in rule.pool_visible_fields else None for name in FIELDS
    )
    return replace(customer, city=city, industry=industry, grade=grade, source=source)
