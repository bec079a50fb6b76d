"""Deals written down to be counted: each a run of versions, as operations would have left them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert

from storage.database import Database
from storage.tables.activities import FollowUpRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow, DealVersionRow
from storage.tables.people import PersonRow
from tests.crm.some_deals import NOW, day

T1 = "T1"


@dataclass(frozen=True)
class Step:
    """A version of a deal, `at` so many days from NOW."""

    at: float
    stage: str
    amount: int | None = 100
    close: date | None = None
    probability: int | None = None
    currency: str = "CNY"


@dataclass(frozen=True)
class Written:
    name: str
    steps: tuple[Step, ...]
    rep: str | None = "U1"
    reason: str | None = None
    pooled: bool = False


def deal(*steps: Step, name: str = "Acme", rep: str | None = "U1") -> Written:
    return Written(name, steps, rep)


def went(*steps: tuple[float, str], amount: int | None = 100, currency: str = "CNY", rep: str | None = "U1") -> Written:
    """A deal that took these steps with one sum."""
    return Written("Acme", tuple(Step(at, stage, amount, currency=currency) for at, stage in steps), rep)


def write(database: Database, written: Iterable[Written], *, planned: bool = True) -> list[str]:
    """These deals and no others, each with a customer of its own; returns their ids in order."""
    rows = [_rows(f"{number:03}{one.name}"[:26], one) for number, one in enumerate(written)]
    with database.begin() as tx:
        for table in (FollowUpRow, DealVersionRow, DealRow, CustomerRow, PersonRow):
            tx.execute(delete(table))
        people = [{"workspace_id": T1, "person_id": f"U{n}", "team_id": f"G{n % 2}"} for n in range(1, 4)]
        tx.execute(insert(PersonRow), people)
        for table, several in zip(
            (CustomerRow, DealRow, DealVersionRow), zip(*rows, strict=True) if rows else ((), (), ()), strict=True
        ):
            flat = [row for some in several for row in some]
            if flat:
                tx.execute(insert(table), flat)
        if planned and rows:
            tx.execute(insert(FollowUpRow), [_plan(some[0]["customer_id"]) for some, _, _ in rows])
    return [deals[0]["deal_id"] for _, deals, _ in rows]


def _plan(customer_id: object) -> dict[str, object]:
    at = {"due_at": day(9), "first_due_at": day(9), "created_at": day(0)}
    return {"workspace_id": T1, "followup_id": customer_id, "customer_id": customer_id, "owner_id": "U1", **at}


Row = dict[str, object]


def _rows(deal_id: str, one: Written) -> tuple[list[Row], list[Row], list[Row]]:
    versions = [
        {
            "workspace_id": T1, "deal_id": deal_id, "version": number, "at": day(step.at), "stage": step.stage,
            "owner_id": one.rep, "close_on": step.close, "probability": step.probability, **_money(step),
        }
        for number, step in enumerate(one.steps, 1)
    ]  # fmt: skip
    last = one.steps[-1]
    entered = next(
        step.at for number, step in enumerate(one.steps) if all(s.stage == last.stage for s in one.steps[number:])
    )
    deal_row: Row = {
        "workspace_id": T1, "deal_id": deal_id, "customer_id": deal_id, "name": one.name, "stage": last.stage,
        "owner_id": one.rep, "created_at": day(one.steps[0].at), "entered_at": day(entered), "changed_at": day(last.at),
        "version": len(versions), "close_on": last.close, "probability": last.probability, "lost_reason": one.reason,
        "closed_at": day(entered) if last.stage in ("won", "lost") else None, **_money(last),
    }  # fmt: skip
    pooled: Row = {"state": "pool", "pooled_at": NOW} if one.pooled else {"state": "lead", "pooled_at": None}
    customer: Row = {
        "workspace_id": T1, "customer_id": deal_id, "name": one.name, "normal_name": deal_id,
        "source": f"s{len(deal_id) % 2}", "created_at": NOW, "changed_at": NOW, **pooled,
    }  # fmt: skip
    return [customer], [deal_row], list(versions)


def _money(step: Step) -> Row:
    known = step.amount is not None
    return {"hundredths": (step.amount or 0) * 100 if known else None, "currency": step.currency if known else None}
