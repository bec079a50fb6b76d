"""Finance's papers, as you would ask for them. `put` is the only way one is written, and an import its only caller."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, Subquery, bindparam, case, func, select, tuple_

from crm.finance import Account, Paper
from storage.customers import as_customer, select_customers
from storage.database import insert_into
from storage.ids import new_id
from storage.prebuilt import given
from storage.tables.customers import CustomerRow
from storage.tables.finance import FinancePaperRow

_FIELDS = ("customer_id", "dated", "due", "hundredths", "currency", "status")


def known(tx: Connection, keys: Collection[tuple[str, str]], *, workspace_id: str) -> dict[tuple[str, str], Paper]:
    """(kind, number) → the paper as it stands, of those that are here."""
    if not keys:
        return {}
    these = tuple_(FinancePaperRow.kind, FinancePaperRow.number).in_(list(keys))
    found = select(
        FinancePaperRow.kind,
        FinancePaperRow.number,
        FinancePaperRow.customer_id,
        FinancePaperRow.dated,
        FinancePaperRow.hundredths,
        FinancePaperRow.currency,
        FinancePaperRow.due,
        FinancePaperRow.status,
    ).where(FinancePaperRow.workspace_id == workspace_id, these)
    papers = (Paper(*row[:4], money(row[4]), *row[5:]) for row in tx.execute(found))
    return {(one.kind, one.number): one for one in papers}


def put(tx: Connection, papers: Sequence[Paper], *, workspace_id: str, import_id: str, now: datetime) -> None:
    """Write these; one that is here under its number is replaced."""
    if not papers:
        return
    rows = [
        {
            "workspace_id": workspace_id,
            "paper_id": new_id(now),
            "kind": one.kind,
            "number": one.number,
            "customer_id": one.customer_id,
            "dated": one.dated,
            "due": one.due,
            "hundredths": int(one.amount.scaleb(2)),
            "currency": one.currency,
            "status": one.status,
            "import_id": import_id,
            "brought_at": now,
        }
        for one in papers
    ]
    new = insert_into(tx, FinancePaperRow).values(rows)
    replaced = {name: new.excluded[name] for name in (*_FIELDS, "import_id", "brought_at")}
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id", "kind", "number"], set_=replaced))


def _sums() -> tuple[Any, ...]:
    """Ordered, invoiced, received, and what of the invoices was due before `:today`."""
    row = FinancePaperRow

    def of(kind: str, *more: Any) -> Any:
        wanted = row.kind == kind
        for one in more:
            wanted = wanted & one
        return func.coalesce(func.sum(case((wanted, row.hundredths), else_=0)), 0)

    late = func.coalesce(row.due, row.dated) < bindparam("today")
    return of("order"), of("invoice"), of("receipt"), of("invoice", late)


_ACCOUNTS: Select[Any] = (
    select(FinancePaperRow.currency, *_sums())
    .where(*given(FinancePaperRow.workspace_id, FinancePaperRow.customer_id))
    .group_by(FinancePaperRow.currency)
)


def accounts(tx: Connection, *, workspace_id: str, customer_id: str, today: date) -> tuple[Account, ...]:
    """A customer's money, by currency; the one with the most orders and invoices first."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "today": today}
    found = [Account(row[0], *map(money, row[1:])) for row in tx.execute(_ACCOUNTS, of)]
    return tuple(sorted(found, key=lambda one: (-(one.ordered + one.invoiced), one.currency)))


def accounts_of_all(tx: Connection, *, workspace_id: str, today: date) -> list[tuple[Any, Account]]:
    """(customer, account) of every customer in use that has papers, an entry a currency."""
    per = (
        select(FinancePaperRow.customer_id.label("of_id"), FinancePaperRow.currency.label("of_currency"), *_sums())
        .where(FinancePaperRow.workspace_id == workspace_id)
        .group_by(FinancePaperRow.customer_id, FinancePaperRow.currency)
        .subquery()
    )
    same = (CustomerRow.customer_id == per.c.of_id) & (CustomerRow.workspace_id == workspace_id)
    found = select_customers().add_columns(*per.c).join(per, same).where(CustomerRow.state != "archived")
    rows = tx.execute(found, {"today": today})
    return [(as_customer(row[:-6]), Account(row[-5], *map(money, row[-4:]))) for row in rows]


def paid_by_customer() -> Subquery:
    """Workspace, customer, currency; what is invoiced and what is received, in hundredths: to be joined to what they bought."""
    row = FinancePaperRow
    invoiced, received = (
        func.sum(case((row.kind == kind, row.hundredths), else_=0)) for kind in ("invoice", "receipt")
    )
    per = select(
        row.workspace_id, row.customer_id, row.currency, invoiced.label("invoiced"), received.label("received")
    )
    return per.group_by(row.workspace_id, row.customer_id, row.currency).subquery()


def money(hundredths: Any) -> Decimal:
    """A sum of the table; nothing where there is none."""
    return Decimal(int(hundredths or 0)).scaleb(-2)
