"""The clock's jobs, as the ticker would find them: warn what is due, one message a person; sweep what may go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from crm import clock
from crm.clock import Rung
from crm.rollout import breaker_trips
from operations.clock.clockwork import next_warning, rungs_sent, warned_of
from storage.warnings import WarningLine
from tests.simulate import delivery, owning, promises
from tests.simulate.company import Firm, Rep
from tests.simulate.world import World

NEXT_DAY = timedelta(days=1)


def look_at(world: World, firm: Firm, when: datetime | None) -> None:
    """The jobs find a customer when its warning or its sweep is due; several of one instant are one turn."""
    if when is None:
        return
    when = max(when, world.now)
    if when not in world.due:
        world.at(when, turn, when)
    world.due[when].append(firm)


def turn(world: World, when: datetime) -> None:
    """One turn of the jobs. While the bot is down nothing happens, and everything is found when it is back."""
    found = {firm.firm_id: firm for firm in world.due.pop(when, ())}
    if not world.bot_down:
        run_jobs(world, found.values())


def catch_up(world: World) -> None:
    """What came due while nobody looked is found by the next tick, all at once."""
    run_jobs(world, list(world.owned()))


def run_jobs(world: World, firms: Iterable[Firm]) -> None:
    now = world.now
    standing = [firm for firm in firms if firm.owner]
    warn(world, [firm for firm in standing if firm.warn_at and firm.warn_at <= now])
    sweep(world, [firm for firm in standing if firm.sweep_after and firm.sweep_after <= now])


def warn(world: World, due: list[Firm]) -> None:
    by_owner: dict[str, list[Firm]] = defaultdict(list)
    for firm in due:
        by_owner[firm.owner_id or ""].append(firm)
    for firms in by_owner.values():
        owner = firms[0].owner
        assert owner
        lines = [line for firm in firms if (line := _line(world, firm, owner))]
        if lines:
            delivery.put(world, lines, to=owner.rep_id)
        for firm in firms:
            at = next_warning(firm.until, clock_=world.clock_of(firm), sent=firm.sent, now=world.now)
            firm.warn_at = world.now + NEXT_DAY if at and at <= world.now else at
            look_at(world, firm, firm.warn_at)


def _line(world: World, firm: Firm, owner: Rep) -> WarningLine | None:
    rung = _rung(world, firm)
    if rung is None:
        return None
    if rung.copies_manager:
        world.happened("warnings copied to a manager")
    line = WarningLine(firm.firm_id, firm.number, firm.until, rung.name, owner.rep_id, "", None, False)
    firm.sent.append(line)
    return line


def _rung(world: World, firm: Firm) -> Rung | None:
    how = world.clock_of(firm)
    sent = rungs_sent(firm.until, firm.sent)
    return clock.rung_due(world.now, firm.until, rule=how.rule, calendar=how.calendar, sent=sent)


def sweep(world: World, due: list[Firm]) -> None:
    """What may go, goes; more than the breaker allows waits for a person."""
    if not due or world.halted:
        return
    rule = world.rules[0].rule
    owned = len(world.firms) - len(world.pool)
    if breaker_trips(len(due), owned, rule=rule):
        world.halted = world.resumed_on != world.now.date()
    if world.halted:
        world.happened("sweeps halted by the breaker")
        world.at(world.now + timedelta(hours=world.dice.uniform(2, 30)), resume)
        return
    for firm in due:
        sweep_one(world, firm)


def sweep_one(world: World, firm: Firm) -> None:
    how = world.clock_of(firm)
    warned = warned_of(firm.until, owning.counted(firm))
    facts = {"rule": how.rule, "calendar": how.calendar, "warned": warned, "last_touch": firm.last_touch}
    held = firm.epoch.exempt_until
    if not clock.may_sweep(world.now, deadline=firm.until, exempt_until=held, **facts):  # type: ignore[arg-type]
        world.happened("looked at too early")
        owning.plan_sweep(world, firm)
        firm.sweep_after = firm.sweep_after if firm.sweep_after and firm.sweep_after > world.now else None
        return
    promises.before_a_sweep(world, firm, how)
    world.happened("swept")
    owning.let_go(world, firm, "expired")


def resume(world: World) -> None:
    """A manager has looked and lets the sweep go on for the day."""
    world.halted = False
    world.resumed_on = world.now.date()
    if not world.bot_down:
        catch_up(world)
