"""The sandbox's page in a browser, with the real bot behind it: what the browser's walk is played on.

Nothing is stubbed. The page talks to the sandbox over HTTP; the sandbox signs what it sends to the bot; the bot's relay
and ticker run by themselves and answer through Slack's Web API over HTTP. The clock starts on a set day and runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pydantic import SecretStr

from bot.app import Dibs
from bot.health import read_health
from bot.settings import Settings
from bot.web import wsgi
from sandbox.server import serve
from sandbox.slack import Slack
from storage.migrations import upgrade
from tests.sandbox_page.conftest import ARGS, CHROMIUM, DESK

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
START = datetime.fromisoformat("2026-03-11T09:30:00+08:00")  # a Wednesday morning
ZONE = "Asia/Shanghai"

REP, OTHER, BOSS = "U0REP", "U0OTHER", "U0BOSS"


@dataclass(frozen=True)
class Cast:
    """Three people who speak one language: (name, title) of a rep, another rep, and their manager."""

    locale: str
    rep: tuple[str, str]
    other: tuple[str, str]
    boss: tuple[str, str]


ENGLISH = Cast("en-US", ("Tom Reed", "Sales rep"), ("Nina Park", "Sales rep"), ("Amy Stone", "Sales manager"))
CHINESE = Cast("zh-CN", ("陈梅", "销售"), ("李强", "销售"), ("王芳", "销售经理"))


@dataclass(frozen=True)
class Stage:
    """One small company at work: its Slack, its bot, and the address of the page."""

    slack: Slack
    dibs: Dibs
    url: str

    def found_the_company(self) -> None:
        """What an admin does on the first day: a team, its zone, its people, and the clock switched on."""
        self.slack.command(BOSS, "/dibs team new Sales")
        self.slack.command(BOSS, f"/dibs team zone {ZONE}")
        self.slack.command(BOSS, f"/dibs team add <@{REP}> <@{OTHER}> <@{BOSS}>")
        self.slack.press(BOSS, self.slack.command(BOSS, "/dibs rules"), "rules.switch|on")
        self.slack.settle()

    def has_plans(self) -> bool:
        """Whether a reminder, a warning or a sweep is still to come."""
        return read_health(self.dibs)["next_due_at"] is not None

    def let_it_happen(self, seconds: float = 90) -> None:
        """Wait until the bot has nothing due that is not done: ticks run every second, letters leave at once."""
        patience = time.monotonic() + seconds
        while time.monotonic() < patience:
            health = read_health(self.dibs)
            due = health["next_due_at"]
            if not health["outbox"]["due"] and (due is None or due > self.slack.clock.now()):
                return
            time.sleep(0.1)
        raise AssertionError(f"something due was not done within {seconds} s: {health}")


@contextmanager
def staged(folder: Path, cast: Cast) -> Iterator[Stage]:
    """The company on its first day, everything running, on a SQLite database in `folder`."""
    slack = _slack(cast)
    database_url = f"sqlite:///{folder / 'dibs.db'}"
    upgrade(database_url)
    with serve(slack) as server:
        dibs = Dibs(_settings(slack, server.api_url, database_url), clock=slack.clock.now)
        dibs.introduce()
        slack.connect_wsgi(wsgi(dibs))
        dibs.start()
        try:
            stage = Stage(slack, dibs, server.url)
            stage.found_the_company()
            yield stage
        finally:
            dibs.stop()
            slack.close()


@contextmanager
def opened(url: str) -> Iterator[Page]:
    """The page in Debian's chromium. Raises FileNotFoundError where there is none."""
    if not CHROMIUM.exists():
        raise FileNotFoundError(f"no chromium at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        page = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]}, locale="en-US", timezone_id=ZONE)
        page.set_default_timeout(15_000)
        page.goto(url)
        page.wait_for_selector("#people .person")
        yield page
        browser.close()


def _slack(cast: Cast) -> Slack:
    slack = Slack(manifest=MANIFEST)
    slack.clock.jump(START)
    for user, (name, title) in ((REP, cast.rep), (OTHER, cast.other), (BOSS, cast.boss)):
        slack.add_user(user, name=name, real_name=name, tz=ZONE, locale=cast.locale, title=title, is_admin=user == BOSS)
    return slack


def _settings(slack: Slack, api_url: str, database_url: str) -> Settings:
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=api_url,
        transport="http",
        database_url=database_url,
        admins=BOSS,
        pace_seconds=0,
    )
