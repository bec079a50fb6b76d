"""Switching a rule on without a flood: what it would move, how much of that a day, and when to stop and ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline, sweep_at
from crm.rules import Rule


@dataclass(frozen=True)
class Held:
    """A customer somebody owns."""

    customer_id: str
    owner_id: str
    epoch: Epoch


@dataclass(frozen=True)
class DryRun:
    """What a rule would do: "would move 143 of 610". `by_owner` has the most affected first."""

    customer_ids: tuple[str, ...]
    owned: int
    by_owner: tuple[tuple[str, int], ...]


def dry_run(held: Iterable[Held], *, now: datetime, rule: Rule, calendar: WorkCalendar) -> DryRun:
    """The customers whose protection and grace would be over now, were the rule in force and all had been warned."""
    owned, gone = 0, []
    for one in held:
        owned += 1
        until = deadline(one.epoch, rule=rule, calendar=calendar)
        if now >= sweep_at(until, rule=rule, calendar=calendar):
            gone.append(one)
    by_owner = sorted(Counter(one.owner_id for one in gone).items(), key=lambda pair: (-pair[1], pair[0]))
    return DryRun(tuple(one.customer_id for one in gone), owned, tuple(by_owner))


def left_today(owned: int, moved_today: int, *, rule: Rule) -> int:
    """How many more of a staged start may move on this local day; of few customers, one at least."""
    return max(0, max(1, owned * rule.staged_percent // 100) - moved_today)


def breaker_trips(due: int, owned: int, *, rule: Rule) -> bool:
    """Whether so many are due at once that the server's clock or a rule is more likely wrong than the reps are."""
    return due > max(rule.breaker_floor, owned * rule.breaker_percent / 100)
