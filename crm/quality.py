"""Entry quality: how well others can work with what somebody wrote. Never how much they wrote.

Four shares: what the stage needs is there, it was written down in time, it is sound, and what was planned was done. None of
them can be raised by writing more about the same thing: a customer and a day count once, by the worst that was written on
it; words that stood there before count for nothing; a plan is kept by a log of another day. `tests/crm/test_quality.py`
tries splitting, back-dating and copying.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from crm.calendar import ONE_DAY, WorkCalendar
from crm.measures import TOO_FEW, Share
from crm.qualifying import alike, essence

IN_TIME = 1  # working days after it happened
NOTHING = Share(0, 0)
Unit = tuple[str, date]  # a customer and the local day something was written about it


@dataclass(frozen=True, slots=True)
class Written:
    """A log as quality sees it; `person_id` is whose it counts as. `said_before`: found to be a copy when it was logged;
    `rejected`: a spot check found it not to be a follow-up."""

    person_id: str
    customer_id: str
    happened_at: datetime
    logged_at: datetime
    words: str
    no_answer: bool = False
    said_before: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A next step as it was promised first: moving it later does not keep it."""

    person_id: str
    customer_id: str
    made_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Quality:
    """The four shares."""

    complete: Share = NOTHING
    in_time: Share = NOTHING
    sound: Share = NOTHING
    kept: Share = NOTHING

    @property
    def shares(self) -> tuple[Share, ...]:
        return (self.complete, self.in_time, self.sound, self.kept)

    @property
    def score(self) -> float | None:
        """From 0 to 100: the mean of the shares there are. None of fewer than ten things in all."""
        rates = [one.part / one.whole for one in self.shares if one.whole]
        enough = sum(one.whole for one in self.shares) >= TOO_FEW
        return 100 * sum(rates) / len(rates) if rates and enough else None

    def __add__(self, other: Quality) -> Quality:
        """Two people's together: parts and wholes are added up."""
        pairs = zip(self.shares, other.shares, strict=True)
        return Quality(*(Share(one.part + two.part, one.whole + two.whole) for one, two in pairs))


def together(own: float | None, team: float | None, *, team_weight: int) -> float | None:
    """A rep's figure: so many per cent are their team's, so that helping each other pays; the rest is their own. Where one
    is missing, the other alone."""
    if own is None or team is None:
        return own if team is None else team
    return (team_weight * team + (100 - team_weight) * own) / 100


def quality(
    complete: Share,
    logs: Iterable[Written],
    plans: Iterable[Planned],
    *,
    doubles: Iterable[Unit] = (),
    calendar: WorkCalendar,
    now: datetime,
) -> Quality:
    """One person's. `doubles`: customers they entered that turned out to be known, with the day they entered them."""
    told = _told(logs)
    fresh = [log for log, how in told if how == "new"]
    return Quality(
        complete,
        _in_time(fresh, calendar),
        _sound(told, set(doubles), calendar),
        _kept(fresh, plans, calendar, now),
    )


How = Literal["new", "again", "copy"]


def _told(logs: Iterable[Written]) -> list[tuple[Written, How]]:
    """Each log in the order it was written: new, the same words again where that is honest, or a copy."""
    anywhere: set[str] = set()
    of_customer: dict[str, list[str]] = defaultdict(list)
    told: list[tuple[Written, How]] = []
    for log in sorted(logs, key=lambda one: one.logged_at):
        words, earlier = essence(log.words), of_customer[log.customer_id]
        before = log.said_before or any(alike(words, one) for one in earlier)
        how: How = "copy" if before and not log.no_answer else "again" if before or words in anywhere else "new"
        told.append((log, how))
        anywhere.add(words)
        earlier.append(words)
    return told


def _in_time(fresh: Iterable[Written], calendar: WorkCalendar) -> Share:
    """Of the customers and days, those all of which was written down by the end of the next working day."""
    units: dict[Unit, bool] = {}
    for log in fresh:
        wrote = calendar.local_date(log.logged_at)
        until = calendar.add_working_days(calendar.local_date(log.happened_at), IN_TIME)
        unit = (log.customer_id, wrote)
        units[unit] = units.get(unit, True) and wrote <= until
    return Share(sum(units.values()), len(units))


def _sound(told: Sequence[tuple[Written, How]], doubles: set[Unit], calendar: WorkCalendar) -> Share:
    """Of the customers and days, those with neither a copy nor a rejected log nor a customer that was there before."""
    units: dict[Unit, bool] = {}
    for log, how in told:
        unit = (log.customer_id, calendar.local_date(log.logged_at))
        units[unit] = units.get(unit, True) and how != "copy" and not log.rejected
    units |= dict.fromkeys(doubles, False)
    return Share(sum(units.values()), len(units))


def _kept(fresh: Iterable[Written], plans: Iterable[Planned], calendar: WorkCalendar, now: datetime) -> Share:
    """Of the plans, a customer and a day once, those followed by a log of theirs in time; one still in time and not yet
    done is not counted."""
    logged: dict[str, list[datetime]] = defaultdict(list)
    for log in fresh:
        logged[log.customer_id].append(log.logged_at)
    units: dict[Unit, bool] = {}
    for plan in plans:
        due = calendar.local_date(plan.due_at)
        ends = calendar.at(calendar.add_working_days(due, IN_TIME) + ONE_DAY, time.min)
        done = any(_keeps(at, plan, calendar) and at < ends for at in logged[plan.customer_id])
        if done or now >= ends:
            unit = (plan.customer_id, due)
            units[unit] = units.get(unit, True) and done
    return Share(sum(units.values()), len(units))


def _keeps(logged_at: datetime, plan: Planned, calendar: WorkCalendar) -> bool:
    """Written on a later day than the plan was made; for a plan of that same day, after its time."""
    made = calendar.local_date(plan.made_at)
    return calendar.local_date(logged_at) > made or plan.made_at < plan.due_at <= logged_at
