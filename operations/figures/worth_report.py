"""The value report and the sources, for who leads."""

from collections.abc import Sequence
from typing import Any

from crm.cards import SourcesCard, ValueCard
from crm.circles import Theirs
from crm.sources import Came, Yield, by_origin, yielded
from crm.worth import Effort, found_again, won_in_new_hands, worth
from operations.figures.counting import rates_of, span_of
from operations.figures.question import Question
from storage import deal_settings, deals, people, sources
from storage import worth as facts

MOST_ORIGINS = 20


def value_card(asked: Question) -> ValueCard:
    """Of a manager's team, of all for an admin."""
    tx, key = asked.tx, asked.key
    span, rates, stages = span_of(asked.days, asked.calendar), rates_of(tx, **key), deal_settings.stages(tx, **key)
    within: dict[str, Any] = {**key, "since": span.since, "until": span.until}
    teams = {one.person_id: one.team_id for one in people.people(tx, **key)}

    def theirs(person_id: str | None) -> bool:
        return asked.meant.within.holds(Theirs(person_id, teams.get(person_id or "")))

    closed = [
        deal for deal in deals.since(tx, **key, closed_since=span.since) if deal.closed_at and theirs(deal.owner_id)
    ]
    tenures = facts.tenures(tx, **key, customer_ids={deal.customer_id for deal in closed})
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
    return ValueCard(asked.meant.circle, asked.days, figures, rates)


def sources_card(asked: Question) -> SourcesCard:
    """The customers that came in a period, of the whole workspace."""
    tx, key = asked.tx, asked.key
    span, rates, stages = span_of(asked.days, asked.calendar), rates_of(tx, **key), deal_settings.stages(tx, **key)
    came = sources.came(tx, **key, since=span.since, until=span.until)

    def figures(of: Sequence[Came]) -> Yield:
        return yielded(of, stages=stages, rates=rates, calendar=asked.calendar)

    origins = tuple((origin, figures(of)) for origin, of in by_origin(came))
    left = rates.left_out((deal.amount, deal.currency) for one in came for deal in one.deals)
    return SourcesCard(asked.days, figures(came), origins[:MOST_ORIGINS], len(origins), rates, left)
