"""The sandbox's clock: ahead of real time or standing still, always told to the bot, never the same twice."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.clock import Clock

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_the_bot_reads_the_offset_from_the_file(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock.json")
    assert json.loads((tmp_path / "clock.json").read_text()) == {"offset_seconds": 0.0}
    clock.advance(3600)
    assert json.loads((tmp_path / "clock.json").read_text()) == {"offset_seconds": 3600.0}
    assert clock.now() - clock.real() == pytest.approx(timedelta(hours=1), abs=timedelta(seconds=1))
    assert [each.name for each in tmp_path.iterdir()] == ["clock.json"]


def test_a_frozen_clock_moves_only_when_pushed(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock.json")
    clock.freeze(NOON)
    assert (clock.now(), clock.now()) == (NOON, NOON)
    assert json.loads((tmp_path / "clock.json").read_text()) == {"frozen": NOON.isoformat()}
    assert clock.advance(90) == NOON + timedelta(seconds=90)
    clock.unfreeze()
    assert NOON + timedelta(seconds=90) < clock.now() < NOON + timedelta(seconds=95)
    clock.reset()
    assert abs(clock.offset_seconds) < 0.001


def test_no_two_messages_share_a_stamp_even_when_time_stands_still() -> None:
    clock = Clock()
    clock.freeze(NOON)
    stamps = [clock.stamp() for _ in range(1000)]
    assert len(set(stamps)) == 1000
    assert stamps == sorted(stamps)
    assert float(stamps[0]) == pytest.approx(NOON.timestamp(), abs=0.01)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Clock().freeze(datetime(2026, 1, 1))  # noqa: DTZ001
