"""The funnel's counts, by SQL: what stands where, what came further, what was lost, and how long deals stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import CTE, ColumnElement, Connection, and_, case, func, literal_column, null, or_, select

from crm.cards.measures import Dimension
from crm.circles import Within
from crm.deals import Stages
from crm.funnel import Closed, Dropped, Happened, Passed, Span, Standing
from storage.counting import (
    IS_OPEN,
    PART,
    PARTED_BY,
    alive_at,
    counted_deals,
    mine,
    money,
    rank,
    seconds_between,
    stands_still,
)
from storage.tables.deals import DealRow, DealVersionRow

A_DAY = 86400


def are_more_than(tx: Connection, *, workspace_id: str, within: Within, most: int) -> bool:
    """Whether there are more deals than so many, open or closed; no more than that are looked at."""
    some = select(DealRow.deal_id).select_from(counted_deals(None)).where(*mine(workspace_id, within)).limit(most + 1)
    return tx.execute(select(func.count()).select_from(some.subquery("some"))).scalar_one() > most


def standing(
    tx: Connection, *, workspace_id: str, within: Within, by: Dimension | None, stages: Stages, now: datetime
) -> tuple[Standing, ...]:
    """What is open now, by part, stage and currency."""
    part = PARTED_BY[by]
    key = (part, DealRow.stage, DealRow.currency)
    stalled = func.sum(case((stands_still(stages, now), 1), else_=0))
    found = (
        select(*key, func.count(), func.sum(DealRow.hundredths), stalled)
        .select_from(counted_deals(by))
        .where(*mine(workspace_id, within), IS_OPEN)
        .group_by(PART, *key[1:])
    )
    return tuple(
        Standing(part_, stage, currency, count, money(amount), int(still))
        for part_, stage, currency, count, amount, still in tx.execute(found)
    )


def stalled_first(
    tx: Connection, *, workspace_id: str, within: Within, stages: Stages, now: datetime, most: int
) -> Sequence[str]:
    """The deals that stand still for too long, the longest first."""
    still = (*mine(workspace_id, within), stands_still(stages, now))
    found = select(DealRow.deal_id).select_from(counted_deals(None)).where(*still)
    return tx.execute(found.order_by(alive_at(), DealRow.deal_id).limit(most)).scalars().all()


def happened(
    tx: Connection,
    *,
    workspace_id: str,
    within: Within,
    by: Dimension | None,
    spans: Sequence[Span],
    stages: Stages,
    with_days: bool = False,
) -> tuple[Happened, ...]:
    """What became of deals in each of these spans, which do not meet; the days of stays in the first alone."""
    steps = _steps(workspace_id, within, by, min(one.since for one in spans), stages)
    passed = _passed(tx, steps, spans)
    dropped = _dropped(tx, workspace_id, within, by, spans, stages)
    closed = _closed(tx, workspace_id, within, by, spans)
    days = _days(tx, _steps(workspace_id, within, None, spans[0].since, stages), spans[0]) if with_days else {}
    return tuple(
        Happened(passed[number], dropped[number], closed[number], {} if number else days)
        for number, _ in enumerate(spans)
    )


def opened_and_ahead(
    tx: Connection, *, workspace_id: str, within: Within, span: Span, stages: Stages
) -> tuple[int, int]:
    """How many deals began in a span, and how often one came to an open stage further than the one before."""
    began = select(func.count()).select_from(counted_deals(None))
    began = began.where(*mine(workspace_id, within), _in(DealRow.created_at, span))
    steps = _steps(workspace_id, within, None, span.since, stages)
    codes = [one.code for one in stages.open]
    ahead = select(func.count()).where(
        steps.c.was.is_not(None),
        _in(steps.c.at, span),
        steps.c.stage.in_(codes),
        rank(steps.c.stage, stages) > rank(steps.c.was, stages),
    )
    return tx.execute(began).scalar_one(), tx.execute(ahead).scalar_one()


def _in(at: Any, span: Span) -> ColumnElement[bool]:
    return and_(at >= span.since, at < span.until)


def _steps(workspace_id: str, within: Within, by: Dimension | None, since: datetime, stages: Stages) -> CTE:
    """Every version of the deals that changed since then: its stage, in which the one before it `was`, and the `furthest`
    rank the deal had come to before."""
    order: dict[str, Any] = {"partition_by": DealVersionRow.deal_id, "order_by": DealVersionRow.version}
    same_deal = and_(DealVersionRow.workspace_id == DealRow.workspace_id, DealVersionRow.deal_id == DealRow.deal_id)
    stage = DealVersionRow.stage
    reached = case((stage == stages.lost.code, null()), else_=rank(stage, stages))
    return (
        select(
            PARTED_BY[by].label("part"),
            DealVersionRow.deal_id,
            DealVersionRow.version,
            DealVersionRow.at,
            stage,
            func.lag(stage).over(**order).label("was"),
            reached.label("rank"),
            func.max(reached).over(**order, rows=(None, -1)).label("furthest"),
        )
        .select_from(counted_deals(by).join(DealVersionRow.__table__, same_deal))
        .where(*mine(workspace_id, within), DealRow.changed_at >= since)
        .cte("steps")
    )


def _passed(tx: Connection, steps: CTE, spans: Sequence[Span]) -> list[tuple[Passed, ...]]:
    key = (steps.c.part, _which(steps.c.at, spans), steps.c.furthest, steps.c.rank)
    ahead = (steps.c.rank > steps.c.furthest, _in_any(steps.c.at, spans))
    found = select(*key, func.count()).where(*ahead).group_by(PART, WHICH, *key[2:])
    return _apart(((row[1], Passed(row[0], row[2], row[3], row[4])) for row in tx.execute(found)), spans)


def _days(tx: Connection, steps: CTE, span: Span) -> dict[str, float]:
    """By stage, the median of the days of the stays that ended in the span: of an even number the mean of the two in
    the middle."""
    since = func.lag(steps.c.at).over(partition_by=steps.c.deal_id, order_by=steps.c.version).label("since")
    moved = or_(steps.c.was.is_(None), steps.c.was != steps.c.stage)
    moves = select(steps.c.was, steps.c.at, since).where(moved).cte("moves")
    stays = (
        select(moves.c.was.label("stage"), seconds_between(tx, moves.c.since, moves.c.at).label("seconds"))
        .where(moves.c.was.is_not(None), _in(moves.c.at, span))
        .cte("stays")
    )
    ranked = select(
        stays.c.stage,
        stays.c.seconds,
        func.row_number().over(partition_by=stays.c.stage, order_by=stays.c.seconds).label("place"),
        func.count().over(partition_by=stays.c.stage).label("all_of_them"),
    ).subquery("ranked")
    twice, count = 2 * ranked.c.place, ranked.c.all_of_them
    middle = or_(twice == count, twice == count + 1, twice == count + 2)
    found = select(ranked.c.stage, func.avg(ranked.c.seconds)).where(middle).group_by(ranked.c.stage)
    return {stage: float(seconds) / A_DAY for stage, seconds in tx.execute(found)}


def _dropped(
    tx: Connection, workspace_id: str, within: Within, by: Dimension | None, spans: Sequence[Span], stages: Stages
) -> list[tuple[Dropped, ...]]:
    """What was lost in each span, by how far it had come."""
    lost, which = stages.lost.code, _which(DealRow.closed_at, spans)
    same_deal = and_(DealVersionRow.workspace_id == DealRow.workspace_id, DealVersionRow.deal_id == DealRow.deal_id)
    furthest = func.max(rank(DealVersionRow.stage, stages)).label("furthest")
    each = (
        select(PARTED_BY[by].label("part"), which.label("which"), furthest)
        .select_from(counted_deals(by).join(DealVersionRow.__table__, same_deal))
        .where(*mine(workspace_id, within), DealRow.stage == lost, _in_any(DealRow.closed_at, spans))
        .where(DealVersionRow.stage != lost)
        .group_by(PART, WHICH, DealRow.deal_id)
        .subquery("each")
    )
    key = (each.c.part, each.c.which, each.c.furthest)
    found = select(*key, func.count()).where(each.c.furthest >= 0).group_by(*key)
    return _apart(((row[1], Dropped(row[0], row[2], row[3])) for row in tx.execute(found)), spans)


def _closed(
    tx: Connection, workspace_id: str, within: Within, by: Dimension | None, spans: Sequence[Span]
) -> list[tuple[Closed, ...]]:
    key = (PARTED_BY[by], _which(DealRow.closed_at, spans), DealRow.stage, DealRow.currency, DealRow.lost_reason)
    found = (
        select(*key, func.count(), func.sum(DealRow.hundredths))
        .select_from(counted_deals(by))
        .where(*mine(workspace_id, within), _in_any(DealRow.closed_at, spans))
        .group_by(PART, WHICH, *key[2:])
        .order_by(PART, WHICH, *key[2:])
    )
    return _apart(
        (
            (which, Closed(part, stage, currency, reason, count, money(amount)))
            for part, which, stage, currency, reason, count, amount in tx.execute(found)
        ),
        spans,
    )


WHICH: ColumnElement[Any] = literal_column("2")  # to group by: the span is the second column of its query
One = TypeVar("One")


def _which(at: Any, spans: Sequence[Span]) -> ColumnElement[int]:
    """The number of the span an instant is in."""
    return case(*((_in(at, span), number) for number, span in enumerate(spans)))


def _in_any(at: Any, spans: Sequence[Span]) -> ColumnElement[bool]:
    return or_(*(_in(at, span) for span in spans))


def _apart(rows: Iterable[tuple[int, One]], spans: Sequence[Span]) -> list[tuple[One, ...]]:
    """The counts of each span."""
    found: list[list[One]] = [[] for _ in spans]
    for which, one in rows:
        found[which].append(one)
    return [tuple(some) for some in found]
