"""What holds a claim although nobody follows up, gathered from the rows in one place; crm/exemptions.py says for how long.

Whoever adds a reason gives it a line in `holds` (and one in `storage/traces.py`), and calls `resetting.reset` where it
begins, changes or ends. The clock and everybody who asks why a customer is held read the same answer.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.customers import Customer
from crm.exemptions import Holds
from operations.clock.deal_holds import held_by_deals
from storage import complaints, followups, locks
from storage.traces import Traces


def holds(
    tx: Connection, customer: Customer, *, workspace_id: str, touches: Sequence[datetime], found: Traces
) -> Holds:
    """Everything that may hold an owned customer. `touches`: the qualifying follow-ups of its epoch."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    assert customer.owner_id is not None and customer.epoch_started_at is not None
    of_deals = held_by_deals(tx, customer, workspace_id=workspace_id, touches=touches) if found.deals else ((), None)
    return Holds(
        deals=of_deals[0],
        won=of_deals[1],
        plans=followups.plans_of(tx, **key, owner_id=customer.owner_id, since=customer.epoch_started_at),
        touches=tuple(touches),
        owned_since=customer.epoch_started_at,
        complaints=complaints.holding(tx, **key) if found.complaints else (),
        locked_until=locks.locked_until(tx, **key, epoch=customer.owner_epoch) if found.locks else None,
    )
