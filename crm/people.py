"""Who works here: people, their teams, and who may do what to whose customers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Literal

from crm.quiet import OwnHours, QuietHours

ClockState = Literal["on", "shadow", "off"]
START_OF_WORK = time(9)


class Role(StrEnum):
    """What a person is in Dibs; the first admin is whoever installed it."""

    REP = "rep"
    ASSISTANT = "assistant"
    MANAGER = "manager"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the Slack workspace. `locale` is "en" or "zh"; `zone` an IANA name. `weekly_day`:
    0 is Monday, None where no weekly digest is wanted; `hours`: their own, None where they keep their team's."""

    workspace_id: str
    person_id: str
    name: str
    role: Role = Role.REP
    team_id: str | None = None
    locale: str = "en"
    zone: str = "UTC"
    deactivated: bool = False
    welcomed: bool = False
    digests_on: bool = True
    digest_hour: int = 8
    weekly_day: int | None = 0
    quarterly_on: bool = True
    quiet: QuietHours | None = None
    hours: OwnHours | None = None

    @property
    def morning(self) -> time:
        """When a day begins for them of which nobody said the hour."""
        return self.hours.begin if self.hours else START_OF_WORK

    @property
    def writes_for_others(self) -> bool:
        return self.role == Role.ASSISTANT

    @property
    def leads(self) -> bool:
        return self.role in (Role.MANAGER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack workspace and its defaults: ISO currency, order of 3/4 in dates, zone and locale of the unknown.
    `quality_of_team`: how much of a rep's entry quality is their team's, in per cent."""

    workspace_id: str
    name: str = ""
    currency: str = "USD"
    date_order: str = "MDY"
    zone: str = "UTC"
    locale: str = "en"
    bot_user_id: str | None = None
    quality_of_team: int = 60


@dataclass(frozen=True, slots=True)
class Team:
    """A sales team, with the zone and the working hours its days are counted in. `days_set`: the days set by hand, as
    crm/day_list.py writes them.

    `clock`: whether the claim clock is on for it (crm/team_switch.py), and `clock_from` since which day, the workspace's
    local one; an assistant may enter for its reps up to and with `assisted_until`, None for as long as they like."""

    team_id: str
    name: str
    zone: str = "UTC"
    country: str | None = None
    weekdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    day_end: time = time(18)
    days_set: str = ""
    clock: ClockState = "on"
    clock_from: date | None = None
    assisted_until: date | None = None


def may_see_whole(asker: Person, *, owner_id: str | None, team_id: str | None, co_owners: Collection[str] = ()) -> bool:
    """Whether phones, notes and amounts of a customer are shown to the asker, or only the masked fields. `team_id`: its
    owner's, or in the pool that of who had it last; None: no team's, and any manager's to see to."""
    if asker.person_id == owner_id or asker.person_id in co_owners or may_manage(asker, team_id=team_id):
        return True
    return asker.role == Role.ASSISTANT and owner_id is not None and team_id is not None and team_id == asker.team_id


def may_manage(asker: Person, *, team_id: str | None) -> bool:
    """Whether the asker decides about customers of this team: its managers and every admin."""
    return asker.role == Role.ADMIN or (asker.role == Role.MANAGER and team_id in (None, asker.team_id))


@dataclass(frozen=True, slots=True)
class TeamChannel:
    """Where a team's digests are told, and when: `daily` on working days, weekly on `weekly_day` (0 is Monday, None:
    never), at `hour` by the team's clock. `set_by`: who chose it, in whose language it is told."""

    team_id: str
    channel_id: str
    set_by: str
    daily: bool
    weekly_day: int | None
    hour: int
