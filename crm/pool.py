"""The pool: who may take a customer from it, when, and how much of it is seen before.

Answers are None (yes) or a Refusal with the facts of the no, such as the instant it ends; nothing is raised here.
Counting is always over what happened (the claim ledger, past tenures), never over what is held now, so that
releasing and claiming again wins nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from crm.calendar import ONE_DAY, WorkCalendar
from crm.refusal import Refusal
from crm.rules import Rule

REACH = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d\s().-]{4,}\d")  # an address, a link, a number to call

ReturnReason = Literal["no_response", "bad_data", "poor_fit", "later", "completed", "other"]
PooledWhy = Literal["expired", "released", "left", "new"]


@dataclass(frozen=True)
class Tenure:
    """One past or present ownership of a customer; `ended_at` None while it runs."""

    owner_id: str
    team_id: str | None
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Pooled:
    """A customer in the pool. `wakes_on`: the local day before which it rests ("later"); `opened`: a manager opened
    it to all."""

    since: datetime
    why: PooledWhy = "released"
    wakes_on: date | None = None
    opened: bool = False


@dataclass(frozen=True)
class Claimant:
    """Who asks: `claims` are instants from the ledger (today's suffice), `held` what counts towards the cap."""

    person_id: str
    team_id: str | None
    claims: Sequence[datetime] = ()
    held: int = 0


def may_claim(
    claimant: Claimant,
    pooled: Pooled,
    history: Sequence[Tenure],
    *,
    now: datetime,
    rule: Rule,
    calendar: WorkCalendar,
    assigned: bool = False,
    override: bool = False,
) -> Refusal | None:
    """None, or why not: awaits_manager, resting, frozen, cooldown, day_cap, holding_cap. `assigned`: a manager gives
    it, which needs neither freeze nor day cap; `override`: with a reason, which lifts the cooldown too."""
    if not assigned and (
        refused := _not_open(pooled, now, rule, calendar) or _too_many_today(claimant, now, rule, calendar)
    ):
        return refused
    if not override and (until := cooldown_until(claimant, history, rule=rule, calendar=calendar)) and now < until:
        return Refusal("cooldown", until=until, days=rule.ex_owner_cooldown_days)
    if claimant.held >= rule.holding_cap:
        return Refusal("holding_cap", held=claimant.held, limit=rule.holding_cap)
    return None


def cooldown_until(
    claimant: Claimant, history: Sequence[Tenure], *, rule: Rule, calendar: WorkCalendar
) -> datetime | None:
    """Until when this customer is barred to the claimant, as a former owner or, after so many round trips, as a
    colleague of one; None if never. Ends with a local day."""
    team = _barred_team(claimant, history, rule)
    left = [
        tenure.ended_at
        for tenure in history
        if tenure.ended_at and (tenure.owner_id == claimant.person_id or tenure.team_id == team is not None)
    ]
    if not left or not rule.ex_owner_cooldown_days:
        return None
    return calendar.end_of(calendar.local_date(max(left)) + timedelta(days=rule.ex_owner_cooldown_days))


def concerned(history: Sequence[Tenure], *, rule: Rule) -> tuple[frozenset[str], frozenset[str]]:
    """Whom alone a cooldown may bar: the former owners and, after so many round trips, their teams. Nobody else need
    be asked about by `cooldown_until`."""
    owners = frozenset(tenure.owner_id for tenure in history)
    teams = {tenure.team_id for tenure in history if tenure.team_id is not None}
    return owners, frozenset(team for team in teams if round_trips(history, team) >= rule.round_trips)


def round_trips(history: Sequence[Tenure], team_id: str | None) -> int:
    """How often the customer came back to somebody of this team who had had it before."""
    owners = [tenure.owner_id for tenure in history if tenure.team_id == team_id]
    return len(owners) - len(set(owners))


def clock_starts(
    claimant: Claimant, history: Sequence[Tenure], *, now: datetime, rule: Rule, calendar: WorkCalendar
) -> datetime:
    """When the new epoch begins: now; but for somebody who gets their own customer back within the cooldown (by a
    manager's leave), when their last one began: releasing and reclaiming does not reset the clock."""
    own = [tenure for tenure in history if tenure.owner_id == claimant.person_id and tenure.ended_at]
    if not own:
        return now
    last = max(own, key=_start)
    until = cooldown_until(claimant, [last], rule=rule, calendar=calendar)
    return last.started_at if until is not None and now < until else now


def frozen_until(pooled: Pooled, *, rule: Rule, calendar: WorkCalendar) -> datetime:
    """The end of the freeze, in working hours from the moment it was pooled; what nobody had yet is not frozen."""
    if pooled.why == "new":
        return pooled.since
    return calendar.add_working_hours(pooled.since, rule.pool_freeze_hours)


def opens_at(pooled: Pooled, *, rule: Rule, calendar: WorkCalendar) -> datetime | None:
    """From when anybody may claim it; None while a manager decides."""
    if _awaits_manager(pooled, rule):
        return None
    freed = frozen_until(pooled, rule=rule, calendar=calendar)
    return max(freed, calendar.at(pooled.wakes_on, time.min)) if pooled.wakes_on else freed


def visible(facts: Mapping[str, str], *, rule: Rule, claimed: bool = False) -> dict[str, str]:
    """What a rep sees of a customer in the pool: the rule's fields, the name masked; everything once it is theirs."""
    if claimed:
        return dict(facts)
    shown = {**facts, "masked_name": mask_name(facts.get("name", ""))}
    return {field: value for field, value in shown.items() if field in rule.pool_visible_fields}


def may_view(views_today: int, *, rule: Rule) -> Refusal | None:
    """None, or view_cap: detail views are counted per person and local day."""
    return Refusal("view_cap", limit=rule.pool_view_cap) if views_today >= rule.pool_view_cap else None


def mask_name(name: str) -> str:
    """The first letter of each of the first words, the rest hidden, its length too: "Acme Corp" → "A••• C•••"."""
    initials = (next(filter(str.isalnum, word), "") for word in name.split()[:3])
    return " ".join(f"{initial}•••" for initial in initials if initial) or "•••"


def mask_words(words: str, names: Sequence[str]) -> str:
    """What was said last, without a way to reach anybody: numbers and addresses hidden, names shortened."""
    hidden = REACH.sub("•••", words)
    for name in sorted(filter(None, names), key=len, reverse=True):
        hidden = re.sub(re.escape(name), mask_name(name), hidden, flags=re.IGNORECASE)
    return hidden


def may_return(reason: str | None, *, wakes_on: date | None, today: date) -> Refusal | None:
    """None, or why a release lacks something: reason_needed, wake_date_needed (for "later", a day to come)."""
    if reason not in get_args(ReturnReason):
        return Refusal("reason_needed")
    if reason == "later" and (wakes_on is None or wakes_on <= today):
        return Refusal("wake_date_needed")
    return None


def may_undo(now: datetime, *, moved_at: datetime, epoch_then: int, epoch_now: int, rule: Rule) -> Refusal | None:
    """None, or why a sweep or an assignment stays: undo_over (its hours have passed), moved_on (the epoch has)."""
    if epoch_now != epoch_then:
        return Refusal("moved_on")
    return None if now - moved_at <= timedelta(hours=rule.undo_hours) else Refusal("undo_over", hours=rule.undo_hours)


def _not_open(pooled: Pooled, now: datetime, rule: Rule, calendar: WorkCalendar) -> Refusal | None:
    if pooled.wakes_on is not None and calendar.local_date(now) < pooled.wakes_on:
        return Refusal("resting", wakes_on=pooled.wakes_on)
    if _awaits_manager(pooled, rule):
        return Refusal("awaits_manager")
    until = frozen_until(pooled, rule=rule, calendar=calendar)
    return Refusal("frozen", until=until) if now < until else None


def _awaits_manager(pooled: Pooled, rule: Rule) -> bool:
    return pooled.why in ("expired", "left") and rule.after_expiry == "manager_assign" and not pooled.opened


def _too_many_today(claimant: Claimant, now: datetime, rule: Rule, calendar: WorkCalendar) -> Refusal | None:
    today = calendar.local_date(now)
    claimed = sum(calendar.local_date(at) == today for at in claimant.claims)
    if claimed < rule.claim_per_day:
        return None
    return Refusal("day_cap", limit=rule.claim_per_day, until=calendar.at(today + ONE_DAY, time.min))


def _barred_team(claimant: Claimant, history: Sequence[Tenure], rule: Rule) -> str | None:
    """The claimant's team, where the customer has gone to and fro in it so often that a cooldown is over all of it."""
    barred = claimant.team_id is not None and round_trips(history, claimant.team_id) >= rule.round_trips
    return claimant.team_id if barred else None


def _start(tenure: Tenure) -> datetime:
    return tenure.started_at
