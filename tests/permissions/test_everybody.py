"""Every operation as everybody: who may, who may not, what is shown to whom, and nothing of another workspace.

A new operation without a row in tests/permissions/table.py fails here; its call belongs into calls.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crm.refusal import Refusal
from tests.permissions.by_the_program import BY_THE_PROGRAM
from tests.permissions.calls import ON_A_CUSTOMER, OTHERS, Call
from tests.permissions.table import MAY_READ, OF_A_CUSTOMER, OF_OTHER_THINGS, OWN_WORDS
from tests.permissions.world import ELSEWHERE, HERE, PEOPLE, PHONE, SECRET, Scene, World

OPERATIONS = Path(__file__).parents[2] / "operations"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: bytes) -> Iterator[World]:
    path = tmp_path_factory.mktemp("permissions") / "dibs.db"
    path.write_bytes(empty_sqlite)
    one = World(f"sqlite:///{path}")
    yield one
    one.database.dispose()


@dataclass(frozen=True)
class Outcome:
    """What a call came to: its answer in words, or the code of the refusal."""

    said: str
    refused: str | None = None


def attempt(world: World, call: Call, who: str, record: str) -> Outcome:
    world.asked.clear()
    try:
        return Outcome(repr(call(Scene(world, world.people[who], world.records[record]))))
    except Refusal as refusal:
        return Outcome("", refusal.code)


def calls() -> Iterator[tuple[str, str, Call, frozenset[str]]]:
    """(operation, record, how it is called, who may)."""
    for name, call in ON_A_CUSTOMER.items():
        for record, allowed in zip(("owned", "pooled"), OF_A_CUSTOMER[name], strict=True):
            yield name, record, call, allowed
    for name, call in OTHERS.items():
        yield name, "owned", call, OF_OTHER_THINGS[name]


def secrets(record: str) -> tuple[str, ...]:
    """The last words about a pooled customer are shown to all; phones never are."""
    return (SECRET, PHONE) if record == "owned" else (PHONE,)


def test_everybody_may_what_the_table_says_and_reads_no_more(world: World) -> None:
    wrong = []
    for name, record, call, allowed in calls():
        for who in PEOPLE:
            outcome = attempt(world, call, who, record)
            if (outcome.refused is None) != (who in allowed):
                wrong.append(f"{name} on {record} as {who}: {outcome.refused or 'done'}")
            own = who == "owner" and name in OWN_WORDS
            if who not in MAY_READ[record] and not own and any(one in outcome.said for one in secrets(record)):
                wrong.append(f"{name} on {record} as {who}: shows what is not theirs to read")
    assert wrong == []


def test_from_another_workspace_nothing_here_is_asked_for_or_seen(world: World) -> None:
    wrong = []
    for name, record, call, _ in calls():
        outcome = attempt(world, call, "outsider", record)
        asked = [one.values() if isinstance(one, dict) else one for one in world.asked]
        if any(HERE in parameters for parameters in asked):
            wrong.append(f"{name}: a statement names the other workspace")
        if any(one in outcome.said for one in (SECRET, PHONE, world.records[record].customer_id)):
            wrong.append(f"{name}: shows what is of the other workspace")
    assert wrong == []
    attempt(world, OTHERS["seeing.read_mine"], "outsider", "owned")
    assert any(ELSEWHERE in one for one in world.asked), "this test no longer overhears what is asked"


def operations() -> Iterator[str]:
    """module.function of everything public that takes the office."""
    for path in sorted(OPERATIONS.rglob("*.py")):
        module = path.parent.name if path.stem == "__init__" else path.stem
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = [one.arg for one in node.args.args]
                if arguments[:1] == ["office"]:
                    yield f"{module}.{node.name}"


def test_every_operation_has_its_row() -> None:
    told = {name.split(":")[0] for name in (*OF_A_CUSTOMER, *OF_OTHER_THINGS)} | set(BY_THE_PROGRAM)
    there = set(operations())
    assert there - told == set(), "say who may, in tests/permissions/table.py"
    assert told - there == set(), "these are no more"
    assert set(OF_A_CUSTOMER) == set(ON_A_CUSTOMER)
    assert set(OF_OTHER_THINGS) == set(OTHERS)
