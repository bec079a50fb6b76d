"""Whose request it is: only workspaces Dibs was let into are answered, each as itself."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize

from bot.clock import business_clock
from bot.installed import Installations
from handlers.kit.speech import Speech


class Known(Authorize):
    """Bolt asks at each request; nobody asks Slack."""

    def __init__(self, installed: Installations) -> None:
        self._installed = installed

    def __call__(self, *, team_id: str | None, **_: Any) -> AuthorizeResult | None:
        one = self._installed.of(team_id or "")
        if one is None:
            return None
        return AuthorizeResult(
            enterprise_id=None,
            team_id=one.workspace_id,
            bot_user_id=one.bot_user_id,
            bot_id=one.bot_id,
            bot_token=one.token,
        )


def one_workspace_a_request(
    body: Mapping[str, Any], context: BoltContext, next: Callable[[], BoltResponse]
) -> BoltResponse:
    """In a channel that two companies share, the workspace the app is asked in may not be the one the words come from:
    what belongs to neither is let go, unanswered."""
    team = body.get("team")
    named = body.get("team_id") or (team.get("id") if isinstance(team, dict) else team)
    if named and context.team_id and named != context.team_id:
        return BoltResponse(status=200, body="")
    return next()


def not_here() -> str:
    """To who taps a button of a workspace Dibs is not in any more: whose language is not known."""
    now = business_clock()()
    return " ".join(
        Speech(locale, "UTC", now).t("Dibs is no longer in this workspace. Ask your admin to add it again.")
        for locale in ("en", "zh")
    )
