"""What managers do: give what waits to whom the product suggests, choose otherwise, open it to all, or nothing; grant
leave, hand over a leaver's customers, confirm grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from crm import allowances, pool
from crm.leave import Leave
from crm.people import Team
from crm.pool import Pooled
from crm.suggest import Candidate, suggest_rep
from tests.simulate import owning, promises
from tests.simulate.company import Firm, Rep
from tests.simulate.world import World


def decide(world: World, team: Team) -> None:
    """A stint at the cards: some days the manager has time for all of them, some days for none."""
    dice, colleagues = world.dice, world.colleagues(team)
    if world.bot_down or dice.random() < 0.3 or not colleagues:
        return
    for firm in [one for one in world.waiting.values() if _came_from(one, team)]:
        _escalated(world, firm, team)
        choice = dice.random()
        if choice < 0.15:
            continue
        if choice < 0.3:
            assert firm.pooled
            firm.pooled = replace(firm.pooled, opened=True)
            del world.waiting[firm.firm_id]
            world.happened("opened to all")
        elif choice < 0.33:
            assign(world, firm, dice.choice(colleagues), override=dice.random() < 0.5)
        else:
            _as_suggested(world, firm, team, colleagues)


def _came_from(firm: Firm, team: Team) -> bool:
    return firm.tenures[-1].team_id == team.team_id


def _escalated(world: World, firm: Firm, team: Team) -> None:
    how = world.clock(team, firm.grade, firm.source)
    assert firm.pooled
    if world.now >= allowances.assign_due(firm.pooled.since, rule=how.rule, calendar=how.calendar):
        world.happened("decisions passed up, late")


def _as_suggested(world: World, firm: Firm, team: Team, colleagues: Sequence[Rep]) -> None:
    how = world.clock(team, firm.grade, firm.source)
    today = how.calendar.local_date(world.now)
    owners, teams = pool.concerned(firm.tenures, rule=how.rule)  # nobody else can be barred
    barred = {rep.rep_id for rep in colleagues if rep.rep_id in owners or team.team_id in teams}
    barred = {one for one in barred if _cooling(world, world.reps_by_id[one], firm)}
    candidates = [_candidate(rep, rep.away(today) is not None, rep.rep_id in barred) for rep in colleagues]
    found = suggest_rep(candidates, team_id=team.team_id, grade=firm.grade, holding_cap=how.rule.holding_cap)
    if found is None:
        world.happened("nobody to suggest")
        return
    chosen = world.reps_by_id[found.person_id]
    world.check("nobody away is suggested", chosen.away(today) is None, chosen.rep_id)
    assign(world, firm, chosen)


def _cooling(world: World, rep: Rep, firm: Firm) -> bool:
    how = world.clock(rep.team, firm.grade, firm.source)
    until = pool.cooldown_until(owning.claimant(world, rep), firm.tenures, rule=how.rule, calendar=how.calendar)
    return until is not None and world.now < until


def _candidate(rep: Rep, away: bool, cooling: bool) -> Candidate:
    return Candidate(rep.rep_id, rep.team.team_id, rep.counted, frozenset(), rep.last_assigned_at, cooling, away)


def assign(world: World, firm: Firm, rep: Rep, *, override: bool = False) -> None:
    """By a manager, who may lift the cooldown with a reason."""
    how, who = world.clock(rep.team, firm.grade, firm.source), owning.claimant(world, rep)
    pooled, kept = firm.pooled or Pooled(world.now), _kept(firm)
    refused = pool.may_claim(
        who,
        pooled,
        firm.tenures,
        now=world.now,
        rule=how.rule,
        calendar=how.calendar,
        assigned=True,
        override=override,
    )
    if refused:
        world.happened(f"assignment refused: {refused.code}")
        return
    promises.before_a_claim(world, firm, rep, pooled, assigned=True, override=override)
    owning.take(world, firm, rep, "assigned")
    world.check("a new owner gets deals, contract and complaint", _kept(firm) == kept, firm.firm_id)


def _kept(firm: Firm) -> tuple[object, ...]:
    return firm.holds.deals, firm.holds.won, firm.holds.complaints


def leave(world: World, rep: Rep) -> None:
    """A rep asks for leave with a cover, or without; the manager grants what the rule allows."""
    calendar, dice = world.calendar(rep.team), world.dice
    rule = world.clock(rep.team).rule
    first = calendar.local_date(world.now) + timedelta(days=dice.randrange(1, 30))
    last = first + timedelta(days=dice.randrange(0, 14))
    if allowances.may_pause((first, last), rep.pauses, rule=rule):
        world.happened("leave refused: the year's days are used up")
        return
    others = [one for one in world.colleagues(rep.team) if one is not rep]
    cover = dice.choice(others).rep_id if others and dice.random() < 0.6 else None
    rep.take_leave(Leave(f"leave {next(world.numbers)}", rep.rep_id, first, last, cover, "approved"))
    world.happened("leave")
    taken = {first.year, last.year}
    spent = all(allowances.leave_days(rep.pauses, year=year) <= rule.pause_days for year in taken)
    world.check("no more days of leave than the rule grants", spent, rep.rep_id)
    for firm in list(rep.held.values()):
        before = firm.until
        owning.reshape(world, firm, pauses=rep.pauses)
        world.check("leave takes no time away", firm.until >= before, firm.firm_id)


def go(world: World, rep: Rep) -> None:
    """A rep leaves for good: everything they hold waits for the manager, on one card."""
    rep.gone = True
    held = list(rep.held.values())
    for firm in held:
        owning.let_go(world, firm, "left")
    world.check("a leaver keeps nothing", not rep.held, rep.rep_id)
    world.happened("leavers")
    world.happened("customers of leavers", len(held))


def grade(world: World, firm: Firm) -> None:
    """The month's grade: it never shortens a running epoch."""
    before, former = firm.until, firm.epoch.former_grades
    firm.grade = world.dice.choice(("A", "B", "C"))
    if firm.owner:
        owning.reshape(world, firm, grade=firm.grade, former_grades=(*former, firm.epoch.grade))
        world.check("a grade never shortens a running epoch", firm.until >= before, firm.firm_id)
    world.happened("grades changed")
