"""Credits and who developed whom, as you would ask for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select

from crm.cards.credits import CreditLine
from crm.credits import Credit, Development
from storage import finance
from storage.ids import new_id
from storage.tables.claims import ClaimRow
from storage.tables.credits import CreditRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow
from storage.tables.merges import MergeRow

_CREDIT = select(
    CreditRow.customer_id,
    CreditRow.deal_id,
    CreditRow.person_id,
    CreditRow.kind,
    CreditRow.hundredths,
    CreditRow.currency,
    CreditRow.percent,
    CreditRow.rule_version,
    CreditRow.at,
)


def book(tx: Connection, one: Credit, *, workspace_id: str) -> None:
    names = ("customer_id", "deal_id", "person_id", "kind", "currency", "percent", "rule_version", "at")
    fields = {name: getattr(one, name) for name in names} | {"hundredths": int(one.amount * 100)}
    tx.execute(insert(CreditRow).values(workspace_id=workspace_id, credit_id=new_id(one.at), **fields))


def of_deal(tx: Connection, *, workspace_id: str, deal_id: str) -> tuple[Credit, ...]:
    """The oldest first."""
    mine = (CreditRow.workspace_id == workspace_id, CreditRow.deal_id == deal_id)
    return tuple(_as_credit(row) for row in tx.execute(_CREDIT.where(*mine).order_by(CreditRow.credit_id)))


def one_offs(tx: Connection, *, workspace_id: str, customer_id: str, but_deal: str) -> Decimal:
    """What the other deals of a customer have brought as a one-off, what was taken back counted off."""
    mine = (
        CreditRow.workspace_id == workspace_id,
        CreditRow.customer_id.in_(_merged(tx, workspace_id=workspace_id, customer_id=customer_id)),
        CreditRow.kind == "one_off",
        CreditRow.deal_id != but_deal,
    )
    found = tx.execute(select(CreditRow.hundredths).where(*mine)).scalars()
    return Decimal(sum(found)).scaleb(-2)


def lines(
    tx: Connection, *, workspace_id: str, people: Collection[str] | None, since: datetime, until: datetime
) -> tuple[CreditLine, ...]:
    """What was booked in [since, until) for these people, or all; the latest first. Of a deal that is gone with the list
    that brought it, under its customer's name."""
    mine = [CreditRow.workspace_id == workspace_id, CreditRow.at >= since, CreditRow.at < until]
    if people is not None:
        mine.append(CreditRow.person_id.in_(people))
    paid = finance.paid_by_customer()
    customer_id = func.coalesce(
        DealRow.customer_id, CreditRow.customer_id
    )  # the deal's: merged customers take theirs along
    of_theirs = (
        (paid.c.workspace_id == CreditRow.workspace_id)
        & (paid.c.customer_id == customer_id)
        & (paid.c.currency == CreditRow.currency)
    )
    found = (
        _CREDIT.add_columns(
            CustomerRow.name, func.coalesce(DealRow.name, CustomerRow.name), paid.c.invoiced, paid.c.received
        )
        .outerjoin(DealRow, (DealRow.workspace_id == CreditRow.workspace_id) & (DealRow.deal_id == CreditRow.deal_id))
        .join(
            CustomerRow,
            (CustomerRow.workspace_id == CreditRow.workspace_id) & (CustomerRow.customer_id == customer_id),
        )
        .outerjoin(paid, of_theirs)
        .where(*mine)
        .order_by(CreditRow.at.desc(), CreditRow.credit_id.desc())
    )
    return tuple(
        CreditLine(_as_credit(row[:-4]), row[-4], row[-3], finance.money(row[-2]), finance.money(row[-1]))
        for row in tx.execute(found)
    )


def development(tx: Connection, *, workspace_id: str, customer_id: str) -> Development | None:
    """Its first owner, of all that was merged into it too, and when it ceased to be theirs; None while it is."""
    ids = _merged(tx, workspace_id=workspace_id, customer_id=customer_id)
    mine = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id.in_(ids))
    found = select(ClaimRow.owner_id, ClaimRow.ended_at, ClaimRow.customer_id).where(*mine)
    claims = tx.execute(found.order_by(ClaimRow.started_at, ClaimRow.epoch)).all()
    if not claims:
        return None
    developer = claims[0].owner_id
    theirs = [one for one in claims if one.owner_id == developer]
    holds = any(one.ended_at is None and one.customer_id == customer_id for one in theirs)
    ended = [one.ended_at for one in theirs if one.ended_at is not None]
    return Development(developer, None if holds or not ended else max(ended))


def _merged(tx: Connection, *, workspace_id: str, customer_id: str) -> list[str]:
    """A customer and all that was merged into it."""
    found, new = [customer_id], [customer_id]
    while new:
        mine = (MergeRow.workspace_id == workspace_id, MergeRow.kept_id.in_(new), MergeRow.undone_at.is_(None))
        new = [one for one in tx.execute(select(MergeRow.gone_id).where(*mine)).scalars() if one not in found]
        found += new
    return found


def _as_credit(row: Sequence[Any]) -> Credit:
    customer_id, deal_id, person_id, kind, hundredths, *rest = row
    return Credit(customer_id, deal_id, person_id, kind, Decimal(hundredths).scaleb(-2), *rest)
