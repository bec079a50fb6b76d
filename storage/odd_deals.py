"""Odd deals (crm/odd.py says which), found by SQL: what is usual first, then what is out of line with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Float,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
)

from crm.circles import Within
from crm.deals import Stages
from crm.measures import TOO_FEW, Rates
from crm.odd import A_YEAR, NINE_OF_TEN, PUSHED_OFTEN, TIMES, TWICE, WHYS, Odd
from storage.counting import IS_OPEN, counted_deals, mine, seconds_between
from storage.tables.activities import FollowUpRow
from storage.tables.deals import DealRow, DealVersionRow


def odd(
    tx: Connection, *, workspace_id: str, within: Within, stages: Stages, rates: Rates, now: datetime, most: int
) -> tuple[tuple[Odd, ...], int]:
    """The first of them, those odd in most ways before the others, and how many there are."""
    standing = (*mine(workspace_id, within), IS_OPEN)
    usual, slow = _usual_amount(tx, standing, rates), _slow(tx, workspace_id, within, stages, now)
    times = _pushes()
    holds = {
        "amount": _out_of_line(usual, rates),
        "age": false() if slow is None else DealRow.created_at < now - slow,
        "pushed": times >= PUSHED_OFTEN,
        "no_step": ~_planned(),
    }
    flags = [case((holds[why], 1), else_=0).label(why) for why in WHYS]
    found = (
        select(DealRow.deal_id, times.label("times"), *flags)
        .select_from(counted_deals(None))
        .where(*standing)
        .cte("flagged")
    )
    ways = sum((found.c[why] for why in WHYS[1:]), found.c[WHYS[0]])
    first = case(*((found.c[why] == 1, number) for number, why in enumerate(WHYS)))
    rows = tx.execute(select(found).where(ways > 0).order_by(ways.desc(), first, found.c.deal_id).limit(most)).all()
    total = tx.execute(select(func.count()).select_from(found).where(ways > 0)).scalar_one() if rows else 0
    return tuple(_as_odd(row) for row in rows), total


def _as_odd(row: Any) -> Odd:
    return Odd(row.deal_id, tuple(why for why in WHYS if getattr(row, why)), row.times)


def _usual_amount(tx: Connection, standing: Sequence[ColumnElement[bool]], rates: Rates) -> float | None:
    """The median of the sums there are, in hundredths of the workspace's own currency; None of too few."""
    sums = select(_converted(rates).label("value")).select_from(counted_deals(None)).where(*standing)
    return _at(tx, sums.where(DealRow.hundredths > 0).cte("sums"), lambda n: ((n - 1) // 2, n // 2))


def _slow(tx: Connection, workspace_id: str, within: Within, stages: Stages, now: datetime) -> timedelta | None:
    """Twice the time within which nine of ten won deals were won in the last year; None of too few."""
    won = (*mine(workspace_id, within), DealRow.stage == stages.won.code, DealRow.closed_at >= now - A_YEAR)
    took = select(seconds_between(tx, DealRow.created_at, DealRow.closed_at).label("value"))
    nine = _at(
        tx, took.select_from(counted_deals(None)).where(*won).cte("took"), lambda n: ((n * NINE_OF_TEN - 1) // 10,) * 2
    )
    return None if nine is None else timedelta(seconds=TWICE * nine)


def _at(tx: Connection, values: CTE, places: Any) -> float | None:
    """The mean of the values at the places named, counted from the smallest; None of too few."""
    known = values.c.value.is_not(None)
    count = tx.execute(select(func.count()).select_from(values).where(known)).scalar_one()
    if count < TOO_FEW:
        return None
    first, last = places(count)
    ordered = select(values.c.value).where(known).order_by(values.c.value).offset(first).limit(last - first + 1)
    found = tx.execute(ordered).scalars().all()
    return float(sum(found) / len(found))


def _converted(rates: Rates) -> ColumnElement[float]:
    """A deal's sum in the workspace's own currency, null without a rate. Near enough to tell what is out of line."""
    worth = {rates.base: 1.0} | {currency: float(rate) for currency, rate in rates.of.items()}
    of = {currency: literal(rate, Float()) for currency, rate in worth.items()}
    return cast(DealRow.hundredths, Float) * case(of, value=DealRow.currency, else_=cast(null(), Float))


def _out_of_line(usual: float | None, rates: Rates) -> ColumnElement[bool]:
    if not usual:
        return false()
    value = _converted(rates)
    return and_(DealRow.hundredths > 0, or_(value > usual * TIMES, value * TIMES < usual))


def _pushes() -> ColumnElement[int]:
    """How often a deal's day to close was moved to a later one; looked for where there are versions enough."""
    before = func.lag(DealVersionRow.close_on).over(order_by=DealVersionRow.version)
    days = (
        select(DealVersionRow.close_on, before.label("before"))
        .where(
            DealVersionRow.workspace_id == DealRow.workspace_id,
            DealVersionRow.deal_id == DealRow.deal_id,
            DealVersionRow.close_on.is_not(None),
        )
        .correlate(DealRow)
        .subquery("days")
    )
    later = select(func.count()).select_from(days).where(days.c.close_on > days.c.before).scalar_subquery()
    return case((DealRow.version > PUSHED_OFTEN, later), else_=0)


def _planned() -> ColumnElement[bool]:
    return exists().where(
        FollowUpRow.workspace_id == DealRow.workspace_id,
        FollowUpRow.customer_id == DealRow.customer_id,
        FollowUpRow.state == "open",
    )
