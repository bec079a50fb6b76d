"""Downtime gives days back: what nobody could log or be warned of is lost to nobody.

A heart beats while Dibs hears Slack. Where it stood still for hours of work, every running claim has those days back as
an approved pause, with a line in its ledger, and each owner hears of it once, in working hours. Until all of them have
their days nobody is warned or swept (`bot/pulse.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from crm import clock
from crm.cards import DaysBackCard
from crm.customers import Customer
from crm.downtime import Outage, days_back
from crm.ledger import LedgerLine
from crm.notices.clock import DaysGivenBack
from crm.people import Person
from operations import mail
from operations.clock.clockwork import Clock, Clocks, read_clocks, rewrite
from operations.clock.ownership import write_line
from operations.clock.warned import refresh_warnings
from operations.office import Office
from storage import audit, claims, customers, due_claims, outages, people, slots
from storage.outbox import Priority

SILENT_SECONDS: Final = 15 * 60  # of the real clock; a restart or a slow minute is no outage
BEAT_SECONDS: Final = 5
BATCH: Final = 200  # owners a call
JOB: Final = "outage"


def beat(office: Office, *, now: datetime, wall: float) -> None:
    """Dibs is awake and hears Slack. Writes down the outage where the last beat is too long ago.

    `wall` is the real clock in seconds: only it tells how long nobody was awake.
    """
    with office.database.read() as tx:
        beats = [
            (one.workspace_id, outages.last_beat(tx, workspace_id=one.workspace_id)) for one in people.workspaces(tx)
        ]
    for workspace_id, was in beats:
        if was is None or abs(wall - was) >= BEAT_SECONDS:
            with office.database.begin() as tx:
                _beat(tx, workspace_id=workspace_id, was=was, now=now, wall=wall)


def settle_outages(office: Office, *, now: datetime) -> bool:
    """Give back the days of outages, one transaction an owner, a batch of them a call; True once all is given back."""
    with office.database.read() as tx:
        found = [
            (workspace.workspace_id, outage)
            for workspace in people.workspaces(tx)
            for outage in outages.unsettled(tx, workspace_id=workspace.workspace_id)
        ]
    return all(_settle(office, outage, workspace_id=workspace_id, now=now) for workspace_id, outage in found)


def _settle(office: Office, outage: Outage, *, workspace_id: str, now: datetime) -> bool:
    with office.database.read() as tx:
        owners = {_slot(outage, owner): owner for owner in sorted(claims.open_counts(tx, workspace_id=workspace_id))}
        done = slots.taken(tx, workspace_id=workspace_id, job=JOB, slots=list(owners))
    waiting = [owner for slot, owner in owners.items() if slot not in done]
    for owner_id in waiting[:BATCH]:
        with office.database.begin() as tx:
            _give_owner_back(tx, outage, owner_id, workspace_id=workspace_id, now=now)
    if len(waiting) > BATCH:
        return False
    with office.database.begin() as tx:
        if outages.settle(tx, outage, workspace_id=workspace_id, now=now):
            facts = {"down_at": outage.down_at, "up_at": outage.up_at, "owners": len(owners)}
            audit.write(tx, workspace_id=workspace_id, actor_id=None, what="outage", now=now, **facts)
    return True


def days_back_card(slip: DaysGivenBack) -> DaysBackCard:
    return DaysBackCard(Outage(slip.down_at, slip.up_at), slip.customers, slip.days)


def _beat(tx: Connection, *, workspace_id: str, was: float | None, now: datetime, wall: float) -> None:
    if was is None:
        outages.first_beat(tx, workspace_id=workspace_id, wall=wall)
    elif outages.beat(tx, workspace_id=workspace_id, was=was, wall=wall) and wall - was > SILENT_SECONDS:
        down_at = now - timedelta(seconds=wall - was)
        outages.add(tx, Outage(down_at, now), workspace_id=workspace_id)


def _slot(outage: Outage, owner_id: str) -> str:
    return f"{outage.down_at.isoformat()} {owner_id}"


def _give_owner_back(tx: Connection, outage: Outage, owner_id: str, *, workspace_id: str, now: datetime) -> None:
    """All of one owner's claims and the one message about them; once, however often it is tried."""
    if not slots.take_slot(tx, workspace_id=workspace_id, job=JOB, slot=_slot(outage, owner_id), now=now):
        return
    claims.hold_person(tx, workspace_id=workspace_id, person_id=owner_id)
    owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    given = [
        _give_back(tx, outage, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now)
        for customer in customers.owned_by(tx, workspace_id=workspace_id, owner_id=owner_id)
    ]
    morning = clocks.spoken_at(owner, outage.down_at)
    due_claims.warn_later(tx, workspace_id=workspace_id, owner_id=owner_id, now=now, at=morning)
    if owner and not owner.deactivated and any(given):
        _tell(tx, outage, owner, given, workspace_id=workspace_id, clocks=clocks, now=now)


def _give_back(
    tx: Connection, outage: Outage, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime
) -> int:
    """Days given to one claim that ran through the outage; what a longest hold won't move has its notice at least."""
    days = days_back(outage, rule=clock_.rule, calendar=clock_.calendar)
    started = customer.epoch_started_at
    if not clock_.runs_at(now) or not days or started is None or started >= outage.down_at:
        return 0
    key: dict[str, Any] = {
        "workspace_id": workspace_id,
        "customer_id": customer.customer_id,
        "epoch": customer.owner_epoch,
    }
    claims.give_back(tx, **key, days=days)
    moved = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    notice = clock.floor(now, rule=clock_.rule, calendar=clock_.calendar)
    if moved and moved.protected_until and moved.protected_until < notice:
        claims.hold_until(tx, **key, not_before=notice)
        moved = rewrite(tx, moved, workspace_id=workspace_id, clock_=clock_, now=now)
    if moved is None or moved.protected_until == customer.protected_until:
        return 0
    line = LedgerLine(
        now,
        None,
        "given_back",
        customer.owner_epoch,
        customer.owner_id,
        customer.owner_id,
        f"{outage.down_at.isoformat()}/{outage.up_at.isoformat()}",
        clock_.rule.version,
        customer.protected_until,
        moved.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    refresh_warnings(tx, workspace_id=workspace_id, customer=moved, now=now)
    return days


def _tell(
    tx: Connection,
    outage: Outage,
    owner: Person,
    given: list[int],
    *,
    workspace_id: str,
    clocks: Clocks,
    now: datetime,
) -> None:
    """One message a person, in their working hours."""
    slip = DaysGivenBack(outage.down_at, outage.up_at, sum(1 for days in given if days), max(given))
    mail.post(
        tx,
        slip,
        workspace_id=workspace_id,
        to=owner.person_id,
        now=now,
        priority=Priority.REMINDER,
        key=f"outage:{owner.person_id}:{outage.down_at.isoformat()}",
        after=clocks.spoken_at(owner, outage.down_at) - now,
    )
    mail.republish_home(tx, workspace_id=workspace_id, person_id=owner.person_id, now=now)
