"""A customer shown to a channel: only what any member of the workspace may see of it, and never outside the company.

Whether a channel is shared with another company is known only to Slack, and may change: it is asked when the letter is
posted (bot/postman.py), and who shared hears of a no.
"""

from datetime import datetime

from sqlalchemy import Connection

from crm.notices.conversation import CustomerShared, Declined
from crm.notices.reporting import ChannelDay, ChannelWeek
from crm.refusal import Refusal
from operations import mail
from operations.assigning.giving import known_customer
from operations.customers.whose import sees_whole
from operations.members import meet
from operations.office import Office
from storage import audit, seen
from storage.outbox import Letter

NOT_TOLD = {  # Slack's word → ours; a private channel that we are not in is not found
    "external_channel": "share_external",
    "not_in_channel": "share_uninvited",
    "channel_not_found": "share_uninvited",
}


def share(
    office: Office, *, workspace_id: str, person_id: str, customer_id: str, channel: str, key: str, now: datetime
) -> None:
    """Post a customer's masked card into a channel. `key` names the request, so that it counts once.

    Raises Refusal: no_customer, not_allowed.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        customer = known_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if not sees_whole(tx, customer, workspace_id=workspace_id, asker=person):
            raise Refusal("not_allowed")
        if not seen.first_time(tx, workspace_id=workspace_id, key=f"share:{key}", now=now):
            return
        slip = CustomerShared(customer_id, person_id)
        mail.post(tx, slip, workspace_id=workspace_id, to=channel, person_id=person_id, now=now)
        audit.write(
            tx,
            workspace_id=workspace_id,
            actor_id=person_id,
            what="customer_shared",
            now=now,
            customer_id=customer_id,
            channel=channel,
        )


def share_refused(tx: Connection, letter: Letter, why: str, now: datetime) -> None:
    """In the transaction that marks a share dead: who shared is told why nobody saw it."""
    told_there = (CustomerShared.__name__, ChannelDay.__name__, ChannelWeek.__name__)
    if letter.kind in told_there and letter.person_id:
        slip = Declined(NOT_TOLD.get(why, "share_failed"), (("channel", letter.to),))
        mail.post(tx, slip, workspace_id=letter.workspace_id, to=letter.person_id, now=now)
