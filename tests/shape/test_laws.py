"""Laws of the house that an import contract cannot say. They are read off the syntax tree, so that no line is run for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ROOMS = ("crm", "storage", "operations", "handlers", "scheduler", "bot")
CLOCK = HOUSE / "bot" / "clock.py"
NOW = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
LAST_WORDS = {name.split(".")[1] for name in NOW}
SPOKEN = [*HOUSE.glob("handlers/*/view.py"), HOUSE / "handlers/kit/words.py", HOUSE / "handlers/kit/blocks.py"]


def sources() -> list[Path]:
    return [path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py"))]


def calls(path: Path) -> Iterator[str]:
    """What is called that may be one of NOW."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LAST_WORDS:
            yield ast.unparse(node.func)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_only_the_clock_reads_the_clock() -> None:
    assert NOW & set(calls(CLOCK)), "this test looks for what nobody calls any more"
    readers = [path.name for path in sources() if path != CLOCK and NOW & set(calls(path))]
    assert readers == []


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_views_and_words_reach_neither_the_database_nor_slack(path: Path) -> None:
    reached = [
        name for name in imports(path) if name.split(".")[0] in ("storage", "sqlalchemy", "slack_bolt", "slack_sdk")
    ]
    assert reached == []
