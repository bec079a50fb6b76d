"""Row 4 of the reliability table: a Slack that is busy, ill, cut off, or gone for half an hour."""

from __future__ import annotations

import random
import time
from itertools import pairwise

from storage.outbox import Priority
from tests.databases import empty
from tests.fakes.slack import FAULTS, RecordingSlack
from tests.faults import stage
from tests.faults.stage import Verdict


class Wall:
    """The real clock, which these runs push ahead instead of waiting."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


def mixed_faults(url: str, *, letters: int, seed: int) -> tuple[Verdict, dict[str, float]]:
    """Three posts in ten meet a fault, each kind as often as the others."""
    chance, database, wall = random.Random(seed), empty(url), Wall()
    met: list[str] = []

    def fault(method: str, arguments: object) -> str | None:
        if chance.random() >= 0.3:
            return None
        met.append(chance.choice(FAULTS))
        return met[-1]

    with RecordingSlack(hang_seconds=0.35, late_seconds=0.1, faults=fault) as slack:
        ids = stage.put_letters(database, letters, 10)
        relay = stage.relay(database, slack.url, wall=wall)
        while stage.unfinished(database):
            relay.run_once(stage.NOW)
            time.sleep(0.15)
            wall.ahead += 61
        return stage.judge(database, slack, ids), {"faults": len(met), "calls": len(slack.calls)}


def down_for_half_an_hour(url: str, *, letters: int) -> tuple[Verdict, dict[str, float]]:
    """Every call fails for thirty minutes while reminders are queued; answers come in, and are said first."""
    database, wall = empty(url), Wall()
    with RecordingSlack(faults=lambda method, arguments: "503 before") as slack:
        reminders = stage.put_letters(database, letters, 10)
        relay = stage.relay(database, slack.url, wall=wall)
        for _ in range(30):
            relay.run_once(stage.NOW)
            wall.ahead += 60
        calls_while_down = len(slack.calls)
        answers = stage.put_letters(database, 10, 10, Priority.ANSWER)
        slack.faults = lambda method, arguments: None
        while stage.unfinished(database):
            relay.run_once(stage.NOW)
            wall.ahead += 61
        verdict = stage.judge(database, slack, reminders + answers, ordered=False)
        first = {message["channel"]: message["metadata"]["event_payload"]["id"] for message in reversed(slack.messages)}
    answered_first = sum(each in answers for each in first.values())
    return verdict, {"calls while down": calls_while_down, "answered first (of 10)": answered_first}


def paced(url: str, *, letters: int, pace_seconds: float = 0.3) -> tuple[Verdict, dict[str, float]]:
    """Against a Slack that refuses whoever is too quick: how many refusals, how far from the ideal time."""
    database = empty(url)
    with RecordingSlack(pace_seconds=pace_seconds) as slack:
        ids = stage.put_letters(database, letters, 10)
        relay = stage.relay(database, slack.url, pace_seconds=pace_seconds)
        began = time.monotonic()
        relay.start()
        stage.wait_until_done(database, 60)
        took = time.monotonic() - began
        relay.stop()
        gaps = [b - a for channel in range(10) for a, b in pairwise(_times(slack, f"D{channel}"))]
        verdict = stage.judge(database, slack, ids)
    ideal = (letters / 10 - 1) * pace_seconds
    return verdict, {
        "429s": slack.refused_for_pace, "shortest gap (s)": round(min(gaps), 3), "time / ideal": round(took / ideal, 2)
    }  # fmt: skip


def _times(slack: RecordingSlack, channel: str) -> list[float]:
    return [message["at"] for message in slack.messages if message["channel"] == channel]
