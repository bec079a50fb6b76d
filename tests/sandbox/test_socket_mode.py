"""Socket Mode with Bolt's own handler and client at the other end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox.slack import Slack
from tests.sandbox.kit import actions, button, field, modal


@pytest.fixture
def app(slack: Slack, client: WebClient) -> Iterator[App]:
    logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)
    app = App(client=client, process_before_response=True)
    handler = SocketModeHandler(app, slack.app_token, web_client=client, ping_interval=1)
    handler.connect()
    slack.wait_for(lambda: len(slack.sockets) == 1)
    yield app
    handler.close()


def test_events_commands_and_actions_travel_by_socket(slack: Slack, app: App) -> None:
    pressed: list[str] = []

    @app.event("message")
    def heard(event: dict[str, Any], say: Any) -> None:
        say(f"heard {event['text']}")

    @app.command("/who")
    def who(ack: Any, command: dict[str, Any]) -> None:
        ack(text=f"你问 {command['text']}", blocks=[actions(button(value="7"))])

    @app.action("go")
    def go(ack: Any, action: dict[str, Any]) -> None:
        pressed.append(action["value"])
        ack()

    slack.say("U_MEI", "hello")
    assert slack.last_dm("U_MEI").text == "heard hello"
    answer = slack.command("U_MEI", "/who 华为")
    assert answer.text == "你问 华为"
    assert slack.press("U_MEI", answer, "go").ok
    assert pressed == ["7"]


def test_a_modal_is_answered_by_socket(slack: Slack, app: App) -> None:
    @app.shortcut("log_call")
    def log(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=modal(field("name")))
        ack()

    @app.view("log")
    def saved(ack: Any) -> None:
        ack(response_action="errors", errors={"b_name": "Not today"})

    slack.shortcut("U_MEI", "log_call")
    assert slack.submit(None, "U_MEI", {"name": "Jane"}).errors == {"b_name": "Not today"}


def test_an_unanswered_envelope_times_out_and_is_sent_again(slack: Slack, app: App) -> None:
    slack.courier.ack_seconds = 0.2
    slack.command("U_MEI", "/unheard")
    assert slack.deliveries[-1].error == "http_timeout"
    slack.say("U_MEI", "nobody listens for messages")
    retried = slack.wait_for(lambda: [each for each in slack.deliveries if each.attempt == 1])
    assert retried[0].id == slack.deliveries[1].id


def test_a_dropped_socket_comes_back(slack: Slack, app: App) -> None:
    @app.event("message")
    def heard(event: dict[str, Any], say: Any) -> None:
        say("here")

    slack.sockets.drop()
    assert slack.wait_for(lambda: len(slack.sockets) == 1, seconds=60)
    slack.say("U_MEI", "still there?")
    assert slack.wait_for(lambda: [each for each in slack.dm("U_MEI") if each.text == "here"], seconds=60)
