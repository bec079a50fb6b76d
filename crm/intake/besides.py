"""What a row may hold beside a customer, a contact and an activity: a planned step, and a deal."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from crm.customers import tidy_name
from crm.intake import values
from crm.intake.cells import Cells

MORNING = time(9)
NOON = time(12)


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """`owner` as the file names them; None: the customer's own."""

    due_at: datetime
    step: str | None
    contact: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class ListedDeal:
    """`stage` as the file calls it, `lost_reason` as we do; `owner` None: the customer's. Days are local ones."""

    name: str
    stage: str | None
    owner: str | None
    helpers: tuple[str, ...] = ()
    amount: Decimal | None = None
    currency: str | None = None
    close_on: date | None = None
    probability: int | None = None
    created_at: datetime | None = None
    entered_at: datetime | None = None
    closed_at: datetime | None = None
    lost_reason: str | None = None
    competitor: str | None = None
    contract_end: date | None = None


def read_plan(cells: Cells, order: str, zone: str) -> ListedPlan | None:
    """None without a day. Raises Refusal("row_date")."""
    due_at = cells.instant("plan_due", order, zone, MORNING)
    if due_at is None:
        return None
    return ListedPlan(due_at, cells.some("plan_step", 500), cells.some("plan_with", 200), cells.some("plan_owner", 200))


def _stage(cells: Cells) -> str | None:
    """The stage; some systems leave a deal in it that is won or lost, and say so beside it."""
    ended = values.stage(cells.text("deal_status"))
    return ended if ended in ("won", "lost") else cells.some("deal_stage", 60)


def read_deal(cells: Cells, order: str, zone: str, *, unnamed: str = "") -> ListedDeal | None:
    """None without a name; `unnamed`: what one without is called, in a list of deals. Raises Refusal: row_date, row_amount."""
    name = tidy_name(cells.text("deal") or unnamed)[:200]
    if not name:
        return None

    def at(field: str) -> datetime | None:
        return cells.instant(field, order, zone, NOON)

    def day(field: str) -> date | None:
        found = at(field)
        return found.astimezone(ZoneInfo(zone)).date() if found else None

    return ListedDeal(
        name=name,
        stage=_stage(cells),
        owner=cells.some("deal_owner", 200),
        helpers=cells.several("deal_helpers"),
        amount=cells.money("deal_amount"),
        currency=cells.currency("deal_currency"),
        close_on=day("deal_close"),
        probability=values.per_cent(cells.text("deal_probability")),
        created_at=at("deal_created"),
        entered_at=at("deal_entered"),
        closed_at=at("deal_ended"),
        lost_reason=values.lost_reason(cells.text("deal_lost")),
        competitor=cells.some("competitor", 200),
        contract_end=day("contract_end"),
    )
