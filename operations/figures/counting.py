"""What the funnel, the forecast, the week and the quarter are counted from, for one circle of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm import forecast as forecasting
from crm.calendar import WorkCalendar
from crm.cards.deals import DealLine
from crm.cards.measures import Dimension
from crm.circles import Within
from crm.deals import Stages
from crm.forecast import Changed, Forecast, Moment, Past, Promise
from crm.funnel import Funnel, Happened, Span, Standing, funnel, went_on
from crm.measures import Rates, Share
from crm.periods import Period
from operations.deals.deal_seeing import lines
from storage import deal_settings, deals, forecasts, funnels, people

MOST_STALLED = 5
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class FunnelCounted:
    """The figures of a span, the counts they are the sum of, and what became of deals in the span before."""

    figures: Funnel
    standing: tuple[Standing, ...]
    happened: Happened
    before: Happened


@dataclass(frozen=True)
class Counted:
    """What all counts of one answer share: the snapshot, whose deals, and by which stages, rates and calendar. `any_deals`:
    a workspace that keeps none is spared the longest questions there are, each morning."""

    tx: Connection
    workspace_id: str
    within: Within
    calendar: WorkCalendar
    stages: Stages
    rates: Rates
    now: datetime
    any_deals: bool

    def funnel(self, days: Period, by: Dimension | None = None) -> FunnelCounted:
        """The figures of these days and of those before them, and the counts they are the sum of."""
        key: dict[str, Any] = {"workspace_id": self.workspace_id, "within": self.within, "by": by}
        standing: tuple[Standing, ...] = ()
        happened, before = Happened(), Happened()
        if self.any_deals:
            standing = funnels.standing(self.tx, **key, stages=self.stages, now=self.now)
            spans = (self.span(days), self.span(days.before))
            happened, before = funnels.happened(self.tx, **key, stages=self.stages, spans=spans, with_days=True)
        figures = funnel(standing, happened, stages=self.stages, rates=self.rates)
        return FunnelCounted(figures, standing, happened, before)

    def shares(self, days: Period, within: Within) -> Sequence[Share]:
        """What went on in a wider circle."""
        (there,) = funnels.happened(
            self.tx,
            workspace_id=self.workspace_id,
            within=within,
            by=None,
            spans=(self.span(days),),
            stages=self.stages,
        )
        return went_on(there, self.stages)

    def opened_and_ahead(self, days: Period) -> tuple[int, int]:
        """How many deals began in these days, and how often one went on to a further stage."""
        if not self.any_deals:
            return 0, 0
        return funnels.opened_and_ahead(
            self.tx, workspace_id=self.workspace_id, within=self.within, span=self.span(days), stages=self.stages
        )

    def stalled(self) -> tuple[DealLine, ...]:
        """The deals that stand still the longest."""
        key: dict[str, Any] = {"workspace_id": self.workspace_id, "now": self.now}
        first = funnels.stalled_first(self.tx, **key, within=self.within, stages=self.stages, most=MOST_STALLED)
        return lines(self.tx, deals.these(self.tx, workspace_id=self.workspace_id, deal_ids=first), **key)

    def forecast(self, by: Dimension | None = None) -> tuple[Forecast, tuple[Promise, ...]]:
        """The forecast, and the sums it is made of."""
        now, before = self._moment(self.now), self._moment(self.now - A_WEEK)
        promises: tuple[Promise, ...] = ()
        changed: tuple[Changed, ...] = ()
        if self.any_deals:
            key: dict[str, Any] = {"workspace_id": self.workspace_id, "within": self.within}
            began = self.calendar.at(now.month, time.min)
            promises = forecasts.promises(self.tx, **key, by=by, stages=self.stages, now=now, month_began=began)
            changed = forecasts.changed(self.tx, **key, since=before.at)
        made = forecasting.forecast(
            promises,
            changed,
            stages=self.stages,
            rates=self.rates,
            now=now,
            before=before,
            local_date=self.calendar.local_date,
        )
        return made, promises

    def past(self, days: Period, by: Dimension | None = None) -> tuple[Past, ...]:
        """What was promised for a quarter, and what became of it."""
        over = self.span(days)
        return forecasts.past(
            self.tx,
            workspace_id=self.workspace_id,
            within=self.within,
            by=by,
            stages=self.stages,
            start=Moment(over.since, days.first),
            over=over,
        )

    def span(self, days: Period) -> Span:
        return span_of(days, self.calendar)

    def _moment(self, at: datetime) -> Moment:
        return Moment(at, self.calendar.local_date(at))


def counted(tx: Connection, *, workspace_id: str, within: Within, calendar: WorkCalendar, now: datetime) -> Counted:
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    any_deals = funnels.are_more_than(tx, workspace_id=workspace_id, within=Within(), most=0)
    rates = rates_of(tx, workspace_id=workspace_id)
    return Counted(tx, workspace_id, within, calendar, stages, rates, now, any_deals)


def rates_of(tx: Connection, *, workspace_id: str) -> Rates:
    own = people.workspace(tx, workspace_id=workspace_id).currency
    return Rates(own, deal_settings.rates(tx, workspace_id=workspace_id))


def span_of(days: Period, calendar: WorkCalendar) -> Span:
    """The instants of these local days."""
    return Span(calendar.at(days.first, time.min), calendar.at(days.last + timedelta(days=1), time.min))
