"""The workspace's people, read from Slack: all of them at the start and once a day, a stranger when they turn up."""

import logging
from collections.abc import Callable
from datetime import datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.people.payload import is_person, read_profile
from operations import members
from operations.office import Office

log = logging.getLogger(__name__)

PAGE = 200


def read_people(client: WebClient, office: Office, *, workspace_id: str, admins: frozenset[str], now: datetime) -> None:
    """Every person of the workspace, page by page. Nobody is written to, only known."""
    cursor = ""
    while True:
        answer = client.users_list(limit=PAGE, cursor=cursor, include_locale=True)
        profiles = tuple(read_profile(user) for user in answer["members"] if is_person(user))
        members.keep_profiles(office, workspace_id=workspace_id, profiles=profiles, admins=admins, now=now)
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def read_strangers(client_of: Callable[[str], WebClient | None], office: Office, *, now: datetime) -> None:
    """Somebody who wrote before we knew them: their language and zone."""
    for workspace_id, person_id in members.strangers(office):
        client = client_of(workspace_id)
        if client is None:
            continue  # it is gone; should it come back, so will its people
        try:
            user = client.users_info(user=person_id, include_locale=True)["user"]
        except SlackApiError as error:
            log.warning("a profile can't be read: %s", error.response.get("error"))
            members.give_up_profile(office, workspace_id=workspace_id, person_id=person_id, now=now)
            continue
        members.keep_profiles(
            office, workspace_id=workspace_id, profiles=(read_profile(user),), admins=frozenset(), now=now
        )
