"""The claim clock team by team: on, off, or in shadow, where it counts and would have acted, but nothing is moved.

The numbers stay the rule's; a team only has a switch. So what is tried out in shadow is what will hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from crm.calendar import WorkCalendar
from crm.clock import rungs, sweep_at
from crm.people import Team
from crm.rules import Rule


def switched(rule: Rule, team: Team | None, *, rolled_out: bool) -> Rule:
    """The rule as it holds for a team; for somebody in none, while teams are switched on one by one, it is off."""
    if team is None:
        return rule if rolled_out else _off(rule)
    if team.clock != "on":
        return _off(rule)
    if team.clock_from is None or (rule.effective_from is not None and rule.effective_from >= team.clock_from):
        return rule
    return _begins(rule, team.clock_from)


@lru_cache(maxsize=100)
def _begins(rule: Rule, day: date) -> Rule:
    return replace(rule, effective_from=day)


@lru_cache(maxsize=100)
def _off(rule: Rule) -> Rule:
    return replace(rule, enabled=False)


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a claim had this deadline: from `since`, before `until`."""

    since: datetime
    until: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class WouldHave:
    """What the clock would have done with one claim. `pooled_at`: when it would have gone, had every warning arrived;
    `overdue`: it was past its date before the time that is looked at."""

    reminders: int = 0
    pooled_at: datetime | None = None
    overdue: bool = False


def would_have(spans: Sequence[Span], *, rule: Rule, calendar: WorkCalendar) -> WouldHave:
    """Rungs that came while their deadline stood, and whether grace ended before a follow-up moved it. The first end
    counts: what happens to a customer that would have gone is another owner's story."""
    reminders = 0
    for number, span in enumerate(spans):
        gone = sweep_at(span.deadline, rule=rule, calendar=calendar)
        if number == 0 and gone < span.since:
            return WouldHave(overdue=True)
        ladder = rungs(span.deadline, rule=rule, calendar=calendar)
        reminders += sum(span.since <= rung.at < span.until for rung in ladder)
        if gone < span.until:
            return WouldHave(reminders, max(gone, span.since))
    return WouldHave(reminders)


def spans(
    moves: Sequence[tuple[datetime, datetime | None, datetime | None]],
    *,
    deadline: datetime,
    since: datetime,
    until: datetime,
) -> tuple[Span, ...]:
    """How a claim's deadline stood from `since` to `until`. `moves`: (when, old, new) from `since` on, the earliest first,
    as the ledger has them; `deadline`: as it is after all of them. What was before the claim began is left out."""
    found: list[Span] = []
    start, stood = since, moves[0][1] if moves else deadline
    for at, _, new in moves:
        if at >= until:
            break
        if stood is not None and start < at:
            found.append(Span(start, at, stood))
        start, stood = max(at, since), new
    if stood is not None and start < until:
        found.append(Span(start, until, stood))
    return tuple(found)
