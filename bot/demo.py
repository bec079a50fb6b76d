"""`dibs demo`: the sandbox and the real bot behind it, as two processes that only speak HTTP to each other."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from bot.manifest import FILE
from sandbox import world
from sandbox.server import Server, serve
from sandbox.slack import Slack

READY_SECONDS = 30


def _leave(*_: object) -> None:
    """SIGTERM ends the demo as Ctrl-C does: the bot is stopped and the folder goes."""
    raise KeyboardInterrupt


def run_demo(*, browser: bool, port: int, with_sample_data: bool) -> None:
    """Until Ctrl-C. Everything is made anew in a temporary folder, and gone afterwards."""
    signal.signal(signal.SIGTERM, _leave)
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="dibs-demo-") as folder:
        slack = Slack(manifest=FILE, clock_file=Path(folder) / "clock.json")
        world.people(slack)
        with _served(slack, port) as server, _bot(slack, server, Path(folder)) as bot_url:
            slack.connect_bot(f"{bot_url}/slack/events")
            if with_sample_data:
                _play(slack)
            click.echo(f"\nDibs is ready: {server.url}\nStop it with Ctrl-C.")
            if browser:
                webbrowser.open(server.url)
            _wait_for_interrupt()
        slack.close()


def _play(slack: Slack) -> None:
    with click.progressbar(length=100, label="Playing five weeks of a small company") as bar:
        world.play(slack, progress=lambda done, of: bar.update(done * 100 // of - bar.pos))


@contextmanager
def _served(slack: Slack, port: int) -> Iterator[Server]:
    with serve(slack, port=port if _is_free(port) else 0) as server:
        yield server


@contextmanager
def _bot(slack: Slack, server: Server, folder: Path) -> Iterator[str]:
    """The bot as it runs anywhere: `dibs run` over signed HTTP on SQLite, told where its Slack is."""
    port = _free_port()
    environment = {
        **os.environ,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": server.api_url,
        "DIBS_TRANSPORT": "http",
        "DIBS_DATABASE_URL": f"sqlite:///{folder / 'dibs.db'}",
        "DIBS_PORT": str(port),
        "DIBS_ADMINS": world.BOSS,
        "DIBS_CURRENCY": "CNY",
        "DIBS_PACE_SECONDS": "0",
        "DIBS_CLOCK_FILE": str(folder / "clock.json"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=environment, cwd=folder, start_new_session=True
    )
    try:
        yield _ready(process, f"http://127.0.0.1:{port}")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _ready(process: subprocess.Popen[bytes], url: str) -> str:
    patience = time.monotonic() + READY_SECONDS
    while time.monotonic() < patience and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2):
                return url
        except OSError:
            time.sleep(0.1)
    raise click.ClickException("The bot did not start. What it said is above.")


def _wait_for_interrupt() -> None:
    signal.pause()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
