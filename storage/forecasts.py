"""The forecast's sums, by SQL: what is promised in which row, and how what was promised for a quarter came out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, literal_column, or_, select
from sqlalchemy.orm import aliased

from crm.cards.measures import Dimension
from crm.circles import Within
from crm.deals import Stages
from crm.forecast import LATE, LATER, UNDATED, Changed, Fate, Moment, Past, Promise
from crm.funnel import Span
from storage import deals
from storage.counting import IS_OPEN, PARTED_BY, PARTED_BY_LAST_OWNER, counted_deals, mine, money
from storage.tables.deals import DealRow, DealVersionRow

Then = aliased(DealVersionRow)


def promises(
    tx: Connection,
    *,
    workspace_id: str,
    within: Within,
    by: Dimension | None,
    stages: Stages,
    now: Moment,
    month_began: datetime,
) -> tuple[Promise, ...]:
    """What is open, and what was won since the month began, by part, stage, probability, currency and row."""
    key = (PARTED_BY[by], DealRow.stage, DealRow.probability, DealRow.currency, _row(DealRow.close_on, now))
    won = and_(DealRow.stage == stages.won.code, DealRow.closed_at >= month_began)
    found = (
        select(*key, func.sum(DealRow.hundredths))
        .select_from(counted_deals(by))
        .where(*mine(workspace_id, within), DealRow.hundredths.is_not(None), or_(IS_OPEN, won))
        .group_by(*_ordinals(len(key)))
    )
    made = []
    for part, stage, probability, currency, row, hundredths in tx.execute(found):
        placed = now.month if stage == stages.won.code else now.months[int(row)] if row.isdigit() else row
        made.append(Promise(part, stage, probability, currency, placed, money(hundredths)))
    return tuple(made)


def changed(tx: Connection, *, workspace_id: str, within: Within, since: datetime) -> tuple[Changed, ...]:
    """The deals that were changed after an instant, each with all it ever was."""
    meant = [*mine(workspace_id, within), DealRow.changed_at > since]
    histories = deals.histories_of(tx, meant, workspace_id=workspace_id)
    return tuple(Changed(one, histories[one.deal_id]) for one in deals.that(tx, meant, workspace_id=workspace_id))


def past(
    tx: Connection,
    *,
    workspace_id: str,
    within: Within,
    by: Dimension | None,
    stages: Stages,
    start: Moment,
    over: Span,
) -> tuple[Past, ...]:
    """What was promised for a quarter at its start, and what was won in it, by all that parts them."""
    won = and_(DealRow.stage == stages.won.code, DealRow.closed_at >= over.since, DealRow.closed_at < over.until)
    at_end = _version(DealVersionRow.stage, DealVersionRow.at < over.until)
    fate = case((won, "won"), (at_end == stages.lost.code, "lost"), else_="open")
    then = (Then.deal_id.is_not(None), Then.stage, Then.probability, Then.currency)
    grouped = (PARTED_BY_LAST_OWNER[by], *then, fate, DealRow.currency)
    found = (
        select(*grouped, func.sum(Then.hundredths), func.sum(case((won, DealRow.hundredths))), func.count())
        .select_from(counted_deals(by).outerjoin(Then, _promised_then(stages, start)))
        .where(*mine(workspace_id, within, pooled_since=True), or_(Then.deal_id.is_not(None), won))
        .where(or_(IS_OPEN, DealRow.closed_at >= over.since))
        .group_by(*_ordinals(len(grouped)))
    )
    return tuple(_as_past(row, start) for row in tx.execute(found))


def _promised_then(stages: Stages, start: Moment) -> ColumnElement[bool]:
    """The version a deal was at the start, if it promised a sum for the months that follow."""
    codes = [one.code for one in stages.open]
    return and_(
        Then.workspace_id == DealRow.workspace_id,
        Then.deal_id == DealRow.deal_id,
        Then.version == _version(DealVersionRow.version, DealVersionRow.at <= start.at),
        Then.stage.in_(codes),
        Then.hundredths.is_not(None),
        Then.close_on >= start.today,
        Then.close_on < start.months[-1],
    )


def _version(column: Any, *when: ColumnElement[bool]) -> Any:
    """Of the last version of a deal for which this holds."""
    one = (DealVersionRow.workspace_id == DealRow.workspace_id, DealVersionRow.deal_id == DealRow.deal_id)
    found: Select[Any] = select(column).where(*one, *when).order_by(DealVersionRow.version.desc()).limit(1)
    return found.correlate(DealRow).scalar_subquery()


def _as_past(row: Any, start: Moment) -> Past:
    part, foreseen, stage, probability, currency, fate, now_currency, promised, won, count = row
    then = Promise(part, stage, probability, currency, start.month, money(promised)) if foreseen else None
    known: Fate = fate
    return Past(part, count, then, known, now_currency, money(won))


def _row(close_on: Any, now: Moment) -> ColumnElement[str]:
    """late, undated, later, or the number of the month counted from this one."""
    until: list[tuple[ColumnElement[bool], str]] = [
        (close_on < first, str(number)) for number, first in enumerate(now.months[1:])
    ]
    return case((close_on.is_(None), literal(UNDATED)), (close_on < now.today, LATE), *until, else_=LATER)


def _ordinals(count: int) -> list[ColumnElement[Any]]:
    """To group by the first columns of a query, whatever they compute."""
    return [literal_column(str(number + 1)) for number in range(count)]
