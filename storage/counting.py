"""What every count of deals has in common: whose they are, by what they are parted, where they stand in the list.

Figures of a hundred thousand deals are counted where they lie: a row comes out of the database for each group, not for
each deal. Of an open deal of a pooled customer nobody is the rep; of archived customers nothing is counted.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Float,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    literal_column,
    null,
    select,
    type_coerce,
)
from sqlalchemy.sql.selectable import FromClause

from crm.cards.measures import Dimension
from crm.circles import Within
from crm.deals import Stages
from storage.database import UtcDateTime
from storage.tables.activities import ActivityRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow
from storage.tables.people import PersonRow

IS_OPEN = DealRow.closed_at.is_(None)
_IN_THE_POOL = and_(CustomerRow.state == "pool", IS_OPEN)
REP = case((_IN_THE_POOL, null()), else_=DealRow.owner_id)
PARTED_BY: dict[Dimension | None, ColumnElement[Any]] = {
    None: cast(null(), String),
    "rep": REP,
    "team": case((_IN_THE_POOL, null()), else_=PersonRow.team_id),
    "source": CustomerRow.source.expression,
    "grade": CustomerRow.grade.expression,
}
PARTED_BY_LAST_OWNER = PARTED_BY | {"rep": DealRow.owner_id.expression, "team": PersonRow.team_id.expression}
PART: ColumnElement[Any] = literal_column("1")  # to group by: a part is the first column of its query


def are_more_than(tx: Connection, *, workspace_id: str, most: int) -> bool:
    """Whether there are more deals, or more customers, than so many; no more than that are looked at."""
    return any(
        tx.execute(select(column).where(table.workspace_id == workspace_id).offset(most).limit(1)).first()
        for table, column in ((DealRow, DealRow.deal_id), (CustomerRow, CustomerRow.customer_id))
    )


def counted_deals(by: Dimension | None) -> FromClause:
    """Deals with their customer, and the rep's team where it is asked for."""
    of_customer = and_(CustomerRow.workspace_id == DealRow.workspace_id, CustomerRow.customer_id == DealRow.customer_id)
    found: FromClause = DealRow.__table__.join(CustomerRow.__table__, of_customer)
    if by == "team":
        of_rep = and_(PersonRow.workspace_id == DealRow.workspace_id, PersonRow.person_id == DealRow.owner_id)
        found = found.outerjoin(PersonRow.__table__, of_rep)
    return found


def mine(workspace_id: str, within: Within, *, pooled_since: bool = False) -> list[ColumnElement[bool]]:
    """Which deals are meant; `pooled_since`: those too that were theirs until their customer went to the pool."""
    found = [DealRow.workspace_id == workspace_id, CustomerRow.state != "archived"]
    if within != Within() and not pooled_since:
        found.append(~_IN_THE_POOL)
    if within.rep_id is not None:
        return [*found, DealRow.owner_id == within.rep_id]
    if within.team_id is not None:
        members = select(PersonRow.person_id).where(
            PersonRow.workspace_id == workspace_id, PersonRow.team_id == within.team_id
        )
        return [*found, DealRow.owner_id.in_(members)]
    return found


def rank(stage: Any, stages: Stages) -> ColumnElement[int]:
    """How far along; -1 for a stage that is no more."""
    return case({one.code: number for number, one in enumerate(stages.all)}, value=stage, else_=-1)


def stands_still(stages: Stages, now: datetime) -> ColumnElement[bool]:
    """An open deal that neither moved nor had an activity for more days than its stage allows."""
    since = case(
        {one.code: literal(now - timedelta(days=one.stall_days), UtcDateTime()) for one in stages.open},
        value=DealRow.stage,
        else_=cast(null(), UtcDateTime()),
    )
    touched = exists().where(
        ActivityRow.workspace_id == DealRow.workspace_id,
        ActivityRow.customer_id == DealRow.customer_id,
        ActivityRow.withdrawn_at.is_(None),
        ActivityRow.happened_at >= since,
    )
    return and_(IS_OPEN, DealRow.entered_at < since, ~touched)


def alive_at() -> ColumnElement[datetime]:
    """When a deal last moved or had an activity."""
    last = (
        select(func.max(ActivityRow.happened_at))
        .where(
            ActivityRow.workspace_id == DealRow.workspace_id,
            ActivityRow.customer_id == DealRow.customer_id,
            ActivityRow.withdrawn_at.is_(None),
        )
        .scalar_subquery()
    )
    return case((last > DealRow.entered_at, last), else_=DealRow.entered_at)


def seconds_between(tx: Connection, earlier: Any, later: Any) -> ColumnElement[Any]:
    if tx.dialect.name == "sqlite":  # whole microseconds there
        return (type_coerce(later, BigInteger) - type_coerce(earlier, BigInteger)) / literal(1e6, Float())
    return cast(func.extract("epoch", later - earlier), Float)


def money(hundredths: Any) -> Decimal:
    return Decimal(int(hundredths or 0)).scaleb(-2)
