"""The funnel and the forecast, read for whoever asks: a rep their own, a manager their team's, an admin everybody's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm.cards.measures import Dimension, ForecastCard, FunnelCard
from crm.funnel import Funnel, funnel, parts, weak_stage, went_on
from crm.measures import Rates
from crm.people import Person, Role
from crm.periods import Period, period, usual
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.figures.circles import meant_by
from operations.figures.counting import counted, rates_of
from operations.office import Office
from storage import audit, deal_settings, people

MOST_GROUPS = 12
LONGEST = 30  # seconds a statement over all deals may take
Figures = TypeVar("Figures")
DIMENSIONS: dict[Dimension, tuple[str, ...]] = {
    "team": ("team", "teams", "团队"),
    "rep": ("rep", "reps", "销售", "人员"),
    "source": ("source", "sources", "来源"),
    "grade": ("grade", "grades", "等级", "级别"),
}
USUAL_GROUPS: dict[str, Dimension] = {"all": "team", "team": "rep"}


@dataclass(frozen=True)
class Asked:
    """What `/dibs funnel` and `/dibs forecast` are asked for. `words`: what is left, a period or a team's name."""

    words: str
    person_id: str | None = None


def read_funnel(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> FunnelCard:
    """Raises Refusal: not_allowed, funnel_words where the words are neither a team, a grouping nor a period."""
    with office.database.read(at_most=LONGEST) as tx:
        return funnel_card(tx, workspace_id=workspace_id, asker=asker, asked=asked, now=now)


def funnel_card(tx: Connection, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> FunnelCard:
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
    by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
    meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
    of = counted(tx, workspace_id=workspace_id, within=meant.within, calendar=calendar, now=now)
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
        named(tx, _largest_first(groups), by, workspace_id=workspace_id) if by else (),
        of.stalled() if here.stalled else (),
        here.stalled,
        of.rates,
    )


def _largest_first(groups: Sequence[tuple[str | None, Funnel]]) -> list[tuple[str | None, Funnel]]:
    """By what is open and won, so that what is not shown for want of room is the least."""
    return sorted(groups, key=lambda one: (-(one[1].value + one[1].won_value), -one[1].open, one[0] or ""))


def read_forecast(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> ForecastCard:
    """Raises Refusal: not_allowed, funnel_words."""
    with office.database.read(at_most=LONGEST) as tx:
        return forecast_card(tx, workspace_id=workspace_id, asker=asker, asked=asked, now=now)


def forecast_card(tx: Connection, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> ForecastCard:
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
    today = calendar.local_date(now)
    by, team, _ = understood(tx, asked.words, workspace_id=workspace_id, today=today)
    meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
    grouped = by or USUAL_GROUPS.get(meant.circle.whose)
    of = counted(tx, workspace_id=workspace_id, within=meant.within, calendar=calendar, now=now)
    promised, promises = of.forecast(grouped)
    groups = forecasting.shares(promises, stages=of.stages, rates=of.rates) if grouped else []
    last_quarter = period("last quarter", today)
    assert last_quarter is not None
    return ForecastCard(
        meant.circle,
        promised,
        grouped,
        named(tx, groups, grouped, workspace_id=workspace_id),
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


def understood(
    tx: Connection, words: str, *, workspace_id: str, today: date
) -> tuple[Dimension | None, str | None, Period]:
    """(grouping, team, period) of "rep last quarter" or "Sales 30d"; what isn't said is None, or the usual period."""
    left = words.split()
    by = next((one for one, called in DIMENSIONS.items() if left and left[0].casefold() in called), None)
    left = left[1:] if by else left
    for length in (2, 1, 0):
        days = period(" ".join(left[len(left) - length :]), today) if 0 < length <= len(left) else None
        if days:
            left = left[: len(left) - length]
            break
    if not left:
        return by, None, days or usual(today)
    wanted = " ".join(left).casefold()
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.name.casefold() == wanted), None)
    if team is None:
        raise Refusal("funnel_words", words=" ".join(left))
    return by, team.team_id, days or usual(today)


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
