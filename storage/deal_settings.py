"""The workspace's list of stages and its exchange rates, as you would ask for them."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from crm.deals import DEFAULT_STAGES, Stage, Stages
from storage.database import insert_into
from storage.prebuilt import given
from storage.tables.deals import DealStageRow, ExchangeRateRow

_STAGES = (
    select(DealStageRow.code, DealStageRow.probability, DealStageRow.stall_days, DealStageRow.kind, DealStageRow.name)
    .where(*given(DealStageRow.workspace_id))
    .order_by(DealStageRow.position)
)


def stages(tx: Connection, *, workspace_id: str) -> Stages:
    """The workspace's own list, or the default one."""
    found = tuple(_as_stage(row) for row in tx.execute(_STAGES, {"workspace_id": workspace_id}))
    return Stages(found or DEFAULT_STAGES)


def _as_stage(row: Sequence[Any]) -> Stage:
    return Stage(*row)


def save_stages(tx: Connection, wanted: Sequence[Stage], *, workspace_id: str) -> None:
    """Write the whole list anew. The caller has moved the deals of stages that go."""
    tx.execute(delete(DealStageRow).where(DealStageRow.workspace_id == workspace_id))
    rows = [
        {
            "workspace_id": workspace_id,
            "position": position,
            "code": one.code,
            "name": one.name,
            "probability": one.probability,
            "stall_days": one.stall_days,
            "kind": one.kind,
        }
        for position, one in enumerate(wanted)
    ]
    tx.execute(insert(DealStageRow), rows)


def rates(tx: Connection, *, workspace_id: str) -> dict[str, Decimal]:
    """currency -> what one unit of it is worth in the workspace's own currency."""
    found = select(ExchangeRateRow.currency, ExchangeRateRow.rate).where(ExchangeRateRow.workspace_id == workspace_id)
    return {currency: Decimal(rate) for currency, rate in tx.execute(found.order_by(ExchangeRateRow.currency))}


def set_rate(tx: Connection, *, workspace_id: str, currency: str, rate: Decimal, now: datetime) -> None:
    values = {"rate": f"{rate:f}", "set_at": now}
    new = insert_into(tx, ExchangeRateRow).values(workspace_id=workspace_id, currency=currency, **values)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id", "currency"], set_=values))
