"""Settings, by environment or `.env`. Wrong ones are refused at start, each with what to do.

`…_FILE` may name a file that holds a secret instead; one that everybody on the machine can read is refused, and so is a
`.env` with a secret in it.
"""

import os
import stat
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.crypto import Safe, split_keys

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SECRETS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET", "DIBS_TOKEN_KEYS")
WHERE = "Take them from your app's pages at api.slack.com/apps (README, “Connecting a real workspace”)."


class SettingsRefused(Exception):  # noqa: N818 - it is shown to the operator as it reads
    """Settings that can't work; the message says which and what to do."""


class Settings(BaseSettings):
    """Everything an operator may set. Names in the environment are upper case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    slack_bot_token: SecretStr = Field(default=SecretStr(""), description="xoxb-… of the installed app")
    slack_app_token: SecretStr = Field(default=SecretStr(""), description="xapp-… with connections:write (Socket Mode)")
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""), description="checks that requests are Slack's (HTTP)"
    )
    slack_client_id: str = Field(
        default="", description="of an app that many workspaces install; without it, one by token"
    )
    slack_client_secret: SecretStr = Field(default=SecretStr(""), description="goes with SLACK_CLIENT_ID")
    token_keys: SecretStr = Field(
        default=SecretStr(""), alias="DIBS_TOKEN_KEYS", description="lock the tokens of many workspaces, newest first"
    )
    keep_days: int = Field(
        default=30, ge=0, le=3650, alias="DIBS_KEEP_DAYS", description="of what a workspace leaves that uninstalls"
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/", description="base of every Web API call; ends in /api/"
    )
    transport: Literal["socket", "http"] = Field(default="socket", alias="DIBS_TRANSPORT", description="socket or http")
    database_url: str = Field(
        default="sqlite:///dibs.db", alias="DIBS_DATABASE_URL", description="SQLite or PostgreSQL"
    )
    host: str = Field(default="127.0.0.1", alias="DIBS_HOST", description="where HTTP listens")
    port: int = Field(
        default=3000, ge=0, le=65535, alias="DIBS_PORT", description="where HTTP listens; /healthz is here too"
    )
    admins: str = Field(default="", alias="DIBS_ADMINS", description="Slack ids of the first admins, by comma")
    currency: str = Field(default="USD", alias="DIBS_CURRENCY", description="ISO code for amounts without one")
    date_order: Literal["MDY", "DMY", "YMD"] = Field(
        default="MDY", alias="DIBS_DATE_ORDER", description="how 3/4 is read"
    )
    handler_threads: int = Field(default=4, ge=1, le=32, alias="DIBS_THREADS", description="requests handled at once")
    pace_seconds: float = Field(
        default=1.0, ge=0, le=10, alias="DIBS_PACE_SECONDS", description="between two posts to a channel"
    )
    log: Literal["text", "json"] = Field(default="text", alias="DIBS_LOG", description="how the log is written")
    clock_file: Path | None = Field(
        default=None, alias="DIBS_CLOCK_FILE", description="the sandbox's clock; never in production"
    )

    @field_validator("slack_api_url")
    @classmethod
    def _is_an_api(cls, url: str) -> str:
        if not urlsplit(url).scheme.startswith("http") or not url.endswith("/api/"):
            raise ValueError("must be an http(s) address that ends in /api/")
        return url

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, url: str) -> str:
        try:
            backend = make_url(url).get_backend_name()
        except ArgumentError as error:
            raise ValueError("must look like sqlite:///dibs.db or postgresql://user:password@host/name") from error
        if backend not in ("sqlite", "postgresql", "postgres"):
            raise ValueError("only SQLite and PostgreSQL are supported")
        return url

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if self.clock_file and urlsplit(self.slack_api_url).hostname not in LOOPBACK:
            raise ValueError("DIBS_CLOCK_FILE is for the sandbox only: unset it when SLACK_API_URL is Slack's")
        return self

    def admin_ids(self) -> frozenset[str]:
        return frozenset(part.strip() for part in self.admins.split(",") if part.strip())

    @property
    def many(self) -> bool:
        """Whether workspaces install Dibs by OAuth."""
        return bool(self.slack_client_id)

    def require_tokens(self) -> None:
        """Raise SettingsRefused unless what the transport needs is there."""
        if self.many:
            self._require_for_many()
            return
        needed = {"SLACK_BOT_TOKEN": (self.slack_bot_token, "xoxb-")}
        if self.transport == "socket":
            needed["SLACK_APP_TOKEN"] = (self.slack_app_token, "xapp-")
        else:
            needed["SLACK_SIGNING_SECRET"] = (self.slack_signing_secret, "")
        wrong = [
            name
            for name, (secret, start) in needed.items()
            if not secret.get_secret_value() or not secret.get_secret_value().startswith(start)
        ]
        if wrong:
            raise SettingsRefused(
                f"{', '.join(wrong)}: missing or not of the right kind for DIBS_TRANSPORT={self.transport}.\n{WHERE}"
            )

    def safe(self) -> Safe:
        """What the tokens are locked in. Raises SettingsRefused."""
        try:
            return Safe(split_keys(self.token_keys.get_secret_value()))
        except ValueError:
            raise SettingsRefused("DIBS_TOKEN_KEYS: missing or not keys. Make one with: dibs keys new") from None

    def _require_for_many(self) -> None:
        if self.slack_bot_token.get_secret_value():
            raise SettingsRefused(
                "SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many: unset the one you don't want."
            )
        if self.transport != "http":
            raise SettingsRefused("SLACK_CLIENT_ID: workspaces install over HTTP; set DIBS_TRANSPORT=http.")
        needed = {"SLACK_CLIENT_SECRET": self.slack_client_secret, "SLACK_SIGNING_SECRET": self.slack_signing_secret}
        missing = [name for name, secret in needed.items() if not secret.get_secret_value()]
        if missing:
            raise SettingsRefused(f"{', '.join(missing)}: missing, and needed beside SLACK_CLIENT_ID.\n{WHERE}")
        self.safe()


def read_settings() -> Settings:
    """Raises SettingsRefused with a line for each wrong setting."""
    _refuse_open_env()
    for name in SECRETS:
        _from_file(name)
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            f"{'.'.join(map(str, one['loc'])) or 'settings'}: {one['msg']}" for one in error.errors(include_url=False)
        ]
        raise SettingsRefused("\n".join(lines)) from None


def _refuse_open_env() -> None:
    """A `.env` with a secret in it is for its owner only."""
    file = Path(".env")
    if not file.is_file() or not _others_can_read(file):
        return
    named = {line.partition("=")[0].removeprefix("export ").strip().upper() for line in file.read_text().splitlines()}
    if named & set(SECRETS):
        raise SettingsRefused(".env: others on this machine can read the secrets in it. Run: chmod 600 .env")


def _others_can_read(file: Path) -> bool:
    return bool(file.stat().st_mode & (stat.S_IROTH | stat.S_IRGRP))


def _from_file(name: str) -> None:
    path = os.environ.get(f"{name}_FILE")
    if not path or os.environ.get(name):
        return
    file = Path(path)
    if not file.is_file():
        raise SettingsRefused(f"{name}_FILE: there is no file at {path}")
    if _others_can_read(file):
        raise SettingsRefused(f"{name}_FILE: others can read {path}. Run: chmod 600 {path}")
    os.environ[name] = file.read_text().strip()
