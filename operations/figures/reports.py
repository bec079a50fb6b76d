"""A week and a quarter of a team in figures, and the deals that are odd: computed when they are sent or asked for."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm import funnel as funnels
from crm.cards.measures import Dimension
from crm.cards.reports import OddCard, OddLine, QuarterCard, WeekCard
from crm.people import Person
from crm.periods import Period, period
from operations.clock.clockwork import read_clocks
from operations.customers import complaining, seeing
from operations.customers.seeing import SOON
from operations.deals.deal_seeing import lines
from operations.figures.counting import Counted, counted
from operations.figures.digesting import deals_done
from operations.figures.measuring import MOST_GROUPS, named
from operations.figures.question import Question
from operations.figures.team_numbers import led_by, team_numbers
from storage import deals, odd_deals, reassignments
from storage.reassignments import Reassignment
from storage.running_out import running_out

MOST_SHOWN = 3  # of each part of a week: the day's digest, the funnel and the odd deals show more of it
MOST_ASKED = 12  # odd deals of an answer of their own
WEEK = timedelta(days=7)


def odd_card(asked: Question) -> OddCard:
    return OddCard(asked.meant.circle, *_odd(asked.counted(), MOST_ASKED))


def week(
    tx: Connection, *, workspace_id: str, manager: Person, last: date, now: datetime, again: bool = False
) -> WeekCard:
    """The seven days up to `last` of the manager's team; of everybody, where they lead none. `again`: it was read already,
    so what has been decided since stays on it, without its buttons."""
    key: dict[str, Any] = {"workspace_id": workspace_id}
    led = led_by(tx, manager, **key)
    calendar = read_clocks(tx, **key, now=now).calendar(manager.team_id)
    of = counted(tx, **key, within=led.within, calendar=calendar, now=now)
    days = Period(last - WEEK + timedelta(days=1), last)
    waiting = [one for one in reassignments.waiting(tx, **key) if one.manager_id == manager.person_id]
    decided: tuple[Reassignment, ...] = ()
    if again:
        since = calendar.at(last + timedelta(days=1), time.min)
        decided = reassignments.decided_since(tx, **key, manager_id=manager.person_id, since=since)
    spans: dict[str, Any] = {"span": of.span(days), "before": of.span(days.before)}
    done = deals_done(of, days)
    near, expiring = running_out(tx, **key, within=led.within, until=now + SOON, most=MOST_SHOWN)
    late = [one for one in complaining.open_cards(tx, **key, asker=manager) if one.complaint.due_at < now]
    return WeekCard(
        led.circle,
        days,
        team_numbers(tx, led, **key, **spans, waiting=len(waiting), now=now),
        done.funnel,
        done.forecast,
        done.opened,
        done.went_on,
        of.stalled()[:MOST_SHOWN] if done.funnel.stalled else (),
        done.funnel.stalled,
        *_odd(of, MOST_SHOWN),
        of.rates,
        of.stages,
        tuple(seeing.reassignment_card(tx, one, **key) for one in (*waiting, *decided)[:MOST_SHOWN]),
        tuple(seeing.claim_lines(tx, near, **key, now=now)),
        expiring,
        tuple(late[:MOST_SHOWN]),
        len(late),
    )


def quarter(tx: Connection, *, workspace_id: str, manager: Person, first: date, now: datetime) -> QuarterCard:
    """The quarter that began on `first`: what was won, how the forecast came out and by whom, against the one before."""
    led = led_by(tx, manager, workspace_id=workspace_id)
    circle = led.circle
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(manager.team_id)
    of = counted(tx, workspace_id=workspace_id, within=led.within, calendar=calendar, now=now)
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
