"""What we build with is pinned, its licence is known, and an audit that could not ask does not call it safe."""

from tests.supplies.audit import told, weak
from tests.supplies.licences import NEEDED_BY, pinned, supplies, table, written


def test_the_list_of_licences_names_exactly_what_is_pinned() -> None:
    assert {one.name: one.version for one in written()} == pinned(), "run: make licences"
    assert [one.name for one in written() if not one.licence or one.needed_by not in NEEDED_BY.values()] == []


def test_the_list_is_what_the_command_writes() -> None:
    assert [one for one in supplies() if one not in written()] == [], "run: make licences"
    assert table(written()).count("\n") == len(pinned()) + table([]).count("\n")


def test_nothing_that_ships_binds_what_is_built_on_it() -> None:
    binding = [one for one in written() if "GPL" in one.licence and "LGPL" not in one.licence]
    assert [one.name for one in binding if one.needed_by != NEEDED_BY["dev"]] == []


def test_an_audit_that_could_not_ask_does_not_say_safe() -> None:
    unasked = {"dependencies": [{"name": "six", "skip_reason": "not found"}]}
    assert told(unasked).startswith("NOT AUDITED") and not weak(unasked)


def test_a_weakness_is_named_with_where_it_is_mended() -> None:
    vulns = [{"id": "PYSEC-1", "fix_versions": ["1.18"]}, {"id": "PYSEC-2", "fix_versions": []}]
    found = {"dependencies": [{"name": "six", "version": "1.17", "vulns": vulns}, {"name": "h11", "skip_reason": "?"}]}
    assert told(found).splitlines() == [
        "WEAK: six 1.17: PYSEC-1 (mended in 1.18), PYSEC-2 (not mended yet)",
        "1 packages asked about, 1 with a known weakness.",
        "Not asked about: h11",
    ]
    assert [one["name"] for one in weak(found)] == ["six"]
