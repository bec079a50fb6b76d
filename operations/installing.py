"""Dibs comes into a workspace by OAuth, is taken out of it, and comes back or is forgotten.

A token goes the moment Slack says so. What people kept stays for the promised days, in which nothing happens to it: nobody
is warned or swept, and who installs it again finds everything, with the time in between given back like any outage.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from crm.downtime import Outage
from crm.people import Workspace
from crm.refusal import Refusal
from operations import members
from operations.members import Profile
from operations.office import Office
from storage import audit, forgetting, installations, outages, people, seen
from storage.installations import Installation

log = logging.getLogger(__name__)

NOBODYS: Final = ""
BATCH: Final = 500  # rows a transaction
BATCHES: Final = 200  # a turn; the rest has time


@dataclass(frozen=True)
class Arrival:
    """What an installation brings: `locked_token` is the bot's, under the operator's key."""

    workspace: Workspace
    locked_token: str = field(repr=False)
    bot_user_id: str
    bot_id: str
    installer: Profile


def install(office: Office, *, arrival: Arrival, now: datetime) -> None:
    """Keep the workspace, its token and who installed it; the first one to do so becomes admin and is welcomed. Raises
    Refusal("being_forgotten") while what was kept of it before is being erased."""
    home, installer = arrival.workspace.workspace_id, arrival.installer
    with office.database.begin() as tx:
        was = installations.find(tx, workspace_id=home)
        if was and was.forgetting_at:
            raise Refusal("being_forgotten")
        people.put_workspace(tx, arrival.workspace)
        installations.put(
            tx,
            Installation(home, arrival.locked_token, arrival.bot_user_id, arrival.bot_id, installer.person_id, now),
        )
        if was and was.removed_at:
            outages.stop_beating(tx, workspace_id=home)
            outages.add(tx, Outage(was.removed_at, now), workspace_id=home)
        members.keep_profile(tx, installer, workspace_id=home, now=now)
        members.appoint_first(tx, workspace_id=home, person_id=installer.person_id, now=now)
        members.greet(tx, members.meet(tx, workspace_id=home, person_id=installer.person_id), now=now)
        audit.write(
            tx, workspace_id=home, actor_id=installer.person_id, what="installed", now=now, again=was is not None
        )


def remove(office: Office, *, workspace_id: str, told_at: datetime, now: datetime) -> None:
    """Slack took the app out, or its token back, at `told_at`: the token is forgotten. An old word about an installation
    that was renewed since changes nothing."""
    with office.database.begin() as tx:
        if installations.remove(tx, workspace_id=workspace_id, before=told_at, now=now):
            audit.write(tx, workspace_id=workspace_id, actor_id=None, what="removed", now=now)


def first_use(office: Office, *, word: str, now: datetime) -> bool:
    """Whether a state has not come back before. It belongs to no workspace yet."""
    with office.database.begin() as tx:
        seen.forget_before(tx, workspace_id=NOBODYS, before=now - timedelta(days=1), limit=BATCH)
        return seen.first_time(tx, workspace_id=NOBODYS, key=f"state:{word}", now=now)


def in_use(office: Office) -> tuple[Installation, ...]:
    """Where Dibs is, with its tokens under the operator's key."""
    with office.database.read() as tx:
        return installations.in_use(tx)


def lock_anew(office: Office, *, lock: Callable[[str, str], str]) -> int:
    """Put every token under the newest key; returns how many. `lock` makes of (workspace, locked token) a freshly locked."""
    done = 0
    for one in in_use(office):
        fresh = lock(one.workspace_id, one.locked_token)
        with office.database.begin() as tx:
            was = {"workspace_id": one.workspace_id, "was": one.locked_token}
            done += installations.lock_anew(tx, **was, now_is=fresh)
    return done


def unread(office: Office) -> tuple[str, ...]:
    """Workspaces whose people are not known yet."""
    with office.database.read() as tx:
        return people.unread_workspaces(tx)


def people_read(office: Office, *, workspace_id: str, now: datetime) -> None:
    with office.database.begin() as tx:
        people.change_workspace(tx, workspace_id=workspace_id, people_read_at=now)


def forget_removed(office: Office, *, kept: timedelta, now: datetime) -> int:
    """Erase what is left of workspaces that Dibs was taken out of so long ago, batch by batch; returns how many rows."""
    with office.database.read() as tx:
        if not installations.is_any_to_forget(tx, before=now - kept):
            return 0
    with office.database.begin() as tx:
        going = installations.begin_to_forget(tx, before=now - kept, now=now)
    return sum(_forget(office, workspace_id) for workspace_id in going)


def _forget(office: Office, workspace_id: str) -> int:
    forgotten = 0
    for _ in range(BATCHES):
        with office.database.begin() as tx:
            gone = forgetting.forget_rows(tx, workspace_id=workspace_id, limit=BATCH)
        forgotten += gone
        if gone < BATCH:
            log.warning("workspace %s is forgotten: %d rows in this turn", workspace_id, forgotten)
            break
    return forgotten
