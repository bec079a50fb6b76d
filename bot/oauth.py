"""Installing by OAuth: Bolt's own flow, with our pages, our store of tokens and states that any process can check.

A state is a word of ours under the operator's key, good for ten minutes and once; nothing is kept of it before it comes
back, so that nobody fills the database by opening the page.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urljoin

import yaml
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import InstallationStore, OAuthStateStore
from slack_sdk.oauth.installation_store import Installation

from bot.clock import Clock
from bot.crypto import Safe, TokenUnreadable
from bot.installed import ManyWorkspaces
from bot.manifest import read_manifest
from bot.settings import Settings
from crm.people import Workspace
from crm.refusal import Refusal
from handlers.installing import view
from handlers.installing.payload import locale
from handlers.kit.speech import Speech
from handlers.people.payload import read_profile
from operations import installing
from operations.installing import Arrival
from operations.office import Office
from storage.database import DatabaseAway

STATE_SECONDS: Final = 600
NOBODYS: Final = "state"  # a state is locked for no workspace
ANSWER_SECONDS: Final = 10

log = logging.getLogger(__name__)


class NotInstalled(BoltError):  # noqa: N818 - the reason is shown to a person
    """Slack said yes and we do not: `reason` is one of the failure page's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class States(OAuthStateStore):
    """States nobody else can make, each good once."""

    def __init__(self, office: Office, safe: Safe, clock: Clock) -> None:
        self._office, self._safe, self._clock = office, safe, clock

    def issue(self, *_: Any, **__: Any) -> str:
        return self._safe.lock(NOBODYS, secrets.token_hex(8))

    def consume(self, state: str) -> bool:
        try:
            word = self._safe.open(NOBODYS, state, at_most_seconds=STATE_SECONDS)
        except TokenUnreadable:
            return False
        return installing.first_use(self._office, word=word, now=self._clock())


class Tokens(InstallationStore):
    """Keeps an installation: the token locked, the workspace, and who installed it."""

    def __init__(self, office: Office, safe: Safe, clock: Clock, settings: Settings) -> None:
        self._office, self._safe, self._clock, self._settings = office, safe, clock, settings

    def save(self, installation: Installation) -> None:
        """Raises NotInstalled."""
        if installation.is_enterprise_install or not installation.team_id:
            self._give_back(installation)
            raise NotInstalled("org_wide")
        try:
            installing.install(self._office, arrival=self._arrival(installation), now=self._clock())
        except Refusal as refusal:
            raise NotInstalled(refusal.code) from None
        except DatabaseAway:
            raise NotInstalled("records_away") from None
        except (SlackApiError, OSError):
            raise NotInstalled("invalid_code") from None

    def _arrival(self, installation: Installation) -> Arrival:
        home, token = str(installation.team_id), str(installation.bot_token)
        profile = self._client(token).users_info(user=installation.user_id, include_locale=True)["user"]
        workspace = Workspace(
            home,
            installation.team_name or "",
            currency=self._settings.currency,
            date_order=self._settings.date_order,
            bot_user_id=installation.bot_user_id,
        )
        ours = {"bot_user_id": str(installation.bot_user_id), "bot_id": str(installation.bot_id)}
        return Arrival(workspace, self._safe.lock(home, token), installer=read_profile(profile), **ours)

    def _give_back(self, installation: Installation) -> None:
        """A token we have no use for is not left lying about."""
        try:
            self._client(str(installation.bot_token)).auth_revoke()
        except (SlackApiError, OSError):
            log.warning("the token of an organisation could not be given back")

    def _client(self, token: str) -> WebClient:
        return WebClient(token, base_url=self._settings.slack_api_url, timeout=ANSWER_SECONDS, retry_handlers=[])


class Flow(OAuthFlow):
    """Bolt's, with our pages in the reader's language."""

    def __init__(self, *, client: WebClient, settings: OAuthSettings, known: ManyWorkspaces, clock: Clock) -> None:
        settings.callback_options = CallbackOptions(success=self._succeeded, failure=self._failed)
        self._known, self._clock = known, clock
        super().__init__(client=client, logger=_quiet(), settings=settings)

    def build_install_page_html(self, url: str, request: BoltRequest) -> str:
        return view.install_page(url, self._speech(request))

    def run_installation(self, code: str) -> Installation | None:
        try:
            return super().run_installation(code)
        except OSError:
            return None  # as if Slack had not confirmed it

    def _succeeded(self, args: SuccessArgs) -> BoltResponse:
        self._known.catch_up()
        one = args.installation
        url = f"slack://app?team={one.team_id}&id={one.app_id}&tab=messages"
        return self._shown(200, view.installed_page(one.team_name or "Slack", url, self._speech(args.request)))

    def _failed(self, args: FailureArgs) -> BoltResponse:
        reason = args.error.reason if isinstance(args.error, NotInstalled) else args.reason
        status = 400 if isinstance(args.error, NotInstalled) else args.suggested_status_code
        return self._shown(status, view.failed_page(reason, self.install_path, self._speech(args.request)))

    def _shown(self, status: int, page: str) -> BoltResponse:
        cookie = self.settings.state_utils.build_set_cookie_for_deletion()
        return BoltResponse(
            status=status, headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": cookie}, body=page
        )

    def _speech(self, request: BoltRequest) -> Speech:
        return Speech(locale(request.headers), "UTC", self._clock())


def flow(settings: Settings, *, office: Office, safe: Safe, known: ManyWorkspaces, clock: Clock) -> Flow:
    """The flow of this app at this Slack."""
    client = WebClient(base_url=settings.slack_api_url, timeout=ANSWER_SECONDS, retry_handlers=[])
    return Flow(
        client=client,
        settings=OAuthSettings(
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret.get_secret_value(),
            scopes=_scopes(),
            user_scopes=[],
            authorization_url=urljoin(settings.slack_api_url, "../oauth/v2/authorize"),
            installation_store=Tokens(office, safe, clock, settings),
            state_store=States(office, safe, clock),
            state_expiration_seconds=STATE_SECONDS,
        ),
        known=known,
        clock=clock,
    )


def _scopes() -> Sequence[str]:
    manifest: Mapping[str, Any] = yaml.safe_load(read_manifest())
    scopes: Sequence[str] = manifest["oauth_config"]["scopes"]["bot"]
    return scopes


def _quiet() -> logging.Logger:
    """Bolt's flow warns with the code it was given."""
    quiet = logging.getLogger("dibs.oauth")
    quiet.setLevel(logging.ERROR)
    return quiet
