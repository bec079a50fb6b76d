"""What holds a claim although nobody follows up, gathered from the rows in one place; crm/exemptions.py says for how long.

Whoever adds a reason gives it a line in `holds`, and calls `resetting.reset` where it begins, changes or ends. The clock
and everybody who asks why a customer is held read the same answer.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.exemptions import Exemption, Holds, exemption
from crm.rules import Rule
from operations.clock.deal_holds import held_by_deals
from storage import complaints, followups, locks


def holds(tx: Connection, customer: Customer, *, workspace_id: str, touches: Sequence[datetime]) -> Holds:
    """Everything that may hold an owned customer. `touches`: the qualifying follow-ups of its epoch."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    assert customer.owner_id is not None and customer.epoch_started_at is not None
    open_deals, won = held_by_deals(tx, customer, workspace_id=workspace_id, touches=touches)
    return Holds(
        deals=open_deals,
        won=won,
        plans=followups.plans_of(tx, **key, owner_id=customer.owner_id, since=customer.epoch_started_at),
        touches=tuple(touches),
        owned_since=customer.epoch_started_at,
        complaints=complaints.holding(tx, **key),
        locked_until=locks.locked_until(tx, **key, epoch=customer.owner_epoch),
    )


def exemption_of(
    tx: Connection,
    customer: Customer,
    *,
    workspace_id: str,
    touches: Sequence[datetime],
    rule: Rule,
    calendar: WorkCalendar,
) -> Exemption | None:
    """The exemption of an owned customer that lasts longest, past or to come."""
    return exemption(holds(tx, customer, workspace_id=workspace_id, touches=touches), rule=rule, calendar=calendar)
