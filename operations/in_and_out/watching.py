"""Watched channels: what is posted there by a form, a mail or a workflow is an inquiry."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from crm.leads.lead import KeptLead, WatchedChannel
from crm.leads.posts import Post, read_post
from crm.reading.model import ReadingContext
from operations.hearing.heard import message_key
from operations.in_and_out.inquiries import Came, receive
from operations.office import Office
from storage import leads, people, seen

LOOKED_BACK = timedelta(days=7)  # after an outage; an inquiry older than that has been answered, or has gone elsewhere


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


@dataclass(frozen=True, slots=True)
class Unread:
    """A watched channel, and the Slack timestamp after which its posts may not have been heard; `us`: our own user id."""

    workspace_id: str
    channel: str
    ts: str
    us: str | None


def unread(office: Office, *, now: datetime) -> tuple[Unread, ...]:
    """Every watched channel, from its last inquiry on, or since it is watched. What is read twice is kept once."""
    with office.database.read(at_most=10) as tx:
        return tuple(
            Unread(
                home.workspace_id,
                one.channel_id,
                _last_ts(tx, one, workspace_id=home.workspace_id, now=now),
                home.bot_user_id,
            )
            for home in people.workspaces(tx)
            for one in leads.channels(tx, workspace_id=home.workspace_id)
        )


def _last_ts(tx: Connection, one: WatchedChannel, *, workspace_id: str, now: datetime) -> str:
    prefix = message_key(one.channel_id, "")
    heard = seen.newest(tx, workspace_id=workspace_id, prefix=prefix)
    begun = f"{max(one.since, now - LOOKED_BACK).timestamp():.6f}"
    return max(begun, heard.removeprefix(prefix)) if heard else begun
