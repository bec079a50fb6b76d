"""How those who hold customers tend them: whom they followed up, what runs out, which steps are past their time.

Counted by who holds a customer now, so that each customer counts once, however much is written about it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, distinct, func, select

from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.customers import CustomerRow


def followed(tx: Connection, *, workspace_id: str, since: datetime, until: datetime) -> dict[str, int]:
    """owner -> with how many of their customers somebody logged a follow-up that counted, in [since, until)."""
    of_customer = (ActivityRow.workspace_id == CustomerRow.workspace_id) & (
        ActivityRow.customer_id == CustomerRow.customer_id
    )
    return _by_owner(
        tx,
        select(CustomerRow.owner_id, func.count(distinct(CustomerRow.customer_id)))
        .join(ActivityRow, of_customer)
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.logged_at >= since,
            ActivityRow.logged_at < until,
            ActivityRow.extends.is_(True),
            ActivityRow.withdrawn_at.is_(None),
            CustomerRow.owner_id.is_not(None),
        )
        .group_by(CustomerRow.owner_id),
    )


def running_out(tx: Connection, *, workspace_id: str, until: datetime) -> dict[str, int]:
    """owner -> how many of their customers' protection ends by then."""
    return _by_owner(
        tx,
        select(CustomerRow.owner_id, func.count())
        .where(
            CustomerRow.workspace_id == workspace_id,
            CustomerRow.state == "owned",
            CustomerRow.protected_until <= until,
        )
        .group_by(CustomerRow.owner_id),
    )


def overdue(tx: Connection, *, workspace_id: str, now: datetime) -> dict[str, int]:
    """owner -> how many of their planned steps are past their time."""
    return _by_owner(
        tx,
        select(FollowUpRow.owner_id, func.count())
        .where(FollowUpRow.workspace_id == workspace_id, FollowUpRow.state == "open", FollowUpRow.due_at < now)
        .group_by(FollowUpRow.owner_id),
    )


def _by_owner(tx: Connection, counts: Any) -> dict[str, int]:
    return {owner: int(count) for owner, count in tx.execute(counts) if owner}
