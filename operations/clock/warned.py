"""Warnings that stand in somebody's messages already: worded again where the claim they are about has moved."""

from datetime import datetime

from sqlalchemy import Connection

from crm.customers import Customer
from operations import mail
from storage import letters, warnings


def refresh_warnings(tx: Connection, *, workspace_id: str, customer: Customer, now: datetime) -> None:
    """Every warning of the running claim that was sent is edited to the date as it stands now."""
    lines = warnings.of_claim(
        tx, workspace_id=workspace_id, customer_id=customer.customer_id, epoch=customer.owner_epoch
    )
    for outbox_id in {line.outbox_id for line in lines if line.delivered_at}:
        mail.edit_letter(tx, letters.letter(tx, workspace_id=workspace_id, outbox_id=outbox_id), now=now)
