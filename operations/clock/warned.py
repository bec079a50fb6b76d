"""Warnings that stand in somebody's messages already: worded again where the claim they are about has moved."""

from datetime import datetime

from sqlalchemy import Connection

from crm.customers import Customer
from operations import mail
from storage import warnings


def refresh_warnings(tx: Connection, *, workspace_id: str, customer: Customer, now: datetime) -> None:
    """Every warning of the running claim that was sent is edited to the date as it stands now, and so is what reminded
    of its first follow-up."""
    about = {"customer_id": customer.customer_id, "epoch": customer.owner_epoch}
    for letter in warnings.sent_about(tx, workspace_id=workspace_id, **about):  # type: ignore[arg-type]
        mail.edit_letter(tx, letter, now=now)
