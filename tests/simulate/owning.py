"""A customer changes hands, or what its deadline rests on changes: what the operations do, with the rows left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from crm import clock, pool
from crm.clock import Epoch
from crm.exemptions import exemption
from crm.pool import Claimant, Pooled, PooledWhy, Tenure
from operations.clock.clockwork import counting, next_warning, sweep_from
from storage.warnings import WarningLine
from tests.simulate import clockside
from tests.simulate.company import NOTHING, Firm, Rep
from tests.simulate.world import World


def rewrite(world: World, firm: Firm) -> None:
    """The deadline anew, and when the jobs are to look."""
    how = world.clock_of(firm)
    firm.until = clock.deadline(firm.epoch, rule=how.rule, calendar=how.calendar)
    firm.warn_at = next_warning(firm.until, clock_=how, sent=firm.sent, now=world.now)
    plan_sweep(world, firm)
    clockside.look_at(world, firm, firm.warn_at)


def plan_sweep(world: World, firm: Firm) -> None:
    how = world.clock_of(firm)
    firm.sweep_after = sweep_from(firm.until, clock_=how, sent=counted(firm), last_touch=firm.last_touch)
    if firm.sweep_after and firm.sweep_after > world.now:
        clockside.look_at(world, firm, firm.sweep_after)


def counted(firm: Firm) -> list[WarningLine]:
    """The warnings that count as notice."""
    return counting(firm.sent, firm) if firm.sent else []  # type: ignore[arg-type]


def reshape(world: World, firm: Firm, **changed: Any) -> None:
    """An input of the epoch changes; where that takes time away, the minimum notice is left."""
    before = firm.until
    firm.epoch = replace(firm.epoch, **changed) if changed else firm.epoch
    rewrite(world, firm)
    if firm.until < before:
        how = world.clock_of(firm)
        floor = clock.floor(world.now, rule=how.rule, calendar=how.calendar)
        firm.epoch = replace(firm.epoch, not_before=max(floor, firm.epoch.not_before or floor))
        rewrite(world, firm)
        kept = firm.until >= min(before, floor)
        world.check("what takes time away leaves time to be warned", kept, firm.firm_id)


def rehold(world: World, firm: Firm, **changed: Any) -> None:
    """What holds the customer changes: a deal, a contract, a plan, a complaint, a lock."""
    firm.holds = replace(firm.holds, **changed)
    if firm.owner:
        _count_won(firm, firm.owner)
        reshape(world, firm, exempt_until=held_until(world, firm))


def held_until(world: World, firm: Firm, touches: tuple[datetime, ...] | None = None) -> datetime | None:
    """Until when something holds it, with these `touches` or those of its epoch."""
    if firm.holds == NOTHING:
        return None
    how, epoch = world.clock_of(firm), firm.epoch
    holds = replace(firm.holds, touches=epoch.touches if touches is None else touches, owned_since=epoch.started_at)
    found = exemption(holds, rule=how.rule, calendar=how.calendar)
    return found.until if found else None


def claimant(world: World, rep: Rep) -> Claimant:
    return Claimant(rep.rep_id, rep.team.team_id, rep.claims[-20:], rep.counted)


def _count_won(firm: Firm, rep: Rep) -> None:
    if firm.holds.won:
        rep.won[firm.firm_id] = firm


def take(world: World, firm: Firm, rep: Rep, how: str) -> None:
    """A new epoch begins. `how`: entered, claimed, assigned."""
    who, rules = claimant(world, rep), world.clock(rep.team, firm.grade, firm.source)
    settled = {"rule": rules.rule, "calendar": rules.calendar}
    starts = pool.clock_starts(who, firm.tenures, now=world.now, **settled)  # type: ignore[arg-type]
    notice = clock.floor(world.now, **settled) if starts < world.now else None  # type: ignore[arg-type]
    firm.owner, firm.pooled, firm.number = rep, None, firm.number + 1
    firm.sent, firm.recent, firm.asked, firm.shown = [], [], 0, None
    firm.changes += 1
    firm.tenures.append(Tenure(rep.rep_id, rep.team.team_id, world.now, None))
    firm.holds = replace(firm.holds, plans=(), locked_until=None)
    firm.epoch = Epoch(starts, pauses=rep.pauses, grade=firm.grade, not_before=notice)
    firm.epoch = replace(firm.epoch, exempt_until=held_until(world, firm))
    rep.held[firm.firm_id] = firm
    _count_won(firm, rep)
    world.pool.pop(firm.firm_id, None)
    world.waiting.pop(firm.firm_id, None)
    if how == "claimed":
        rep.claims.append(world.now)
    if how == "assigned":
        rep.last_assigned_at = world.now
    world.happened(how)
    rewrite(world, firm)
    firm.shown = firm.until


def let_go(world: World, firm: Firm, why: PooledWhy, **pooled: Any) -> None:
    assert firm.owner
    del firm.owner.held[firm.firm_id]
    firm.owner.won.pop(firm.firm_id, None)
    firm.tenures[-1] = replace(firm.tenures[-1], ended_at=world.now)
    firm.owner, firm.number, firm.changes = None, firm.number + 1, firm.changes + 1
    firm.warn_at = firm.sweep_after = None
    firm.pooled = Pooled(world.now, why, **pooled)
    world.pool[firm.firm_id] = firm
    if why in ("expired", "left"):
        world.waiting[firm.firm_id] = firm
