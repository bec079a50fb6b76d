"""Changing a rule or a calendar without a flood: what it would move, how much of that a day, when to stop and ask.

What a change would bring to an end before its owner could be warned by the whole ladder is *hurried*. It is given a
working day of its own: no more than a share of all that is owned ends on one, and nothing ends later than was promised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline, sweep_at
from crm.rules import Rule


@dataclass(frozen=True)
class Held:
    """A customer somebody owns."""

    customer_id: str
    owner_id: str
    epoch: Epoch
    epoch_number: int = 1


@dataclass(frozen=True, slots=True)
class Turned:
    """A claim under a rule or calendar to come: `until` then, `promised` now (None where no clock ran yet), `due`
    whether it would be past its grace at once. It may end on `soonest`, when all of the ladder has passed."""

    customer_id: str
    owner_id: str
    epoch: int
    promised: datetime | None
    until: datetime
    due: bool
    soonest: date
    calendar: WorkCalendar

    @property
    def hurried(self) -> bool:
        sooner = self.promised is None or self.until < self.promised
        return sooner and self.until < self.calendar.end_of(self.soonest)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a change would do to the claims there are. `due` would be past their date at once, `by_owner` whose they
    are, the most first. Those that do not simply keep what was promised end one by one from `first_day` to `last_day`,
    so that all are warned before."""

    owned: int
    due: int
    earlier: int
    later: int
    by_owner: tuple[tuple[str, int], ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    a_day: int = 1


def turned(
    held: Held, *, promised: datetime | None, now: datetime, rule: Rule, calendar: WorkCalendar
) -> Turned | None:
    """None where the rule to come is off: then nothing ends."""
    if not rule.enabled:
        return None
    until = deadline(held.epoch, rule=rule, calendar=calendar)
    soonest = calendar.add_working_days(calendar.local_date(now), 1 + max(rule.warn_rungs))
    due = now >= sweep_at(until, rule=rule, calendar=calendar)
    return Turned(held.customer_id, held.owner_id, held.epoch_number, promised, until, due, soonest, calendar)


def share_a_day(owned: int, *, rule: Rule) -> int:
    """How many of a staged change may end on one day: the rule's share, and no more than half of what trips the
    breaker, which counts what ends on its own as well; of few customers, one at least."""
    return max(1, owned * min(rule.staged_percent, rule.breaker_percent) // 100)


def staged(claims: Iterable[Turned], *, taken: Mapping[date, int], a_day: int) -> dict[str, datetime]:
    """For each hurried claim the instant before which it must not end, the nearest end first; `taken`: how many end
    on a day by an earlier change. One that keeps its promise takes no place."""
    counts, after = Counter(taken), dict[tuple[date, str], date]()
    held: dict[str, datetime] = {}
    for one in sorted((claim for claim in claims if claim.hurried), key=lambda claim: (claim.until, claim.customer_id)):
        start = (one.soonest, one.calendar.zone)
        day = one.calendar.next_working_day(max(one.soonest, after.get(start, one.soonest)))
        while counts[day] >= a_day:
            day = one.calendar.add_working_days(day, 1)
        after[start] = day
        end = one.calendar.end_of(day)
        if one.promised is not None and one.promised <= end:
            held[one.customer_id] = one.promised
        else:
            held[one.customer_id] = end
            counts[day] += 1
    return held


def forecast(claims: Iterable[Turned], *, owned: int, taken: Mapping[date, int], rule: Rule) -> Forecast:
    """A change in figures. `owned`: all there are, those the change leaves alone too."""
    claims, a_day = tuple(claims), share_a_day(owned, rule=rule)
    ends = staged(claims, taken=taken, a_day=a_day)
    due = [one for one in claims if one.due and (one.promised is None or one.until < one.promised)]
    days = sorted(
        one.calendar.local_date(ends[one.customer_id]) for one in due if ends[one.customer_id] != one.promised
    )
    new = [(max(one.until, ends.get(one.customer_id, one.until)), one.promised) for one in claims]
    return Forecast(
        owned,
        len(due),
        sum(until < promised for until, promised in new if promised),
        sum(until > promised for until, promised in new if promised),
        tuple(sorted(Counter(one.owner_id for one in due).items(), key=lambda pair: (-pair[1], pair[0]))),
        days[0] if days else None,
        days[-1] if days else None,
        a_day,
    )


def breaker_trips(due: int, owned: int, *, rule: Rule) -> bool:
    """Whether so many are due at once that the server's clock or a rule is more likely wrong than the reps are."""
    return due > max(rule.breaker_floor, owned * rule.breaker_percent / 100)
