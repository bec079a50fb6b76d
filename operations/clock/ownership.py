"""Steps inside a transaction that change who owns a customer. Compare and set on (owner, epoch); every arrow is a ledger line."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm import clock
from crm.customers import Customer, CustomerState
from crm.ledger import LedgerLine
from crm.people import Person
from crm.pool import Claimant, clock_starts
from crm.refusal import Refusal
from operations import mail
from operations.clock.clockwork import Clock, Clocks, rewrite
from storage import claims, complaints, customers, deals, followups, time_requests
from storage import pool as waits
from storage.ids import new_id


def take(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    owner: Person,
    how: str,
    actor_id: str,
    clocks: Clocks,
    now: datetime,
    reason: str | None = None,
) -> Customer:
    """Give a customer nobody owns to a person: a new epoch begins. `how`: entered, claimed, assigned.

    Raises Refusal("just_taken") where somebody was quicker.
    """
    clock_ = clocks.of(owner, customer)
    epoch = customer.owner_epoch + 1
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    starts = clock_starts(
        Claimant(owner.person_id, owner.team_id),
        claims.tenures(tx, **key),
        now=now,
        rule=clock_.rule,
        calendar=clock_.calendar,
    )
    held = _set_owner(
        tx, customer, workspace_id=workspace_id, owner_id=owner.person_id, epoch=epoch, starts=starts, now=now
    )
    if not held:
        raise just_taken(tx, customer, workspace_id=workspace_id)
    touch_by = clock_.first_touch_by(now) if how == "assigned" and actor_id != owner.person_id else None
    of = {**key, "epoch": epoch, "owner_id": owner.person_id, "team_id": owner.team_id}
    claims.open_claim(tx, **of, how=how, now=now, touch_by=touch_by)
    if starts < now:  # given back within the cooldown: the old clock runs on, but leaves time to be warned
        notice = clock.floor(now, rule=clock_.rule, calendar=clock_.calendar)
        claims.hold_until(tx, **key, epoch=epoch, not_before=notice)
    followups.hand_over(tx, **key, owner_id=owner.person_id, now=now)
    deals.hand_over(tx, **key, owner_id=owner.person_id, now=now)
    complaints.hand_over(tx, **key, owner_id=owner.person_id)
    fresh = customers.customer(tx, **key)
    assert fresh is not None
    owned = rewrite(tx, fresh, workspace_id=workspace_id, clock_=clock_, now=now)
    assert owned is not None
    line = LedgerLine(
        now,
        actor_id,
        how,
        epoch,
        customer.owner_id,
        owner.person_id,
        reason,
        clock_.rule.version,
        None,
        owned.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    if customer.pooled_at is not None:
        _tell_those_who_waited(tx, customer, workspace_id=workspace_id, now=now)
    return owned


def _tell_those_who_waited(tx: Connection, taken: Customer, *, workspace_id: str, now: datetime) -> None:
    """The letters that said it is free say so no more."""
    for wait in waits.queue(tx, workspace_id=workspace_id, customer_id=taken.customer_id):
        if wait.told_epoch == taken.owner_epoch:
            key = freed_key(taken.customer_id, taken.owner_epoch, wait.person_id)
            mail.edit_keyed(tx, workspace_id=workspace_id, key=key, now=now)


def let_go(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    event: str,
    why: str,
    actor_id: str | None,
    clock_: Clock,
    now: datetime,
    wakes_at: datetime | None = None,
) -> Customer | None:
    """Send an owned customer to the pool, to rest there until `wakes_at` if named. `event`: released, left, undone; the
    sweep has a way of its own, for many at once (sweeping.py).

    None where owner, epoch or deadline moved meanwhile."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    gone = customers.change(
        tx,
        **key,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        unless_moved_from=customer.protected_until,
        **_unowned(CustomerState.POOL, customer.owner_epoch + 1, now),
        pooled_at=now,
        pool_reason=why,
        wakes_at=wakes_at,
    )
    if not gone:
        return None
    reason = event if event == "undone" else why  # what was taken back is no tenure: it bars nobody from coming back
    claims.close_claim(tx, **key, epoch=customer.owner_epoch, reason=reason, now=now)
    for request_id in time_requests.lapse(tx, workspace_id=workspace_id, customer_ids=[customer.customer_id], now=now):
        mail.edit_keyed(tx, workspace_id=workspace_id, key=time_card_key(request_id), now=now)
    line = LedgerLine(
        now,
        actor_id,
        event,
        customer.owner_epoch + 1,
        customer.owner_id,
        None,
        why,
        clock_.rule.version,
        customer.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)
    return customers.customer(tx, **key)


def archive(tx: Connection, customer: Customer, *, workspace_id: str, actor_id: str, why: str, now: datetime) -> None:
    """Take a customer out of use and free its name; its history and its ledger stay."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    tombstone = f"~{customer.customer_id}"  # no normal name holds a tilde, so the name itself is free again
    gone = customers.change(
        tx,
        **key,
        epoch=customer.owner_epoch,
        owner_id=customer.owner_id,
        **_unowned(CustomerState.ARCHIVED, customer.owner_epoch + 1, now),
        normal_name=tombstone,
    )
    if not gone:
        raise just_taken(tx, customer, workspace_id=workspace_id)
    claims.close_claim(tx, **key, epoch=customer.owner_epoch, reason=why, now=now)
    line = LedgerLine(
        now,
        actor_id,
        "archived",
        customer.owner_epoch + 1,
        customer.owner_id,
        None,
        why,
        None,
        customer.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer.customer_id)


def freed_key(customer_id: str, epoch: int, person_id: str) -> str:
    """The outbox key of the letter that told somebody who waited that a customer is free."""
    return f"freed:{customer_id}:{epoch}:{person_id}"


def time_card_key(request_id: str) -> str:
    """The outbox key of the card that asked a manager for time."""
    return f"time:{request_id}"


def write_line(tx: Connection, line: LedgerLine, *, workspace_id: str, customer_id: str) -> None:
    claims.write_line(tx, line, workspace_id=workspace_id, ledger_id=new_id(line.at), customer_id=customer_id)


def just_taken(tx: Connection, customer: Customer, *, workspace_id: str) -> Refusal:
    """The refusal that tells the loser of a race who has the customer now."""
    now_held = customers.customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id) or replace(
        customer, owner_id=None
    )
    return Refusal("just_taken", customer=now_held.name, owner_id=now_held.owner_id or "")


def _set_owner(
    tx: Connection, customer: Customer, *, workspace_id: str, owner_id: str, epoch: int, starts: datetime, now: datetime
) -> bool:
    return customers.change(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        owner_id=None,
        state=CustomerState.OWNED.value,
        set_owner_id=owner_id,
        owner_epoch=epoch,
        epoch_started_at=starts,
        protected_until=now,  # a moment's value: the clock writes the real one in this same transaction
        pooled_at=None,
        pool_reason=None,
        wakes_at=None,
        changed_at=now,
    )


def _unowned(state: CustomerState, epoch: int, now: datetime) -> dict[str, Any]:
    return {
        "state": state.value,
        "set_owner_id": None,
        "owner_epoch": epoch,
        "epoch_started_at": None,
        "protected_until": None,
        "warn_at": None,
        "sweep_after": None,
        "changed_at": now,
    }
