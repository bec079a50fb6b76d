"""What is asked of the figures, understood once for all of them: whose, parted by what, of which days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards.measures import Dimension
from crm.people import Person
from crm.periods import Period, period, usual
from crm.refusal import Refusal
from operations.clock.clockwork import read_clocks
from operations.figures.circles import Meant, meant_by
from operations.figures.counting import Counted, counted
from storage import people

What = Literal["funnel", "forecast", "odd", "people", "value", "sources", "finance"]
DIMENSIONS: dict[Dimension, tuple[str, ...]] = {
    "team": ("team", "teams", "团队"),
    "rep": ("rep", "reps", "销售", "人员"),
    "source": ("source", "sources", "来源"),
    "grade": ("grade", "grades", "等级", "级别"),
}
USUAL_GROUPS: dict[str, Dimension] = {"all": "team", "team": "rep"}
PARTED_ONLY_BY: dict[What, tuple[Dimension, ...]] = {"people": ("team", "rep"), "value": (), "sources": ()}
FOR_WHO_LEADS: frozenset[What] = frozenset({"value", "sources"})


@dataclass(frozen=True)
class Asked:
    """The words and the person of a command such as `/dibs funnel`. `words`: a grouping, a team's name, a period."""

    words: str
    person_id: str | None = None


@dataclass(frozen=True)
class Question:
    """A question as far as it is the asker's, with the snapshot it is answered from. `by`: parted by, where it is said."""

    tx: Connection
    workspace_id: str
    asker: Person
    calendar: WorkCalendar
    meant: Meant
    by: Dimension | None
    days: Period
    now: datetime

    @property
    def today(self) -> date:
        return self.calendar.local_date(self.now)

    @property
    def grouped(self) -> Dimension | None:
        """By what to part where it isn't said: all by team, a team by rep."""
        return self.by or USUAL_GROUPS.get(self.meant.circle.whose)

    @property
    def key(self) -> dict[str, Any]:
        return {"workspace_id": self.workspace_id}

    def counted(self) -> Counted:
        return counted(self.tx, **self.key, within=self.meant.within, calendar=self.calendar, now=self.now)


def question(tx: Connection, *, workspace_id: str, asker: Person, what: What, asked: Asked, now: datetime) -> Question:
    """Raises Refusal: not_allowed, unknown_person; funnel_words where the words are neither a team, a grouping nor a
    period; people_words, value_words, sources_words where the figures are not parted so."""
    if what in FOR_WHO_LEADS and not asker.leads:
        raise Refusal("not_allowed")
    calendar = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id)
    by, team, days = _understood(tx, asked.words, workspace_id=workspace_id, today=calendar.local_date(now))
    if (by and by not in PARTED_ONLY_BY.get(what, (by,))) or (what == "sources" and (team or asked.person_id)):
        raise Refusal(f"{what}_words")
    meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
    return Question(tx, workspace_id, asker, calendar, meant, by, days, now)


def _understood(
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
