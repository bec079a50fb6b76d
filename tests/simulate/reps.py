"""What reps do on a working day: call, write it down well or badly, take it back, ask, claim, let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crm import allowances, pool
from crm.exemptions import OpenDeal, Plan, Won
from crm.pool import Pooled
from crm.qualifying import Touch, qualifies
from tests.simulate import owning, promises
from tests.simulate.company import Firm, Rep
from tests.simulate.world import World

SOON = timedelta(days=10)
WORDS = [
    "they want the large one",
    "price is fine if we deliver in May",
    "asked for a second quote",
    "board meets next week",
    "wants to see the plant first",
    "budget was cut by a third",
    "had trouble with the last batch",
    "will test it in two shops",
    "compares us with two others",
    "对方要我们下周再报一次价",
    "样品已收到,等测试结果",
    "采购说预算还没批下来",
    "客户对交期不满意",
]


def work(world: World, rep: Rep) -> None:
    """One stint of a day's work, at one moment."""
    if rep.gone or world.bot_down:
        return
    today = world.calendar(rep.team).local_date(world.now)
    leave = rep.away(today)
    mine = list(rep.held.values())
    if leave:
        return
    for covered in (one for one in world.colleagues(rep.team) if _covers(rep, one, today)):
        mine += list(covered.held.values())[:20]
    dice = world.dice
    soon = [firm for firm in mine if firm.until - world.now < SOON]
    for _ in range(round(dice.expovariate(1 / rep.pace))):
        if soon and dice.random() < rep.care:
            call(world, rep, dice.choice(soon))
        elif mine:
            call(world, rep, dice.choice(mine))
    if mine:
        _other_things(world, rep, dice.choice(soon or mine))
    _fill_up(world, rep)


def _covers(rep: Rep, colleague: Rep, today: date) -> bool:
    leave = colleague.away(today)
    return leave is not None and leave.cover_id == rep.rep_id


def call(world: World, rep: Rep, firm: Firm) -> None:
    """A follow-up, kept; it extends the clock if the product says so."""
    owner = firm.owner
    if owner is None:
        return
    how, dice = world.clock_of(firm), world.dice
    touch = _said(world, rep, firm)
    standing_in = {owner.rep_id: rep.rep_id} if rep is not owner else {}
    covers = frozenset(standing_in.values())
    answer = qualifies(
        touch,
        owner_id=owner.rep_id,
        covers=covers,
        assistants=frozenset(),
        recent=firm.recent,
        rule=how.rule,
        calendar=how.calendar,
    )
    firm.recent = [touch if answer.extends else replace(touch, extends=False), *firm.recent[:9]]
    world.happened("follow-ups logged")
    world.happened("  that extended" if answer.extends else f"  that did not: {answer.reason}")
    if answer.extends:
        _extend(world, firm, touch)
        if dice.random() < 0.02:
            world.at(world.now + world.minutes(1, 1200), take_back, firm, firm.number, touch)


def _extend(world: World, firm: Firm, touch: Touch) -> None:
    before, warned = firm.until, any(line.delivered_at for line in firm.sent if line.deadline == firm.until)
    if firm.holds.deals:
        firm.holds = replace(firm.holds, deals=tuple(_active(deal, touch) for deal in firm.holds.deals))
    touches = (*firm.epoch.touches, touch.happened_at)
    firm.epoch = replace(firm.epoch, touches=touches, exempt_until=owning.held_until(world, firm, touches))
    owning.rewrite(world, firm)
    firm.shown = firm.until  # the receipt says so
    world.check("a log never moves the deadline earlier", firm.until >= before, firm.firm_id)
    if warned and firm.until > before:
        world.happened("rescued by a warning")


def _active(deal: OpenDeal, touch: Touch) -> OpenDeal:
    return replace(deal, last_activity_at=max(touch.happened_at, deal.last_activity_at or touch.happened_at))


def _said(world: World, rep: Rep, firm: Firm) -> Touch:
    dice = world.dice
    happened = world.now - timedelta(hours=dice.choice((0, 0, 0, 1, 3, 30, 70, 80)))
    happened = max(happened, firm.epoch.started_at) if dice.random() < 0.9 else happened + timedelta(hours=2)
    words = f"{dice.choice(WORDS)} {dice.choice(WORDS)} {dice.randrange(10_000)}"
    if dice.random() < 0.05:
        words = "ok"
    elif firm.recent and dice.random() < 0.05:
        words = firm.recent[0].outcome
    kind = "call" if dice.random() < 0.95 else None
    contact = "Ann Ray" if dice.random() < 0.95 else None
    return Touch(rep.rep_id, None, kind, contact, dice.random() < 0.1, words, happened, world.now)


def take_back(world: World, firm: Firm, number: int, touch: Touch) -> None:
    """A log is undone, or a manager's spot check rejects it: its extension goes, the notice stays."""
    if firm.number != number or firm.owner is None or touch.happened_at not in firm.epoch.touches:
        return
    left = list(firm.epoch.touches)
    left.remove(touch.happened_at)
    firm.recent = [one for one in firm.recent if one.logged_at != touch.logged_at]
    owning.reshape(world, firm, touches=tuple(left))
    firm.shown = firm.until
    world.happened("logs taken back")


def _other_things(world: World, rep: Rep, firm: Firm) -> None:
    dice = world.dice.random()
    how = world.clock_of(firm)
    if firm.owner is not rep:
        return
    if dice < 0.04:
        ask_for_time(world, firm)
    elif dice < 0.06:
        release(world, firm)
    elif dice < 0.16:
        due = world.now + timedelta(days=world.dice.randrange(1, 25))
        owning.rehold(world, firm, plans=(*firm.holds.plans[-5:], Plan(world.now, due)))
        world.happened("plans made")
    elif dice < 0.19:
        deal = OpenDeal(world.now, None, world.dice.choice((10, 20, 30)))
        owning.rehold(world, firm, deals=(deal,))
        world.happened("deals opened or moved")
    elif dice < 0.20 and firm.holds.deals:
        won = Won(world.now, None) if world.dice.random() < 0.4 else firm.holds.won
        owning.rehold(world, firm, deals=(), won=won)
        world.happened("deals closed")
    elif dice < 0.21:
        owning.rehold(world, firm, complaints=(world.now,))
        world.at(world.now + timedelta(days=world.dice.randrange(1, 20)), settle_complaint, firm)
        world.happened("complaints")
    elif dice < 0.215 and not allowances.may_lock(_locks(world, rep), rule=how.rule):
        until = allowances.lock_until(world.now, rule=how.rule, calendar=how.calendar)
        owning.rehold(world, firm, locked_until=until)
        world.check("no more locks than the rule grants", _locks(world, rep) <= how.rule.lock_max, rep.rep_id)
        world.happened("locks")


def _locks(world: World, rep: Rep) -> int:
    return sum(1 for one in rep.held.values() if one.holds.locked_until and one.holds.locked_until > world.now)


def settle_complaint(world: World, firm: Firm) -> None:
    if firm.holds.complaints:
        owning.rehold(world, firm, complaints=())


def ask_for_time(world: World, firm: Firm) -> None:
    how = world.clock_of(firm)
    world.happened("time asked for")
    if world.dice.random() < 0.6 and allowances.may_extend(firm.asked, rule=how.rule) is None:
        firm.asked += 1
        owning.reshape(world, firm, extension_days=(*firm.epoch.extension_days, how.rule.extension_days))
        world.check("no more time than the rule grants", firm.asked <= how.rule.extension_max, firm.firm_id)
        world.happened("time granted")


def release(world: World, firm: Firm) -> None:
    how, dice = world.clock_of(firm), world.dice
    today = how.calendar.local_date(world.now)
    why = dice.choice(("no_response", "poor_fit", "later", "completed"))
    wakes_on = today + timedelta(days=dice.randrange(0, 60)) if why == "later" else None
    if pool.may_return(why, wakes_on=wakes_on, today=today) is None:
        owning.let_go(world, firm, "released", wakes_on=wakes_on)
        world.happened("released")


def _fill_up(world: World, rep: Rep) -> None:
    """New customers while there are names left; then what the pool offers."""
    dice = world.dice
    if len(world.firms) < world.size.customers:
        for _ in range(dice.randrange(4)):
            enter(world, rep)
    tries = dice.choice((0, 0, 1, 2, 9))
    for firm in dice.sample(list(world.pool.values()), min(tries, len(world.pool))):
        try_to_claim(world, rep, firm)


def enter(world: World, rep: Rep) -> None:
    name = f"firm {len(world.firms):05}"
    firm = world.firms[name] = Firm(name, world.dice.choice(("referral", "website", "import")))
    firm.grade = world.dice.choice((None, "A", "B", "C"))
    owning.take(world, firm, rep, "entered")


def try_to_claim(world: World, rep: Rep, firm: Firm) -> None:
    how = world.clock(rep.team, firm.grade, firm.source)
    today = how.calendar.local_date(world.now)
    if pool.may_view(rep.views[today], rule=how.rule) is not None:
        return
    rep.views = type(rep.views)({today: rep.views[today] + 1})
    pooled = firm.pooled or Pooled(world.now)
    who = owning.claimant(world, rep)
    refused = pool.may_claim(who, pooled, firm.tenures, now=world.now, rule=how.rule, calendar=how.calendar)
    if refused:
        world.happened(f"claim refused: {refused.code}")
        return
    promises.before_a_claim(world, firm, rep, pooled, assigned=False, override=False)
    owning.take(world, firm, rep, "claimed")
