"""What an admin gets to see of rules and calendars, as frozen facts."""

from dataclasses import dataclass
from datetime import date, datetime

from crm.calendar import WorkCalendar
from crm.day_list import SetDay
from crm.people import Team
from crm.rollout import Forecast
from crm.rules import Rule


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a rule is for, as people read it. All None: the workspace."""

    team_id: str | None = None
    team_name: str | None = None
    grade: str | None = None
    source: str | None = None

    @property
    def everybody(self) -> bool:
        return not (self.team_id or self.grade or self.source)


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """The rule of one scope as it is saved, begun or still to come on `begins`."""

    scope: Scope
    rule: Rule
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class RulesCard:
    """Every scope's rule, the workspace's first; how many claims are past their date now, and whose they are; the teams
    whose own clock is not on."""

    rules: tuple[ScopeRule, ...]
    owned: int
    overdue: tuple[tuple[str, int], ...]
    waiting_teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleFormFacts:
    """What a form of rules starts from: the rule, its scope (None: to be chosen among these teams, the grades and a
    source), and the latest version there was."""

    rule: Rule
    scope: Scope | None
    teams: tuple[tuple[str, str], ...]
    based_on: int


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A rule before it is saved. `old` is what holds for the scope until then; `forecast` None while it is counted;
    `state`: counting, open, saved, dropped. `names`: of the owners in the forecast."""

    proposal_id: str
    scope: Scope
    old: Rule
    new: Rule
    retire: bool
    begins: date
    state: str
    version: int | None
    forecast: Forecast | None
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecountCard:
    """How far the counting anew is. `cause`: rule, calendar; `about`: the version, or the team's name."""

    cause: str
    about: str
    seen: int
    total: int
    earlier: int
    later: int
    done: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One saved version: what it changed of the one before it in its scope (None: the first there)."""

    scope: Scope
    rule: Rule
    before: Rule | None
    begins: date
    retired: bool
    saved_by: str | None
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """Days in a row that differ from the week: off, or worked in return. `by_hand`: set by an admin."""

    first: date
    last: date
    kind: str
    name: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class CalendarCard:
    """A team's days: its week, and what differs from it in the months to come."""

    team: Team
    calendar: WorkCalendar
    spans: tuple[CalendarSpan, ...]
    by_hand: tuple[SetDay, ...]
    may_change: bool
