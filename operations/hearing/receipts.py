"""Steps inside a transaction around receipts: a question becomes one, and one sent before is worded again."""

from datetime import datetime

from sqlalchemy import Connection

from crm.notices.conversation import Receipt, SeveralNotes
from operations import mail
from storage import activities, parts


def put_receipt(
    tx: Connection, receipt: Receipt, *, workspace_id: str, person_id: str, channel: str, ts: str, now: datetime
) -> None:
    """Let the message at (channel, ts), a question, become the receipt."""
    activities.change(
        tx, workspace_id=workspace_id, activity_id=receipt.activity_id, receipt_channel=channel, receipt_ts=ts
    )
    mail.edit(tx, receipt, workspace_id=workspace_id, person_id=person_id, channel=channel, ts=ts, now=now)


def edit_receipt(
    tx: Connection, *, workspace_id: str, activity_id: str, now: datetime, slip: Receipt | None = None
) -> None:
    """Word the receipt of a log again, as things are now; one that is not sent yet is worded when it is. `slip`: what
    there is to ask about new words."""
    place = activities.receipt(tx, workspace_id=workspace_id, activity_id=activity_id)
    activity = activities.activity(tx, workspace_id=workspace_id, activity_id=activity_id)
    if place and activity:
        draft_id = parts.draft_of(tx, workspace_id=workspace_id, activity_id=activity_id)
        told = SeveralNotes(draft_id) if draft_id else slip or Receipt(activity_id)
        mail.edit(
            tx, told, workspace_id=workspace_id, person_id=activity.author_id, channel=place[0], ts=place[1], now=now
        )
