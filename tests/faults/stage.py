"""What every fault run stands on: letters in, a recording Slack as the oracle, and a judgement that can fail."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, event, func, select

from bot.postman import Postman
from scheduler.relay import Payload, Relay
from storage import outbox
from storage.database import Database
from storage.outbox import Letter, Priority
from storage.tables.outbox import OutboxRow
from tests.fakes.slack import RecordingSlack
from tests.races.hands import press

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
UNFINISHED = ("new", "sending", "unknown")


@dataclass(frozen=True)
class Verdict:
    """What came of one run. `asked` counts what was put, the rest what went wrong with it."""

    asked: int
    lost: int
    doubled: int
    out_of_order: int
    stuck: int

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.stuck)

    def __str__(self) -> str:
        return (
            f"asked {self.asked}, lost {self.lost}, doubled {self.doubled}, "
            f"out of order {self.out_of_order}, stuck {self.stuck}"
        )


def put_letters(database: Database, count: int, lanes: int, priority: Priority = Priority.REMINDER) -> list[str]:
    """`count` letters over `lanes` people; their texts are the numbers in the order they were put."""
    return press(
        lambda: _put_letters(database, count, lanes, priority)
    )  # others hold the file, and are killed holding it


def _put_letters(database: Database, count: int, lanes: int, priority: Priority) -> list[str]:
    ids: list[str] = []
    with database.begin() as tx:
        for n in range(count):
            to = f"U{n % lanes}"
            outbox_id = outbox.put(
                tx, workspace_id="T1", to=to, person_id=to, kind="fault", facts=f"{n:06}", now=NOW, priority=priority
            )
            assert outbox_id
            ids.append(outbox_id)
    return ids


def judge(database: Database, slack: RecordingSlack, ids: list[str], *, ordered: bool = True) -> Verdict:
    times = slack.times_said()
    channels = {message["channel"] for message in slack.messages}
    said = [slack.said(channel) for channel in channels]
    wrong = sum(a > b for texts in said for a, b in pairwise(texts)) if ordered else 0
    return Verdict(
        asked=len(ids),
        lost=sum(times[each] == 0 for each in ids),
        doubled=sum(count - 1 for count in times.values()),
        out_of_order=wrong,
        stuck=unfinished(database),
    )


def unfinished(database: Database) -> int:
    with database.read() as tx:
        count: int = tx.execute(select(func.count()).where(OutboxRow.state.in_(UNFINISHED))).scalar_one()
    return count


def relay(database: Database, slack_url: str, *, wall: Callable[[], float] = time.time, **more: Any) -> Relay:
    """A real relay whose letters say what their facts say."""
    timeout = more.pop("timeout_seconds", 0.3)
    postman = Postman(lambda workspace: "xoxb", wall=wall, base_url=slack_url, timeout_seconds=timeout)
    given: dict[str, Any] = {"pace_seconds": 0.0, "name": f"process {os.getpid()}", **more}
    return Relay(
        database, postman, prepare=_say_facts, delivered=_nothing, dead=_nothing, clock=lambda: NOW, wall=wall, **given
    )


def wait_until_done(database: Database, seconds: float) -> float:
    """Seconds until nothing is unfinished, at most `seconds`."""
    began = time.monotonic()
    while unfinished(database) and time.monotonic() - began < seconds:
        time.sleep(0.05)
    return time.monotonic() - began


def die_at(database: Database, step: int) -> Callable[[], None]:
    """Let this process die (no clean-up, no farewell) before its `step`-th database step; returns the step itself."""
    steps = [0]

    def one_more(*_: object) -> None:
        steps[0] += 1
        if steps[0] == step:
            os._exit(9)

    for name in ("begin", "before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(database.engine, name, one_more)
    return one_more


def _say_facts(letter: Letter, now: datetime) -> Payload:
    return Payload(letter.facts)


def _nothing(tx: Connection, letter: Letter, *_: object) -> None:
    return None
