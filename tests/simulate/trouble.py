"""What goes wrong: Slack away for hours, the bot for weeks, a clock set wrong, a bot blocked; and rules that change."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from crm import clock
from crm.rollout import Held, share_a_day, staged, turned
from crm.rules import Rule, ScopedRule, check, conflicts
from tests.simulate import clockside, delivery, owning
from tests.simulate.company import Rep
from tests.simulate.world import World


def slack_goes(world: World) -> None:
    if world.slack_down or world.bot_down:
        return
    world.slack_down = True
    world.happened("outages of Slack")
    world.at(world.now + world.minutes(30, 60 * 12), slack_returns)


def slack_returns(world: World) -> None:
    world.slack_down = False
    _back(world)


def bot_goes(world: World) -> None:
    if world.bot_down:
        return
    world.bot_down = True
    world.happened("outages of the bot")
    away = timedelta(days=world.dice.choice((0.2, 1, 2, 5, 21)))
    world.at(world.now + away, bot_returns, world.now)


def bot_returns(world: World, down_at: datetime) -> None:
    """The days it was away are given back; what came due meanwhile is found at once."""
    world.bot_down = False
    for firm in list(world.owned()):
        lost = clock.days_lost(max(down_at, firm.epoch.started_at), world.now, calendar=world.clock_of(firm).calendar)
        if lost:
            before = firm.until
            owning.reshape(world, firm, given_back=firm.epoch.given_back + lost)
            world.check("an outage takes no time away", firm.until >= before, firm.firm_id)
    _back(world)
    clockside.catch_up(world)


def _back(world: World) -> None:
    world.back_at = world.now
    world.told_since.clear()
    if not world.bot_down and not world.slack_down:
        delivery.come_back(world)


def clock_jumps(world: World) -> None:
    """For one tick the server believes it is weeks later; the breaker must keep it from sweeping."""
    if world.bot_down or world.halted:
        return
    truly, swept = world.now, world.record.counts["swept"]
    owned = list(world.owned())
    later = truly + timedelta(days=world.dice.randrange(20, 400))
    would = [firm for firm in owned if firm.sweep_after and firm.sweep_after <= later]
    rule = world.rules[0].rule
    enough = len(would) > max(rule.breaker_floor, len(owned) * rule.breaker_percent / 100)
    world.now = later
    clockside.sweep(world, would if enough else [])
    world.now = truly
    world.at(truly + timedelta(hours=2), clockside.resume)
    world.happened("wrong clocks" if enough else "wrong clocks with little due")
    if enough:
        world.check("the breaker halts a wrong clock", world.record.counts["swept"] == swept, later)


def somebody_blocks_the_bot(world: World) -> None:
    rep = world.dice.choice(world.reps)
    rep.blocks_the_bot = True
    world.happened("reps who blocked the bot")
    world.at(world.now + world.minutes(60, 60 * 24 * 60), thinks_better_of_it, rep)


def thinks_better_of_it(world: World, rep: Rep) -> None:
    rep.blocks_the_bot = False


def rule_changes(world: World) -> None:
    """An admin saves other numbers, for all or for one team; they hold from the next day."""
    dice, (own, *others) = world.dice, world.rules
    rule = _other_numbers(world, own.rule)
    if dice.random() < 0.3:
        team = dice.choice(("shanghai", "berlin"))
        rules = (own, *(one for one in others if one.team != team), ScopedRule(rule, team=team))
    else:
        rules = (ScopedRule(rule), *others)
    if check(rule) or conflicts(rules):
        world.happened("rule changes refused")
        return
    world.at(world.now + timedelta(days=1), put_in_force, rules)


def _other_numbers(world: World, rule: Rule) -> Rule:
    dice = world.dice
    return replace(
        rule,
        version=rule.version + 1,
        protection_days=dice.choice((60, 90, 100)),
        extend_days=dice.choice((40, 60, 80)),
        max_hold_days=dice.choice((None, 180, 365)),
        warn_rungs=dice.choice(((7, 3, 1, 0), (5, 2, 0), (10, 3, 1))),
        min_notice_hours=dice.choice((8, 24, 40)),
        grace_days=dice.choice((0, 1, 3)),
        after_expiry=dice.choice(("manager_assign", "self_claim", "both")),
        claim_per_day=dice.choice((3, 5)),
        ex_owner_cooldown_days=dice.choice((14, 30, 60)),
    )


def put_in_force(world: World, rules: tuple[ScopedRule, ...]) -> None:
    """Every deadline by the new rule; what would be hurried has a day of its own, as the product stages it."""
    promised = {firm.firm_id: firm.until for firm in world.owned() if world.clock_of(firm).runs_at(world.now)}
    world.set_rules(rules)
    world.happened("rule changes")
    exempt = {firm.firm_id: owning.held_until(world, firm) for firm in world.owned()}  # by the new rule too
    ends = _staged(world, promised, exempt)
    for firm in list(world.owned()):
        held, end = firm.epoch.not_before, ends.get(firm.firm_id)
        not_before = max(end, held or end) if end else held
        owning.reshape(world, firm, not_before=not_before, exempt_until=exempt[firm.firm_id])


def _staged(world: World, promised: dict[str, datetime], exempt: dict[str, datetime | None]) -> dict[str, datetime]:
    turns, taken = [], Counter[date]()
    for firm in world.owned():
        how = world.clock_of(firm)
        epoch = replace(firm.epoch, exempt_until=exempt[firm.firm_id])
        held = Held(firm.firm_id, firm.owner_id or "", epoch, firm.number)
        until, earlier = promised.get(firm.firm_id), firm.epoch.not_before
        one = turned(held, promised=until, now=world.now, rule=how.rule, calendar=how.calendar)
        turns += [one] if one else []
        if earlier and earlier > world.now:
            taken[how.calendar.local_date(earlier)] += 1
    ends = staged(turns, taken=taken, a_day=share_a_day(len(list(world.owned())), rule=world.rules[0].rule))
    world.happened("ends staged by a change of rule", sum(end != promised.get(one) for one, end in ends.items()))
    return ends


def rule_goes_off(world: World) -> None:
    own, *others = world.rules
    if not own.rule.enabled:
        return
    off = tuple(replace(one, rule=replace(one.rule, enabled=False)) for one in (own, *others))
    put_in_force(world, off)
    world.at(world.now + timedelta(days=world.dice.randrange(3, 60)), rule_comes_on)


def rule_comes_on(world: World) -> None:
    on = tuple(replace(one, rule=replace(one.rule, enabled=True)) for one in world.rules)
    put_in_force(world, on)
