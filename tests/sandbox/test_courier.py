"""Requests to the bot: signed, in time, and sent again when they are not acknowledged."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.signature import SignatureVerifier

from sandbox.slack import Slack

Heard = list[tuple[dict[str, str], bytes]]


def listening(slack: Slack, *statuses: int, seconds: float = 0, extra: Iterable[tuple[str, str]] = ()) -> Heard:
    """A bot that answers with these statuses, the last for ever, and remembers what it heard."""
    heard: Heard = []

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        headers = {name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name[:5] == "HTTP_"}
        heard.append((headers, environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        time.sleep(seconds)
        start_response(f"{statuses[min(len(heard), len(statuses)) - 1]} X", list(extra))
        return [b""]

    slack.connect_wsgi(app)
    return heard


def test_every_request_is_signed_over_its_real_time(slack: Slack) -> None:
    slack.advance(30 * 86_400)
    heard = listening(slack, 200)
    slack.say("U_MEI", "你好")
    slack.command("U_MEI", "/who 华为")
    verifier = SignatureVerifier(slack.signing_secret)
    assert len(heard) == 2
    assert all(verifier.is_valid_request(body, headers) for headers, body in heard)
    assert not any(SignatureVerifier("another secret").is_valid_request(body, headers) for headers, body in heard)


def test_an_unacknowledged_event_is_sent_again_by_the_schedule(slack: Slack) -> None:
    heard = listening(slack, 500, 404, 200)
    slack.say("U_MEI", "hello")
    assert slack.wait_for(lambda: len(heard) == 3)
    ids = {json.loads(body)["event_id"] for _, body in heard}
    retries = [(headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason")) for headers, _ in heard]
    assert len(ids) == 1
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]


def test_after_three_retries_slack_gives_up(slack: Slack) -> None:
    heard = listening(slack, 500)
    slack.say("U_MEI", "hello")
    slack.wait_for(lambda: len(heard) == 4)
    time.sleep(0.15)
    assert [each.attempt for each in slack.deliveries] == [0, 1, 2, 3]


def test_a_bot_may_decline_retries(slack: Slack) -> None:
    heard = listening(slack, 500, extra=[("X-Slack-No-Retry", "1")])
    slack.say("U_MEI", "hello")
    time.sleep(0.1)
    assert len(heard) == 1


def test_a_slow_bot_counts_as_silent(slack: Slack) -> None:
    slack.courier.ack_seconds = 0.05
    heard = listening(slack, 200, seconds=0.06)
    slack.say("U_MEI", "hello")
    assert slack.deliveries[0].error == "http_timeout"
    assert slack.wait_for(lambda: len(heard) > 1)
    answer = slack.command("U_MEI", "/who acme")
    assert answer.error == "operation_timeout"
    assert "operation_timeout" in slack.dm("U_MEI")[-1].text


def test_with_no_bot_listening_the_message_stands_and_the_command_says_so(slack: Slack) -> None:
    slack.connect_bot("http://127.0.0.1:9/slack/events")
    slack.say("U_MEI", "hello")
    assert [each.text for each in slack.dm("U_MEI")] == ["hello"]
    assert slack.deliveries[0].error == "connection_failed"
    assert slack.command("U_MEI", "/who acme").error == "dispatch_failed"


def test_an_event_can_be_delivered_twice_on_purpose(slack: Slack) -> None:
    heard = listening(slack, 200)
    message = slack.say("U_MEI", "hello")
    slack.redeliver(message)
    slack.redeliver(slack.deliveries[0].id)
    assert len({body for _, body in heard}) == 1
    assert [headers.get("x-slack-retry-num") for headers, _ in heard] == [None, "1", "1"]


def test_the_bot_hears_its_own_messages_and_bolt_ignores_them(slack: Slack, bot: App) -> None:
    heard: list[str] = []

    @bot.event("message")
    def hears(event: dict[str, Any], say: Any) -> None:
        heard.append(event["text"])
        say("answer")

    slack.say("U_MEI", "hello")
    assert slack.settle()
    own = [each.payload["event"] for each in slack.deliveries if each.payload["event"].get("bot_id")]
    assert ([each["text"] for each in own], heard) == (["answer"], ["hello"])


def test_only_events_that_the_app_subscribed_to_are_sent() -> None:
    slack = Slack(events=["app_mention"])
    heard = listening(slack, 200)
    slack.add_user("U_MEI", name="mei")
    slack.add_channel("C_SALES", name="sales", members=["U_MEI"])
    slack.say("U_MEI", "hello")
    slack.say("U_MEI", f"<@{slack.ws.bot_user}> who owns Acme?", channel="C_SALES")
    assert [json.loads(body)["event"]["type"] for _, body in heard] == ["app_mention"]


def test_the_url_is_verified_by_its_challenge(slack: Slack, bot: App) -> None:
    assert slack.verify_url()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def test_a_bot_behind_real_http_is_reached(slack: Slack, bot: App) -> None:
    @bot.event("message")
    def heard(event: dict[str, Any], say: Any) -> None:
        say(f"heard {event['text']}")

    with make_server("127.0.0.1", 0, SlackRequestHandler(bot), handler_class=_Quiet) as http:  # type: ignore[arg-type]
        threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
        slack.connect_bot(f"http://127.0.0.1:{http.server_port}/slack/events")
        slack.say("U_TOM", "hello")
        assert slack.last_dm("U_TOM").text == "heard hello"
        http.shutdown()


def test_the_clock_jumps_to_what_the_bot_has_to_do_next(slack: Slack) -> None:
    due = slack.clock.freeze().replace(microsecond=0)

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        assert environ["PATH_INFO"] == "/healthz"
        start_response("200 OK", [])
        return [json.dumps({"next_due_at": due.replace(year=due.year + 1).isoformat()}).encode()]

    slack.connect_wsgi(app)
    now = slack.to_next()
    assert (now - due.replace(year=due.year + 1)).total_seconds() == pytest.approx(1)
