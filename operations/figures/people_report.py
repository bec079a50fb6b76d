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
from crm.people import Person
from crm.people_figures import Due, Holding, Made, holding, made, spread
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.figures.circles import Meant, meant_by
from operations.figures.counting import rates_of, span_of
from operations.figures.measuring import USUAL_GROUPS, Asked, named, understood
from operations.office import Office
from storage import customers, deal_settings, deals, followups, people

A_YEAR = timedelta(days=365)
_BY: dict[Dimension, Callable[[Somebodys], str | None]] = {
    "team": lambda one: one.team_id,
    "rep": lambda one: one.rep_id,
}


def read_people(office: Office, *, workspace_id: str, asker: Person, asked: Asked, now: datetime) -> PeopleCard:
    """A rep's own, a manager's team, all for an admin. Raises Refusal: not_allowed, funnel_words, people_words."""
    with office.database.read(at_most=10) as tx:
        calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
        today = calendar.local_date(now)
        by, team, days = understood(tx, asked.words, workspace_id=workspace_id, today=today)
        if by not in (None, "team", "rep"):
            raise Refusal("people_words")
        meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
        span = span_of(days, calendar)
        year = Span(calendar.at(today - A_YEAR, time.min), now + timedelta(days=1))
        found = deals.since(tx, workspace_id=workspace_id, closed_since=min(span.since, year.since))
        due = _due(tx, meant, span, workspace_id=workspace_id, now=now)
        held = _held(tx, meant, found, year, workspace_id=workspace_id)
        teams = _teams(tx, workspace_id=workspace_id)
        theirs = [
            (Theirs(one.owner_id, teams.get(one.owner_id or "")), one) for one in found if span.holds(one.closed_at)
        ]
        mine = [one for one in theirs if meant.within.holds(one[0])]
        stages = deal_settings.stages(tx, workspace_id=workspace_id)

        def figures(of: Sequence[Deal], plans: Sequence[Due]) -> Made:
            return made(of, plans, stages=stages, span=span)

        grouped = by or USUAL_GROUPS.get(meant.circle.whose)
        groups = _parted(mine, due, _BY[grouped]) if grouped else {}
        return PeopleCard(
            meant.circle,
            days,
            figures([deal for _, deal in mine], due),
            grouped,
            _by_name(
                named(tx, [(key, figures(*of)) for key, of in groups.items()], grouped, workspace_id=workspace_id)
            ),
            len(held),
            spread(held, stages),
            rates_of(tx, workspace_id=workspace_id),
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
