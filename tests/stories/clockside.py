"""The manager's and the clock's side of the stories: days that pass from event to event, and whole claims to play with."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from operations.clock.next_event import next_due
from sandbox.nouns import Message
from tests.stories.company import BOSS, Company
from tests.stories.rep import enter

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(when: str) -> datetime:
    """An instant as Shanghai writes it: at("2026-04-01 09:00")."""
    return datetime.fromisoformat(when).replace(tzinfo=SHANGHAI)


def pass_until(firm: Company, when: str | datetime) -> None:
    """Let time pass from one thing to do to the next, as it would in life, up to an instant."""
    goal = at(when) if isinstance(when, str) else when
    stood_still = 0
    while firm.now < goal:
        coming = next_due(firm.dibs.office) or goal
        stood_still = stood_still + 1 if coming <= firm.now else 0
        assert stood_still < 100, f"what was due at {coming} is still not done at {firm.now}"
        step = min(max(coming, firm.now + timedelta(seconds=5)), goal)
        firm.wait(seconds=(step - firm.now).total_seconds())


def jump_to(firm: Company, when: str) -> None:
    """The bot is away until then: nothing runs in between."""
    firm.wait(seconds=(at(when) - firm.now).total_seconds())


def quiet(firm: Company, *users: str) -> None:
    """No morning messages, so that a story hears only the clock."""
    for user in users:
        firm.command(user, "/dibs digest off")


def enter_all(firm: Company, user: str, names: Iterable[str]) -> None:
    for name in names:
        enter(firm, user, name)


def said_to(firm: Company, user: str, *words: str) -> list[Message]:
    """Everything the bot told a person that has all these words, the oldest first."""
    return [one for one in firm.heard(user) if all(word in one.text for word in words)]


def sweep(firm: Company, user: str, name: str, *, until: str = "2026-04-13 18:01") -> Message:
    """A customer entered on the first day goes unattended into the pool; the manager's card."""
    enter(firm, user, name)
    pass_until(firm, until)
    return said_to(firm, BOSS, name)[-1]


def history(firm: Company, name: str) -> list[str]:
    """The ledger as the manager reads it, the latest line first."""
    answer = firm.command(BOSS, f"/dibs history {name}")
    assert answer.message is not None, answer
    lines = answer.message.blocks[1]["text"]["text"].split("\n")
    return [line.partition(" · ")[2] for line in lines]
