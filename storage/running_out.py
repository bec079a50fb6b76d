"""The claims of a circle of people that end soon, for who leads them."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from crm.circles import Within
from crm.customers import Customer
from storage.customers import as_customer, select_customers
from storage.tables.customers import CustomerRow
from storage.tables.people import PersonRow


def running_out(
    tx: Connection, *, workspace_id: str, within: Within, until: datetime, most: int
) -> tuple[tuple[Customer, ...], int]:
    """The customers whose protection ends by then, the nearest first, and how many there are."""
    ending = [
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.state == "owned",
        CustomerRow.protected_until <= until,
    ]
    if within.rep_id is not None:
        ending.append(CustomerRow.owner_id == within.rep_id)
    elif within.team_id is not None:
        members = select(PersonRow.person_id).where(
            PersonRow.workspace_id == workspace_id, PersonRow.team_id == within.team_id
        )
        ending.append(CustomerRow.owner_id.in_(members))
    total = tx.execute(select(func.count()).select_from(CustomerRow).where(*ending)).scalar_one()
    first = select_customers().where(*ending).order_by(CustomerRow.protected_until, CustomerRow.name).limit(most)
    return tuple(as_customer(row) for row in tx.execute(first)) if total else (), total
