"""Where this process may speak: the one workspace of a token in the settings, or all that installed Dibs by OAuth."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.crypto import Safe, TokenUnreadable
from operations import installing
from operations.office import Office
from storage.installations import Installation

REVOKED: Final = frozenset({"account_inactive", "token_revoked", "invalid_auth", "not_authed"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installed:
    """Who we are in a workspace."""

    workspace_id: str
    bot_user_id: str
    bot_id: str
    token: str = field(repr=False)


class Installations(Protocol):
    def of(self, workspace_id: str) -> Installed | None:
        """None where Dibs is not, or no more."""

    def all(self) -> tuple[Installed, ...]: ...


class OneWorkspace:
    """That of the token in the settings, whatever workspace is asked for; known once Slack has said which."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._known: Installed | None = None

    def ask(self, client: WebClient) -> str:
        """Learn from Slack who we are; the workspace's name. Raises SlackApiError."""
        me = client.auth_test()
        self._known = Installed(me["team_id"], me["user_id"], me["bot_id"], self._token)
        return str(me["team"])

    def of(self, workspace_id: str) -> Installed | None:
        return self._known

    def all(self) -> tuple[Installed, ...]:
        return (self._known,) if self._known else ()


class ManyWorkspaces:
    """As the database has them, opened once and held in memory; `catch_up` takes over what other processes heard."""

    def __init__(self, office: Office, safe: Safe) -> None:
        self._office, self._safe = office, safe
        self._known: dict[str, tuple[Installation, Installed]] = {}
        self.unreadable: tuple[str, ...] = ()

    def of(self, workspace_id: str) -> Installed | None:
        """Who is not known may have been let in by another process a moment ago. Raises DatabaseAway."""
        if workspace_id not in self._known:
            self.catch_up()
        found = self._known.get(workspace_id)
        return found[1] if found else None

    def all(self) -> tuple[Installed, ...]:
        return tuple(installed for _, installed in self._known.values())

    def catch_up(self) -> None:
        """Take over who came and who went; the names of who went are forgotten with the token."""
        fresh: dict[str, tuple[Installation, Installed]] = {}
        unreadable = []
        for row in installing.in_use(self._office):
            held = self._known.get(row.workspace_id)
            try:
                fresh[row.workspace_id] = held if held and held[0] == row else (row, self._opened(row))
            except TokenUnreadable:
                unreadable.append(row.workspace_id)
        if unreadable and tuple(unreadable) != self.unreadable:
            log.error("no key in DIBS_TOKEN_KEYS opens the token of %s", ", ".join(unreadable))
        gone, self._known, self.unreadable = self._known.keys() - fresh.keys(), fresh, tuple(unreadable)
        for workspace_id in gone:
            self._office.directory.close(workspace_id)

    def _opened(self, row: Installation) -> Installed:
        token = self._safe.open(row.workspace_id, row.locked_token)
        return Installed(row.workspace_id, row.bot_user_id, row.bot_id, token)


def drop_revoked(
    office: Office, many: ManyWorkspaces, client_of: Callable[[str], WebClient | None], *, now: datetime
) -> None:
    """Ask Slack whether we are still there: while nobody listened we may have been taken out, and Slack tells it once."""
    for one in many.all():
        client = client_of(one.workspace_id)
        try:
            if client:
                client.auth_test()
        except SlackApiError as error:
            if error.response.get("error") in REVOKED:
                installing.remove(office, workspace_id=one.workspace_id, told_at=now, now=now)
        except OSError:
            return  # Slack can't be reached: nothing is known
    many.catch_up()
