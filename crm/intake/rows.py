"""One row of a list, read: what it says about a customer, a contact and something that was done; or why it can't be taken."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from crm.activities import KINDS
from crm.customers import NAME_MAX, normal_name, tidy_name
from crm.details import web_domain
from crm.intake import values
from crm.intake.besides import ListedDeal, ListedPlan, read_deal, read_plan
from crm.intake.cells import Cells
from crm.refusal import Refusal
from crm.sheets import Cell, plain_text

NOON, MORNING = time(12), time(0)
MOST_OUTCOME = 40_000  # as long as a message in Slack can be
_HAN = re.compile(r"[\u3400-\u9fff]")
NOTHING_SAID = "–"  # of a call that a list knows only the day of


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read. `columns`: field -> its columns, the first that is filled in counts. `owned_since`: when the
    owners named in the file began, where it has no such column (aware UTC). `strangers_to_pool`: a customer whose owner is
    nobody here goes to the pool; else the row is sent back. `about`: what each row is, where a person said so (one of
    crm.intake.about.ABOUTS)."""

    columns: Mapping[str, tuple[int, ...]]
    date_order: str
    zone: str
    owned_since: datetime | None = None
    strangers_to_pool: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Touch:
    """Something that was done with a customer. `author` as the file names them; None: not said. `happened_at` None: not said."""

    kind: str
    outcome: str
    happened_at: datetime | None
    author: str | None
    contact: str | None
    amount: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class ListedCustomer:
    """What one row says. `decision`: what a person wrote about a doubtful row, "new" or a customer's name."""

    name: str
    normal: str
    aliases: tuple[str, ...]
    owner: str | None
    owner_since: datetime | None
    grade: str | None
    source: str | None
    city: str | None
    industry: str | None
    created: datetime | None
    contact: str | None
    phone: str | None
    email: str | None
    touch: Touch | None
    domain: str | None
    firm_phone: str | None
    campaign: str | None
    co_owners: tuple[str, ...]
    plan: ListedPlan | None
    deal: ListedDeal | None
    decision: str | None


def read_row(row: Sequence[Cell], reading: Reading) -> ListedCustomer | None:
    """None for a blank row. Raises Refusal: row_no_name, row_date, row_amount, row_long."""
    cells = Cells(row, reading.columns)
    name = tidy_name(cells.text("name"))
    normal = normal_name(name)
    if len(name) == NAME_MAX and len(cells.text("name")) > NAME_MAX:
        raise Refusal("row_long", limit=NAME_MAX)
    if not normal:
        if not any(plain_text(cell) for cell in row):
            return None
        raise Refusal("row_no_name")
    given = " ".join(part for part in (cells.text("first_name"), cells.text("last_name")) if part)
    if _HAN.search(given):  # the family's name first
        given = cells.text("last_name") + cells.text("first_name")
    touch, to_do = _touch(cells, reading), values.is_open(cells.text("done"))
    return ListedCustomer(
        name=name,
        normal=normal,
        aliases=tuple(alias for part in cells.several("aliases") if (alias := tidy_name(part))),
        owner=cells.some("owner", 200),
        owner_since=cells.instant("owner_since", reading.date_order, reading.zone, MORNING) or reading.owned_since,
        grade=values.grade(cells.text("grade")),
        source=cells.some("source", 60),
        city=cells.some("city", 100),
        industry=cells.some("industry", 100),
        created=cells.instant("created", reading.date_order, reading.zone, NOON),
        contact=tidy_name(cells.text("contact") or given) or None,
        phone=cells.some("phone", 60),
        email=cells.some("email", 254),
        touch=None if to_do else touch,
        domain=web_domain(cells.text("domain")),
        firm_phone=cells.some("firm_phone", 60),
        campaign=cells.some("campaign", 120),
        co_owners=cells.several("co_owners"),
        plan=read_plan(cells, reading.date_order, reading.zone) or (_still_to_do(touch) if touch and to_do else None),
        deal=read_deal(cells, reading.date_order, reading.zone, unnamed=name if reading.about == "deal" else ""),
        decision=cells.some("decision", 200),
    )


def _touch(cells: Cells, reading: Reading) -> Touch | None:
    subject, said = cells.text("subject"), cells.text("outcome")
    outcome = f"{subject}: {said}" if subject and said and subject != said else said or subject
    kind, each = cells.text("kind"), reading.about if reading.about in KINDS else ""
    happened_at = cells.instant("happened_at", reading.date_order, reading.zone, NOON)
    if not outcome and not ((kind or each) and happened_at):
        return None
    if len(outcome) > MOST_OUTCOME:
        raise Refusal("row_long", limit=MOST_OUTCOME)
    return Touch(
        kind=values.kind(kind) if kind else each or "note",
        outcome=outcome or kind or NOTHING_SAID,
        happened_at=happened_at,
        author=cells.some("author", 200),
        contact=cells.some("with", 200),
        amount=cells.money("amount"),
        currency=cells.currency("currency"),
    )


def _still_to_do(touch: Touch) -> ListedPlan | None:
    """A task or a meeting of another system that is not done yet is a plan here; without a day it is nothing."""
    if touch.happened_at is None:
        return None
    step = None if touch.outcome == NOTHING_SAID else touch.outcome[:500]
    return ListedPlan(touch.happened_at, step, touch.contact, touch.author)
