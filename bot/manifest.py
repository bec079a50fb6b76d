"""manifest.yml as Slack wants it for a transport. The file is the one source; this adds the address."""

from pathlib import Path
from typing import Any

import yaml

EVENTS = "/slack/events"
INSTALLED = "/slack/oauth_redirect"
FILE = Path(__file__).parent.parent / "manifest.yml"


def read_manifest(url: str | None = None) -> str:
    """For Socket Mode as it stands; for HTTP with the request address everywhere Slack wants it."""
    text = FILE.read_text(encoding="utf-8")
    if url is None:
        return text
    manifest: dict[str, Any] = yaml.safe_load(text)
    address = url.rstrip("/") + EVENTS
    manifest["settings"]["socket_mode_enabled"] = False
    manifest["settings"]["event_subscriptions"]["request_url"] = address
    manifest["settings"]["interactivity"]["request_url"] = address
    manifest["settings"]["interactivity"]["message_menu_options_url"] = address
    manifest["oauth_config"]["redirect_urls"] = [url.rstrip("/") + INSTALLED]
    for command in manifest["features"]["slash_commands"]:
        command["url"] = address
    return yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True)
