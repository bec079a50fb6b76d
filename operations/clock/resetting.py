"""Steps inside a transaction for whatever changes what holds a claim: the deadline is computed anew and its change told.

Time is given at once. Time taken away (a log taken back, a plan dropped, a lock taken off) leaves the minimum notice.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm import clock
from crm.customers import Customer
from crm.ledger import LedgerLine
from operations.clock.clockwork import Clock, read_clocks, rewrite
from operations.clock.ownership import write_line
from operations.clock.warned import refresh_warnings
from storage import claims, customers, people


def reset(
    tx: Connection,
    customer_id: str,
    *,
    workspace_id: str,
    actor_id: str | None,
    event: str,
    why: str | None,
    now: datetime,
    if_later: str | None = None,
    always: bool = False,
    by_manager: bool = False,
) -> Customer | None:
    """Compute the deadline of an owned customer as its rows are now; returns it as it stands, None where nobody owns it.

    A move is a line `event` in the ledger (`if_later` where it turns out later; `always`: also where nothing moved),
    and words every warning again. `by_manager`: the notice is given even where the epoch has had one.
    """
    customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    if customer is None or customer.owner_id is None or customer.protected_until is None:
        return None
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id)
    clock_ = read_clocks(tx, workspace_id=workspace_id, now=now).of(owner, customer)
    moved = rewrite(tx, customer, workspace_id=workspace_id, clock_=clock_, now=now)
    if moved is None:
        return None
    was = customer.protected_until
    moved = _with_notice(tx, moved, was, workspace_id=workspace_id, clock_=clock_, now=now, again=by_manager)
    if moved.protected_until == customer.protected_until and not always:
        return moved
    later = (moved.protected_until or customer.protected_until) > customer.protected_until
    line = LedgerLine(
        now,
        actor_id,
        if_later if if_later and later else event,
        customer.owner_epoch,
        customer.owner_id,
        customer.owner_id,
        why,
        clock_.rule.version,
        customer.protected_until,
        moved.protected_until,
    )
    write_line(tx, line, workspace_id=workspace_id, customer_id=customer_id)
    refresh_warnings(tx, workspace_id=workspace_id, customer=moved, now=now)
    return moved


def hold_by_plans(tx: Connection, customer_id: str, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    """A step was planned or dropped: the claim is held by it, or no longer."""
    reset(
        tx,
        customer_id,
        workspace_id=workspace_id,
        actor_id=actor_id,
        event="plan_dropped",
        if_later="planned",
        why=None,
        now=now,
    )


def _with_notice(
    tx: Connection, moved: Customer, was: datetime, *, workspace_id: str, clock_: Clock, now: datetime, again: bool
) -> Customer:
    notice = min(clock.floor(now, rule=clock_.rule, calendar=clock_.calendar), was)
    if moved.protected_until is None or moved.protected_until >= notice:
        return moved
    key: dict[str, Any] = {
        "workspace_id": workspace_id,
        "customer_id": moved.customer_id,
        "epoch": moved.owner_epoch,
    }
    if not again and claims.stretch(tx, **key).not_before is not None:
        return moved  # once an epoch: logging and undoing again and again must not hold a customer for ever
    claims.hold_until(tx, **key, not_before=notice)
    return rewrite(tx, moved, workspace_id=workspace_id, clock_=clock_, now=now) or moved
