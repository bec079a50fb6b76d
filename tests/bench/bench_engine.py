"""How much the engine costs above a floor no such program goes below, measured in the same run.

    python -m tests.bench.bench_engine

Lines: `name  value  unit  floor  ratio`; medians of several runs. The floor of a turn is the same four rows written by
bare Core statements in one transaction; of a send, two bare one-row updates, each committed; of a post, the same bytes
on an open connection.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import urllib3
from slack_sdk import WebClient
from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text, bindparam, insert, update

from bot.postman import Postman
from scheduler.relay import Payload, Relay
from storage import outbox
from storage.database import Database
from storage.ids import new_id
from storage.outbox import Letter, Priority
from storage.outcomes import Outcome, Sent
from storage.seen import first_time
from storage.tables.engine import Seen
from storage.tables.outbox import OutboxRow
from tests.databases import addresses, empty
from tests.fakes.slack import RecordingSlack

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
RUNS, TURNS = 5, 200
FACTS = json.dumps({"customer": "Acme", "contact": "Jane Wu", "until": "2026-12-11T18:00:00+00:00", "gained": 12})

_world = MetaData()
CUSTOMER = Table(
    "bench_customer", _world, Column("customer_id", String(26), primary_key=True), Column("touched_at", BigInteger)
)
ACTIVITY = Table(
    "bench_activity",
    _world,
    Column("activity_id", String(26), primary_key=True),
    Column("customer_id", String(26), index=True),
    Column("kind", String(16)),
    Column("outcome", Text),
    Column("happened_at", Integer, index=True),
)
_TOUCH = update(CUSTOMER).where(CUSTOMER.c.customer_id == bindparam("customer")).values(touched_at=bindparam("at"))
_ACTIVITY, _SEEN, _OUTBOX = insert(ACTIVITY), insert(Seen), insert(OutboxRow)
_MARK = update(OutboxRow).where(OutboxRow.workspace_id == "T1", OutboxRow.outbox_id == bindparam("letter"))
_numbers = count()


class InstantPostman:
    """A Slack that takes no time at all: what is left is our own cost."""

    timeout_seconds = 1.0

    def post(self, letter: Letter, payload: Payload) -> Outcome:
        return Sent("D1", "1.1")

    def find(self, letter: Letter) -> Outcome:
        return Sent("D1", "1.1")


def main() -> None:
    """Print the figures of both databases."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(f"# engine at {commit.stdout.strip()}, SQLite synchronous=FULL in WAL, PostgreSQL as initdb leaves it")
    print(f"{'# name':44} {'value':>9} unit {'floor':>9} {'ratio':>6}")
    with addresses() as databases:
        for kind, url in databases.items():
            _turn(kind, url)
            _send(kind, url)
            _idle(kind, url)
            _drain(kind, url)
            _receipt(kind, url)
    _post()


def _say(name: str, value: float, unit: str, floor: float | None = None) -> None:
    against = f"{floor:9.3f} {value / floor:6.2f}" if floor else f"{'-':>9} {'-':>6}"
    print(f"{name:44} {value:9.3f} {unit:4} {against}", flush=True)


def _milliseconds(work: Callable[[], object], turns: int = TURNS) -> float:
    began = time.perf_counter()
    for _ in range(turns):
        work()
    return (time.perf_counter() - began) * 1000 / turns


def _side_by_side(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """Medians, the two measured by turns so that a busy machine is busy for both."""
    ours(), floor()
    pairs = [(_milliseconds(ours), _milliseconds(floor)) for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _turn(kind: str, url: str) -> None:
    """De-duplication, customer touch, activity and outbox row: one commit."""
    database = empty(url)
    _world.drop_all(database.engine)
    _world.create_all(database.engine)
    with database.begin() as tx:
        tx.execute(insert(CUSTOMER), [{"customer_id": f"C{n}", "touched_at": 0} for n in range(1000)])
    value, floor = _side_by_side(lambda: _our_turn(database), lambda: _bare_turn(database))
    _say(f"{kind}: a note's transaction", value, "ms", floor)
    database.dispose()


def _our_turn(database: Database) -> None:
    n = next(_numbers)
    with database.begin() as tx:
        assert first_time(tx, workspace_id="T1", key=f"D1:{n}", now=NOW)
        tx.execute(_TOUCH, {"customer": f"C{n % 1000}", "at": n})
        tx.execute(_ACTIVITY, _activity(n))
        outbox.put(tx, workspace_id="T1", to=f"U{n % 50}", person_id="U1", kind="receipt", facts=FACTS, now=NOW)


def _bare_turn(database: Database) -> None:
    n = next(_numbers)
    with database.begin() as tx:
        tx.execute(_SEEN, {"workspace_id": "T1", "key": f"D1:{n}", "seen_at": NOW})
        tx.execute(_TOUCH, {"customer": f"C{n % 1000}", "at": n})
        tx.execute(_ACTIVITY, _activity(n))
        tx.execute(_OUTBOX, _bare_letter(n))


def _activity(n: int) -> dict[str, object]:
    return {
        "activity_id": new_id(NOW),
        "customer_id": f"C{n % 1000}",
        "kind": "call",
        "outcome": "ok",
        "happened_at": n,
    }


def _bare_letter(n: int, **more: object) -> dict[str, object]:
    plain = {
        "workspace_id": "T1", "outbox_id": new_id(NOW), "method": "chat.postMessage", "to_id": f"U{n % 50}",
        "lane": f"U{n % 50}", "person_id": "U1", "kind": "receipt", "facts": FACTS, "priority": 0, "due_at": NOW,
        "state": "new", "attempts": 0, "not_before": 0.0, "created_at": NOW,
    }  # fmt: skip
    return {**plain, **more}


def _send(kind: str, url: str) -> None:
    """One letter from `new` to `sent`, but for Slack: lease and outcome, each committed."""
    database = empty(url)
    letters = TURNS * RUNS + 1
    with database.begin() as tx:
        tx.execute(_OUTBOX, rows := [_bare_letter(n) for n in range(2 * letters)])
        bare = iter([row["outbox_id"] for row in rows[letters:]])
        tx.execute(_MARK.values(state="dropped"), [{"letter": row["outbox_id"]} for row in rows[letters:]])

    def ours() -> None:
        [letter] = outbox.take_due(database, now=NOW, wall=1.0, owner="me", lease_seconds=30, limit=1)
        with database.begin() as tx:
            assert outbox.finish(tx, letter, owner="me", outcome=Sent("D1", "1.1"), now=NOW, wall=1.0, pace_seconds=0.0)

    def floor() -> None:
        letter = {"letter": next(bare)}
        for state in ("unknown", "sent"):
            with database.begin() as tx:
                tx.execute(_MARK.values(state=state), letter)

    value, least = _side_by_side(ours, floor)
    _say(f"{kind}: lease and finish one letter", value, "ms", least)
    database.dispose()


def _idle(kind: str, url: str) -> None:
    """A look that finds nothing, beside 100,000 letters sent and 10,000 for tomorrow."""
    database = empty(url)
    sent = [_bare_letter(n, state="sent") for n in range(100_000)]
    later = [_bare_letter(n, due_at=NOW + timedelta(days=1)) for n in range(10_000)]
    with database.begin() as tx:
        for start in range(0, 110_000, 1000):
            tx.execute(_OUTBOX, (sent + later)[start : start + 1000])
    relay = _relay(database)
    look = statistics.median(_milliseconds(lambda: relay.run_once(NOW), 100) for _ in range(RUNS))

    def bare() -> None:
        with database.read() as tx:
            tx.exec_driver_sql("SELECT 1").all()

    _say(
        f"{kind}: idle look, 110,000 letters",
        look,
        "ms",
        statistics.median(_milliseconds(bare, 100) for _ in range(RUNS)),
    )
    database.dispose()


def _drain(kind: str, url: str) -> None:
    """2,000 letters due at once over 250 people, to a Slack that takes no time."""
    database = empty(url)
    with database.begin() as tx:
        letters = [_bare_letter(n, lane=f"U{n % 250}", priority=int(Priority.REMINDER)) for n in range(2000)]
        tx.execute(_OUTBOX, letters)
    began = time.perf_counter()
    assert _relay(database).run_once(NOW) == 2000
    _say(f"{kind}: letters a second, one thread", 2000 / (time.perf_counter() - began), "1/s")
    database.dispose()


def _receipt(kind: str, url: str) -> None:
    """From the commit of a letter to Slack having it, idle, over HTTP on loopback."""
    database = empty(url)
    with RecordingSlack() as slack:
        postman = Postman(lambda workspace: "xoxb", wall=time.time, base_url=slack.url)
        relay = _relay(database, postman)
        database.on_mail(relay.wake)
        relay.start()
        waits = [_one_receipt(database, slack, n) for n in range(60)]
        relay.stop()
    _say(f"{kind}: commit to receipt, p50", statistics.median(waits), "ms")
    _say(f"{kind}: commit to receipt, p95", statistics.quantiles(waits, n=20)[18], "ms")
    database.dispose()


def _one_receipt(database: Database, slack: RecordingSlack, n: int) -> float:
    with database.begin() as tx:
        outbox.put(tx, workspace_id="T1", to=f"U{n}", person_id="U1", kind="receipt", facts=FACTS, now=NOW)
    committed = time.monotonic()
    while len(slack.messages) <= n:
        time.sleep(0.0005)
    time.sleep(0.02)
    return (slack.messages[n]["at"] - committed) * 1000


def _relay(database: Database, postman: Postman | InstantPostman | None = None) -> Relay:
    return Relay(
        database,
        postman or InstantPostman(),
        prepare=lambda letter, now: Payload(letter.facts),
        delivered=lambda tx, letter, now: None,
        dead=lambda tx, letter, error, now: None,
        clock=lambda: NOW,
        wall=time.time,
        name="bench",
        pace_seconds=0.0,
    )


def _post() -> None:
    """One message to Slack on loopback: ours, slack_sdk's as it comes, and the same bytes on an open connection."""
    with RecordingSlack() as slack:
        postman = Postman(lambda workspace: "xoxb", wall=time.time, base_url=slack.url)
        letter = Letter(
            "T1", new_id(NOW), "chat.postMessage", "U1", "U1", "U1", "receipt", FACTS, Priority.ANSWER, NOW, None, None,
            None, None, None, 1, "sending", None, time.time() + 3600,
        )  # fmt: skip
        words = Payload("Logged: call, Jane Wu (Acme).")
        pool, headers = urllib3.PoolManager(), {"Content-Type": "application/json", "Authorization": "Bearer xoxb"}
        body = json.dumps({"channel": "U1", "text": words.text, "metadata": {"event_payload": {"id": "1"}}})
        url = f"{slack.url}chat.postMessage"
        value, floor = _side_by_side(
            lambda: postman.post(letter, words), lambda: pool.request("POST", url, body=body, headers=headers)
        )
        plain = WebClient("xoxb", base_url=slack.url)
        meta = {"event_type": "x", "event_payload": {"id": "1"}}
        default = _milliseconds(lambda: plain.chat_postMessage(channel="U1", text=words.text, metadata=meta), 100)
    _say("one post, kept-open connection", value, "ms", floor)
    _say("one post, slack_sdk's default (no TLS here)", default, "ms", floor)


if __name__ == "__main__":
    main()
