"""What a table of any kind of column holds goes into a whole copy and comes back on both databases as it was."""

from datetime import UTC

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from crm.whole.manifest import read_row, write_row
from storage import whole
from storage.database import Database
from storage.migrations import metadata

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
INSTANT = st.datetimes(timezones=st.just(UTC))
ROWS = {
    "heartbeats": {"wall": st.floats(allow_nan=False, allow_infinity=False)},
    "audit": {"audit_id": st.just("1"), "at": INSTANT, "actor_id": st.none() | TEXT, "what": TEXT, "facts": TEXT},
    "leaves": {
        "leave_id": st.just("1"),
        "person_id": TEXT,
        "first_day": st.dates(),
        "asked_at": INSTANT,
        "state": st.just("asked"),
        **dict.fromkeys(("cover_id", "decided_by", "decided_at"), st.none()),
    },
    "teams": {
        "team_id": st.just("1"),
        "name": TEXT,
        "zone": TEXT,
        "country": st.none(),
        "weekdays": st.just("01234"),
        "day_end": st.times(),
        "days_set": TEXT,
        "clock": st.sampled_from(["on", "shadow", "off"]),
        "clock_from": st.none() | st.dates(),
        "assisted_until": st.none() | st.dates(),
    },
}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_kind_of_value_comes_back_as_it_was(database: Database, data: st.DataObject) -> None:
    tables = {one.name: one for one in whole.tables()}
    for name, columns in ROWS.items():
        row = {"workspace_id": "T1"} | {
            column: data.draw(values, f"{name}.{column}") for column, values in columns.items()
        }
        if "first_day" in row:
            row["last_day"] = row["first_day"]
        table = tables[name]
        with database.begin() as tx:
            tx.execute(delete(metadata().tables[name]))
            whole.pour(tx, table, [read_row(write_row(row, table.columns), table.columns)])
        with database.read() as tx:
            assert [dict(one) for one in whole.rows(tx, table, workspace_id="T1")] == [row]


def test_every_table_goes_into_a_copy_with_its_workspace() -> None:
    tables = whole.tables()
    assert {one.name for one in tables} == set(metadata().tables)
    assert all(one.columns[0].name == "workspace_id" for one in tables)
