"""What the worth of the clock and of the sources is told from: warnings with what came of them, touches, what logs cost."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from crm.worth import Effort, Tenure, Warned
from storage.adoption import WHOSE
from storage.tables.activities import ActivityRow
from storage.tables.claims import ClaimRow, WarningRow

MOST_LOGS = 5000  # a median of the latest says enough


def warned(tx: Connection, *, workspace_id: str, since: datetime, until: datetime) -> tuple[Warned, ...]:
    """Each ownership once whose first warning was delivered in [since, until)."""
    first = (
        select(WarningRow.customer_id, WarningRow.epoch, func.min(WarningRow.delivered_at).label("at"))
        .where(WarningRow.workspace_id == workspace_id, WarningRow.delivered_at.is_not(None))
        .group_by(WarningRow.customer_id, WarningRow.epoch)
        .subquery()
    )
    told = and_(first.c.customer_id == ClaimRow.customer_id, first.c.epoch == ClaimRow.epoch)
    found = (
        select(ClaimRow.customer_id, ClaimRow.epoch, ClaimRow.owner_id, ClaimRow.team_id, first.c.at, ClaimRow.ended_at)
        .join(first, told)
        .where(ClaimRow.workspace_id == workspace_id, first.c.at >= since, first.c.at < until)
    )
    rows = tx.execute(found).all()
    answers = defaultdict(list)
    counted = (
        select(ActivityRow.customer_id, ActivityRow.epoch, ActivityRow.logged_at)
        .join(first, and_(first.c.customer_id == ActivityRow.customer_id, first.c.epoch == ActivityRow.epoch))
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.extends.is_(True),
            ActivityRow.withdrawn_at.is_(None),
            first.c.at >= since,
            first.c.at < until,
            ActivityRow.logged_at > first.c.at,
        )
    )
    for customer_id, epoch, at in tx.execute(counted):
        answers[customer_id, epoch].append(at)
    return tuple(
        Warned(owner, team, at, tuple(answers[customer, epoch]), ended)
        for customer, epoch, owner, team, at, ended in rows
    )


def tenures(tx: Connection, *, workspace_id: str, customer_ids: set[str]) -> dict[str, list[Tenure]]:
    """customer -> all their ownerships, the oldest first."""
    found = (
        select(ClaimRow.customer_id, ClaimRow.owner_id, ClaimRow.started_at, ClaimRow.ended_at)
        .where(ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id.in_(customer_ids))
        .order_by(ClaimRow.epoch)
    )
    of: dict[str, list[Tenure]] = defaultdict(list)
    for customer_id, owner, started, ended in tx.execute(found):
        of[customer_id].append(Tenure(owner, started, ended))
    return of


def touches(
    tx: Connection, *, workspace_id: str, since: datetime, until: datetime
) -> dict[str, list[tuple[datetime, str]]]:
    """customer -> (when, whose) of what was done with them in [since, until), and the last thing before; without what
    came with a list, but for that last thing."""
    stands = (ActivityRow.workspace_id == workspace_id, ActivityRow.withdrawn_at.is_(None))
    within = (
        ActivityRow.happened_at >= since,
        ActivityRow.happened_at < until,
        func.coalesce(ActivityRow.why_not, "") != "imported",
    )
    of: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for customer_id, at, who in tx.execute(
        select(ActivityRow.customer_id, ActivityRow.happened_at, WHOSE).where(*stands, *within)
    ):
        of[customer_id].append((at, who))
    before = (
        select(ActivityRow.customer_id, func.max(ActivityRow.happened_at))
        .where(*stands, ActivityRow.happened_at < since)
        .group_by(ActivityRow.customer_id)
    )
    for customer_id, at in tx.execute(before):
        if customer_id in of:
            of[customer_id].append((at, ""))
    return of


def efforts(tx: Connection, *, workspace_id: str, since: datetime, until: datetime) -> dict[str, Effort]:
    """person -> what their latest logs of [since, until) cost."""
    found = (
        select(ActivityRow.author_id, ActivityRow.source_channel, ActivityRow.outcome, ActivityRow.took_seconds)
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.logged_at >= since,
            ActivityRow.logged_at < until,
            ActivityRow.withdrawn_at.is_(None),
            func.coalesce(ActivityRow.why_not, "") != "imported",
        )
        .order_by(ActivityRow.logged_at.desc())
        .limit(MOST_LOGS)
    )
    messages, forms = defaultdict(list), defaultdict(list)
    for author, channel, words, seconds in tx.execute(found):
        if seconds is not None:
            forms[author].append(float(seconds))
        elif channel != "form":
            messages[author].append(words)
    return {one: Effort(tuple(messages[one]), tuple(forms[one])) for one in {*messages, *forms}}
