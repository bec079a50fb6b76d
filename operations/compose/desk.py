"""What every composer stands at: the reader, the instant, and one snapshot of the rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from crm import cards
from crm.customers import Customer
from crm.people import Person
from operations.customers import seeing
from storage import customers, people

Card = Any


class Desk:
    """What composing needs, so that each composer takes two arguments."""

    def __init__(self, tx: Connection, workspace_id: str, reader: Person, now: datetime, is_edit: bool) -> None:
        self.tx, self.workspace_id, self.reader, self.now, self.is_edit = tx, workspace_id, reader, now, is_edit

    @property
    def to_reader(self) -> dict[str, Any]:
        return {"workspace_id": self.workspace_id, "reader": self.reader, "now": self.now}

    def customer(self, customer_id: str) -> Customer | None:
        return customers.customer(self.tx, workspace_id=self.workspace_id, customer_id=customer_id)

    def person(self, person_id: str | None) -> Person | None:
        """Somebody a card is about: mostly its reader."""
        if person_id in (None, self.reader.person_id):
            return self.reader if person_id else None
        return people.person(self.tx, workspace_id=self.workspace_id, person_id=person_id)

    def name(self, person_id: str | None) -> str | None:
        return people.names(self.tx, workspace_id=self.workspace_id, person_ids={person_id}).get(person_id or "")

    def card(self, customer: Customer) -> cards.CustomerCard:
        return seeing.card(self.tx, customer, workspace_id=self.workspace_id, asker=self.reader, now=self.now)
