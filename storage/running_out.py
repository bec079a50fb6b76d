"""The claims of a circle of people that end soon, for who leads them."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from crm.circles import Within
from crm.customers import Customer
from storage.customers import as_customer, select_customers
from storage.prebuilt import given
from storage.tables.customers import CustomerRow
from storage.tables.people import PersonRow

_ENDING = (
    *given(CustomerRow.workspace_id),
    CustomerRow.state == "owned",
    CustomerRow.protected_until <= bindparam("until"),
)
_MEMBERS = select(PersonRow.person_id).where(*given(PersonRow.workspace_id, PersonRow.team_id))
_WHERE = {
    "rep": (*_ENDING, CustomerRow.owner_id == bindparam("rep_id")),
    "team": (*_ENDING, CustomerRow.owner_id.in_(_MEMBERS)),
    "all": _ENDING,
}
_COUNT = {whose: select(func.count()).select_from(CustomerRow).where(*where) for whose, where in _WHERE.items()}
_PAGE = {
    whose: select_customers()
    .where(*where)
    .order_by(CustomerRow.protected_until, CustomerRow.name)
    .limit(bindparam("most"))
    .offset(bindparam("offset"))
    for whose, where in _WHERE.items()
}


def running_out(
    tx: Connection, *, workspace_id: str, within: Within, until: datetime, most: int, offset: int = 0
) -> tuple[tuple[Customer, ...], int]:
    """A page of the customers whose protection ends by then, the nearest first, and how many there are in all."""
    whose = "rep" if within.rep_id is not None else "team" if within.team_id is not None else "all"
    asked = {"workspace_id": workspace_id, "until": until, "rep_id": within.rep_id, "team_id": within.team_id}
    asked = {name: one for name, one in asked.items() if one is not None}
    total = tx.execute(_COUNT[whose], asked).scalar_one()
    page = tx.execute(_PAGE[whose], {**asked, "most": most, "offset": offset}) if total else ()
    return tuple(map(as_customer, page)), total
