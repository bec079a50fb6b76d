"""Steps in the transaction that marks a letter sent: where a receipt now stands, so that it can be edited and replied to."""

from sqlalchemy import Connection

from crm.notices.conversation import Receipt
from operations import mail
from storage import activities
from storage.outbox import Letter


def receipt_delivered(tx: Connection, letter: Letter) -> None:
    if letter.kind != Receipt.__name__ or letter.method != "chat.postMessage":
        return
    slip = mail.read(letter)
    assert isinstance(slip, Receipt)
    activities.change(
        tx,
        workspace_id=letter.workspace_id,
        activity_id=slip.activity_id,
        receipt_channel=letter.channel,
        receipt_ts=letter.ts,
    )
