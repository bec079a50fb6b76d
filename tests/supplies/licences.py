"""Under which licence each package comes that constraints.txt pins: `make licences` writes docs/licences.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).parents[2]
PAPER = HOUSE / "docs" / "licences.md"
NEEDED_BY = {"": "Dibs", "sandbox": "the sandbox", "pictures": "charts as pictures", "dev": "development"}
HEAD = """# What Dibs is built with

Every package `constraints.txt` pins, with the licence it says it has and what needs it. Written by `make licences`;
`make audit` asks whether a weakness of one of them is known.

| package | version | licence | needed by |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Supply:
    name: str
    version: str
    licence: str
    needed_by: str


def pinned() -> dict[str, str]:
    """name -> version, as constraints.txt has them."""
    lines = (HOUSE / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))


def supplies() -> list[Supply]:
    """What is pinned, as installed here. Raises PackageNotFoundError where something is not."""
    needed = _needed_by()
    return [
        Supply(name, version, licence(distribution(name)), needed.get(name, NEEDED_BY["dev"]))
        for name, version in sorted(pinned().items())
    ]


def licence(one: Distribution) -> str:
    """In the words of the package: its expression, else its classifiers, else the first line of its licence."""
    told = one.metadata
    if expression := told.get("License-Expression"):
        return expression
    classifiers = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License :: ")
    ]
    words = [word for word in classifiers if word != "OSI Approved"]
    return " / ".join(words) or (told.get("License") or "").strip().splitlines()[0].strip()


def table(rows: list[Supply]) -> str:
    return HEAD + "".join(f"| {one.name} | {one.version} | {one.licence} | {one.needed_by} |\n" for one in rows)


def written() -> list[Supply]:
    """The rows of the paper."""
    cells = re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \| (.+?) \| (.+?) \|$", PAPER.read_text(encoding="utf-8"), re.M)
    return [Supply(*row) for row in cells if row[0] != "package"]


def _needed_by() -> dict[str, str]:
    """Package -> the first of NEEDED_BY that can't do without it."""
    found: dict[str, str] = {}
    for extra, words in NEEDED_BY.items():
        for name in _closure("dibs", frozenset({extra})):
            found.setdefault(name, words)
    return found


def _closure(name: str, extras: frozenset[str]) -> set[str]:
    """Everything a package needs with these extras, and what that needs."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [(name, extras)]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(_needs(*one))
    return {found for found, _ in seen if found != "dibs"}


def _needs(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for line in lines:
        need = Requirement(line)
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield canonicalize_name(need.name), frozenset(need.extras) or frozenset({""})


if __name__ == "__main__":
    PAPER.write_text(table(supplies()), encoding="utf-8")
