"""What Slack says when the app is taken out, and what a browser says of who sits before it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from handlers.kit.payloads import Body

Headers = Mapping[str, Sequence[str]]


def removed_at(body: Body) -> datetime | None:
    """When the app, or the bot's token, was taken away; None where only tokens of persons were, of which we have none."""
    event = body["event"]
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return None
    return datetime.fromtimestamp(int(body["event_time"]) + 1, UTC)  # the end of that second


def locale(headers: Headers) -> str:
    """The browser's first language: "zh" or "en"."""
    wanted = (headers.get("accept-language") or [""])[0]
    return "zh" if wanted.strip().lower().startswith("zh") else "en"
