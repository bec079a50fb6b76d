"""The process that is killed and frozen: a relay and a ticker, as `dibs run` has them, with short waits."""

from __future__ import annotations

import logging
import os
import time
from datetime import datetime

from scheduler.ticker import Ticker
from scheduler.timetable import Job
from storage import outbox
from storage.database import Database
from storage.slots import take_slot
from tests.faults import stage

LEASE_SECONDS = 1.5
LOOK_AFTER_SECONDS = 1.0
SLOT_SECONDS = 0.5


def run(url: str, slack_url: str, epoch: float) -> None:
    """Send and tick until killed. Every half second since `epoch` is a slot with one digest."""
    logging.disable(logging.CRITICAL)
    outbox.LOOK_AFTER_SECONDS = LOOK_AFTER_SECONDS  # type: ignore[misc]
    database = Database(url)
    relay = stage.relay(database, slack_url, lease_seconds=LEASE_SECONDS)

    def digest(now: datetime) -> None:
        write_digest(database, int((time.time() - epoch) / SLOT_SECONDS))
        relay.wake()

    relay.start()
    Ticker([Job("digest", 0.1, digest)], lambda: stage.NOW).start()
    while os.getppid() != 1:  # nobody is left to kill us
        time.sleep(0.2)


def write_digest(database: Database, slot: int) -> None:
    """The slot and its letter, together or not at all."""
    with database.begin() as tx:
        if take_slot(tx, workspace_id="T1", job="digest", slot=f"{slot:06}", now=stage.NOW):
            outbox.put(
                tx, workspace_id="T1", to="C1", person_id=None, kind="digest", facts=f"slot {slot:06}", now=stage.NOW,
                priority=outbox.Priority.DIGEST,
            )  # fmt: skip


def run_until_step(url: str, slack_url: str, step: int) -> None:
    """Send all that is due, and die before the given step (of the database, or of the conversation with Slack)."""
    logging.disable(logging.CRITICAL)
    database = Database(url)
    one_more = stage.die_at(database, step)
    relay = stage.relay(database, slack_url)
    post, find = relay._postman.post, relay._postman.find

    def watched(letter, payload):  # type: ignore[no-untyped-def]
        one_more()
        answer = post(letter, payload)
        one_more()
        return answer

    relay._postman.post, relay._postman.find = watched, find  # type: ignore[method-assign]
    relay.run_once(stage.NOW)
    os._exit(0)
