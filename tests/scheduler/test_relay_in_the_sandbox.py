"""The relay against the sandbox, which is strict like Slack: the same promises, by somebody else's rules."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.postman import Postman
from sandbox.faults import KINDS
from sandbox.server import serve
from sandbox.slack import Slack
from scheduler.relay import Payload, Relay
from storage import outbox
from storage.database import Database
from storage.outbox import Letter
from storage.tables.outbox import OutboxRow

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TIMEOUT = 1.0


@dataclass
class Desk:
    """A relay, a sandbox with two people, and what was told to the CRM."""

    database: Database
    slack: Slack
    api_url: str
    ahead: float = 0.0
    delivered: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    dead: list[tuple[str, str]] = field(default_factory=list)

    def put(self, text: str, **more: Any) -> str | None:
        plain = {"workspace_id": "T1", "to": "U1", "person_id": "U1", "kind": "receipt", "facts": text, "now": NOW}
        with self.database.begin() as tx:
            return outbox.put(tx, **{**plain, **more})

    def relay(self, pace_seconds: float = 0.0, timeout_seconds: float = TIMEOUT) -> Relay:
        wall = lambda: time.time() + self.ahead  # noqa: E731
        return Relay(
            self.database,
            Postman(
                lambda workspace: "xoxb-sandbox", wall=wall, base_url=self.api_url, timeout_seconds=timeout_seconds
            ),
            prepare=self.words,
            delivered=self._delivered,
            dead=self._dead,
            clock=lambda: NOW,
            wall=wall,
            name="test",
            pace_seconds=pace_seconds,
        )

    def words(self, letter: Letter, now: datetime) -> Payload:
        words = {"type": "mrkdwn", "text": letter.facts}
        view = {"type": "home", "blocks": [{"type": "section", "text": words}]}
        is_home = letter.method == "views.publish"
        return Payload(letter.facts, [{"type": "section", "text": words}], view=view if is_home else None)

    def said_to(self, person: str) -> list[str]:
        return [message.text for message in self.slack.dm(person) if message.bot]

    def drain(self) -> None:
        relay = self.relay()
        for _ in range(20):
            relay.run_once(NOW)
            with self.database.read() as tx:
                left = set(tx.execute(select(OutboxRow.state)).scalars()) & {"new", "sending", "unknown"}
            if not left:
                return
            time.sleep(0.3 if "unknown" in left else 0.02)
            self.ahead += 61
        raise AssertionError(f"still waiting: {left}")

    def _delivered(self, tx: Connection, letter: Letter, now: datetime) -> None:
        self.delivered.append((letter.facts, letter.channel, letter.ts))

    def _dead(self, tx: Connection, letter: Letter, error: str, now: datetime) -> None:
        self.dead.append((letter.facts, error))


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    slack = Slack()
    slack.add_user("U1", name="ana", real_name="Ana")
    slack.add_user("U2", name="li", real_name="李雷", locale="zh-CN")
    slack.add_channel("C1", name="sales", members=["U1", "U2"])
    with serve(slack) as server:
        yield Desk(database, slack, server.api_url)
    slack.close()


def test_a_receipt_reaches_the_person_and_the_crm_learns_where_it_stands(desk: Desk) -> None:
    desk.put("Logged: call"), desk.put("已记录", to="U2")
    assert desk.relay().run_once(NOW) == 2
    assert (desk.said_to("U1"), desk.said_to("U2")) == (["Logged: call"], ["已记录"])
    message = desk.slack.last_dm("U1")
    assert ("Logged: call", message.channel, message.ts) in desk.delivered


def test_an_edit_a_home_and_an_ephemeral_message_arrive_too(desk: Desk) -> None:
    desk.put("first")
    desk.relay().run_once(NOW)
    message = desk.slack.last_dm("U1")
    desk.put("edited", method="chat.update", edits_channel=message.channel, edits_ts=message.ts)
    desk.put("my day", method="views.publish")
    desk.put("only for you", method="chat.postEphemeral", to="C1")
    assert desk.relay().run_once(NOW) == 3
    assert desk.said_to("U1") == ["edited"]
    assert desk.slack.home("U1") and "only for you" in [each.text for each in desk.slack.messages("C1", as_user="U1")]


@pytest.mark.parametrize("kind", sorted(KINDS - {"error"}))
def test_after_any_fault_of_the_sandbox_each_message_stands_once_and_in_order(desk: Desk, kind: str) -> None:
    seconds = 0.2 if kind == "late" else TIMEOUT + 0.3
    desk.slack.faults.next("chat.postMessage", kind, seconds=seconds)
    for n in range(3):
        desk.put(f"{n}")
    desk.drain()
    assert desk.said_to("U1") == ["0", "1", "2"]
    assert [text for text, _, _ in desk.delivered] == ["0", "1", "2"]


def test_a_reply_in_a_thread_is_found_again_there(desk: Desk) -> None:
    desk.put("the receipt")
    desk.relay().run_once(NOW)
    receipt = desk.slack.last_dm("U1")
    desk.slack.faults.next("chat.postMessage", "reset_after")
    desk.put("noted too", thread_ts=receipt.ts, to=receipt.channel)
    desk.drain()
    assert desk.said_to("U1").count("noted too") == 1 and desk.delivered[-1][0] == "noted too"


def test_an_archived_channel_and_a_revoked_token_are_told_and_nothing_is_tried_for_ever(desk: Desk) -> None:
    desk.slack.archive("C1")
    desk.put("digest", to="C1", person_id=None)
    desk.drain()
    desk.slack.revoke_token()
    desk.put("warning")
    desk.drain()
    assert desk.dead == [("digest", "is_archived"), ("warning", "token_revoked")]


def test_slacks_own_limit_is_never_run_into(desk: Desk) -> None:
    desk.slack.pace = 0.15
    for n in range(5):
        desk.put(f"{n}"), desk.put(f"{n}", to="U2")
    relay = desk.relay(pace_seconds=0.15, timeout_seconds=8)  # a busy machine is not what is tried here
    relay.start()
    desk.slack.wait_for(lambda: len(desk.said_to("U1") + desk.said_to("U2")) == 10, 60)
    relay.stop()
    assert len(desk.slack.calls) == 10 and desk.said_to("U1") == [f"{n}" for n in range(5)]
