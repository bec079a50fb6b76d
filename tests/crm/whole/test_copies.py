"""A value written into a whole copy is read back as it was; what is no copy, or a damaged one, is refused by name."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.refusal import Refusal
from crm.whole.crate import MANIFEST, Crate, Packing
from crm.whole.manifest import Column, Table, read_row, write_row

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
VALUES = {
    "text": st.text(),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=2),
    "boolean": st.booleans(),
    "instant": st.datetimes(timezones=st.just(UTC)),
    "day": st.dates(),
    "time": st.times(),
}
COLUMNS = tuple(Column(kind, kind) for kind in VALUES)  # type: ignore[arg-type]


@settings(max_examples=50)
@given(st.fixed_dictionaries({kind: st.none() | values for kind, values in VALUES.items()}))
def test_a_row_comes_back_as_it_was(row: dict[str, object]) -> None:
    line = write_row(row, COLUMNS)
    assert line.count(b"\n") == 1 and read_row(line, COLUMNS) == row


def _copy() -> bytes:
    out = io.BytesIO()
    packing = Packing(out)
    packing.add(Table("people", (Column("name", "text"),)), [{"name": "陈梅"}, {"name": "Tom"}])
    packing.close(workspace_id="T1", workspace="Yard", schema="0001", now=NOW)
    return out.getvalue()


def _changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_copy())) as real, zipfile.ZipFile(out, "w") as changed:
        for one in real.namelist():
            changed.writestr(one, change(real.read(one)) if one == part else real.read(one))
    return out.getvalue()


def _said_of_itself(**facts: object) -> bytes:
    return _changed(MANIFEST, lambda raw: json.dumps({**json.loads(raw), **facts}).encode())


WRONG = {
    "no zip": (lambda: b"Customer\nAcme\n", "copy_not_ours"),
    "half a copy": (lambda: _copy()[:300], "copy_not_ours"),
    "another zip": (lambda: _said_of_itself(format="holiday"), "copy_not_ours"),
    "a later format": (lambda: _said_of_itself(version=2), "copy_too_new"),
    "no manifest to speak of": (lambda: _changed(MANIFEST, lambda raw: b"[]"), "copy_damaged"),
    "a column of no kind": (
        lambda: _said_of_itself(tables=[{"name": "people", "columns": [{"name": "a", "kind": "blob"}]}]),
        "copy_damaged",
    ),
    "a line changed": (lambda: _changed("tables/people.jsonl", lambda raw: raw.replace(b"Tom", b"Tim")), "copy_damaged"),
    "a line lost": (lambda: _changed("tables/people.jsonl", lambda raw: raw[: raw.index(b"\n") + 1]), "copy_damaged"),
}  # fmt: skip


def test_a_copy_is_read_whole() -> None:
    crate = Crate(io.BytesIO(_copy()))
    crate.check()
    (people,) = crate.manifest.tables
    assert [row["name"] for row in crate.rows(people)] == ["陈梅", "Tom"]
    assert (crate.manifest.workspace, crate.manifest.made_at, people.rows) == ("Yard", NOW, 2)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_whole_copy_is_refused_by_name(name: str) -> None:
    make, code = WRONG[name]
    with pytest.raises(Refusal) as refused:
        Crate(io.BytesIO(make())).check()
    assert refused.value.code == code


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_byte_turned_anywhere_is_never_taken_for_a_good_copy(at: int, turn: int) -> None:
    raw = bytearray(_copy())
    raw[at % len(raw)] ^= turn
    try:
        crate = Crate(io.BytesIO(bytes(raw)))
        crate.check()
        (people,) = crate.manifest.tables
        names = [row["name"] for row in crate.rows(people)]
    except Refusal:
        return
    assert names == ["陈梅", "Tom"]  # a byte that says nothing: a date of the archive, a name nobody asks for
