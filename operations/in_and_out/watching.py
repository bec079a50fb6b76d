"""Watched channels: what is posted there by a form, a mail or a workflow is an inquiry."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from crm.leads.lead import KeptLead
from crm.leads.posts import Post, read_post
from crm.reading.model import ReadingContext
from operations.hearing.heard import message_key
from operations.in_and_out.inquiries import Came, receive
from operations.office import Office
from storage import leads, people


@dataclass(frozen=True, slots=True)
class Posted:
    """A post as Slack told of it."""

    workspace_id: str
    channel: str
    ts: str
    post: Post


def hear_post(office: Office, *, posted: Posted, now: datetime) -> KeptLead | None:
    """Take an inquiry in, once; None for a channel that is not watched, and for a post that is none."""
    with office.database.read() as tx:
        watched = leads.channel(tx, workspace_id=posted.workspace_id, channel_id=posted.channel)
        if watched is None:
            return None
        home = people.workspace(tx, workspace_id=posted.workspace_id)
    local = now.astimezone(ZoneInfo(home.zone)).replace(tzinfo=None)
    context = ReadingContext(local, default_currency=home.currency)
    found = read_post(posted.post, context, source=watched.source)
    if found is None:
        return None
    came = Came("channel", message_key(posted.channel, posted.ts))
    return receive(office, workspace_id=posted.workspace_id, lead=found.lead, came=came, now=now, sure=found.sure)
