"""What `dibs doctor` found, in words: what works, and what to do about what does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handlers.kit.speech import Speech

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """`code`: one of the words below; `workspace`: whose it is, where there are several."""

    well: bool
    code: str
    facts: Facts = field(default_factory=dict)
    workspace: str = ""


def line(finding: Finding, speech: Speech) -> str:
    mark = speech.t("ok") if finding.well else speech.t("MEND")
    whose = f"{finding.workspace}{speech.colon}" if finding.workspace else ""
    return f"{mark:<6}{whose}{_WORDS[finding.code](speech, finding.facts)}"


_WORDS: dict[str, Callable[[Speech, Facts], str]] = {
    "settings": lambda s, f: s.t("settings: complete for {transport}", **f),
    "settings_wrong": lambda s, f: s.t("settings: {why}", **f),
    "workspaces": lambda s, f: s.t("workspaces: {n} installed", **f),
    "workspaces_unlisted": lambda s, f: s.t("workspaces: can't be listed ({error})", **f),
    "no_key": lambda s, f: s.t("no key in DIBS_TOKEN_KEYS opens its token; add the one it was stored under"),
    "token": lambda s, f: s.t("token: {user} in {team}", **f),
    "token_refused": lambda s, f: s.t("token: Slack says {error}; copy the bot token again from your app's page", **f),
    "install_again": lambda s, f: s.t("token: Slack says {error}; ask its admin to install the app again", **f),
    "slack_away": lambda s, f: s.t("Slack: can't be reached at {url} ({error})", **f),
    "scopes": lambda s, f: s.t("scopes: all granted"),
    "scopes_untold": lambda s, f: s.t("scopes: Slack did not list them"),
    "scopes_missing": lambda s, f: s.t("scopes: {missing} missing; reinstall the app from `dibs manifest`", **f),
    "clock": lambda s, f: s.t("clock: agrees with Slack's"),
    "clock_untold": lambda s, f: s.t("clock: Slack did not tell the time"),
    "clock_off": lambda s, f: s.t("clock: {seconds} s off Slack's; set this machine's clock (NTP)", **f),
    "database": lambda s, f: s.t("database: {dialect}, answers at {time} UTC", **f),
    "database_away": lambda s, f: s.t("database: can't be reached ({error}); check DIBS_DATABASE_URL", **f),
    "migrations": lambda s, f: s.t("migrations: at {revision}", **f),
    "migrations_behind": lambda s, f: s.t(
        "migrations: at {revision}, this version wants {newest}; run: dibs db upgrade", **f
    ),
}
