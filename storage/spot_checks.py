"""Spot checks, as you would ask for them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, exists, insert, select, update

from crm.spot_checks import SpotCheck
from storage.tables.activities import ActivityRow
from storage.tables.customers import CustomerRow
from storage.tables.spot_checks import SpotCheckRow

_CHECK = select(
    SpotCheckRow.activity_id,
    SpotCheckRow.manager_id,
    SpotCheckRow.week,
    SpotCheckRow.state,
    SpotCheckRow.reason,
    SpotCheckRow.decided_by,
)


def candidates(
    tx: Connection, *, workspace_id: str, authors: Sequence[str], since: datetime, until: datetime
) -> tuple[str, ...]:
    """Logs of [since, until) by these that moved the deadline of a claim that still runs, never drawn before."""
    claim = (
        (CustomerRow.workspace_id == ActivityRow.workspace_id)
        & (CustomerRow.customer_id == ActivityRow.customer_id)
        & (CustomerRow.owner_epoch == ActivityRow.epoch)
    )
    drawn = exists().where(
        SpotCheckRow.workspace_id == ActivityRow.workspace_id, SpotCheckRow.activity_id == ActivityRow.activity_id
    )
    found = (
        select(ActivityRow.activity_id)
        .join(CustomerRow, claim)
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.author_id.in_(authors),
            ActivityRow.logged_at >= since,
            ActivityRow.logged_at < until,
            ActivityRow.extends.is_(True),
            ActivityRow.gained_days > 0,
            ActivityRow.withdrawn_at.is_(None),
            CustomerRow.owner_id.is_not(None),
            ~drawn,
        )
    )
    return tuple(tx.execute(found).scalars())


def add(tx: Connection, checks: Sequence[SpotCheck], *, workspace_id: str, now: datetime) -> None:
    rows = [
        {
            "workspace_id": workspace_id,
            "activity_id": one.activity_id,
            "manager_id": one.manager_id,
            "week": one.week,
            "drawn_at": now,
        }
        for one in checks
    ]
    tx.execute(insert(SpotCheckRow), rows)


def check(tx: Connection, *, workspace_id: str, activity_id: str) -> SpotCheck | None:
    mine = (SpotCheckRow.workspace_id == workspace_id, SpotCheckRow.activity_id == activity_id)
    row = tx.execute(_CHECK.where(*mine)).first()
    return SpotCheck(*row) if row else None


def of_week(tx: Connection, *, workspace_id: str, manager_id: str, week: str) -> tuple[SpotCheck, ...]:
    """What a manager was asked to look at for a week, in a lasting order."""
    mine = (
        SpotCheckRow.workspace_id == workspace_id,
        SpotCheckRow.manager_id == manager_id,
        SpotCheckRow.week == week,
    )
    return tuple(SpotCheck(*row) for row in tx.execute(_CHECK.where(*mine).order_by(SpotCheckRow.activity_id)))


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    activity_id: str,
    state: str,
    reason: str | None,
    decided_by: str,
    now: datetime,
) -> bool:
    """Compare and set: True if it was open and is now decided."""
    mine = (
        SpotCheckRow.workspace_id == workspace_id,
        SpotCheckRow.activity_id == activity_id,
        SpotCheckRow.state == "open",
    )
    decided = (
        update(SpotCheckRow).where(*mine).values(state=state, reason=reason, decided_by=decided_by, decided_at=now)
    )
    return tx.execute(decided.returning(SpotCheckRow.activity_id)).first() is not None
