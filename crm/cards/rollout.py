"""How far the claim clock is rolled out: team by team, and what it would have done where it only watches."""

from dataclasses import dataclass
from datetime import date, datetime

from crm.people import Team


@dataclass(frozen=True, slots=True)
class WouldHavePooled:
    """A customer the clock would have sent to the pool, had it been on."""

    customer_id: str
    name: str
    owner_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ShadowCount:
    """What the clock would have done with a team's customers: reminders, to how many people, what would have gone, the
    latest first; `overdue` were past their date before."""

    owned: int
    reminders: int
    people: int
    pooled: tuple[WouldHavePooled, ...]
    overdue: int


@dataclass(frozen=True, slots=True)
class TeamRollout:
    """`seen`: since it is in shadow; None for a team whose clock is on or off. `on_now`: the clock acts today."""

    team: Team
    people: int
    owned: int
    on_now: bool
    seen: ShadowCount | None = None


@dataclass(frozen=True, slots=True)
class RolloutCard:
    """`clock_on`: the workspace's clock is on, or will be tomorrow."""

    teams: tuple[TeamRollout, ...]
    clock_on: bool


@dataclass(frozen=True, slots=True)
class TeamClockCard:
    """A team's clock was switched, or how long assistants may enter for it."""

    row: TeamRollout
    about: str  # clock, assisted


@dataclass(frozen=True, slots=True)
class ShadowWeekCard:
    """A week in shadow, for the team's manager. `may_switch`: the reader is an admin."""

    team: Team
    first_day: date
    last_day: date
    count: ShadowCount
    may_switch: bool
