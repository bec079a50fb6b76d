"""How a warning reaches its reader, or does not: at once, hours late, after Slack is back, or by way of a manager
because the owner blocks the bot. What was overtaken on the way is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from operations.clock.clockwork import INSTEAD
from storage.warnings import WarningLine
from tests.simulate import owning, promises
from tests.simulate.company import Firm
from tests.simulate.world import World

TOGETHER, NO_TIME = timedelta(minutes=5), timedelta()  # what goes to a manager instead is gathered
LATE = 0.02  # of the letters


@dataclass
class Letter:
    """One message of warnings that has not been sent; what comes due meanwhile is added to it."""

    to: str
    instead: bool
    lines: list[WarningLine]


def put(world: World, lines: list[WarningLine], *, to: str, instead: bool = False) -> None:
    waiting = world.unsent.get((to, instead))
    if waiting:
        waiting.lines += lines
        return
    letter = world.unsent[to, instead] = Letter(to, instead, lines)
    late = world.dice.random() < LATE and not world.just_back
    gathers = TOGETHER if instead else NO_TIME
    world.at(world.now + gathers + (world.minutes(60, 1800) if late else world.minutes(0, 4)), arrive, letter)


def come_back(world: World) -> None:
    """Slack, or the bot, is there again: what waits goes out."""
    for letter in list(world.unsent.values()):
        world.at(world.now + world.minutes(0, 4), arrive, letter)


def arrive(world: World, letter: Letter) -> None:
    if world.slack_down or world.bot_down or world.unsent.get((letter.to, letter.instead)) is not letter:
        return
    del world.unsent[letter.to, letter.instead]
    true = [line for line in letter.lines if _still_true(world, line)]
    if not true:
        world.happened("warnings overtaken and dropped")
    elif not letter.instead and world.reps_by_id[letter.to].blocks_the_bot:
        _to_a_manager(world, true)
    else:
        _delivered(world, letter, true)


def _still_true(world: World, line: WarningLine) -> bool:
    firm = world.firms[line.customer_id]
    if firm.owner and firm.number == line.epoch and firm.until == line.deadline:
        return True
    if line in firm.sent:
        firm.sent.remove(line)  # overtaken before it was sent: counts neither as put nor as delivered
    return False


def _to_a_manager(world: World, lines: list[WarningLine]) -> None:
    """The owner cannot be reached: their manager's copy starts the notice."""
    world.happened("warnings a manager got instead", len(lines))
    copies = []
    for line in lines:
        firm = world.firms[line.customer_id]
        _mark(firm, line, replace(line, undeliverable=True))
        assert firm.owner
        copy = replace(line, rung=line.rung + INSTEAD, person_id=f"manager of {firm.owner.team.name}")
        firm.sent.append(copy)
        copies.append(copy)
    put(world, copies, to=copies[0].person_id, instead=True)


def _delivered(world: World, letter: Letter, lines: list[WarningLine]) -> None:
    world.happened("messages of warning")
    world.happened("warnings delivered", len(lines))
    promises.one_message(world, letter.to)
    for line in lines:
        firm = world.firms[line.customer_id]
        _mark(firm, line, replace(line, delivered_at=world.now))
        firm.shown = firm.until
        owning.plan_sweep(world, firm)


def _mark(firm: Firm, line: WarningLine, now: WarningLine) -> None:
    firm.sent[firm.sent.index(line)] = now
