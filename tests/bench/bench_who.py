"""`/who` with a typo, in Chinese and in pinyin: how often the firm is among the first five, and how long the look-up takes.

The floor is the exact name read by its unique index in the same database.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from statistics import median

from pypinyin import lazy_pinyin

from bot.app import Dibs
from crm.cards import ChoicesCard
from crm.people import Person
from operations.customers import seeing
from storage import customers
from tests.bench import stage, world
from tests.bench.figures import milliseconds, percentile, say
from tests.bench.stage import TEAM_ID
from tests.bench.world import NOW, Firm
from tests.databases import addresses

ASKED = 200
ASKER = Person(TEAM_ID, "U00000", "Rep", team_id=world.TEAM.team_id)


def main(*, quick: bool = False) -> None:
    made = world.firms(10_000 if quick else 100_000)
    dice = random.Random(3)
    sought = dice.sample(made, 2 * ASKED)
    latin, chinese = [f for f in sought if not f.is_chinese], [f for f in sought if f.is_chinese]
    queries = {
        "a typo": [(firm, _typo(firm.name, dice)) for firm in latin],
        "Chinese, the short name": [(firm, firm.name[2:-4]) for firm in chinese],
        "pinyin of the short name": [(firm, "".join(lazy_pinyin(firm.name[2:-4]))) for firm in chinese],
    }
    with addresses() as databases, stage.slack(made) as (small, server):
        for kind, url in databases.items():
            with stage.company(url, made), stage.bot_in_process(url, small, server) as dibs:
                floor = median(milliseconds(lambda firm=firm: _exact(dibs, firm)) for firm in latin)  # type: ignore[misc]
                for how, asked in queries.items():
                    _measure(kind, how, dibs, asked, len(made), floor)


def _measure(kind: str, how: str, dibs: Dibs, asked: Sequence[tuple[Firm, str]], size: int, floor: float) -> None:
    took, found = [], 0
    for firm, query in asked:
        began = time.perf_counter()
        seen = seeing.look_up(dibs.office, workspace_id=TEAM_ID, asker=ASKER, query=query, now=NOW)
        took.append((time.perf_counter() - began) * 1000)
        shown = [one.customer_id for one in seen.candidates] if isinstance(seen, ChoicesCard) else [_of(seen)]
        found += firm.customer_id in shown
    say(f"{kind}: /who, {how}, {size:,}: recall@5", found / len(asked), "")
    say(f"{kind}: … p50", median(took), "ms", floor)
    say(f"{kind}: … p99", percentile(took, 99), "ms")


def _of(card: object) -> str:
    return str(getattr(getattr(card, "customer", None), "customer_id", ""))


def _exact(dibs: Dibs, firm: Firm) -> None:
    with dibs.database.read() as tx:
        assert customers.named(tx, workspace_id=TEAM_ID, name=firm.name)


def _typo(name: str, dice: random.Random) -> str:
    """Two letters of the first word change places, or one is lost."""
    at = dice.randrange(1, len(name.split()[0]) - 2)
    if dice.random() < 0.5:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + name[at + 1 :]


if __name__ == "__main__":
    main()
