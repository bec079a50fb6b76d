"""What a team did in some days, beside the days before them, and how its people tend what they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm.cards import Done, TeamNumbers, Tended
from crm.cards.measures import Circle
from crm.circles import Within
from crm.funnel import Span
from crm.people import Person
from operations.customers.seeing import SOON
from storage import activities, claims, followups, people, tending

Counts = Mapping[str, int]  # by person


@dataclass(frozen=True)
class Led:
    """Whom a digest is about: a team, or everybody for who leads none, those who left included."""

    circle: Circle
    within: Within
    members: Sequence[Person]

    @property
    def ids(self) -> list[str]:
        return [one.person_id for one in self.members]


def led_by(tx: Connection, manager: Person, *, workspace_id: str) -> Led:
    everybody = people.people(tx, workspace_id=workspace_id)
    team = next((one for one in people.teams(tx, workspace_id=workspace_id) if one.team_id == manager.team_id), None)
    if team is None:
        return Led(Circle("all"), Within(), everybody)
    members = [one for one in everybody if one.team_id == team.team_id]
    return Led(Circle("team", team.name), Within(team_id=team.team_id), members)


def team_numbers(
    tx: Connection, led: Led, *, workspace_id: str, span: Span, before: Span, waiting: int, now: datetime
) -> TeamNumbers:
    """`waiting`: how many customers wait for the manager's word."""
    key = {"workspace_id": workspace_id}
    followed, earlier = (tending.followed(tx, **key, since=one.since, until=one.until) for one in (span, before))
    held = claims.open_counts(tx, **key)
    return TeamNumbers(
        done=_done(tx, led.ids, followed, **key, span=span),
        before=_done(tx, led.ids, earlier, **key, span=before),
        waiting=waiting,
        owned=sum(held.get(one, 0) for one in led.ids),
        parts=_parts(tx, led, held, followed, **key, now=now),
        amount=activities.amounts(tx, **key, authors=led.ids, since=span.since, until=span.until),
    )


def _done(tx: Connection, ids: Sequence[str], followed: Counts, *, workspace_id: str, span: Span) -> Done:
    days: dict[str, Any] = {"workspace_id": workspace_id, "since": span.since, "until": span.until}
    events = claims.event_counts(tx, **days)
    kept, missed = followups.counts(tx, **days, owners=ids)

    def of(*wanted: str) -> int:
        return sum(count for (what, who), count in events.items() if what in wanted and who in set(ids))

    return Done(
        activities=activities.count_logged(tx, **days, whose=ids),
        followed=sum(followed.get(one, 0) for one in ids),
        new_customers=of("entered"),
        kept=kept,
        missed=missed,
        pooled=of("swept", "released"),
        reassigned=of("assigned", "claimed"),
    )


def _parts(
    tx: Connection, led: Led, held: Counts, followed: Counts, *, workspace_id: str, now: datetime
) -> tuple[Tended, ...]:
    """A team by its people, all by team; who holds nothing is left out. In the order of their names: nobody is ranked."""
    key = {"workspace_id": workspace_id}
    soon, overdue = tending.running_out(tx, **key, until=now + SOON), tending.overdue(tx, **key, now=now)
    teams = {one.team_id: one.name for one in people.teams(tx, **key)}
    found: dict[str | None, list[Person]] = {}
    for one in led.members:
        name = one.name if led.circle.whose == "team" else teams.get(one.team_id or "")
        found.setdefault(name, []).append(one)
    rows = (
        Tended(name, *(sum(of.get(one.person_id, 0) for one in theirs) for of in (held, followed, soon, overdue)))
        for name, theirs in found.items()
    )
    return tuple(sorted((one for one in rows if one.held or one.overdue), key=lambda one: (one.name is None, one.name)))
