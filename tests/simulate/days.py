"""A day of the company: who works when, what goes wrong, what the month and the night bring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import cycle

from tests.simulate import managers, promises, reps, trouble
from tests.simulate.company import TEAMS, Rep
from tests.simulate.world import World

DAY = timedelta(days=1)

CHANCES: tuple[tuple[Callable[[World], None], float], ...] = (  # a day
    (trouble.slack_goes, 0.03),
    (trouble.bot_goes, 0.005),
    (trouble.clock_jumps, 0.02),
    (trouble.somebody_blocks_the_bot, 0.05),
    (trouble.rule_changes, 0.008),
    (trouble.rule_goes_off, 0.001),
)


def hire(world: World, team_number: int) -> None:
    name = f"rep {next(world.numbers):04}"
    rep = Rep(name, TEAMS[team_number], world.dice.uniform(1.5, 5), world.dice.uniform(0.5, 1))
    world.reps.append(rep)
    world.reps_by_id[name] = rep


def begin(world: World) -> None:
    for number, _ in zip(cycle(range(len(TEAMS))), range(world.size.reps), strict=False):
        hire(world, number)
    world.at(world.now, a_day)


def a_day(world: World) -> None:
    """From one midnight UTC to the next."""
    dice = world.dice
    promises.every_night(world)
    for team in TEAMS:
        calendar = world.calendar(team)
        day = calendar.local_date(world.now + DAY / 2)
        if not calendar.is_working(day):
            continue
        opens, closes = calendar.start_of(day), calendar.end_of(day)
        world.at(max(world.now, opens + dice.random() * (closes - opens)), managers.decide, team)
        for rep in world.colleagues(team):
            world.at(max(world.now, opens + dice.random() * (closes - opens)), reps.work, rep)
    for happens, chance in CHANCES:
        if dice.random() < chance:
            world.at(world.now + dice.random() * DAY, happens)
    _people_come_and_go(world)
    if world.now.day == 1:
        for firm in dice.sample(list(world.firms.values()), len(world.firms) // 20):
            managers.grade(world, firm)
    world.happened("days lived")
    world.at(world.now.replace(hour=0, minute=0, second=0, microsecond=0) + DAY, a_day)


def _people_come_and_go(world: World) -> None:
    for rep in [one for one in world.reps if not one.gone]:
        chance = world.dice.random()
        if chance < 0.012:
            managers.leave(world, rep)
        elif chance > 1 - 0.0004:
            managers.go(world, rep)
            hire(world, TEAMS.index(rep.team))
