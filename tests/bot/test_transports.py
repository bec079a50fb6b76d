"""`dibs run` as a process of its own, over signed HTTP and over Socket Mode: the same note, the same receipt."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.socket import close
from sandbox.server import Server, serve
from sandbox.slack import Slack
from tests.stories.company import MANIFEST, TOM

SAID = "new customer Acme: called Jane Wu, they want 50 seats, follow up next Tuesday 3pm"
TRANSPORTS = ("http", "socket")


@pytest.fixture
def slack() -> Iterator[Slack]:
    one = Slack(manifest=MANIFEST, retry_after=(0.2, 0.5, 1.0))
    one.add_user(TOM, name="Tom Reed", tz="America/New_York", locale="en-US")
    yield one
    one.close()


@pytest.fixture
def server(slack: Slack) -> Iterator[Server]:
    with serve(slack) as one:
        yield one


@contextmanager
def running(slack: Slack, server: Server, folder: Path, transport: str) -> Iterator[subprocess.Popen[bytes]]:
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=_environment(slack, server, folder, transport, port), cwd=folder
    )
    try:
        _wait_until_ready(process, port)
        if transport == "http":
            slack.connect_bot(f"http://127.0.0.1:{port}/slack/events")
        else:
            slack.wait_for(lambda: len(slack.sockets), seconds=60)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0, "it drains and leaves in peace"
        slack.disconnect_bot()


def _environment(slack: Slack, server: Server, folder: Path, transport: str, port: int) -> dict[str, str]:
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": server.api_url,
        "DIBS_TRANSPORT": transport,
        "DIBS_DATABASE_URL": f"sqlite:///{folder / 'dibs.db'}",
        "DIBS_PORT": str(port),
        "DIBS_PACE_SECONDS": "0",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    patience = time.monotonic() + 120  # a busy machine may take its time
    while time.monotonic() < patience and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=2).json()["ready"]:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise AssertionError(f"not ready; it exited with {process.poll()}")


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_note_is_answered_and_so_is_one_that_was_written_during_an_outage(
    slack: Slack, server: Server, tmp_path: Path, transport: str
) -> None:
    with running(slack, server, tmp_path, transport) as process:
        slack.say(TOM, SAID)
        assert slack.wait_for(lambda: _receipts(slack), seconds=60)[0].startswith(
            "Logged with a new customer: call, Jane Wu (Acme)."
        )
        assert "Yours until" in slack.command(TOM, "/who acme").text
        if transport == "socket":
            _nobody_can_act_over_http(slack, process)
    slack.say(TOM, "called Jane Wu at Acme again, she will sign on Friday")
    with running(slack, server, tmp_path, transport):
        slack.wait_for(lambda: len(_receipts(slack)) > 1, seconds=60)
        time.sleep(0.5)  # a second answer would come at once
    assert len(_receipts(slack)) == 2


def test_a_socket_whose_reader_was_not_told_to_end_does_not_keep_the_process(slack: Slack, server: Server) -> None:
    web = WebClient(slack.bot_token, base_url=server.api_url)
    handler = SocketModeHandler(App(client=web), slack.app_token, web_client=web)
    client: Any = handler.client
    client.connect()
    slack.wait_for(lambda: client.current_session.last_ping_pong_time, seconds=60)  # the reader is at work
    of_the_reader, client.current_session_state = client.current_session_state, type(client.current_session_state)()
    close(handler, seconds=0.2)
    with pytest.raises(RuntimeError, match="after shutdown"):
        client.message_workers.submit(print)
    of_the_reader.terminated = True


def _receipts(slack: Slack) -> list[str]:
    return [one.text for one in slack.dm(TOM) if one.bot and one.text.startswith("Logged")]


def _nobody_can_act_over_http(slack: Slack, process: subprocess.Popen[bytes]) -> None:
    """Beside a socket only a website's inquiries are heard there, and only signed ones."""
    port = int(Path(f"/proc/{process.pid}/environ").read_text().split("DIBS_PORT=")[1].split("\0")[0])
    body = {"token": "x", "team_id": slack.ws.team_id, "event": {"type": "app_home_opened", "user": TOM}}
    answer = httpx.post(f"http://127.0.0.1:{port}/slack/events", json=body)
    stranger = httpx.post(f"http://127.0.0.1:{port}/leads/{slack.ws.team_id}", json={"name": "Ann"})
    assert answer.status_code == 404
    assert (stranger.status_code, stranger.json()["error"]) == (401, "not_signed")


def test_settings_that_cannot_work_are_refused_with_what_to_do(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "DIBS_DATABASE_URL": "mysql://x/y", "SLACK_API_URL": "https://slack.com"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"], env=environment, cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "only SQLite and PostgreSQL" in done.stderr and "ends in /api/" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_tokens_are_named_with_where_to_find_them(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env={"PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "SLACK_BOT_TOKEN, SLACK_APP_TOKEN" in done.stderr and "api.slack.com/apps" in done.stderr
