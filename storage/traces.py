"""Which tables say anything at all of a claim, asked in one statement.

Most claims have no deal, no complaint, no lock, no request for time, no warning and an owner who is not on leave. Six
looks at what is not there would cost a note a quarter of its time; one says which of them are worth it.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select
from sqlalchemy.sql.elements import ColumnElement

from storage.prebuilt import given
from storage.tables.claims import TimeRequestRow, WarningRow
from storage.tables.complaints import ComplaintRow
from storage.tables.deals import DealRow
from storage.tables.leave import LeaveRow
from storage.tables.locks import LockRow


@dataclass(frozen=True, slots=True)
class Traces:
    """Whether a table has a row about the customer, its epoch or its owner. What the row says, the table is asked."""

    deals: bool
    complaints: bool
    locks: bool
    requests: bool
    warnings: bool
    leave: bool


def _of_customer(table: Any) -> ColumnElement[bool]:
    return exists().where(*given(table.workspace_id, table.customer_id))


def _of_epoch(table: Any) -> ColumnElement[bool]:
    return exists().where(*given(table.workspace_id, table.customer_id, table.epoch))


_TRACES = select(
    _of_customer(DealRow),
    _of_customer(ComplaintRow),
    _of_epoch(LockRow),
    _of_epoch(TimeRequestRow),
    _of_epoch(WarningRow),
    exists().where(*given(LeaveRow.workspace_id), LeaveRow.person_id == bindparam("owner_id")),
)


def of_claim(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, owner_id: str) -> Traces:
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch, "owner_id": owner_id}
    return Traces(*tx.execute(_TRACES, of).one())
