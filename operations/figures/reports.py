"""A week and a quarter of a team in figures, and the deals that are odd: computed when they are sent or asked for."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm import funnel as funnels
from crm.cards.measures import Circle, Dimension
from crm.cards.reports import OddCard, OddLine, QuarterCard, WeekCard
from crm.deals import Stages, moves
from crm.forecast import Moment
from crm.funnel import Span, Track
from crm.odd import Odd, odd_deals
from crm.people import Person
from crm.periods import Period, period
from operations.clock.clockwork import read_clocks
from operations.deals.deal_seeing import lines
from operations.figures.circles import meant_by
from operations.figures.digesting import team_numbers
from operations.figures.measuring import (
    BY,
    MOST_GROUPS,
    MOST_STALLED,
    Asked,
    named,
    rates_of,
    span_of,
    tracks_of,
    understood,
)
from operations.office import Office
from storage import claims, deal_settings, followups, people, reassignments

MOST_ODD = 5
MOST_ASKED = 12  # odd deals of an answer of their own
WEEK = timedelta(days=7)


def read_odd(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> OddCard:
    """The odd deals of the asker, a rep or a team. Raises Refusal: not_allowed, funnel_words."""
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
        meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
        since = span_of(days, calendar).since
        tracks = tracks_of(tx, workspace_id=workspace_id, closed_since=since, now=now, owners=meant.owners)
        found = _odd(tx, [one for one in tracks if meant.holds(one)], workspace_id=workspace_id, now=now)
        return OddCard(meant.circle, _odd_lines(tx, found[:MOST_ASKED], workspace_id=workspace_id, now=now), len(found))


def week(tx: Connection, *, workspace_id: str, manager: Person, last: date, now: datetime) -> WeekCard:
    """The seven days up to `last` of the manager's team; of everybody, where they lead none."""
    circle, members = circle_of(tx, manager, workspace_id=workspace_id)
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    days = Period(last - WEEK + timedelta(days=1), last)
    span = span_of(days, calendar)
    owners = _owners(manager, members)
    tracks = tracks_of(tx, workspace_id=workspace_id, closed_since=span.since, now=now, owners=owners)
    stages, rates = deal_settings.stages(tx, workspace_id=workspace_id), rates_of(tx, workspace_id=workspace_id)
    still = sorted((one for one in tracks if one.stalled is not None), key=lambda one: -(one.stalled or 0))
    odd = _odd(tx, tracks, workspace_id=workspace_id, now=now)
    held = claims.open_counts(tx, workspace_id=workspace_id)
    waiting = [
        one for one in reassignments.waiting(tx, workspace_id=workspace_id) if one.manager_id == manager.person_id
    ]
    return WeekCard(
        circle,
        days,
        team_numbers(
            tx,
            members,
            sum(held.get(one.person_id, 0) for one in members),
            len(waiting),
            workspace_id=workspace_id,
            since=span.since,
            until=span.until,
        ),
        funnels.funnel(tracks, stages=stages, span=span, rates=rates),
        forecasting.forecast(
            tracks,
            stages=stages,
            rates=rates,
            now=Moment(now, calendar.local_date(now)),
            before=Moment(now - WEEK, calendar.local_date(now - WEEK)),
            local_date=calendar.local_date,
        ),
        sum(span.holds(one.deal.created_at) for one in tracks),
        _went_on(tracks, stages, span),
        lines(tx, [one.deal for one in still[:MOST_STALLED]], workspace_id=workspace_id, now=now),
        len(still),
        _odd_lines(tx, odd[:MOST_ODD], workspace_id=workspace_id, now=now),
        len(odd),
        rates,
        stages,
    )


def quarter(tx: Connection, *, workspace_id: str, manager: Person, first: date, now: datetime) -> QuarterCard:
    """The quarter that began on `first`: what was won, how the forecast came out and by whom, against the one before."""
    circle, members = circle_of(tx, manager, workspace_id=workspace_id)
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    days = period("quarter", first)
    assert days is not None
    span, before = span_of(days, calendar), span_of(days.before, calendar)
    owners = _owners(manager, members)
    tracks = tracks_of(tx, workspace_id=workspace_id, closed_since=before.since, now=now, owners=owners)
    stages, rates = deal_settings.stages(tx, workspace_id=workspace_id), rates_of(tx, workspace_id=workspace_id)
    here = funnels.funnel(tracks, stages=stages, span=span, rates=rates)
    past = funnels.funnel(tracks, stages=stages, span=before, rates=rates)
    how = {"stages": stages, "rates": rates, "local_date": calendar.local_date}
    over = {"start": Moment(span.since, days.first), "ended": span.until}
    by: Dimension = "team" if circle.whose == "all" else "rep"
    return QuarterCard(
        circle,
        days,
        here,
        funnels.weak_stage(here, wider=None, before=past),
        past.win_rate,
        forecasting.outcome(tracks, **how, **over),  # type: ignore[arg-type]
        named(tx, forecasting.outcomes(tracks, BY[by], **how, **over)[:MOST_GROUPS], by, workspace_id=workspace_id),
        rates,
    )


def circle_of(tx: Connection, manager: Person, *, workspace_id: str) -> tuple[Circle, list[Person]]:
    """Whom a digest is about: the manager's team, or everybody for who leads none."""
    everybody = people.people(tx, workspace_id=workspace_id)
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == manager.team_id), None)
    if team is None:
        return Circle("all"), list(everybody)
    return Circle("team", team.name), [one for one in everybody if one.team_id == team.team_id]


def _owners(manager: Person, members: Sequence[Person]) -> Collection[str] | None:
    """Whose deals are read; None for all, those of people who left included."""
    return [one.person_id for one in members] if manager.team_id else None


def _went_on(tracks: Sequence[Track], stages: Stages, span: Span) -> int:
    """How often in these days a deal came to an open stage further than the one before."""
    return sum(
        span.holds(step.at) and stages.rank(step.after) > stages.rank(step.before)
        for track in tracks
        for step in moves(track.history)
        if step.before and step.after in {one.code for one in stages.open}
    )


def _odd(tx: Connection, tracks: Sequence[Track], *, workspace_id: str, now: datetime) -> tuple[Odd, ...]:
    return odd_deals(
        tracks,
        planned=followups.planned_customers(tx, workspace_id=workspace_id),
        stages=deal_settings.stages(tx, workspace_id=workspace_id),
        rates=rates_of(tx, workspace_id=workspace_id),
        now=now,
    )


def _odd_lines(tx: Connection, found: Sequence[Odd], *, workspace_id: str, now: datetime) -> tuple[OddLine, ...]:
    shown = lines(tx, [one.track.deal for one in found], workspace_id=workspace_id, now=now)
    return tuple(OddLine(line, one.whys, one.pushed) for line, one in zip(shown, found, strict=True))
