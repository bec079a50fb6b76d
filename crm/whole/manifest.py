"""What a whole copy says about itself, and how a value is written in it. Nothing here depends on a database.

An instant is ISO 8601 in UTC with microseconds, a day ISO 8601, a decimal number a string (JSON's numbers are not exact).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, Final, Literal

from crm.refusal import Refusal

FORMAT: Final = "dibs-workspace"
VERSION: Final = 1

Kind = Literal["text", "integer", "number", "decimal", "boolean", "instant", "day", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` and `sha256` (of the unpacked file) are known once it is written."""

    name: str
    columns: tuple[Column, ...]
    rows: int = 0
    sha256: str = ""

    @property
    def file(self) -> str:
        return f"tables/{self.name}.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`tables` stand in the order in which they can be read back: what is pointed at comes first."""

    workspace_id: str
    workspace: str
    made_at: datetime
    schema: str  # the revision of the tables
    tables: tuple[Table, ...]
    version: int = VERSION

    def write(self) -> bytes:
        facts = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def read_manifest(raw: bytes) -> Manifest:
    """Raises Refusal: copy_not_ours, copy_too_new, copy_damaged."""
    try:
        facts = json.loads(raw)
        if facts["format"] != FORMAT:
            raise Refusal("copy_not_ours")
        if facts["version"] > VERSION:
            raise Refusal("copy_too_new", version=facts["version"], known=VERSION)
        return Manifest(
            facts["workspace_id"],
            facts["workspace"],
            datetime.fromisoformat(facts["made_at"]),
            facts["schema"],
            tuple(_table(one) for one in facts["tables"]),
            facts["version"],
        )
    except (ValueError, KeyError, TypeError):
        raise Refusal("copy_damaged", part="manifest.json") from None


def _table(facts: Mapping[str, Any]) -> Table:
    columns = tuple(Column(one["name"], one["kind"]) for one in facts["columns"])
    if any(one.kind not in _READ for one in columns):
        raise ValueError(facts["name"])
    return Table(facts["name"], columns, facts["rows"], facts["sha256"])


def write_row(values: Mapping[str, object], columns: tuple[Column, ...]) -> bytes:
    """One row as a line of JSON."""
    written = {one.name: _written(values[one.name]) for one in columns}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_row(line: bytes, columns: tuple[Column, ...]) -> dict[str, object]:
    """Raises ValueError, KeyError or TypeError for a line that is none of this table."""
    written = json.loads(line)
    return {one.name: None if written[one.name] is None else _READ[one.kind](written[one.name]) for one in columns}


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _same(value: Any) -> Any:
    return value


_READ: Final[Mapping[str, Callable[[Any], object]]] = {
    "text": _same,
    "integer": _same,
    "number": float,
    "decimal": Decimal,
    "boolean": bool,
    "instant": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}
