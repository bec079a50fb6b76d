"""The real parts a bench plays on: a database of either kind, the sandbox as Slack, the bot in process or as `dibs run`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import text

from bot.app import Dibs
from bot.settings import Settings
from sandbox import events
from sandbox.server import Server, serve
from sandbox.slack import Slack
from sandbox.wires import Parcel, signed
from storage.database import Database
from storage.migrations import upgrade
from tests.bench import world
from tests.bench.world import NOW, Firm

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
TEAM_ID = "T0BENCH"
REPS = 50

_seconds = count(1)


@contextmanager
def company(url: str, made: Sequence[Firm], *, due: int = 0) -> Iterator[Database]:
    """A fresh database of this version with these customers."""
    wipe(url)
    upgrade(url)
    database = Database(url, pool_size=8)
    world.build(database, made, workspace_id=TEAM_ID, due=due)
    try:
        yield database
    finally:
        database.dispose()


def wipe(url: str) -> None:
    if url.startswith("sqlite"):
        for path in Path(url.removeprefix("sqlite:///")).parent.glob("dibs.db*"):
            path.unlink()
        return
    database = Database(url)
    with database.begin() as tx:
        tx.execute(text("DROP SCHEMA public CASCADE"))
        tx.execute(text("CREATE SCHEMA public"))
    database.dispose()


@contextmanager
def slack(made: Sequence[Firm], *, clock_file: Path | None = None) -> Iterator[tuple[Slack, Server]]:
    """A Slack with the first reps in it, its clock standing at NOW."""
    small = Slack(manifest=MANIFEST, team_id=TEAM_ID, retry_after=(), clock_file=clock_file)
    small.clock.freeze(NOW)
    for rep in reps(made):
        small.add_user(rep, name=rep, tz="Asia/Shanghai", locale="zh-CN" if rep[-1] in "02468" else "en-US")
    with serve(small) as server:
        yield small, server
    small.close()


def reps(made: Sequence[Firm]) -> list[str]:
    return sorted({firm.owner_id for firm in made})[:REPS]


@contextmanager
def bot_in_process(url: str, small: Slack, server: Server) -> Iterator[Dibs]:
    """The bot with its directory read, neither sending nor ticking."""
    settings = Settings(
        _env_file=None,
        slack_bot_token=SecretStr(small.bot_token),
        slack_signing_secret=SecretStr(small.signing_secret),
        slack_api_url=server.api_url,
        transport="http",
        database_url=url,
        pace_seconds=0,
    )
    dibs = Dibs(settings, clock=small.clock.now)
    dibs.introduce()
    wait_for_directory(dibs)
    try:
        yield dibs
    finally:
        dibs.database.dispose()


def wait_for_directory(dibs: Dibs) -> None:
    while not dibs.office.directory.ready(TEAM_ID):
        time.sleep(0.01)


@contextmanager
def bot_process(url: str, small: Slack, server: Server, folder: Path) -> Iterator[tuple[str, int, float]]:
    """`dibs run` over HTTP: its address, its process id, and the seconds until it was ready."""
    port = _free_port()
    environment = {
        **os.environ,
        "SLACK_BOT_TOKEN": small.bot_token,
        "SLACK_SIGNING_SECRET": small.signing_secret,
        "SLACK_API_URL": server.api_url,
        "DIBS_TRANSPORT": "http",
        "DIBS_DATABASE_URL": url,
        "DIBS_PORT": str(port),
        "DIBS_PACE_SECONDS": "0",
        "DIBS_CLOCK_FILE": str(folder / "clock.json"),
    }
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        cwd=Path(__file__).parents[2],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_ready(process, address)
        yield address, process.pid, time.monotonic() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def cpu_seconds(pid: int) -> float:
    """What a process and its children have taken of the processors so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_seconds(child) for child in children(pid))


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _wait_until_ready(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(6000):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("the bot did not start") from None
            time.sleep(0.01)
    raise RuntimeError("the bot was not ready within a minute")


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def notes(small: Slack, made: Sequence[Firm]) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Signed notes of the first reps, each on another of their customers, in the customer's language: body and headers."""
    mine = set(reps(made))
    for firm in (firm for firm in made if firm.owner_id in mine):
        parcel = note(small, firm)
        yield parcel.body, signed(small.signing_secret, parcel)


def note(small: Slack, firm: Firm) -> Parcel:
    when = NOW - timedelta(hours=1)
    stamp = f"{int(when.timestamp())}.{next(_seconds):06d}"
    event: dict[str, Any] = {
        "type": "message",
        "user": firm.owner_id,
        "text": words(firm),
        "ts": stamp,
        "channel": small.ws.dm(firm.owner_id).id,
        "channel_type": "im",
        "team": TEAM_ID,
        "event_ts": stamp,
    }
    callback = events.callback(small.ws, event)
    return Parcel("events_api", json.dumps(callback, ensure_ascii=False).encode(), "application/json", callback)


def words(firm: Firm) -> str:
    if firm.is_chinese:
        return f"刚给{firm.name}的{firm.contact}打了电话,对50套感兴趣,预算12万,下周三下午3点跟进"
    return f"called {firm.name}, spoke with {firm.contact}, they want 50 seats, follow up next Tuesday 3pm"
