"""What a rep is promised, checked against what was known before: nothing here asks the jobs whether they were right."""

from __future__ import annotations

from datetime import datetime, timedelta

from crm import clock
from crm.pool import Pooled
from operations.clock.clockwork import Clock
from tests.simulate.company import Firm, Rep
from tests.simulate.world import World

ROUNDING = 1e-6  # hours


def before_a_sweep(world: World, firm: Firm, how: Clock) -> None:
    now, calendar, rule = world.now, how.calendar, how.rule
    arrived = [line.delivered_at for line in firm.sent if line.deadline == firm.until and line.delivered_at]
    world.check("swept ⇒ a warning of this deadline was delivered", bool(arrived), firm.firm_id)
    notice = calendar.working_hours_between(min(arrived, default=now), now)
    world.check("swept ⇒ the minimum notice has run", notice >= rule.min_notice_hours - ROUNDING, firm.firm_id)
    fresh = clock.deadline(firm.epoch, rule=rule, calendar=calendar)
    world.check("the countdown shown is the sweep's", firm.shown == firm.until == fresh, firm.firm_id)
    world.check("no sweep before grace is over", _grace_is_over(firm, how, now), firm.firm_id)
    protection, _ = rule.days(firm.grade)
    base = calendar.local_date(firm.epoch.started_at) + timedelta(days=protection)
    capped = rule.max_hold_days is not None and rule.max_hold_days < protection
    world.check("no sweep before the base", capped or calendar.local_date(now) >= base, firm.firm_id)
    world.check("no sweep while the rule is off", how.runs_at(now), firm.firm_id)
    world.check("no sweep of what an exemption holds", not _is_held(firm, now), firm.firm_id)
    last = calendar.local_date(firm.until)
    on_leave = any(first <= last <= end for first, end in firm.epoch.pauses)
    world.check("no clock runs out on leave or on a day off", calendar.is_working(last) and not on_leave, firm.firm_id)
    _just_called(world, firm, how)


def _grace_is_over(firm: Firm, how: Clock, now: datetime) -> bool:
    if how.rule.grace_days == 0:
        return now >= firm.until
    a_day = how.calendar.working_hours_between(*_hours_of(firm.until, how))
    return how.calendar.working_hours_between(firm.until, now) >= how.rule.grace_days * a_day - ROUNDING


def _hours_of(instant: datetime, how: Clock) -> tuple[datetime, datetime]:
    day = how.calendar.local_date(instant)
    return how.calendar.start_of(day), how.calendar.end_of(day)


def _is_held(firm: Firm, now: datetime) -> bool:
    return firm.epoch.exempt_until is not None and now < firm.epoch.exempt_until


def _just_called(world: World, firm: Firm, how: Clock) -> None:
    touched = firm.last_touch
    if touched and touched < firm.until:
        since = how.calendar.working_hours_between(touched, world.now)
        world.check("nobody loses a customer just called", since >= how.rule.min_notice_hours - ROUNDING, firm.firm_id)


def before_a_claim(world: World, firm: Firm, rep: Rep, pooled: Pooled, *, assigned: bool, override: bool) -> None:
    """Of a claim that was granted, before it is made."""
    how = world.clock(rep.team, firm.grade, firm.source)
    rule, calendar, today = how.rule, how.calendar, how.calendar.local_date(world.now)
    left = [calendar.local_date(one.ended_at) for one in firm.tenures if one.owner_id == rep.rep_id and one.ended_at]
    cooled = all((today - day).days >= rule.ex_owner_cooldown_days for day in left)
    world.check("A→B→A is refused in the cooldown", cooled or override, f"{firm.firm_id} {rep.rep_id}")
    world.check("the holding cap is never passed", rep.counted < rule.holding_cap, rep.rep_id)
    if assigned:
        return
    claimed = sum(calendar.local_date(at) == today for at in rep.claims[-20:])
    world.check("the day cap is never passed", claimed < rule.claim_per_day, rep.rep_id)
    frozen = calendar.working_hours_between(pooled.since, world.now) < rule.pool_freeze_hours - ROUNDING
    world.check("what is frozen is not claimed", not frozen, firm.firm_id)
    world.check("what rests is not claimed", pooled.wakes_on is None or pooled.wakes_on <= today, firm.firm_id)


def one_message(world: World, person_id: str) -> None:
    """However long nobody looked: what came due meanwhile is one message a person."""
    if world.just_back:
        world.told_since[person_id] += 1
        world.check("one message a person after an outage", world.told_since[person_id] == 1, person_id)


def every_night(world: World) -> None:
    """What must be true of everything at once; the countdown of some customers by the function itself."""
    firms = list(world.firms.values())
    owned = [firm for firm in firms if firm.owner]
    held = sum(len(rep.held) for rep in world.reps)
    world.check("one owner at most a customer", len(owned) == held and _both_ways(world), (len(owned), held))
    world.check("owned or free, never both", len(owned) + len(world.pool) == len(firms), world.now)
    written = sum([firm.changes for firm in firms])
    epochs = sum([firm.number for firm in firms])
    world.check("one ledger line a change of owner", written == epochs, (written, epochs))
    for firm in world.dice.sample(owned, min(20, len(owned))):
        how = world.clock_of(firm)
        shown = clock.deadline(firm.epoch, rule=how.rule, calendar=how.calendar)
        world.check("the countdown is what the function says", firm.until == shown, firm.firm_id)
        hours = world.dice.uniform(0.1, 60)
        later = how.calendar.add_working_hours(world.now, hours)
        back = how.calendar.working_hours_between(world.now, later)
        world.check("minutes in, minutes out", abs(back - hours) < ROUNDING, hours)


def _both_ways(world: World) -> bool:
    return all(firm.owner is rep for rep in world.reps for firm in rep.held.values())
