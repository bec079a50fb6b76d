"""Rows 2 and 3 of the reliability table: processes killed, frozen past their lease, and crashed at every step."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace
from multiprocessing.process import BaseProcess
from typing import Any

from sqlalchemy import func, select

from storage.database import Database
from storage.tables.engine import JobRun
from storage.tables.outbox import OutboxRow
from tests.databases import empty
from tests.fakes.slack import RecordingSlack
from tests.faults import sender, stage
from tests.faults.stage import Verdict
from tests.processes import fresh

LANES = 12


class Crew:
    """Some sender processes that are replaced when they die."""

    def __init__(self, size: int, *arguments: object) -> None:
        self._arguments = arguments
        self.members = [self._hire() for _ in range(size)]

    def _hire(self) -> BaseProcess:
        process = fresh.Process(target=sender.run, args=self._arguments, daemon=True)
        process.start()
        return process

    def kill(self, index: int) -> None:
        self.members[index].kill()
        self.members[index].join()
        self.members[index] = self._hire()

    def signal(self, index: int, what: int) -> None:
        pid = self.members[index].pid
        assert pid
        os.kill(pid, what)

    def dismiss(self) -> None:
        for process in self.members:
            process.kill()
            process.join()


def kill_processes(url: str, *, kills: int, seed: int, processes: int = 3) -> tuple[Verdict, dict[str, float]]:
    """Kill -9 one of the processes again and again while letters and digests flow."""
    chance, database = random.Random(seed), empty(url)
    with RecordingSlack(hang_seconds=0.4) as slack:
        slack.faults = lambda method, arguments: time.sleep(0.01)
        crew = Crew(processes, url, slack.url, time.time())
        ids: list[str] = []
        for _ in range(kills):
            ids += stage.put_letters(database, 30, LANES)
            time.sleep(chance.uniform(0.1, 0.5))
            crew.kill(chance.randrange(processes))
        drained = stage.wait_until_done(database, 30)
        crew.dismiss()
        _recover(database, slack)  # a digest may have been in the air when the last were dismissed
        verdict = stage.judge(database, slack, ids, ordered=False)
        with database.read() as tx:
            slots = tx.execute(select(func.count()).select_from(JobRun)).scalar_one()
            digests = tx.execute(select(func.count()).where(OutboxRow.kind == "digest")).scalar_one()
    return verdict, {"kills": kills, "slots": slots, "digests": digests, "drained after (s)": round(drained, 1)}


def freeze_processes(url: str, *, freezes: int, seed: int) -> tuple[Verdict, dict[str, float]]:
    """SIGSTOP one of two processes until long after its lease, then let it go on.

    A process stopped between its last look at the lease and the send (some 0.4 ms) says on waking what another has said
    meanwhile: the window we document. Such doubles are counted apart; any other double spoils the verdict.
    """
    chance, database, thawed = random.Random(seed), empty(url), [0.0]
    with RecordingSlack(hang_seconds=0.4) as slack:
        slack.faults = lambda method, arguments: time.sleep(0.01)
        crew = Crew(2, url, slack.url, time.time())
        ids: list[str] = []
        time.sleep(1.0)
        for _ in range(freezes):
            frozen = chance.randrange(2)
            ids += stage.put_letters(database, 60, LANES)
            time.sleep(chance.uniform(0.0, 0.2))
            crew.signal(frozen, signal.SIGSTOP)
            time.sleep(sender.LEASE_SECONDS + sender.LOOK_AFTER_SECONDS + 0.5)
            thawed.append(time.monotonic())
            crew.signal(frozen, signal.SIGCONT)
        drained = stage.wait_until_done(database, 30)
        time.sleep(0.5)
        crew.dismiss()
        verdict = stage.judge(database, slack, ids, ordered=False)
    in_window = sum(0 < message["at"] - max(t for t in thawed if t < message["at"]) < 0.1 for message in _second(slack))
    verdict = replace(verdict, doubled=verdict.doubled - in_window)
    return verdict, {
        "freezes": freezes,
        "doubled in the known window": in_window,
        "drained after (s)": round(drained, 1),
    }


def _second(slack: RecordingSlack) -> list[dict[str, Any]]:
    """The copies, by the order Slack got them, of what stands in a channel already."""
    ids = [message["metadata"]["event_payload"]["id"] for message in slack.messages]
    return [message for n, message in enumerate(slack.messages) if ids[n] in ids[:n]]


def crash_at_every_step(url: str, *, stride: int = 1) -> tuple[Verdict, dict[str, float]]:
    """Die before each single step of taking, posting and marking; then recover. All steps, unless a stride leaves some out."""
    total, step, finished = Verdict(0, 0, 0, 0, 0), 1 - stride, False
    while not finished:
        step += stride
        verdict, finished = _crash_at(url, step)
        total = Verdict(*(getattr(total, name) + getattr(verdict, name) for name in Verdict.__dataclass_fields__))
    return total, {"steps": step // stride}


def _crash_at(url: str, step: int) -> tuple[Verdict, bool]:
    database = empty(url)
    with RecordingSlack() as slack:
        ids = stage.put_letters(database, 3, 2)
        victim = fresh.Process(target=sender.run_until_step, args=(url, slack.url, step))
        victim.start()
        victim.join(20)
        _recover(database, slack)
        verdict = stage.judge(database, slack, ids)
    database.dispose()
    return verdict, victim.exitcode == 0


def _recover(database: Database, slack: RecordingSlack) -> None:
    """What another process would do in the minutes that follow: doubt, look, send."""
    for later in (100.0, 200.0, 300.0):
        stage.relay(database, slack.url, wall=lambda later=later: time.time() + later).run_once(stage.NOW)  # type: ignore[misc]
