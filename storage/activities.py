"""Activities, as you would ask for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from crm.activities import Activity
from storage.prebuilt import among, given
from storage.tables.activities import ActivityRow

_ACTIVITY = select(
    ActivityRow.activity_id,
    ActivityRow.customer_id,
    ActivityRow.epoch,
    ActivityRow.author_id,
    ActivityRow.on_behalf_of,
    ActivityRow.kind,
    ActivityRow.happened_at,
    ActivityRow.logged_at,
    ActivityRow.outcome,
    ActivityRow.contact,
    ActivityRow.no_answer,
    ActivityRow.amount,
    ActivityRow.currency,
    ActivityRow.stage_hint,
    ActivityRow.extends,
    ActivityRow.why_not,
    ActivityRow.gained_days,
    ActivityRow.competitor,
    ActivityRow.lost_reason,
    ActivityRow.source,
    ActivityRow.hears,
    ActivityRow.withdrawn_at,
)
_STANDS = ActivityRow.withdrawn_at.is_(None)
_ONE = _ACTIVITY.where(*given(ActivityRow.workspace_id, ActivityRow.activity_id))
_LATEST = (
    _ACTIVITY.where(*given(ActivityRow.workspace_id, ActivityRow.customer_id), _STANDS)
    .order_by(ActivityRow.logged_at.desc(), ActivityRow.activity_id.desc())
    .limit(bindparam("most"))
)
_EXTENDING = select(ActivityRow.happened_at).where(
    *given(ActivityRow.workspace_id, ActivityRow.customer_id, ActivityRow.epoch), ActivityRow.extends.is_(True), _STANDS
)
_RECENT = (
    select(ActivityRow.customer_id)
    .where(*given(ActivityRow.workspace_id, ActivityRow.author_id), ActivityRow.logged_at >= bindparam("since"))
    .distinct()
)
_ADD = insert(ActivityRow)
_CHANGE = update(ActivityRow).where(*given(ActivityRow.workspace_id, ActivityRow.activity_id, prefix="of_"))


def select_activities() -> Any:
    """The columns `as_activity` reads."""
    return _ACTIVITY


def as_activity(row: Row) -> Activity:  # type: ignore[type-arg]
    return Activity(*(*row[:-1], row[-1] is not None))


def activity(tx: Connection, *, workspace_id: str, activity_id: str) -> Activity | None:
    row = tx.execute(_ONE, {"workspace_id": workspace_id, "activity_id": activity_id}).first()
    return as_activity(row) if row else None


def from_message(tx: Connection, *, workspace_id: str, channel: str, ts: str) -> tuple[Activity, ...]:
    """What one Slack message was logged as."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.source_channel == channel,
        ActivityRow.source_ts == ts,
    )
    return tuple(as_activity(row) for row in tx.execute(_ACTIVITY.where(*mine).order_by(ActivityRow.source_part)))


def receipted(tx: Connection, *, workspace_id: str, channel: str, ts: str) -> Activity | None:
    """The activity whose receipt is this Slack message."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.receipt_channel == channel,
        ActivityRow.receipt_ts == ts,
    )
    row = tx.execute(_ACTIVITY.where(*mine)).first()
    return as_activity(row) if row else None


def receipt(tx: Connection, *, workspace_id: str, activity_id: str) -> tuple[str, str] | None:
    """(channel, ts) of an activity's receipt, once Slack has it."""
    mine = (ActivityRow.workspace_id == workspace_id, ActivityRow.activity_id == activity_id)
    row = tx.execute(select(ActivityRow.receipt_channel, ActivityRow.receipt_ts).where(*mine)).first()
    return (row.receipt_channel, row.receipt_ts) if row and row.receipt_ts else None


def last_of(tx: Connection, *, workspace_id: str, author_id: str) -> Activity | None:
    """The last thing a person logged that still stands: what "undo" undoes."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.author_id == author_id,
        ActivityRow.withdrawn_at.is_(None),
    )
    row = tx.execute(
        _ACTIVITY.where(*mine).order_by(ActivityRow.logged_at.desc(), ActivityRow.activity_id.desc()).limit(1)
    ).first()
    return as_activity(row) if row else None


def add(
    tx: Connection,
    activity: Activity,
    *,
    workspace_id: str,
    channel: str,
    ts: str,
    part: int = 0,
    links: tuple[str, ...] = (),
) -> None:
    """Raises IntegrityError where this message was logged already."""
    tx.execute(
        _ADD,
        {
            "workspace_id": workspace_id,
            "activity_id": activity.activity_id,
            "customer_id": activity.customer_id,
            "epoch": activity.epoch,
            "author_id": activity.author_id,
            "on_behalf_of": activity.on_behalf_of,
            "kind": activity.kind,
            "contact": activity.contact,
            "no_answer": activity.no_answer,
            "outcome": activity.outcome,
            "happened_at": activity.happened_at,
            "logged_at": activity.logged_at,
            "amount": activity.amount,
            "currency": activity.currency,
            "stage_hint": activity.stage_hint,
            "competitor": activity.competitor,
            "lost_reason": activity.lost_reason,
            "source": activity.source,
            "hears": activity.hears,
            "extends": activity.extends,
            "why_not": activity.why_not,
            "gained_days": activity.gained_days,
            "source_channel": channel,
            "source_ts": ts,
            "source_part": part,
            "links": "\n".join(links) or None,
        },
    )


def change(tx: Connection, *, workspace_id: str, activity_id: str, **fields: object) -> None:
    tx.execute(_CHANGE, {**fields, "of_workspace_id": workspace_id, "of_activity_id": activity_id})


def withdraw(tx: Connection, *, workspace_id: str, activity_id: str, now: datetime) -> bool:
    """True if it stood until now."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.activity_id == activity_id,
        ActivityRow.withdrawn_at.is_(None),
    )
    return (
        tx.execute(update(ActivityRow).where(*mine).values(withdrawn_at=now).returning(ActivityRow.activity_id)).first()
        is not None
    )


def latest(tx: Connection, *, workspace_id: str, customer_id: str, limit: int = 5) -> tuple[Activity, ...]:
    """The last touches that stand, the latest first."""
    found = tx.execute(_LATEST, {"workspace_id": workspace_id, "customer_id": customer_id, "most": limit})
    return tuple(as_activity(row) for row in found)


def page(tx: Connection, *, workspace_id: str, customer_id: str, limit: int, offset: int) -> tuple[Activity, ...]:
    """What stands, the latest first, from an offset on."""
    mine = (ActivityRow.workspace_id == workspace_id, ActivityRow.customer_id == customer_id, _STANDS)
    order = (ActivityRow.logged_at.desc(), ActivityRow.activity_id.desc())
    found = tx.execute(_ACTIVITY.where(*mine).order_by(*order).limit(limit).offset(offset))
    return tuple(as_activity(row) for row in found)


def extending(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[datetime, ...]:
    """When the qualifying touches of an epoch happened."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}
    return tuple(tx.execute(_EXTENDING, of).scalars())


_EPOCH = (ActivityRow.customer_id, ActivityRow.epoch)
_LAST_EXTENDING = (
    select(*_EPOCH, func.max(ActivityRow.happened_at))
    .where(*given(ActivityRow.workspace_id), among(ActivityRow.customer_id), ActivityRow.extends.is_(True), _STANDS)
    .group_by(*_EPOCH)
)


def last_extending(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str]
) -> dict[tuple[str, int], datetime]:
    """When the latest qualifying touch of each epoch of many customers happened, by (customer, epoch)."""
    of = {"workspace_id": workspace_id, "ids": customer_ids}
    return {(customer, epoch): at for customer, epoch, at in tx.execute(_LAST_EXTENDING, of) if epoch}


def recent_customers(tx: Connection, *, workspace_id: str, author_id: str, since: datetime) -> frozenset[str]:
    """Customers this person logged on lately: their names are read more boldly."""
    of = {"workspace_id": workspace_id, "author_id": author_id, "since": since}
    return frozenset(tx.execute(_RECENT, of).scalars().all())


def count_logged(tx: Connection, *, workspace_id: str, whose: Sequence[str], since: datetime, until: datetime) -> int:
    """How many were logged for these people in [since, until), as far as they stand; not what came with a list."""
    found = select(func.count()).where(
        ActivityRow.workspace_id == workspace_id,
        func.coalesce(ActivityRow.on_behalf_of, ActivityRow.author_id).in_(whose),
        ActivityRow.logged_at >= since,
        ActivityRow.logged_at < until,
        ActivityRow.withdrawn_at.is_(None),
        func.coalesce(ActivityRow.why_not, "") != "imported",
    )
    return int(tx.execute(found).scalar_one())


def amounts(
    tx: Connection, *, workspace_id: str, authors: Sequence[str], since: datetime, until: datetime
) -> tuple[tuple[str, Decimal], ...]:
    """What the notes of [since, until) speak of, summed by currency: currencies are never added up."""
    found = (
        select(ActivityRow.currency, func.sum(ActivityRow.amount))
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.author_id.in_(authors),
            ActivityRow.logged_at >= since,
            ActivityRow.logged_at < until,
            ActivityRow.withdrawn_at.is_(None),
            ActivityRow.amount.is_not(None),
        )
        .group_by(ActivityRow.currency)
        .order_by(ActivityRow.currency)
    )
    return tuple((currency, total) for currency, total in tx.execute(found) if currency and total is not None)


def last_heard(tx: Connection, *, since: datetime) -> tuple[tuple[str, str, str], ...]:
    """(workspace, direct channel, newest message ts) of every direct channel that was logged from since."""
    found = (
        select(ActivityRow.workspace_id, ActivityRow.source_channel, func.max(ActivityRow.source_ts))
        .where(ActivityRow.logged_at >= since, ActivityRow.source_channel.like("D%"))
        .group_by(ActivityRow.workspace_id, ActivityRow.source_channel)
    )
    return tuple((workspace_id, channel, ts) for workspace_id, channel, ts in tx.execute(found))
