"""A company on a small Slack, with the real bot behind it: what every story is played on.

Everything goes through the front door: people say, press and submit in Slack; the bot's signed WSGI app hears it, and
answers through Slack's Web API over real HTTP. The clock stands still until a story moves it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from slack_sdk import WebClient

from bot.app import Dibs
from bot.jobs import jobs_of
from bot.settings import Settings
from bot.web import wsgi
from sandbox.manifest import Manifest
from sandbox.nouns import Message
from sandbox.server import serve
from sandbox.slack import Slack
from scheduler.ticker import Ticker

MANIFEST = Manifest.read(Path(__file__).parents[2] / "manifest.yml")
START = datetime.fromisoformat("2026-03-11T09:00:00+08:00")  # a Wednesday morning in Shanghai

HOUR_SECONDS = 3600
# jobs for which a tick is soon enough when time has passed: what people do meanwhile seldom makes anything due at once
BY_TIME_ALONE = frozenset(
    {
        "pulse",
        "mornings",
        "spot checks",
        "reminders",
        "warnings",
        "sweep",
        "complaints",
        "first touches",
        "decisions",
        "resting",
        "reports",
        "grades",
        "shadow weeks",
    }
)

BOSS, MEI, TOM, CLERK = "U0BOSS", "U0MEI", "U0TOM", "U0CLERK"


class Company:
    """Boss Wang (admin and manager, Chinese), Mei (rep, Chinese), Tom (rep, English), and a clerk; one team, clock on."""

    def __init__(self, database_url: str, *, start: datetime = START, introduced: bool = False) -> None:
        patience = {"trigger_seconds": 300, "ack_seconds": 120}  # a busy machine is no fault of the bot
        self.slack = Slack(manifest=MANIFEST, retry_after=(0.0,), **patience)
        self.slack.clock.freeze(start)
        self.slack.add_user(BOSS, name="王总", real_name="王总", tz="Asia/Shanghai", locale="zh-CN", is_admin=True)
        self.slack.add_user(MEI, name="陈梅", real_name="陈梅", tz="Asia/Shanghai", locale="zh-CN")
        self.slack.add_user(TOM, name="Tom Reed", real_name="Tom Reed", tz="America/New_York", locale="en-US")
        self.slack.add_user(CLERK, name="Clara", real_name="Clara Diaz", tz="Asia/Shanghai", locale="en-US")
        self.slack.add_channel("C0SALES", name="sales", members=[BOSS, MEI, TOM, CLERK])
        self.server = serve(self.slack)
        self.dibs = Dibs(self._settings(database_url), clock=self.slack.clock.now)
        if introduced:  # an earlier process of the bot has written down where it is and who is there
            patient = WebClient(self.slack.bot_token, base_url=self.server.api_url, timeout=120)
            self.dibs.one.ask(patient)
        else:
            self.dibs.introduce()
        jobs = [
            job for job in jobs_of(self.dibs) if job.every_seconds < HOUR_SECONDS
        ]  # what is rarer has its own tests
        self.ticker = Ticker(jobs, self.slack.clock.now)
        self._prompt = Ticker([job for job in jobs if job.name not in BY_TIME_ALONE], self.slack.clock.now)
        self._ticked_at: datetime | None = None
        self.slack.connect_wsgi(wsgi(self.dibs))
        self.forgiven: set[str] = set()  # what a story makes go wrong on purpose

    def _settings(self, database_url: str) -> Settings:
        return Settings(
            _env_file=None,
            slack_bot_token=SecretStr(self.slack.bot_token),
            slack_signing_secret=SecretStr(self.slack.signing_secret),
            slack_api_url=self.server.api_url,
            transport="http",
            database_url=database_url,
            admins=BOSS,
            pace_seconds=0,
        )

    def close(self) -> None:
        self.dibs.database.dispose()
        self.slack.close()
        self.server.stop(wait=False)

    # what passes

    def settle(self) -> None:
        """Let everything happen that is due now: what was just put is sent, then jobs tick until they put nothing."""
        self.slack.settle()
        self.dibs.relay.run_once(self.now)
        for _ in range(20):
            self._tick()
            if not self.dibs.relay.run_once(self.now):
                return

    def _tick(self) -> None:
        """Every job; where no time has passed since the last tick, those that something else may wake."""
        (self._prompt if self._ticked_at == self.now else self.ticker).run_all(self.now)
        self._ticked_at = self.now

    @property
    def now(self) -> datetime:
        return self.slack.clock.now()

    def wait(self, **how_long: float) -> None:
        """Let time pass at once, then what is due."""
        self.slack.advance(timedelta(**how_long).total_seconds())
        self.settle()

    def until(self, check: Any, *, days: int = 200) -> Any:
        """Let hours pass until something is there to be seen; fails after so many days."""
        for _ in range(days * 24):
            if found := check():
                return found
            self.wait(hours=1)
        raise AssertionError(f"not seen within {days} days")

    # what people do

    def say(self, user: str, text: str, **where: Any) -> Message:
        said = self.slack.say(user, text, **where)
        self.settle()
        return said

    def press(self, user: str, where: Any, tap: str, **choice: Any) -> Any:
        """Press the first button whose action starts with this verb."""
        answer = self.slack.press(user, where, action_of(where.blocks, tap), **choice)
        self.settle()
        return answer

    def command(self, user: str, line: str) -> Any:
        answer = self.slack.command(user, line)
        self.settle()
        return answer

    def submit(self, user: str, values: dict[str, Any]) -> Any:
        result = self.slack.submit(None, user, values)
        self.settle()
        return result

    # what can be seen

    def last(self, user: str) -> Message:
        return self.slack.last_dm(user)

    def last_with(self, user: str, verb: str) -> Message:
        """The newest message of the bot to a person that has a button of this verb."""
        return next(message for message in reversed(self.heard(user)) if has_action(message, verb))

    def heard(self, user: str) -> list[Message]:
        return [message for message in self.slack.dm(user) if message.bot]

    def told(self, user: str, *words: str) -> Message | None:
        """The newest message of the bot to a person that has all these words."""
        for message in reversed(self.heard(user)):
            if all(word in message.text for word in words):
                return message
        return None

    def reconnect(self) -> None:
        """The bot hears Slack again, after `slack.disconnect_bot()`."""
        self.slack.connect_wsgi(wsgi(self.dibs))

    def troubles(self) -> list[str]:
        """What Slack refused of the bot's calls, and what the bot left without an answer; faults made on purpose aside."""
        refused = [f"{call.method}: {call.answer}" for call in self.slack.calls if not call.ok and not call.fault]
        unheard = [f"{one.kind}: {one.error}" for one in self.slack.deliveries if one.error]
        return [one for one in (*refused, *unheard) if not any(word in one for word in self.forgiven)]

    # how it begins

    def build(self) -> "Company":
        """A team with a manager and two reps, and the claim clock running from tomorrow."""
        for line in (
            "/dibs team new Sales",
            "/dibs team zone Asia/Shanghai",
            f"/dibs team add <@{BOSS}> <@{MEI}> <@{TOM}>",
            f"/dibs team assistant <@{CLERK}>",
        ):
            self.slack.command(BOSS, line)
        rules = self.slack.command(BOSS, "/dibs rules")
        self.press(BOSS, rules, "rules.switch")
        return self


def action_of(blocks: list[dict[str, Any]], verb: str) -> str:
    """The action id in these blocks that belongs to a verb. Raises LookupError with what there is."""
    found = [element["action_id"] for block in blocks for element in _elements(block)]
    for action_id in found:
        if action_id.split("|")[0] == verb:
            return str(action_id)
    raise LookupError(f"no {verb} among {found}")


def has_action(message: Any, verb: str) -> bool:
    return any(element["action_id"].split("|")[0] == verb for block in message.blocks for element in _elements(block))


def _elements(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for element in (*block.get("elements", ()), block.get("accessory"), block.get("element")):
        if element and "action_id" in element:
            yield element


@contextmanager
def company(database_url: str, **how: Any) -> Iterator[Company]:
    one = Company(database_url, **how)
    try:
        yield one
    finally:
        one.close()
