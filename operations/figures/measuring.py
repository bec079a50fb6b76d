"""The funnel and the forecast, read for whoever asks: a rep their own, a manager their team's, an admin everybody's."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm import funnel as funnels
from crm.calendar import WorkCalendar
from crm.cards.measures import Dimension, ForecastCard, FunnelCard
from crm.deals import stalled_days
from crm.forecast import Moment
from crm.funnel import Span, Track, parts
from crm.measures import Rates
from crm.people import Person, Role
from crm.periods import Period, period, usual
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.deals.deal_seeing import lines
from operations.figures.circles import meant_by
from operations.office import Office
from storage import audit, deal_settings, deals, people

MOST_STALLED = 5
MOST_GROUPS = 12
Figures = TypeVar("Figures")
A_WEEK = timedelta(days=7)
DIMENSIONS: dict[Dimension, tuple[str, ...]] = {
    "team": ("team", "teams", "团队"),
    "rep": ("rep", "reps", "销售", "人员"),
    "source": ("source", "sources", "来源"),
    "grade": ("grade", "grades", "等级", "级别"),
}
USUAL_GROUPS: dict[str, Dimension] = {"all": "team", "team": "rep"}
BY: dict[Dimension, Callable[[Track], str | None]] = {
    "team": lambda track: track.team_id,
    "rep": lambda track: track.rep_id,
    "source": lambda track: track.source,
    "grade": lambda track: track.grade,
}


@dataclass(frozen=True)
class Asked:
    """What `/dibs funnel` and `/dibs forecast` are asked for. `words`: what is left, a period or a team's name."""

    words: str
    person_id: str | None = None


def read_funnel(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> FunnelCard:
    """Raises Refusal: not_allowed, funnel_words where the words are neither a team, a grouping nor a period."""
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
        meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
        span, before = span_of(days, calendar), span_of(days.before, calendar)
        tracks = tracks_of(tx, workspace_id=workspace_id, closed_since=before.since, now=now, owners=meant.wider_owners)
        rates, stages = rates_of(tx, workspace_id=workspace_id), deal_settings.stages(tx, workspace_id=workspace_id)

        def figures(of: Iterable[Track], when: Span = span) -> funnels.Funnel:
            return funnels.funnel(list(of), stages=stages, span=when, rates=rates)

        mine = [track for track in tracks if meant.holds(track)]
        here = figures(mine)
        wider = figures(track for track in tracks if meant.wider_holds(track)) if meant.wider_holds else None
        still = sorted((one for one in mine if one.stalled is not None), key=lambda one: -(one.stalled or 0))
        return FunnelCard(
            meant.circle,
            days,
            here,
            funnels.weak_stage(here, wider=wider, before=figures(mine, before)),
            meant.wider,
            by,
            named(tx, [(key, figures(of)) for key, of in parts(mine, BY[by]).items()], by, workspace_id=workspace_id)
            if by
            else (),
            lines(tx, [one.deal for one in still[:MOST_STALLED]], workspace_id=workspace_id, now=now),
            len(still),
            rates,
        )


def read_forecast(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> ForecastCard:
    """Raises Refusal: not_allowed, funnel_words."""
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        today = calendar.local_date(now)
        by, team, _ = understood(tx, asked.words, workspace_id=workspace_id, today=today)
        meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
        last_quarter = period("last quarter", today)
        assert last_quarter is not None
        since = calendar.at(last_quarter.first, time.min)
        tracks = tracks_of(tx, workspace_id=workspace_id, closed_since=since, now=now, owners=meant.owners)
        mine = [track for track in tracks if meant.holds(track)]
        rates, stages = rates_of(tx, workspace_id=workspace_id), deal_settings.stages(tx, workspace_id=workspace_id)
        promised = forecasting.forecast(
            mine,
            stages=stages,
            rates=rates,
            now=Moment(now, today),
            before=Moment(now - A_WEEK, calendar.local_date(now - A_WEEK)),
            local_date=calendar.local_date,
        )
        grouped = by or USUAL_GROUPS.get(meant.circle.whose)
        groups = (
            forecasting.shares(
                mine,
                BY[grouped],
                stages=stages,
                rates=rates,
                now=Moment(now, today),
                before=Moment(now, today),
                local_date=calendar.local_date,
            )
            if grouped
            else []
        )
        return ForecastCard(
            meant.circle,
            promised,
            grouped,
            named(tx, groups, grouped, workspace_id=workspace_id),
            rates,
            stages,
            forecasting.outcome(
                mine,
                stages=stages,
                rates=rates,
                start=Moment(since, last_quarter.first),
                ended=calendar.at(last_quarter.last + timedelta(days=1), time.min),
                local_date=calendar.local_date,
            ),
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


def rates_of(tx: Connection, *, workspace_id: str) -> Rates:
    own = people.workspace(tx, workspace_id=workspace_id).currency
    return Rates(own, deal_settings.rates(tx, workspace_id=workspace_id))


def span_of(days: Period, calendar: WorkCalendar) -> Span:
    """The instants of these local days."""
    return Span(calendar.at(days.first, time.min), calendar.at(days.last + timedelta(days=1), time.min))


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


def tracks_of(
    tx: Connection, *, workspace_id: str, closed_since: datetime, now: datetime, owners: Collection[str] | None = None
) -> list[Track]:
    """Every deal that matters (of these owners, or all), with all it ever was. Of a customer in the pool nobody is the
    rep."""
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    histories = deals.histories(tx, workspace_id=workspace_id, closed_since=closed_since, owners=owners)
    about = deals.about_customers(tx, workspace_id=workspace_id, owners=owners)
    last = deals.last_activities(tx, workspace_id=workspace_id, owners=owners)
    teams = {one.person_id: one.team_id for one in people.people(tx, workspace_id=workspace_id)}
    tracks = []
    for deal in deals.since(tx, workspace_id=workspace_id, closed_since=closed_since, owners=owners):
        state, source, grade = about[deal.customer_id]
        rep = None if state == "pool" and deal.closed_at is None else deal.owner_id
        still = stalled_days(deal, last_activity_at=last.get(deal.customer_id), stages=stages, now=now)
        tracks.append(Track(deal, histories[deal.deal_id], rep, teams.get(rep or ""), source, grade, still))
    return tracks


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
