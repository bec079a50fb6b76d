"""After an outage: which conversations to read again, and from where."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from operations.office import Office
from storage import activities

ACTIVE = timedelta(days=30)


@dataclass(frozen=True)
class LastHeard:
    """A direct channel and the Slack timestamp of the last note kept from it."""

    workspace_id: str
    channel: str
    ts: str


def last_heard(office: Office, *, now: datetime) -> tuple[LastHeard, ...]:
    """The direct channels somebody logged in lately. What is read twice is kept once: hearing a note de-duplicates."""
    with office.database.read(at_most=10) as tx:
        return tuple(LastHeard(*row) for row in activities.last_heard(tx, since=now - ACTIVE))
