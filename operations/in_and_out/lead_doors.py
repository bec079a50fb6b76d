"""Where inquiries come in: the secrets that sign a website's, and the channels whose posts are some. An admin's to change."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.cards import DoorsCard
from crm.leads.lead import LeadKey, WatchedChannel
from crm.leads.sources import source_of
from crm.people import Person, Role
from crm.refusal import Refusal
from operations.members import meet
from operations.office import Office
from storage import audit, leads
from storage.ids import new_id

LOOKED_BACK_DAYS = 30
OVERLAP = timedelta(hours=24)  # the secret before the newest one is still taken, while the website changes over
MOST_CHANNELS = 50


def read_doors(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> DoorsCard:
    """Raises Refusal("not_allowed")."""
    with office.database.begin() as tx:
        return _card(tx, _leader(tx, workspace_id, person_id), now=now)


def new_key(office: Office, *, workspace_id: str, actor_id: str, now: datetime) -> DoorsCard:
    """A new secret; the one before it is taken for another day. Raises Refusal("not_allowed")."""
    with office.database.begin() as tx:
        admin = _admin(tx, workspace_id, actor_id)
        leads.end_keys(tx, workspace_id=workspace_id, at=now + OVERLAP)
        key = LeadKey(new_id(now), secrets.token_urlsafe(32), actor_id, now)
        leads.add_key(tx, key, workspace_id=workspace_id)
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="lead_key_made", now=now, key_id=key.key_id)
        return _card(tx, admin, now=now, fresh=key)


def stop_keys(office: Office, *, workspace_id: str, actor_id: str, now: datetime) -> DoorsCard:
    """No secret is taken from now on. Raises Refusal("not_allowed")."""
    with office.database.begin() as tx:
        admin = _admin(tx, workspace_id, actor_id)
        ended = leads.end_keys(tx, workspace_id=workspace_id, at=now)
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="lead_keys_stopped", now=now, keys=ended)
        return _card(tx, admin, now=now)


def watch(
    office: Office, *, workspace_id: str, actor_id: str, channel_id: str, source: str, now: datetime
) -> DoorsCard:
    """From now on the posts of a channel are inquiries; `source` in anybody's words, the website where there are none.

    Raises Refusal: not_allowed, lead_source, lead_channels.
    """
    with office.database.begin() as tx:
        admin = _admin(tx, workspace_id, actor_id)
        code = source_of(source) if source else "website"
        if code is None:
            raise Refusal("lead_source", source=source[:60])
        others = [one for one in leads.channels(tx, workspace_id=workspace_id) if one.channel_id != channel_id]
        if len(others) >= MOST_CHANNELS:
            raise Refusal("lead_channels", limit=MOST_CHANNELS)
        leads.watch(tx, WatchedChannel(channel_id, code, actor_id, now), workspace_id=workspace_id)
        facts = {"channel": channel_id, "source": code}
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="channel_watched", now=now, **facts)
        return _card(tx, admin, now=now)


def unwatch(office: Office, *, workspace_id: str, actor_id: str, channel_id: str, now: datetime) -> DoorsCard:
    """Raises Refusal: not_allowed, lead_unwatched."""
    with office.database.begin() as tx:
        admin = _admin(tx, workspace_id, actor_id)
        if not leads.unwatch(tx, workspace_id=workspace_id, channel_id=channel_id):
            raise Refusal("lead_unwatched")
        audit.write(
            tx, workspace_id=workspace_id, actor_id=actor_id, what="channel_unwatched", now=now, channel=channel_id
        )
        return _card(tx, admin, now=now)


def secrets_of(office: Office, *, workspace_id: str, now: datetime) -> tuple[str, ...]:
    """What a website's inquiry may be signed with now; none for a workspace nobody knows."""
    with office.database.read() as tx:
        return tuple(key.secret for key in leads.keys(tx, workspace_id=workspace_id, now=now))


def _card(tx: Connection, asker: Person, *, now: datetime, fresh: LeadKey | None = None) -> DoorsCard:
    key = {"workspace_id": asker.workspace_id}
    return DoorsCard(
        asker.workspace_id,
        leads.keys(tx, **key, now=now),
        leads.channels(tx, **key),
        leads.counts(tx, **key, since=now - timedelta(days=LOOKED_BACK_DAYS)),
        LOOKED_BACK_DAYS,
        asker.role == Role.ADMIN,
        fresh,
    )


def _leader(tx: Connection, workspace_id: str, person_id: str) -> Person:
    asker = meet(tx, workspace_id=workspace_id, person_id=person_id)
    if not asker.leads:
        raise Refusal("not_allowed")
    return asker


def _admin(tx: Connection, workspace_id: str, person_id: str) -> Person:
    asker = meet(tx, workspace_id=workspace_id, person_id=person_id)
    if asker.role != Role.ADMIN:
        raise Refusal("not_allowed")
    return asker
