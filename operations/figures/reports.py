"""A week and a quarter of a team in figures, and the deals that are odd: computed when they are sent or asked for."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm import funnel as funnels
from crm.cards.measures import Circle, Dimension
from crm.cards.reports import OddCard, OddLine, QuarterCard, WeekCard
from crm.circles import Within
from crm.people import Person
from crm.periods import Period, period
from operations.clock.clockwork import read_clocks
from operations.customers import complaining
from operations.customers.seeing import SOON
from operations.deals.deal_seeing import lines
from operations.figures.counting import Counted, counted
from operations.figures.digesting import deals_done, team_numbers
from operations.figures.measuring import MOST_GROUPS, named
from operations.figures.question import Question
from storage import claims, deals, odd_deals, people, reassignments
from storage.running_out import running_out

MOST_ODD = 5
MOST_ASKED = 12  # odd deals of an answer of their own
WEEK = timedelta(days=7)


def odd_card(asked: Question) -> OddCard:
    return OddCard(asked.meant.circle, *_odd(asked.counted(), MOST_ASKED))


def week(tx: Connection, *, workspace_id: str, manager: Person, last: date, now: datetime) -> WeekCard:
    """The seven days up to `last` of the manager's team; of everybody, where they lead none."""
    circle, within, members = circle_of(tx, manager, workspace_id=workspace_id)
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    of = counted(tx, workspace_id=workspace_id, within=within, calendar=calendar, now=now)
    days = Period(last - WEEK + timedelta(days=1), last)
    span = of.span(days)
    held = claims.open_counts(tx, workspace_id=workspace_id)
    waiting = [
        one for one in reassignments.waiting(tx, workspace_id=workspace_id) if one.manager_id == manager.person_id
    ]
    numbers = team_numbers(
        tx,
        members,
        sum(held.get(one.person_id, 0) for one in members),
        len(waiting),
        workspace_id=workspace_id,
        since=span.since,
        until=span.until,
    )
    done = deals_done(of, days)
    _, expiring = running_out(tx, workspace_id=workspace_id, within=within, until=now + SOON, most=1)
    complaints = complaining.open_cards(tx, workspace_id=workspace_id, asker=manager)
    return WeekCard(
        circle,
        days,
        numbers,
        done.funnel,
        done.forecast,
        done.opened,
        done.went_on,
        of.stalled() if done.funnel.stalled else (),
        done.funnel.stalled,
        *_odd(of, MOST_ODD),
        of.rates,
        of.stages,
        expiring,
        sum(one.complaint.due_at < now for one in complaints),
    )


def quarter(tx: Connection, *, workspace_id: str, manager: Person, first: date, now: datetime) -> QuarterCard:
    """The quarter that began on `first`: what was won, how the forecast came out and by whom, against the one before."""
    circle, within, _ = circle_of(tx, manager, workspace_id=workspace_id)
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    of = counted(tx, workspace_id=workspace_id, within=within, calendar=calendar, now=now)
    days = period("quarter", first)
    assert days is not None
    found = of.funnel(days)
    here, before = found.figures, found.before
    by: Dimension = "team" if circle.whose == "all" else "rep"
    past = of.past(days, by)
    by_part = forecasting.outcomes(past, stages=of.stages, rates=of.rates)[:MOST_GROUPS]
    return QuarterCard(
        circle,
        days,
        here,
        funnels.weak_stage(here, wider=None, before=funnels.went_on(before, of.stages)),
        funnels.win_rate(before, of.stages),
        forecasting.outcome(past, stages=of.stages, rates=of.rates),
        named(tx, by_part, by, workspace_id=workspace_id),
        of.rates,
    )


def circle_of(tx: Connection, manager: Person, *, workspace_id: str) -> tuple[Circle, Within, list[Person]]:
    """Whom a digest is about: the manager's team, or everybody for who leads none, those who left included."""
    everybody = people.people(tx, workspace_id=workspace_id)
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == manager.team_id), None)
    if team is None:
        return Circle("all"), Within(), list(everybody)
    members = [one for one in everybody if one.team_id == team.team_id]
    return Circle("team", team.name), Within(team_id=team.team_id), members


def _odd(of: Counted, most: int) -> tuple[tuple[OddLine, ...], int]:
    """The first odd deals, and how many there are."""
    found, total = odd_deals.odd(
        of.tx,
        workspace_id=of.workspace_id,
        within=of.within,
        stages=of.stages,
        rates=of.rates,
        now=of.now,
        most=most,
    )
    these = deals.these(of.tx, workspace_id=of.workspace_id, deal_ids=[one.deal_id for one in found])
    shown = lines(of.tx, these, workspace_id=of.workspace_id, now=of.now)
    return tuple(OddLine(line, one.whys, one.pushed) for line, one in zip(shown, found, strict=True)), total
