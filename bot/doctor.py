"""dibs doctor: what works, what doesn't, and what to do about it. One line a check."""

from collections.abc import Callable, Iterator
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
from operations.directory import Directory
from operations.office import Office
from storage.database import Database, DatabaseAway
from storage.migrations import newest, reached

Finding = tuple[bool, str]
COPY_AGAIN = "copy the bot token again from your app's page"
MOST_SKEW_SECONDS = 60  # Slack refuses signatures older than five minutes


def examine(settings: Settings, say: Callable[[str], object]) -> bool:
    """Say every finding; True if all is well."""
    findings = [*_tokens(settings), *_slack(settings), *_database(settings)]
    for well, words in findings:
        say(f"{'ok  ' if well else 'MEND'}  {words}")
    return all(well for well, _ in findings)


def _tokens(settings: Settings) -> Iterator[Finding]:
    try:
        settings.require_tokens()
        yield True, f"settings: complete for {settings.transport}"
    except SettingsRefused as refused:
        yield False, f"settings: {refused}"


def _slack(settings: Settings) -> Iterator[Finding]:
    if not settings.many:
        yield from _workspace(settings, settings.slack_bot_token.get_secret_value(), COPY_AGAIN)
        return
    database = Database(settings.database_url)
    try:
        many = ManyWorkspaces(Office(database, Directory(database)), settings.safe())
        many.catch_up()
    except (DatabaseAway, DBAPIError, SettingsRefused) as error:
        yield False, f"workspaces: can't be listed ({error})"
        return
    finally:
        database.dispose()
    yield True, f"workspaces: {len(many.all())} installed"
    for workspace_id in many.unreadable:
        yield False, f"{workspace_id}: no key in DIBS_TOKEN_KEYS opens its token; add the one it was stored under"
    for one in many.all():
        for well, words in _workspace(settings, one.token, "ask its admin to install the app again"):
            yield well, f"{one.workspace_id}: {words}"


def _workspace(settings: Settings, token: str, what_to_do: str) -> Iterator[Finding]:
    client = WebClient(token, base_url=settings.slack_api_url, timeout=10)
    try:
        answer = client.auth_test()
    except SlackApiError as error:
        yield False, f"token: Slack says {error.response.get('error')}; {what_to_do}"
        return
    except OSError as error:
        yield False, f"Slack: can't be reached at {settings.slack_api_url} ({error})"
        return
    yield True, f"token: {answer['user']} in {answer['team']}"
    yield _scopes(answer.headers)
    yield _clock(answer.headers)


def _scopes(headers: dict[str, str]) -> Finding:
    granted = set(filter(None, _header(headers, "x-oauth-scopes").replace(" ", "").split(",")))
    wanted = set(yaml.safe_load(read_manifest())["oauth_config"]["scopes"]["bot"])
    if not granted:
        return True, "scopes: Slack did not list them"
    missing = sorted(wanted - granted)
    return (
        (False, f"scopes: {', '.join(missing)} missing; reinstall the app from `dibs manifest`")
        if missing
        else (True, "scopes: all granted")
    )


def _clock(headers: dict[str, str]) -> Finding:
    date = _header(headers, "date")
    if not date:
        return True, "clock: Slack did not tell the time"
    skew = abs(parsedate_to_datetime(date).timestamp() - wall())
    if skew > MOST_SKEW_SECONDS:
        return False, f"clock: {skew:.0f} s off Slack's; set this machine's clock (NTP)"
    return True, "clock: agrees with Slack's"


def _database(settings: Settings) -> Iterator[Finding]:
    database = Database(settings.database_url)
    try:
        with database.read() as tx:
            revision = reached(tx)
    except DatabaseAway as error:
        yield False, f"database: can't be reached ({error}); check DIBS_DATABASE_URL"
        return
    finally:
        database.dispose()
    yield True, f"database: {database.dialect}, answers at {datetime.fromtimestamp(wall(), UTC):%H:%M:%S} UTC"
    if revision == newest():
        yield True, f"migrations: at {revision}"
    else:
        yield False, f"migrations: at {revision}, this version wants {newest()}; run: dibs db upgrade"


def _header(headers: dict[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name), "")
