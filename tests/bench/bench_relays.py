"""Two relay processes on one PostgreSQL against one: letters a second to a Slack that takes a quarter of a second for each,
as the real one does. So the senders wait rather than compute, and it shows whether two processes get in each other's way,
not how many processors the machine has."""

from __future__ import annotations

import sys
import time
from multiprocessing import get_context
from typing import Any

from sqlalchemy import func, insert, select

from scheduler.relay import Payload, Relay
from storage.database import Database
from storage.ids import new_id
from storage.outbox import Letter
from storage.outcomes import Outcome, Sent
from storage.tables.outbox import OutboxRow
from tests.bench.figures import say
from tests.bench.world import NOW
from tests.databases import addresses, empty

PEOPLE, SLACK_SECONDS = 250, 0.25


class SlowPostman:
    """Slack over the internet, as far as time goes."""

    timeout_seconds = 5.0

    def post(self, letter: Letter, payload: Payload) -> Outcome:
        time.sleep(SLACK_SECONDS)
        return Sent("D1", letter.outbox_id)

    def find(self, letter: Letter) -> Outcome:
        return Sent("D1", letter.outbox_id)


def main(*, quick: bool = False) -> None:
    letters = 120 if quick else 480
    with addresses(("postgresql",)) as databases:
        url = databases["postgresql"]
        one = _letters_a_second(url, 1, letters)
        two = _letters_a_second(url, 2, letters)
    say("postgresql: one relay process, letters a second", one, "1/s")
    say("postgresql: two relay processes, against one", two, "1/s", one)


def _letters_a_second(url: str, processes: int, letters: int) -> float:
    database = empty(url)
    with database.begin() as tx:
        tx.execute(insert(OutboxRow), [_letter(n) for n in range(letters)])
    spawn = get_context("spawn")
    gate = spawn.Barrier(processes + 1)
    relays = [spawn.Process(target=_relay, args=(url, gate)) for _ in range(processes)]
    for relay in relays:
        relay.start()
    gate.wait()
    began = time.monotonic()
    while _unsent(database):
        time.sleep(0.02)
    seconds = time.monotonic() - began
    gate.wait()
    for relay in relays:
        relay.join()
    with database.read() as tx:
        attempts = tx.execute(select(func.sum(OutboxRow.attempts))).scalar_one()
    assert attempts == letters, f"{attempts} attempts for {letters} letters"
    database.dispose()
    return letters / seconds


def _relay(url: str, gate: Any) -> None:
    database = Database(url, pool_size=7)
    relay = Relay(
        database,
        SlowPostman(),
        prepare=lambda letter, now: Payload(letter.facts),
        delivered=lambda tx, letter, now: None,
        dead=lambda tx, letter, error, now: print(error, file=sys.stderr),
        clock=lambda: NOW,
        wall=time.time,
        name="bench",
        pace_seconds=0.0,
    )
    gate.wait()
    relay.start()
    gate.wait()
    relay.stop()
    database.dispose()


def _unsent(database: Database) -> int:
    with database.read() as tx:
        return int(
            tx.execute(select(func.count()).select_from(OutboxRow).where(OutboxRow.state != "sent")).scalar_one()
        )


def _letter(n: int) -> dict[str, Any]:
    to = f"U{n % PEOPLE}"
    return {
        "workspace_id": "T1", "outbox_id": new_id(NOW), "method": "chat.postMessage", "to_id": to, "lane": to,
        "person_id": to, "kind": "receipt", "facts": "{}", "priority": 0, "due_at": NOW, "state": "new", "attempts": 0,
        "not_before": 0.0, "created_at": NOW,
    }  # fmt: skip


if __name__ == "__main__":
    main()
