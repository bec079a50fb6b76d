"""The value report and the sources, for who leads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from crm.cards import SourcesCard, ValueCard
from crm.circles import Theirs
from crm.people import Person
from crm.refusal import Refusal
from crm.sources import Came, Yield, by_origin, yielded
from crm.worth import Effort, found_again, won_in_new_hands, worth
from operations.clock.clockwork import read_clocks
from operations.figures.circles import meant_by
from operations.figures.counting import rates_of, span_of
from operations.figures.measuring import Asked, understood
from operations.office import Office
from storage import deal_settings, deals, people, sources
from storage import worth as facts

MOST_ORIGINS = 20


def read_value(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> ValueCard:
    """Of a manager's team, of all for an admin. Raises Refusal: not_allowed, funnel_words, value_words."""
    if not asker.leads:
        raise Refusal("not_allowed")
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
        if by:
            raise Refusal("value_words")
        meant = meant_by(tx, asker, asked.person_id, team, None, workspace_id=workspace_id)
        span, rates = span_of(days, calendar), rates_of(tx, workspace_id=workspace_id)
        within: dict[str, Any] = {"workspace_id": workspace_id, "since": span.since, "until": span.until}
        stages = deal_settings.stages(tx, workspace_id=workspace_id)
        teams = {one.person_id: one.team_id for one in people.people(tx, workspace_id=workspace_id)}

        def theirs(person_id: str | None) -> bool:
            return meant.within.holds(Theirs(person_id, teams.get(person_id or "")))

        closed = [
            deal
            for deal in deals.since(tx, workspace_id=workspace_id, closed_since=span.since)
            if deal.closed_at and theirs(deal.owner_id)
        ]
        tenures = facts.tenures(tx, workspace_id=workspace_id, customer_ids={deal.customer_id for deal in closed})
        efforts = [one for who, one in facts.efforts(tx, **within).items() if theirs(who)]
        touches = facts.touches(tx, **within).values()
        figures = worth(
            [one for one in facts.warned(tx, **within) if theirs(one.rep_id)],
            won_in_new_hands(closed, tenures, stages=stages, span=span),
            sum(who is not None and theirs(who) for who in (found_again(one, span) for one in touches)),
            Effort(
                tuple(words for one in efforts for words in one.messages),
                tuple(seconds for one in efforts for seconds in one.forms),
            ),
            rates=rates,
        )
        return ValueCard(meant.circle, days, figures, rates)


def read_sources(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> SourcesCard:
    """The customers that came in a period, of the whole workspace. Raises Refusal: not_allowed, sources_words."""
    if not asker.leads:
        raise Refusal("not_allowed")
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
        if by or team or asked.person_id:
            raise Refusal("sources_words")
        span, rates = span_of(days, calendar), rates_of(tx, workspace_id=workspace_id)
        stages = deal_settings.stages(tx, workspace_id=workspace_id)
        came = sources.came(tx, workspace_id=workspace_id, since=span.since, until=span.until)

        def figures(of: Sequence[Came]) -> Yield:
            return yielded(of, stages=stages, rates=rates, calendar=calendar)

        origins = tuple((origin, figures(of)) for origin, of in by_origin(came))
        left = rates.left_out((deal.amount, deal.currency) for one in came for deal in one.deals)
        return SourcesCard(days, figures(came), origins[:MOST_ORIGINS], len(origins), rates, left)
