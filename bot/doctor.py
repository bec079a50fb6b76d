"""dibs doctor: what works, what doesn't, and what to do about it. One line a check."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import yaml
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import DBAPIError

from bot.clock import wall
from bot.installed import ManyWorkspaces
from bot.manifest import read_manifest
from bot.settings import Settings, SettingsRefused
from handlers.kit.speech import Speech
from handlers.operator.findings import Finding, line
from operations.directory import Directory
from operations.office import Office
from storage.database import Database, DatabaseAway
from storage.migrations import newest, reached

MOST_SKEW_SECONDS = 60  # Slack refuses signatures older than five minutes


def examine(settings: Settings, say: Callable[[str], object], speech: Speech) -> bool:
    """Say every finding; True if all is well."""
    findings = [*_tokens(settings), *_slack(settings), *_database(settings)]
    for finding in findings:
        say(line(finding, speech))
    return all(finding.well for finding in findings)


def _tokens(settings: Settings) -> Iterator[Finding]:
    try:
        settings.require_tokens()
        yield Finding(True, "settings", {"transport": settings.transport})
    except SettingsRefused as refused:
        yield Finding(False, "settings_wrong", {"why": refused})


def _slack(settings: Settings) -> Iterator[Finding]:
    if not settings.many:
        yield from _workspace(settings, settings.slack_bot_token.get_secret_value(), "token_refused")
        return
    database = Database(settings.database_url)
    try:
        many = ManyWorkspaces(Office(database, Directory(database)), settings.safe())
        many.catch_up()
    except (DatabaseAway, DBAPIError, SettingsRefused) as error:
        yield Finding(False, "workspaces_unlisted", {"error": error})
        return
    finally:
        database.dispose()
    yield Finding(True, "workspaces", {"n": len(many.all())})
    for workspace_id in many.unreadable:
        yield Finding(False, "no_key", workspace=workspace_id)
    for one in many.all():
        for finding in _workspace(settings, one.token, "install_again"):
            yield replace(finding, workspace=one.workspace_id)


def _workspace(settings: Settings, token: str, refused: str) -> Iterator[Finding]:
    """`refused`: what to say where Slack does not take the token."""
    client = WebClient(token, base_url=settings.slack_api_url, timeout=10)
    try:
        answer = client.auth_test()
    except SlackApiError as error:
        yield Finding(False, refused, {"error": error.response.get("error")})
        return
    except OSError as error:
        yield Finding(False, "slack_away", {"url": settings.slack_api_url, "error": error})
        return
    yield Finding(True, "token", {"user": answer["user"], "team": answer["team"]})
    yield _scopes(answer.headers)
    yield _clock(answer.headers)


def _scopes(headers: dict[str, str]) -> Finding:
    granted = set(filter(None, _header(headers, "x-oauth-scopes").replace(" ", "").split(",")))
    wanted = set(yaml.safe_load(read_manifest())["oauth_config"]["scopes"]["bot"])
    if not granted:
        return Finding(True, "scopes_untold")
    missing = sorted(wanted - granted)
    return Finding(False, "scopes_missing", {"missing": ", ".join(missing)}) if missing else Finding(True, "scopes")


def _clock(headers: dict[str, str]) -> Finding:
    date = _header(headers, "date")
    if not date:
        return Finding(True, "clock_untold")
    skew = abs(parsedate_to_datetime(date).timestamp() - wall())
    if skew > MOST_SKEW_SECONDS:
        return Finding(False, "clock_off", {"seconds": f"{skew:.0f}"})
    return Finding(True, "clock")


def _database(settings: Settings) -> Iterator[Finding]:
    database = Database(settings.database_url)
    try:
        with database.read() as tx:
            revision = reached(tx)
    except DatabaseAway as error:
        yield Finding(False, "database_away", {"error": error})
        return
    finally:
        database.dispose()
    time = f"{datetime.fromtimestamp(wall(), UTC):%H:%M:%S}"
    yield Finding(True, "database", {"dialect": database.dialect, "time": time})
    if revision == newest():
        yield Finding(True, "migrations", {"revision": revision})
    else:
        yield Finding(False, "migrations_behind", {"revision": revision, "newest": newest()})


def _header(headers: dict[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name), "")
