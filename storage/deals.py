"""Deals as you would ask for them. Every change goes through `change`, which compares the version and keeps the new one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, update

from crm.deals import Deal, Version
from storage.prebuilt import given
from storage.tables.activities import ActivityRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealHelperRow, DealRow, DealVersionRow

_DEAL = select(
    DealRow.deal_id,
    DealRow.customer_id,
    CustomerRow.name,
    DealRow.name,
    DealRow.stage,
    DealRow.owner_id,
    DealRow.created_at,
    DealRow.entered_at,
    DealRow.changed_at,
    DealRow.version,
    DealRow.hundredths,
    DealRow.currency,
    DealRow.close_on,
    DealRow.probability,
    DealRow.lost_reason,
    DealRow.competitor,
    DealRow.contract_end,
    DealRow.closed_at,
).join(
    CustomerRow,
    (CustomerRow.workspace_id == DealRow.workspace_id) & (CustomerRow.customer_id == DealRow.customer_id),
)
_AMOUNT_AT = 10
_OF_CUSTOMER = _DEAL.where(*given(DealRow.workspace_id, DealRow.customer_id)).order_by(DealRow.deal_id)
_HELPED_BY = select(DealHelperRow.deal_id).where(*given(DealHelperRow.workspace_id, DealHelperRow.person_id))
_OPEN_OF = _DEAL.where(
    *given(DealRow.workspace_id),
    DealRow.closed_at.is_(None),
    or_(DealRow.owner_id == bindparam("person_id"), DealRow.deal_id.in_(_HELPED_BY)),
).order_by(DealRow.deal_id)
_VERSION = select(
    DealVersionRow.deal_id,
    DealVersionRow.version,
    DealVersionRow.at,
    DealVersionRow.actor_id,
    DealVersionRow.stage,
    DealVersionRow.owner_id,
    DealVersionRow.hundredths,
    DealVersionRow.currency,
    DealVersionRow.close_on,
    DealVersionRow.probability,
)

_HISTORIES = _VERSION.where(
    *given(DealVersionRow.workspace_id), DealVersionRow.deal_id.in_(bindparam("deal_ids", expanding=True))
).order_by(DealVersionRow.deal_id, DealVersionRow.version)


def _money(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)


def _hundredths(amount: Decimal | None) -> int | None:
    return None if amount is None else int((amount * 100).to_integral_value())


def select_deals() -> Any:
    """The columns `as_deal` reads."""
    return _DEAL


def as_deal(row: Sequence[Any], helpers: tuple[str, ...] = ()) -> Deal:
    fields: list[Any] = [*row, helpers]
    fields[_AMOUNT_AT] = _money(fields[_AMOUNT_AT])
    return Deal(*fields)


def deal(tx: Connection, *, workspace_id: str, deal_id: str) -> Deal | None:
    """One deal with its helpers."""
    row = tx.execute(_DEAL.where(DealRow.workspace_id == workspace_id, DealRow.deal_id == deal_id)).first()
    return as_deal(row, _helpers(tx, workspace_id=workspace_id, deal_id=deal_id)) if row else None


def of_customer(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[Deal, ...]:
    """All deals of a customer, the oldest first; without helpers."""
    found = tx.execute(_OF_CUSTOMER, {"workspace_id": workspace_id, "customer_id": customer_id})
    return tuple(as_deal(row) for row in found)


def of_customers(tx: Connection, *, workspace_id: str, customer_ids: Collection[str]) -> dict[str, tuple[Deal, ...]]:
    """customer -> all deals, the oldest first, with who helps."""
    mine = (DealHelperRow.workspace_id == workspace_id, DealRow.customer_id.in_(customer_ids))
    helping: dict[str, tuple[str, ...]] = {}
    found = select(DealHelperRow.deal_id, DealHelperRow.person_id).join(
        DealRow, (DealRow.workspace_id == DealHelperRow.workspace_id) & (DealRow.deal_id == DealHelperRow.deal_id)
    )
    for deal_id, person_id in tx.execute(found.where(*mine).order_by(DealHelperRow.person_id)):
        helping[deal_id] = (*helping.get(deal_id, ()), person_id)
    of: dict[str, tuple[Deal, ...]] = {}
    for one in _found(tx, workspace_id, DealRow.customer_id.in_(customer_ids)):
        of[one.customer_id] = (*of.get(one.customer_id, ()), replace(one, helpers=helping.get(one.deal_id, ())))
    return of


def open_of(tx: Connection, *, workspace_id: str, person_id: str) -> tuple[Deal, ...]:
    """What a person has open or helps with, the nearest close first."""
    found = tx.execute(_OPEN_OF, {"workspace_id": workspace_id, "person_id": person_id})
    return tuple(sorted(map(as_deal, found), key=lambda one: (one.close_on is None, one.close_on, one.entered_at)))


def standing_since(
    tx: Connection, *, workspace_id: str, owners: Collection[str], entered_before: datetime
) -> tuple[Deal, ...]:
    """What these people have open that came to its stage before then, of customers somebody owns."""
    kept = CustomerRow.state.not_in(("pool", "archived"))
    mine = (DealRow.closed_at.is_(None), DealRow.owner_id.in_(owners), DealRow.entered_at < entered_before)
    return _found(tx, workspace_id, kept, *mine)


def since(tx: Connection, *, workspace_id: str, closed_since: datetime) -> tuple[Deal, ...]:
    """What is open, or was closed since. Of customers in use."""
    alive = or_(DealRow.closed_at.is_(None), DealRow.closed_at >= closed_since)
    return _found(tx, workspace_id, CustomerRow.state != "archived", alive)


def these(tx: Connection, *, workspace_id: str, deal_ids: Sequence[str]) -> tuple[Deal, ...]:
    """The deals of these ids, in their order."""
    found = {one.deal_id: one for one in _found(tx, workspace_id, DealRow.deal_id.in_(deal_ids))} if deal_ids else {}
    return tuple(found[one] for one in deal_ids if one in found)


def that(tx: Connection, where: Sequence[ColumnElement[bool]], *, workspace_id: str) -> tuple[Deal, ...]:
    """The deals of which this is true."""
    return _found(tx, workspace_id, *where)


def _found(tx: Connection, workspace_id: str, *where: ColumnElement[bool]) -> tuple[Deal, ...]:
    found = _DEAL.where(DealRow.workspace_id == workspace_id, *where).order_by(DealRow.deal_id)
    return tuple(as_deal(row) for row in tx.execute(found))


def standing_in(tx: Connection, *, workspace_id: str, stage: str) -> tuple[Deal, ...]:
    """Every deal that stands in a stage now."""
    return _found(tx, workspace_id, DealRow.stage == stage)


def won_of(tx: Connection, *, workspace_id: str, stage: str, owners: Collection[str]) -> tuple[tuple[str, Deal], ...]:
    """(owner of the customer, deal) of every deal that stands in the stage of the won, of customers these people own."""
    mine = (DealRow.workspace_id == workspace_id, DealRow.stage == stage, CustomerRow.owner_id.in_(owners))
    return tuple(
        (row[-1], as_deal(row[:-1])) for row in tx.execute(_DEAL.add_columns(CustomerRow.owner_id).where(*mine))
    )


def add(tx: Connection, deal: Deal, *, workspace_id: str, actor_id: str, now: datetime) -> None:
    """A new deal, its first version and its helpers."""
    row = _columns(deal) | {"deal_id": deal.deal_id, "created_by": actor_id, "created_at": now}
    tx.execute(insert(DealRow).values(workspace_id=workspace_id, **row))
    _keep_version(tx, deal, workspace_id=workspace_id, actor_id=actor_id, now=now)
    set_helpers(tx, workspace_id=workspace_id, deal_id=deal.deal_id, helpers=deal.helpers)


def change(tx: Connection, deal: Deal, *, workspace_id: str, actor_id: str | None, now: datetime) -> bool:
    """Compare and set: write the deal as `deal.version`, if the one before it still stands; and keep that version."""
    mine = (
        DealRow.workspace_id == workspace_id,
        DealRow.deal_id == deal.deal_id,
        DealRow.version == deal.version - 1,
    )
    changed = tx.execute(update(DealRow).where(*mine).values(**_columns(deal)).returning(DealRow.deal_id)).first()
    if changed is None:
        return False
    _keep_version(tx, deal, workspace_id=workspace_id, actor_id=actor_id, now=now)
    return True


def hand_over(tx: Connection, *, workspace_id: str, customer_id: str, owner_id: str, now: datetime) -> None:
    """Open deals follow their customer to its new owner, each in its stage."""
    for one in of_customer(tx, workspace_id=workspace_id, customer_id=customer_id):
        if one.closed_at is None and one.owner_id != owner_id:
            moved = replace(one, owner_id=owner_id, version=one.version + 1, changed_at=now)
            change(tx, moved, workspace_id=workspace_id, actor_id=None, now=now)


def set_helpers(tx: Connection, *, workspace_id: str, deal_id: str, helpers: Iterable[str]) -> None:
    mine = (DealHelperRow.workspace_id == workspace_id, DealHelperRow.deal_id == deal_id)
    tx.execute(delete(DealHelperRow).where(*mine))
    rows = [{"workspace_id": workspace_id, "deal_id": deal_id, "person_id": one} for one in dict.fromkeys(helpers)]
    if rows:
        tx.execute(insert(DealHelperRow), rows)


def _helpers(tx: Connection, *, workspace_id: str, deal_id: str) -> tuple[str, ...]:
    mine = (DealHelperRow.workspace_id == workspace_id, DealHelperRow.deal_id == deal_id)
    return tuple(tx.execute(select(DealHelperRow.person_id).where(*mine).order_by(DealHelperRow.person_id)).scalars())


def _columns(deal: Deal) -> dict[str, Any]:
    names = ("customer_id", "name", "stage", "owner_id", "entered_at", "changed_at", "version", "currency", "close_on")
    more = ("probability", "lost_reason", "competitor", "contract_end", "closed_at")
    return {name: getattr(deal, name) for name in (*names, *more)} | {"hundredths": _hundredths(deal.amount)}


def _keep_version(tx: Connection, deal: Deal, *, workspace_id: str, actor_id: str | None, now: datetime) -> None:
    names = ("deal_id", "version", "stage", "owner_id", "currency", "close_on", "probability")
    fields = {name: getattr(deal, name) for name in names} | {"hundredths": _hundredths(deal.amount)}
    tx.execute(insert(DealVersionRow).values(workspace_id=workspace_id, at=now, actor_id=actor_id, **fields))


def histories(tx: Connection, *, workspace_id: str, deal_ids: Collection[str]) -> dict[str, tuple[Version, ...]]:
    """deal -> all its versions, the oldest first."""
    return _by_deal(tx.execute(_HISTORIES, {"workspace_id": workspace_id, "deal_ids": list(deal_ids)}))


def histories_of(
    tx: Connection, where: Sequence[ColumnElement[bool]], *, workspace_id: str
) -> dict[str, tuple[Version, ...]]:
    """The same of the deals of which this is true, of themselves and their customers."""
    of_customer = (CustomerRow.workspace_id == DealRow.workspace_id) & (CustomerRow.customer_id == DealRow.customer_id)
    meant = select(DealRow.deal_id).join(CustomerRow, of_customer).where(DealRow.workspace_id == workspace_id, *where)
    found = _VERSION.where(DealVersionRow.workspace_id == workspace_id, DealVersionRow.deal_id.in_(meant))
    return _by_deal(tx.execute(found.order_by(DealVersionRow.deal_id, DealVersionRow.version)))


def _by_deal(rows: Iterable[Any]) -> dict[str, tuple[Version, ...]]:
    kept: dict[str, list[Version]] = {}
    for deal_id, version, at, actor_id, stage, owner_id, hundredths, *rest in rows:
        one = Version(deal_id, version, at, actor_id, stage, owner_id, _money(hundredths), *rest)
        kept.setdefault(deal_id, []).append(one)
    return {deal_id: tuple(versions) for deal_id, versions in kept.items()}


def last_activities(tx: Connection, *, workspace_id: str, customer_ids: Collection[str]) -> dict[str, datetime]:
    """customer -> when something was last done with them, as far as it stands."""
    mine = (
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.customer_id.in_(customer_ids),
        ActivityRow.withdrawn_at.is_(None),
    )
    found = select(ActivityRow.customer_id, func.max(ActivityRow.happened_at)).where(*mine)
    return {row[0]: row[1] for row in tx.execute(found.group_by(ActivityRow.customer_id))}
