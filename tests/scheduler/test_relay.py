"""The relay, whole: real database, real HTTP, a Slack that misbehaves; what is put is said once, in order."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.postman import Postman
from scheduler.relay import Payload, Relay
from storage import outbox
from storage.database import Database
from storage.outbox import Letter, Priority
from storage.seen import first_time
from storage.tables.engine import Seen
from storage.tables.outbox import OutboxRow
from tests.fakes.slack import FAULTS, RecordingSlack

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[RecordingSlack]:
    with RecordingSlack() as recording:
        yield recording


@dataclass
class Bench:
    """A relay on a database and a Slack, with clocks a test can move."""

    database: Database
    slack: RecordingSlack
    now: datetime = NOW
    wall: float = 1_000_000.0
    deaths: list[tuple[str, str]] = field(default_factory=list)
    overtaken: set[str] = field(default_factory=set)

    def relay(self, **more: Any) -> Relay:
        given = {
            "prepare": self.prepare, "delivered": self.delivered, "dead": self.dead, "clock": lambda: self.now,
            "wall": lambda: self.wall, "name": "test", "pace_seconds": 0.0, **more,
        }  # fmt: skip
        postman = Postman(lambda workspace: "xoxb", wall=given["wall"], base_url=self.slack.url, timeout_seconds=0.5)
        return Relay(self.database, postman, **given)

    def put(self, text: str, **more: Any) -> str | None:
        plain = {"workspace_id": "T1", "to": "U1", "person_id": "U1", "kind": "receipt", "facts": text, "now": self.now}
        with self.database.begin() as tx:
            return outbox.put(tx, **{**plain, **more})

    def prepare(self, letter: Letter, now: datetime) -> Payload | None:
        return None if letter.facts in self.overtaken else Payload(letter.facts)

    def delivered(self, tx: Connection, letter: Letter, now: datetime) -> None:
        first_time(tx, workspace_id=letter.workspace_id, key=f"delivered {letter.facts} {letter.ts}", now=now)

    def dead(self, tx: Connection, letter: Letter, error: str, now: datetime) -> None:
        self.deaths.append((letter.facts, error))

    def states(self) -> dict[str, str]:
        with self.database.read() as tx:
            return {row.facts: row.state for row in tx.execute(select(OutboxRow.facts, OutboxRow.state))}

    def told(self) -> list[str]:
        with self.database.read() as tx:
            return sorted(tx.execute(select(Seen.key)).scalars())


@pytest.fixture
def bench(database: Database, slack: RecordingSlack) -> Bench:
    return Bench(database, slack)


def _until(true: Callable[[], object], seconds: float = 60.0) -> None:
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it never came about"
        time.sleep(0.005)


def test_what_is_put_is_said_once_and_the_crm_told_in_the_same_breath(bench: Bench) -> None:
    outbox_id = bench.put("Logged: call")
    relay = bench.relay()
    assert (relay.run_once(NOW), relay.run_once(NOW)) == (1, 0)
    assert bench.slack.times_said() == {outbox_id: 1}
    assert bench.told() == ["delivered Logged: call 1700000000.000100"]
    assert bench.states() == {"Logged: call": "sent"}


def test_everything_due_is_drained_in_order_and_nothing_else(bench: Bench) -> None:
    for n in range(30):
        bench.put(f"{n:02}", priority=Priority.REMINDER)
    bench.put("answer")
    bench.put("tomorrow", due_at=NOW + timedelta(days=1))
    assert bench.relay().run_once(NOW) == 31
    assert bench.slack.said("D1") == ["answer", *[f"{n:02}" for n in range(30)]]
    assert bench.relay().run_once(NOW + timedelta(days=1)) == 1


def test_a_notice_that_is_no_longer_true_is_never_said(bench: Bench) -> None:
    bench.put("expires tomorrow"), bench.put("next")
    bench.overtaken.add("expires tomorrow")
    assert bench.relay().run_once(NOW) == 1
    assert bench.slack.said("D1") == ["next"] and bench.states()["expires tomorrow"] == "dropped"


def test_a_dead_letter_is_told_and_others_are_not_held_up(bench: Bench) -> None:
    bench.slack.refuse["U1"] = "account_inactive"
    bench.put("to a leaver"), bench.put("to a colleague", to="U2")
    assert bench.relay().run_once(NOW) == 1
    assert bench.deaths == [("to a leaver", "account_inactive")] and bench.slack.said("D2") == ["to a colleague"]


def test_if_the_crm_cannot_be_told_the_message_is_still_not_sent_again(bench: Bench) -> None:
    def broken(tx: Connection, letter: Letter, now: datetime) -> None:
        first_time(tx, workspace_id="T1", key="half done", now=now)
        raise ZeroDivisionError

    bench.put("hello")
    relay = bench.relay(delivered=broken)
    assert (relay.run_once(NOW), relay.run_once(NOW)) == (1, 0)
    assert bench.states() == {"hello": "sent"} and bench.told() == []


def test_a_letter_that_cannot_be_worded_dies_aloud_after_a_few_tries(bench: Bench) -> None:
    def prepare(letter: Letter, now: datetime) -> Payload:
        return Payload(letter.facts if letter.facts != "bad" else letter.no_such_thing)  # type: ignore[attr-defined]

    bench.put("bad"), bench.put("good behind it")
    relay = bench.relay(prepare=prepare)
    for _ in range(5):
        relay.run_once(NOW)
        bench.wall += 60
    assert bench.deaths == [("bad", "bug: AttributeError")] and bench.slack.said("D1") == ["good behind it"]


def test_nothing_is_posted_with_less_lease_left_than_a_post_may_take(bench: Bench) -> None:
    worded: list[int] = []

    def slow(letter: Letter, now: datetime) -> Payload:
        worded.append(letter.attempts)
        bench.wall += 29.9 if letter.attempts == 1 else 0
        return Payload(letter.facts)

    bench.put("hello")
    assert bench.relay(prepare=slow).run_once(NOW) == 1
    assert worded == [1, 2] and len(bench.slack.posts()) == 1 and bench.states() == {"hello": "sent"}


def test_a_lease_must_outlast_a_post(bench: Bench) -> None:
    with pytest.raises(ValueError, match="twice as long"):
        bench.relay(lease_seconds=0.5)


def test_a_moved_business_clock_neither_ends_a_lease_nor_makes_a_retry_wait_a_day(bench: Bench) -> None:
    bench.put("in the air")
    outbox.take_due(bench.database, now=NOW, wall=bench.wall, owner="other", lease_seconds=30, limit=1)
    day_later = NOW + timedelta(days=1)
    assert bench.relay().run_once(day_later) == 0 and bench.states() == {"in the air": "sending"}
    bench.slack.faults = lambda method, arguments: "429"
    bench.put("asked to wait", to="U2", now=day_later)
    bench.relay().run_once(day_later)
    bench.slack.faults = lambda method, arguments: None
    bench.wall += 1
    assert bench.relay().run_once(day_later) == 1 and bench.slack.said("D2") == ["asked to wait"]


@pytest.mark.parametrize("fault", FAULTS)
def test_after_any_fault_everything_is_said_once_and_in_order(bench: Bench, fault: str) -> None:
    left = [1]
    bench.slack.faults = lambda method, arguments: fault if left and left.pop() else None
    ids = [bench.put(f"{n}") for n in range(3)]
    relay = bench.relay()
    _drain(bench, relay)
    assert bench.slack.times_said() == dict.fromkeys(ids, 1)
    assert bench.slack.said("D1") == ["0", "1", "2"] and set(bench.states().values()) == {"sent"}


def _drain(bench: Bench, relay: Relay, turns: int = 60) -> None:
    for _ in range(turns):
        relay.run_once(bench.now)
        if not {"new", "sending", "unknown"} & set(bench.states().values()):
            return
        time.sleep(0.02 + bench.slack.late_seconds * ("unknown" in bench.states().values()))
        bench.wall += 61
    raise AssertionError(f"still waiting: {bench.states()}")


def test_in_a_storm_of_faults_everything_is_said_once_and_in_order_in_each_channel(bench: Bench) -> None:
    chance = random.Random(7)
    bench.slack.hang_seconds, bench.slack.late_seconds = 0.7, 0.05
    kinds = [each for each in FAULTS if not each.startswith("time-out")]
    bench.slack.faults = lambda method, arguments: chance.choice(kinds) if chance.random() < 0.3 else None
    ids = [bench.put(f"{n:03}", to=f"U{n % 6}", priority=Priority.REMINDER) for n in range(90)]
    _drain(bench, bench.relay(), turns=200)
    assert bench.slack.times_said() == dict.fromkeys(ids, 1)
    for lane in range(6):
        assert bench.slack.said(f"D{lane}") == [f"{n:03}" for n in range(lane, 90, 6)]


def test_in_the_background_a_letter_is_said_as_soon_as_it_is_committed(bench: Bench) -> None:
    relay = bench.relay(wall=time.time)
    bench.database.on_mail(relay.wake)
    relay.start()
    delays = []
    for n in range(15):
        began = time.monotonic()
        bench.put(f"{n}")
        _until(lambda n=n: len(bench.slack.messages) == n + 1)
        delays.append(time.monotonic() - began)
        time.sleep(0.02)
    relay.stop()
    assert sorted(delays)[7] < 0.5 and set(bench.states().values()) == {"sent"}


def test_in_the_background_a_channel_is_paced_from_the_response(bench: Bench) -> None:
    relay = bench.relay(wall=time.time, pace_seconds=0.2)
    for n in range(5):
        bench.put(f"{n}"), bench.put(f"other {n}", to="U2")
    relay.start()
    _until(lambda: len(bench.slack.messages) == 10)
    relay.stop()
    for channel in ("D1", "D2"):
        at = [message["at"] for message in bench.slack.messages if message["channel"] == channel]
        gaps = [later - earlier for earlier, later in pairwise(at)]
        assert min(gaps) >= 0.2 and sorted(gaps)[1] < 0.6  # and not at the next idle look


def test_stopping_lets_what_is_in_the_air_land_and_leaves_the_rest_for_later(bench: Bench) -> None:
    gone = threading.Event()
    bench.slack.faults = lambda method, arguments: gone.set() or time.sleep(0.05)
    for n in range(20):
        bench.put(f"{n}", to=f"U{n}")
    relay = bench.relay(wall=time.time)
    relay.start()
    gone.wait(5)
    relay.stop()
    states = list(bench.states().values())
    assert states.count("sent") == len(bench.slack.messages) < 20 and set(states) == {"sent", "new"}


def test_two_relays_share_one_outbox(database_url: str, slack: RecordingSlack) -> None:
    benches = [Bench(Database(database_url), slack) for _ in range(2)]
    ids = [benches[0].put(f"{n:03}", to=f"U{n % 8}") for n in range(120)]
    relays = [bench.relay(wall=time.time) for bench in benches]
    for relay in relays:
        relay.start()
    _until(lambda: len(slack.messages) >= 120, 20)
    for relay, bench in zip(relays, benches, strict=True):
        relay.stop()
        bench.database.dispose()
    assert slack.times_said() == dict.fromkeys(ids, 1)
    for lane in range(8):
        assert slack.said(f"D{lane}") == [f"{n:03}" for n in range(lane, 120, 8)]


def test_an_outcome_is_not_lost_when_the_database_is_busy_for_a_while(database_url: str, slack: RecordingSlack) -> None:
    bench, other = Bench(Database(database_url), slack), Database(database_url)
    posted, locked = threading.Event(), threading.Event()
    slack.faults = lambda method, arguments: posted.set() or (locked.wait(5) and None)

    def lock_it() -> None:
        posted.wait(5)
        with other.begin() as tx:
            tx.execute(OutboxRow.__table__.update().values(kind="touched"))
            locked.set()
            time.sleep(2.4)

    bench.put("hello")
    locker = threading.Thread(target=lock_it)
    locker.start()
    relay = bench.relay(wall=time.time)
    relay._postman.timeout_seconds = 3.0  # type: ignore[misc]
    assert relay.run_once(NOW) == 1
    locker.join()
    assert bench.states() == {"hello": "sent"} and len(slack.messages) == 1
    bench.database.dispose(), other.dispose()
