"""The funnel and the forecast as they are counted for whoever asks; and the rates sums are added up by."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm.cards.measures import Dimension, ForecastCard, FunnelCard
from crm.funnel import Funnel, funnel, parts, weak_stage, went_on
from crm.measures import Rates
from crm.people import Role
from crm.periods import period
from crm.refusal import Refusal
from operations.figures.counting import rates_of
from operations.figures.question import Question
from operations.office import Office
from storage import audit, deal_settings, people

MOST_GROUPS = 12
Figures = TypeVar("Figures")


def funnel_card(asked: Question) -> FunnelCard:
    by, meant, days, of = asked.by, asked.meant, asked.days, asked.counted()
    found = of.funnel(days, by)
    here, apart = found.figures, parts(found.standing, found.happened)
    groups = [(part, funnel(*theirs, stages=of.stages, rates=of.rates)) for part, theirs in apart.items()]
    return FunnelCard(
        meant.circle,
        days,
        here,
        weak_stage(
            here,
            wider=of.shares(days, meant.wider_within) if meant.wider_within else None,
            before=went_on(found.before, of.stages),
        ),
        meant.wider,
        by,
        named(asked.tx, _largest_first(groups), by, **asked.key) if by else (),
        of.stalled() if here.stalled else (),
        here.stalled,
        of.rates,
    )


def _largest_first(groups: Sequence[tuple[str | None, Funnel]]) -> list[tuple[str | None, Funnel]]:
    """By what is open and won, so that what is not shown for want of room is the least."""
    return sorted(groups, key=lambda one: (-(one[1].value + one[1].won_value), -one[1].open, one[0] or ""))


def forecast_card(asked: Question) -> ForecastCard:
    grouped, of = asked.grouped, asked.counted()
    promised, promises = of.forecast(grouped)
    groups = forecasting.shares(promises, stages=of.stages, rates=of.rates) if grouped else []
    last_quarter = period("last quarter", asked.today)
    assert last_quarter is not None
    return ForecastCard(
        asked.meant.circle,
        promised,
        grouped,
        named(asked.tx, groups, grouped, **asked.key),
        of.rates,
        of.stages,
        forecasting.outcome(of.past(last_quarter), stages=of.stages, rates=of.rates),
    )


def set_rate(office: Office, *, workspace_id: str, actor_id: str, currency: str, rate: Decimal, now: datetime) -> Rates:
    """What one unit of a currency is worth in the workspace's own. Raises Refusal: not_allowed, own_currency."""
    with office.database.begin() as tx:
        actor = people.person(tx, workspace_id=workspace_id, person_id=actor_id)
        if actor is None or actor.role != Role.ADMIN:
            raise Refusal("not_allowed")
        base = people.workspace(tx, workspace_id=workspace_id).currency
        if currency == base:
            raise Refusal("own_currency", currency=base)
        deal_settings.set_rate(tx, workspace_id=workspace_id, currency=currency, rate=rate, now=now)
        audit.write(
            tx, workspace_id=workspace_id, actor_id=actor_id, what="rate_set", now=now, currency=currency, rate=rate
        )
        return rates_of(tx, workspace_id=workspace_id)


def read_rates(office: Office, *, workspace_id: str) -> Rates:
    with office.database.read() as tx:
        return rates_of(tx, workspace_id=workspace_id)


def named(
    tx: Connection, groups: Sequence[tuple[str | None, Figures]], by: Dimension | None, *, workspace_id: str
) -> tuple[tuple[str | None, Figures], ...]:
    """The groups under the names of their people or teams."""
    if by == "rep":
        names = people.names(tx, workspace_id=workspace_id, person_ids={key for key, _ in groups})
    elif by == "team":
        names = {one.team_id: one.name for one in people.teams(tx, workspace_id=workspace_id)}
    else:
        names = {key: key for key, _ in groups if key}
    return tuple((names.get(key or ""), figures) for key, figures in groups[:MOST_GROUPS])
