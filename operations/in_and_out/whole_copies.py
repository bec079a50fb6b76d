"""Everything of a workspace taken out as one file, and brought back into an empty database of either kind.

For the operator, who has the database anyway: what people may take out is operations/in_and_out/exporting.py.
"""

from datetime import datetime
from typing import IO

from sqlalchemy.exc import DBAPIError

from crm.refusal import Refusal
from crm.whole.crate import Crate, Packing
from crm.whole.manifest import Manifest
from operations.office import Office
from storage import audit, whole
from storage.migrations import reached


def note_copy(office: Office, *, workspace_id: str | None, now: datetime) -> str:
    """Write down that everything is taken out; the workspace's id, which need not be named where there is but one.

    Raises Refusal: copy_nothing, copy_which.
    """
    with office.database.begin() as tx:
        there = whole.workspaces(tx)
        if not there or (workspace_id and workspace_id not in there):
            raise Refusal("copy_nothing")
        if not workspace_id and len(there) > 1:
            raise Refusal("copy_which", workspaces=", ".join(f"{name} ({one})" for one, name in sorted(there.items())))
        chosen = workspace_id or next(iter(there))
        audit.write(tx, workspace_id=chosen, actor_id=None, what="exported", now=now, scope="everything")
        return chosen


def write_copy(office: Office, *, workspace_id: str, file: IO[bytes], now: datetime) -> Manifest:
    """Every row of every table as it is at one moment, whatever happens meanwhile."""
    packing = Packing(file)
    with office.database.read(at_most=whole.LONG_SECONDS) as tx:
        for table in whole.tables():
            packing.add(table, whole.rows(tx, table, workspace_id=workspace_id))
        name, schema = whole.workspaces(tx)[workspace_id], reached(tx)
    return packing.close(workspace_id=workspace_id, workspace=name, schema=schema or "", now=now)


def restore_copy(office: Office, *, crate: Crate, now: datetime) -> int:
    """Put everything back, all or nothing; how many rows. The tables are at the copy's revision.

    Raises Refusal: copy_not_empty, copy_damaged, copy_row_refused.
    """
    with office.database.begin() as tx:
        if whole.holds_rows(tx):
            raise Refusal("copy_not_empty")
        for table in crate.manifest.tables:
            try:
                whole.pour(tx, table, crate.rows(table))
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise
                why = str(error.orig).splitlines()[0]
                raise Refusal("copy_row_refused", part=table.file, why=why) from None
        made_at = crate.manifest.made_at
        audit.write(
            tx, workspace_id=crate.manifest.workspace_id, actor_id=None, what="restored", now=now, made_at=made_at
        )
    return sum(table.rows for table in crate.manifest.tables)
