"""What customers brought, and the grades suggested from it, as you would ask for them."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, Executable, bindparam, func, insert, literal_column, or_, select, update

from crm.cards.grades import Suggestion
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow
from storage.tables.finance import FinancePaperRow as Paper
from storage.tables.grades import GradeSuggestionRow as Row

_SUGGESTION = select(
    Row.month, Row.customer_id, CustomerRow.name, Row.manager_id, Row.before, Row.grade, Row.hundredths, Row.state
).join(CustomerRow, (CustomerRow.workspace_id == Row.workspace_id) & (CustomerRow.customer_id == Row.customer_id))
_CONFIRMED = (
    _SUGGESTION.add_columns(Row.workspace_id, Row.decided_by)
    .where(Row.state == literal_column("'confirmed'"))
    .limit(bindparam("limit"))
)

Sums = dict[str, list[tuple[str | None, Decimal]]]  # customer -> (currency, sum) of each


def won_values(tx: Connection, *, workspace_id: str, stage: str, since: datetime) -> Sums:
    """What was won since."""
    won = (DealRow.workspace_id == workspace_id, DealRow.stage == stage, DealRow.closed_at >= since)
    sums = select(DealRow.customer_id, DealRow.currency, func.sum(DealRow.hundredths))
    return _by_customer(tx, sums.where(*won).group_by(DealRow.customer_id, DealRow.currency))


def invoiced_values(tx: Connection, *, workspace_id: str, since: date) -> Sums:
    """What finance invoiced since, credit notes counted off."""
    mine = (Paper.workspace_id == workspace_id, Paper.kind == "invoice", Paper.dated >= since)
    sums = select(Paper.customer_id, Paper.currency, func.sum(Paper.hundredths))
    return _by_customer(tx, sums.where(*mine).group_by(Paper.customer_id, Paper.currency))


def _by_customer(tx: Connection, sums: Executable) -> Sums:
    found: Sums = {}
    for customer_id, currency, hundredths in tx.execute(sums):
        found.setdefault(customer_id, []).append((currency, Decimal(int(hundredths or 0)).scaleb(-2)))
    return found


def graded(
    tx: Connection, *, workspace_id: str, stage: str, known_before: datetime
) -> dict[str, tuple[str | None, str | None]]:
    """customer -> (grade, owner) of those in use that ever won a deal or had an invoice, known since before then."""
    won = select(DealRow.customer_id).where(DealRow.workspace_id == workspace_id, DealRow.stage == stage)
    invoiced = select(Paper.customer_id).where(Paper.workspace_id == workspace_id, Paper.kind == "invoice")
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.state != "archived",
        CustomerRow.created_at < known_before,
        or_(CustomerRow.customer_id.in_(won), CustomerRow.customer_id.in_(invoiced)),
    )
    found = select(CustomerRow.customer_id, CustomerRow.grade, CustomerRow.owner_id).where(*mine)
    return {customer_id: (grade, owner_id) for customer_id, grade, owner_id in tx.execute(found)}


def declined(tx: Connection, *, workspace_id: str, since_month: str) -> frozenset[tuple[str, str]]:
    """(customer, grade) a manager said no to since."""
    mine = (Row.workspace_id == workspace_id, Row.month >= since_month, Row.state == "kept")
    return frozenset((row[0], row[1]) for row in tx.execute(select(Row.customer_id, Row.grade).where(*mine)))


def add(tx: Connection, suggested: Iterable[Suggestion], *, workspace_id: str) -> None:
    rows = [
        {
            "workspace_id": workspace_id,
            "month": one.month,
            "customer_id": one.customer_id,
            "manager_id": one.manager_id,
            "before": one.before,
            "grade": one.grade,
            "hundredths": int(one.value * 100),
        }
        for one in suggested
    ]
    if rows:
        tx.execute(insert(Row), rows)


def of_manager(tx: Connection, *, workspace_id: str, manager_id: str, month: str) -> tuple[Suggestion, ...]:
    """A month's suggestions to one manager, the most valuable first."""
    mine = (Row.workspace_id == workspace_id, Row.manager_id == manager_id, Row.month == month)
    found = tx.execute(_SUGGESTION.where(*mine).order_by(Row.hundredths.desc(), Row.customer_id))
    return tuple(_as_suggestion(row) for row in found)


def latest_month(tx: Connection, *, workspace_id: str, manager_id: str) -> str | None:
    mine = (Row.workspace_id == workspace_id, Row.manager_id == manager_id)
    return tx.execute(select(func.max(Row.month)).where(*mine)).scalar()


def decide(
    tx: Connection,
    *,
    workspace_id: str,
    manager_id: str,
    month: str,
    state: str,
    decided_by: str,
    now: datetime,
    customer_id: str | None = None,
) -> int:
    """Compare and set: what is still open, of one customer or of all; how many there were."""
    mine = [Row.workspace_id == workspace_id, Row.manager_id == manager_id, Row.month == month, Row.state == "open"]
    if customer_id is not None:
        mine.append(Row.customer_id == customer_id)
    values = {"state": state, "decided_by": decided_by, "decided_at": now}
    return tx.execute(update(Row).where(*mine).values(**values)).rowcount


def confirmed(tx: Connection, *, limit: int) -> tuple[tuple[str, str, Suggestion], ...]:
    """(workspace, who confirmed it, suggestion) of what is to be carried out."""
    found = tx.execute(_CONFIRMED, {"limit": limit})
    return tuple((row[-2], row[-1], _as_suggestion(row[:-2])) for row in found)


def settle(tx: Connection, one: Suggestion, *, workspace_id: str, state: str) -> bool:
    """Compare and set: a confirmed one is carried out, or overtaken."""
    mine = (Row.workspace_id == workspace_id, Row.month == one.month, Row.customer_id == one.customer_id)
    done = update(Row).where(*mine, Row.state == "confirmed").values(state=state).returning(Row.customer_id)
    return tx.execute(done).first() is not None


def _as_suggestion(row: tuple[object, ...]) -> Suggestion:
    month, customer_id, name, manager_id, before, grade, hundredths, state = row
    value = Decimal(int(hundredths)).scaleb(-2)  # type: ignore[call-overload]
    return Suggestion(month, customer_id, name, manager_id, before, grade, value, state)  # type: ignore[arg-type]
