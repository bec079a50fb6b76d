"""People and process: what each rep or team made of their deals and plans, and what kind of customers they hold."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from crm.cards import PeopleCard
from crm.cards.measures import Dimension
from crm.circles import Somebodys, Theirs
from crm.deals import Deal
from crm.funnel import Span
from crm.people_figures import Due, Holding, Made, holding, made, spread
from operations.figures.circles import Meant
from operations.figures.counting import rates_of, span_of
from operations.figures.measuring import named
from operations.figures.question import Question
from storage import customers, deal_settings, deals, followups, people

A_YEAR = timedelta(days=365)
_BY: dict[Dimension, Callable[[Somebodys], str | None]] = {
    "team": lambda one: one.team_id,
    "rep": lambda one: one.rep_id,
}


def people_card(asked: Question) -> PeopleCard:
    """A rep's own, a manager's team, all for an admin."""
    tx, meant, key, grouped = asked.tx, asked.meant, asked.key, asked.grouped
    span = span_of(asked.days, asked.calendar)
    year = Span(asked.calendar.at(asked.today - A_YEAR, time.min), asked.now + timedelta(days=1))
    found = deals.since(tx, **key, closed_since=min(span.since, year.since))
    due = _due(tx, meant, span, **key, now=asked.now)
    held = _held(tx, meant, found, year, **key)
    teams = _teams(tx, **key)
    theirs = [(Theirs(one.owner_id, teams.get(one.owner_id or "")), one) for one in found if span.holds(one.closed_at)]
    mine = [one for one in theirs if meant.within.holds(one[0])]
    stages = deal_settings.stages(tx, **key)

    def figures(of: Sequence[Deal], plans: Sequence[Due]) -> Made:
        return made(of, plans, stages=stages, span=span)

    groups = _parted(mine, due, _BY[grouped]) if grouped else {}
    return PeopleCard(
        meant.circle,
        asked.days,
        figures([deal for _, deal in mine], due),
        grouped,
        _by_name(named(tx, [(part, figures(*of)) for part, of in groups.items()], grouped, **key)),
        len(held),
        spread(held, stages),
        rates_of(tx, **key),
        stages,
    )


def _by_name(groups: Sequence[tuple[str | None, Made]]) -> tuple[tuple[str | None, Made], ...]:
    """In the order of their names: nobody is ranked."""
    return tuple(sorted(groups, key=lambda one: (one[0] is None, one[0] or "")))


def _parted(
    closed: Sequence[tuple[Theirs, Deal]], due: Sequence[Due], by: Callable[[Somebodys], str | None]
) -> dict[str | None, tuple[list[Deal], list[Due]]]:
    """Deals and plans by rep or team, each in exactly one part."""
    found: dict[str | None, tuple[list[Deal], list[Due]]] = defaultdict(lambda: ([], []))
    for whose, deal in closed:
        found[by(whose)][0].append(deal)
    for plan in due:
        found[by(plan)][1].append(plan)
    return dict(found)


def _teams(tx: Connection, *, workspace_id: str) -> dict[str, str | None]:
    return {one.person_id: one.team_id for one in people.people(tx, workspace_id=workspace_id)}


def _due(tx: Connection, meant: Meant, span: Span, *, workspace_id: str, now: datetime) -> list[Due]:
    teams = _teams(tx, workspace_id=workspace_id)
    found = followups.due_in(tx, workspace_id=workspace_id, since=span.since, until=min(span.until, now))
    return [one for one in (Due(owner, teams.get(owner), done) for owner, done in found) if meant.within.holds(one)]


def _held(tx: Connection, meant: Meant, found: Sequence[Deal], year: Span, *, workspace_id: str) -> list[Holding]:
    teams, of = _teams(tx, workspace_id=workspace_id), defaultdict(list)
    for deal in found:
        of[deal.customer_id].append(deal)
    how: dict[str, Any] = {
        "stages": deal_settings.stages(tx, workspace_id=workspace_id),
        "rates": rates_of(tx, workspace_id=workspace_id),
        "year": year,
    }
    held = (
        holding(one.owner_id or "", teams.get(one.owner_id or ""), one.grade, of[one.customer_id], **how)
        for one in customers.owned(tx, workspace_id=workspace_id)
    )
    return [one for one in held if meant.within.holds(one)]
