"""The world of a simulated company: one agenda of what happens next, the clock's rules, and who is there."""

from __future__ import annotations

import heapq
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from crm.calendar import WorkCalendar
from crm.people import Team
from crm.rules import Rule, ScopedRule, rule_for
from operations.clock.clockwork import Clock, calendar_of
from tests.simulate.company import START, TEAMS, Firm, Record, Rep

JUST_BACK = timedelta(minutes=5)
BY_GRADE = {"A": (120, 60), "B": (90, 60), "C": (60, 40)}
ON = Rule(enabled=True, protection_days=90, extend_days=60, by_grade=BY_GRADE)  # a hundred customers a rep


@dataclass(frozen=True)
class Size:
    """How large a company and how long a time. `days` are calendar days."""

    reps: int
    customers: int
    days: int


class World:
    """Everything there is, and the agenda: (instant, order, what happens, to whom)."""

    def __init__(self, seed: int, size: Size) -> None:
        self.size, self.dice, self.now = size, random.Random(seed), START
        self.record = Record()
        self.rules: tuple[ScopedRule, ...] = (ScopedRule(ON),)
        self.reps: list[Rep] = []
        self.reps_by_id: dict[str, Rep] = {}
        self.firms: dict[str, Firm] = {}
        self.pool: dict[str, Firm] = {}
        self.waiting: dict[str, Firm] = {}  # for a manager's decision
        self.bot_down = self.slack_down = False
        self.unsent: dict[tuple[str, bool], Any] = {}  # letters, by reader and whether in somebody's place
        self.back_at = START  # the end of the last outage
        self.told_since: Counter[str] = Counter()  # messages of warning since, a person
        self.halted = False
        self.resumed_on: date | None = None
        self.due: dict[datetime, list[Firm]] = defaultdict(list)  # what the jobs look at, by the instant
        self.numbers = count(1)
        self._agenda: list[tuple[datetime, int, Callable[..., None], tuple[Any, ...]]] = []
        self._order = count()
        self._clocks: dict[tuple[str | None, str | None, str, int], Clock] = {}

    def at(self, when: datetime, happens: Callable[..., None], *about: Any) -> None:
        heapq.heappush(self._agenda, (when, next(self._order), happens, about))

    def live_until(self, end: datetime) -> None:
        while self._agenda and self._agenda[0][0] < end:
            when, _, happens, about = heapq.heappop(self._agenda)
            self.now = max(self.now, when)
            happens(self, *about)
        self.now = end

    def clock_of(self, firm: Firm) -> Clock:
        return self.clock(firm.owner.team if firm.owner else None, firm.grade, firm.source)

    def clock(self, team: Team | None, grade: str | None = None, source: str = "") -> Clock:
        key = (team.team_id if team else None, grade, source, self.now.year)
        known = self._clocks.get(key)
        if known is None:
            rule = rule_for(self.rules, team=key[0], grade=grade, source=source)
            known = self._clocks[key] = Clock(rule, self.calendar(team or TEAMS[0]))
        return known

    def calendar(self, team: Team) -> WorkCalendar:
        return calendar_of(team, self.now)

    def set_rules(self, rules: tuple[ScopedRule, ...]) -> None:
        self.rules = rules
        self._clocks.clear()

    def owned(self) -> Iterator[Firm]:
        return (firm for firm in self.firms.values() if firm.owner)

    def colleagues(self, team: Team) -> list[Rep]:
        return [rep for rep in self.reps if rep.team is team and not rep.gone]

    @property
    def just_back(self) -> bool:
        return self.now - self.back_at < JUST_BACK

    def check(self, promise: str, kept: bool, about: object = "") -> None:
        self.record.check(promise, kept, self.now, about)

    def happened(self, what: str, times: int = 1) -> None:
        self.record.counts[what] += times

    def minutes(self, low: float, high: float) -> timedelta:
        return timedelta(minutes=self.dice.uniform(low, high))
