"""The funnel, the forecast, a manager's week and their morning of a company of 1,000 reps and 100,000 deals.

The floor is reading the rows it is computed from, bare, in the same run: deals and all their versions. A team's week reads
the deals of its own reps only.
"""

from __future__ import annotations

import random
import resource
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import select

from crm.people import Person, Role
from operations.figures import digesting, reports
from operations.figures.asking import COUNTS
from operations.figures.question import Asked, What, question
from storage.database import Database
from storage.tables.deals import DealRow, DealVersionRow
from tests.bench import stage, world
from tests.bench.figures import milliseconds, say
from tests.bench.stage import TEAM_ID
from tests.bench.world import NOW, Firm, pour
from tests.databases import addresses

STAGES = ("lead", "qualified", "evaluation", "proposal", "negotiation", "won", "lost")
ADMIN = Person(TEAM_ID, "U00000", "Boss", Role.ADMIN, zone="Asia/Shanghai")
TURNS = 3


def main(*, quick: bool = False) -> None:
    size = 10_000 if quick else 100_000
    made = world.firms(size)
    with addresses() as databases:
        for kind, url in databases.items():
            with stage.company(url, made) as database:
                _pour_deals(database, made)
                _measure(kind, database, size)


def _measure(kind: str, database: Database, size: int) -> None:
    floor = median(milliseconds(lambda: _bare(database)) for _ in range(TURNS))

    def took(name: str, work: Any) -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        value = median(milliseconds(work) for _ in range(TURNS))
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        say(f"{kind}: {name}, {size:,} deals", value, "ms", floor)
        say(f"{kind}: {name}, memory at its height, more", more, "MB")

    for what in ("funnel", "forecast", "odd", "people", "value", "sources"):
        took(f"the {what} of all", lambda what=what: _answer(database, what, ADMIN))
    took("the week of all", lambda: _week(database, ADMIN))
    took("the day of all", lambda: _day(database, ADMIN))
    lead = replace(ADMIN, role=Role.MANAGER, team_id=world.TEAM.team_id)
    rep = replace(ADMIN, person_id="U00007", role=Role.REP)
    took("the forecast of a rep", lambda: _answer(database, "forecast", rep))
    took("the week of one team that has them all", lambda: _week(database, lead))


def _answer(database: Database, what: What, asker: Person) -> None:
    with database.read(at_most=60) as tx:
        asked = Asked("")
        COUNTS[what](question(tx, workspace_id=TEAM_ID, asker=asker, what=what, asked=asked, now=NOW))


def _week(database: Database, manager: Person) -> None:
    with database.read(at_most=60) as tx:
        last = NOW.date() - timedelta(days=2)
        reports.week(tx, workspace_id=TEAM_ID, manager=manager, last=last, now=NOW)


def _day(database: Database, manager: Person) -> None:
    with database.read(at_most=60) as tx:
        digesting.digest(tx, workspace_id=TEAM_ID, manager=manager, day=NOW.date(), now=NOW)


def _bare(database: Database) -> None:
    with database.read(at_most=60) as tx:
        for table in (DealRow, DealVersionRow):
            tx.execute(select(table.__table__).where(table.workspace_id == TEAM_ID)).all()


def _pour_deals(database: Database, made: list[Firm]) -> None:
    """A deal a customer, half a year old at most, each with the versions of the stages it went through."""
    dice = random.Random(11)
    ends = [dice.randrange(len(STAGES)) for _ in made]
    began = [NOW - timedelta(days=dice.randrange(1, 180)) for _ in made]
    sums = [dice.randrange(1_000, 500_000) * 100 for _ in made]
    pour(database, DealRow, (_deal(*row) for row in zip(made, ends, began, sums, strict=True)))
    pour(
        database, DealVersionRow, (one for row in zip(made, ends, began, sums, strict=True) for one in _versions(*row))
    )


def _path(end: int) -> list[str]:
    return [*STAGES[: min(end, 5)], STAGES[end]] if end else [STAGES[0]]


def _deal(firm: Firm, end: int, began: Any, hundredths: int) -> dict[str, Any]:
    steps = len(_path(end))
    entered = began + timedelta(hours=steps)
    return {
        "workspace_id": TEAM_ID, "deal_id": f"D{firm.customer_id}", "customer_id": firm.customer_id, "name": firm.name,
        "stage": STAGES[end], "owner_id": firm.owner_id, "created_at": began, "entered_at": entered,
        "changed_at": entered, "version": steps, "hundredths": hundredths, "currency": "USD",
        "close_on": (began + timedelta(days=200)).date(), "closed_at": entered if end > 4 else None,
        "lost_reason": "price" if end == 6 else None,
    }  # fmt: skip


def _versions(firm: Firm, end: int, began: Any, hundredths: int) -> Iterator[dict[str, Any]]:
    for number, code in enumerate(_path(end), 1):
        yield {
            "workspace_id": TEAM_ID, "deal_id": f"D{firm.customer_id}", "version": number,
            "at": began + timedelta(hours=number), "actor_id": firm.owner_id, "stage": code,
            "owner_id": firm.owner_id, "hundredths": hundredths, "currency": "USD",
            "close_on": (began + timedelta(days=200)).date(),
        }  # fmt: skip


if __name__ == "__main__":
    main()
