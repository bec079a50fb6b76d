"""A Slack that misbehaves, exactly as it was told to, and remembers what it really did."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from sandbox.faults import KINDS
from sandbox.server import Server
from sandbox.slack import Slack

DONE = {"timeout_after", "reset_after", "truncated", "html_after", "late"}


def post(slack: Slack, server: Server, text: str = "x", channel: str = "C_SALES", seconds: float = 2) -> httpx.Response:
    with httpx.Client(trust_env=False, timeout=seconds) as http:
        headers = {"Authorization": f"Bearer {slack.bot_token}"}
        return http.post(f"{server.api_url}chat.postMessage", json={"channel": channel, "text": text}, headers=headers)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_was_done_is_done_whatever_the_answer(slack: Slack, server: Server, kind: str) -> None:
    slack.faults.next("chat.postMessage", kind, seconds=0.05)
    seen: Any
    try:
        seen = post(slack, server)
    except httpx.HTTPError as error:
        seen = error
    if kind == "late":
        assert slack.messages("C_SALES") == []
        slack.wait_for(lambda: slack.calls)
    assert len(slack.messages("C_SALES")) == (1 if kind in DONE else 0)
    assert [(each.fault, each.recorded) for each in slack.calls] == [(kind, kind in DONE)]
    assert post(slack, server).json()["ok"]
    _require_looks(kind, seen)


def _require_looks(kind: str, seen: Any) -> None:
    if kind in ("429", "500", "503"):
        assert seen.status_code == int(kind)
    elif kind.startswith("html"):
        assert seen.text.startswith("<!DOCTYPE html>")
    elif kind == "truncated":
        with pytest.raises(ValueError, match="char"):
            seen.json()
    elif kind == "error":
        assert seen.json() == {"ok": False, "error": "fatal_error"}
    else:
        assert isinstance(seen, httpx.RemoteProtocolError | httpx.ReadError)


def test_a_caller_that_will_not_wait_meets_silence(slack: Slack, server: Server) -> None:
    slack.faults.next("chat.postMessage", "timeout_after", seconds=0.5)
    with pytest.raises(httpx.ReadTimeout):
        post(slack, server, seconds=0.1)
    assert len(slack.messages("C_SALES")) == 1


def test_a_429_says_when_to_come_back_as_often_as_asked(slack: Slack, server: Server) -> None:
    slack.faults.next("chat.postMessage", "429", retry_after=2, times=3)
    answers = [post(slack, server) for _ in range(4)]
    assert [each.status_code for each in answers] == [429, 429, 429, 200]
    assert [each.headers.get("retry-after") for each in answers] == ["2", "2", "2", None]


def test_a_fault_may_be_kept_to_one_channel(slack: Slack, server: Server) -> None:
    slack.faults.always("chat.postMessage", "error", code="is_archived", match={"channel": "C_SALES"})
    assert post(slack, server).json()["error"] == "is_archived"
    assert post(slack, server, channel="U_MEI").json()["ok"]
    slack.faults.clear()
    assert post(slack, server).json()["ok"]


def test_faults_by_chance_repeat_with_their_seed(slack: Slack) -> None:
    def drawn(seed: int) -> list[bool]:
        slack.faults.clear()
        slack.faults.sometimes("*", "500", probability=0.3, seed=seed)
        return [slack.faults.take("auth.test", {}) is not None for _ in range(200)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert 30 < sum(drawn(1)) < 90


def test_an_unknown_fault_is_refused(slack: Slack) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        slack.faults.next("auth.test", "sulk")
