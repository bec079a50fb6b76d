"""A few breaths of `make faults`, so that it cannot rot between its long runs."""

from pathlib import Path

import pytest

from tests.faults import kills, storms


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'faults.db'}"


def test_killed_processes_lose_nothing_double_nothing_and_write_each_slot_once(url: str) -> None:
    verdict, figures = kills.kill_processes(url, kills=4, seed=1)
    assert verdict.clean, verdict
    assert figures["slots"] == figures["digests"] > 0


def test_a_crash_between_any_two_steps_loses_nothing_and_doubles_nothing(url: str) -> None:
    verdict, figures = kills.crash_at_every_step(url, stride=8)
    assert verdict.clean and figures["steps"] > 5, verdict


def test_a_slack_that_was_down_gets_everything_once_and_answers_first(url: str) -> None:
    verdict, figures = storms.down_for_half_an_hour(url, letters=40)
    assert verdict.clean, verdict
    assert figures["answered first (of 10)"] == 10
