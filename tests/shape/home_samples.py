"""The App Home of every role, and the team form: filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from decimal import Decimal

from crm import cards
from crm.completeness import Asked
from crm.deals import DEFAULT_STAGES, Stages
from crm.people import Role, Team
from crm.quiet import OwnHours, QuietHours
from operations.teaming import TeamSheet
from tests.shape.samples import NOW, ULID, customer, day, deal_line, decision, line

HOURS = OwnHours(time(10), time(19), frozenset(range(1, 6)))


def team_sheet(words: str) -> TeamSheet:
    roles = {"U0BOSS": Role.MANAGER, "U0MEI": Role.REP, "U0TOM": Role.REP}
    return TeamSheet(words[:100] or "?", "Asia/Shanghai", "CN", frozenset(range(6)), time(18, 30), "C0SALES", roles)


def home_deals(words: str) -> cards.HomeDeals:
    lines = tuple(deal_line(words, n) for n in range(3))
    standing = tuple((one, 3) for one in Stages(DEFAULT_STAGES).open)
    worth = (("CNY", Decimal(1250000)), ("USD", Decimal("50000.50")))
    return cards.HomeDeals(lines, 240, lines, 7, standing, worth)


def home(words: str) -> cards.HomeCard:
    mine = (line(words),) * 5
    fixes = (Asked(ULID, words[:200] or "?", "reach", False, ULID),) * 3
    return cards.HomeCard(
        words[:200],
        "manager",
        day(words),
        mine,
        240,
        True,
        8,
        QuietHours(time(20), time(8)),
        4,
        True,
        home_deals(words),
        fixes,
        40,
        team_home(words),
        Team(ULID, words[:100] or "?"),
        HOURS,
        admin_home(words),
    )


def homes(words: str) -> Iterator[cards.HomeCard]:
    """A manager's who is also an admin, with everything; a rep's; and of one who has only begun."""
    full = home(words)
    yield full
    yield replace(full, role="rep", team=None, admin=None)
    nothing = cards.DayCard(NOW.date(), (), (), ())
    yield cards.HomeCard(words[:200], "rep", nothing, (), 0, False, 8, None)


def admin_home(words: str) -> cards.AdminHome:
    name = words[:100] or "?"
    teams = [(Team(ULID, name, country="CN", clock=clock), 40, True) for clock in ("on", "shadow", "off")]  # type: ignore[arg-type]
    return cards.AdminHome((*teams, (Team(ULID, name), 0, False)), (name,) * 5, 12, clock_on=False, halted=True)


def team_home(words: str) -> cards.TeamHome:
    """As much as a Home ever shows."""
    asked = cards.TimeRequestCard(ULID, customer(words), words[:200], words[:500], 15, "open", None, False)
    members = tuple(cards.MemberLine(words[:200], 40, number) for number in range(6))
    return cards.TeamHome((decision(words),) * 2, 12, (asked,) * 2, 5, (line(words),) * 3, 9, members, 30, 17)
