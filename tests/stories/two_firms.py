"""Two workspaces that install the same Dibs by OAuth: one process, one database, one Slack with two firms in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from bot.app import Dibs
from bot.crypto import new_key
from bot.jobs import jobs_of
from bot.settings import Settings
from bot.web import wsgi
from sandbox.nouns import Message
from sandbox.server import serve
from sandbox.slack import Slack
from scheduler.ticker import Ticker
from tests.fakes.street import street
from tests.stories.company import MANIFEST, START

ACME, XINHUA = "T0ACME", "T0XINHUA"
TOM, MEI = "U0TOM", "U0MEI"
LATER = frozenset({"people", "tidying"})
CLIENT_SECRET = "client-secret-0123456789"


@dataclass(frozen=True)
class Page:
    """What a browser got."""

    status: int
    text: str
    cookie: str


class TwoFirms:
    """`slacks`: Acme, where Tom speaks English, and 新华, where 陈梅 speaks Chinese. Nobody has installed anything yet."""

    def __init__(self, database_url: str, stack: ExitStack) -> None:
        patience: dict[str, Any] = {"trigger_seconds": 300, "ack_seconds": 120, "retry_after": (0.0,)}
        people = {ACME: (TOM, "Tom Reed", "America/New_York", "en-US"), XINHUA: (MEI, "陈梅", "Asia/Shanghai", "zh-CN")}
        self.slacks = {
            home: Slack(
                manifest=MANIFEST, team_id=home, team_name=home[2:], bot_token=f"xoxb-{home}-secret", **patience
            )
            for home in people
        }
        for home, (person, name, zone, locale) in people.items():
            slack = self.slacks[home]
            stack.callback(slack.close)
            slack.clock.freeze(START)
            slack.add_user(person, name=name, real_name=name, tz=zone, locale=locale)
        servers = {stack.enter_context(serve(slack)).api_url: slack for slack in self.slacks.values()}
        self.key = new_key()
        self.settings = Settings(
            _env_file=None,
            slack_client_id="123.456",
            slack_client_secret=SecretStr(CLIENT_SECRET),
            slack_signing_secret=SecretStr("sandbox-signing-secret"),
            slack_api_url=stack.enter_context(street(servers)),
            token_keys=SecretStr(self.key),
            transport="http",
            database_url=database_url,
            pace_seconds=0,
        )
        self.start()
        stack.callback(lambda: self.dibs.database.dispose())

    def start(self) -> None:
        """A process; another one, if there was one."""
        self.dibs = Dibs(self.settings, clock=self.clock.now)
        self.dibs.introduce()
        self.app = wsgi(self.dibs)
        self.ticker = Ticker([one for one in jobs_of(self.dibs) if one.name not in LATER], self.clock.now)
        for slack in self.slacks.values():
            slack.connect_wsgi(self.app)

    @property
    def clock(self) -> Any:
        return self.slacks[ACME].clock

    def wait(self, **how_long: float) -> None:
        for slack in self.slacks.values():
            slack.advance(timedelta(**how_long).total_seconds())
        self.settle()

    def settle(self) -> None:
        for slack in self.slacks.values():
            slack.settle()
        for _ in range(10):
            self.ticker.run_all(self.clock.now())
            if not self.dibs.relay.run_once(self.clock.now()):
                return

    def say(self, home: str, person: str, text: str) -> None:
        self.slacks[home].say(person, text)
        self.settle()

    def heard(self, home: str, person: str) -> list[Message]:
        return [one for one in self.slacks[home].dm(person) if one.bot]

    # a browser

    def visit(self, address: str, *, cookie: str = "", language: str = "en-GB") -> Page:
        given: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]], _: Any = None) -> Any:
            given.update(status=int(status.split()[0]), headers={name.lower(): value for name, value in headers})

        parts = urlsplit(address)
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": parts.path, "QUERY_STRING": parts.query, "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_ACCEPT_LANGUAGE": language, "HTTP_COOKIE": cookie, "wsgi.input": BytesIO(),
        }  # fmt: skip
        body = b"".join(self.app(environ, start_response)).decode()
        return Page(given["status"], body, given["headers"].get("set-cookie", "").partition(";")[0])

    def begin(self, *, language: str = "en-GB") -> tuple[Page, str]:
        """The first page, and the state it sends to Slack."""
        page = self.visit("/slack/install", language=language)
        to_slack = unescape(re.findall(r'href="([^"]+)"', page.text)[0])
        return page, parse_qs(urlsplit(to_slack).query)["state"][0]

    def install(self, home: str, person: str, *, language: str = "en-GB", org_wide: bool = False) -> Page:
        """Somebody opens the page, agrees in Slack, and is sent back."""
        page, state = self.begin(language=language)
        code = self.slacks[home].consent(person, org_wide=org_wide)
        back = self.visit(f"/slack/oauth_redirect?code={code}&state={state}", cookie=page.cookie, language=language)
        self.settle()
        return back


@contextmanager
def two_firms(database_url: str) -> Iterator[TwoFirms]:
    with ExitStack() as stack:
        yield TwoFirms(database_url, stack)
