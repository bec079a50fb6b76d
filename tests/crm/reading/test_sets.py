"""The labelled sets: what is reached stays reached. The scorers are those of data/."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crm.reading.rows import predict, predict_date

HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf8").splitlines() if line]


def _score(scorer: str, gold: str, predicted: list[dict[str, Any]], folder: Path, *options: str) -> str:
    path = folder / "predicted.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in predicted), "utf8")
    command = [sys.executable, str(HERE / "data" / scorer), str(HERE / gold), str(path), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("gold", "core"),
    [
        ("data/notes_dev.jsonl", 0.97),
        ("data/notes_fresh.jsonl", 0.97),
        ("notes_more.jsonl", 0.96),
        ("notes_untouched.jsonl", 0.80),
        ("notes_field.jsonl", 0.93),
    ],
)
def test_a_set_of_notes_is_read_as_well_as_before(gold: str, core: float, tmp_path: Path) -> None:
    result = json.loads(_score("score.py", gold, [predict(row) for row in _rows(gold)], tmp_path, "--json"))
    assert result["core"] >= core
    assert result["wrong_customer"] <= 0.03


def test_the_public_date_phrases_are_read_as_well_as_before(tmp_path: Path) -> None:
    said = _score(
        "score_dates.py",
        "data/dates_recognizers.jsonl",
        [predict_date(row) for row in _rows("data/dates_recognizers.jsonl")],
        tmp_path,
    )
    strict = {line.split()[0]: float(line.split("strict")[1].split("%")[0]) for line in said.splitlines()}
    assert strict["en"] >= 94
    assert strict["zh"] >= 98
