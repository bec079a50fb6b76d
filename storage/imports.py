"""Imports and exports, as you would ask for them. Work on one is leased; its states move by compare and set."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from crm.exports import Export, Narrowed
from crm.imports import FileReading, Import, ImportState, Tally
from storage.database import insert_into
from storage.tables.inout import ExportRow, ImportMappingRow, ImportRow

AT_WORK = ("waiting", "importing", "undoing")
_READING: TypeAdapter[FileReading] = TypeAdapter(FileReading)
_TALLY: TypeAdapter[Tally] = TypeAdapter(Tally)
_NARROWED: TypeAdapter[Narrowed] = TypeAdapter(Narrowed)
_PROBLEM: TypeAdapter[tuple[str, tuple[tuple[str, str], ...]]] = TypeAdapter(tuple[str, tuple[tuple[str, str], ...]])
_IMPORT = select(
    ImportRow.workspace_id,
    ImportRow.import_id,
    ImportRow.person_id,
    ImportRow.file_name,
    ImportRow.file_id,
    ImportRow.file_url,
    ImportRow.state,
    ImportRow.reading,
    ImportRow.tally,
    ImportRow.problem,
    ImportRow.report_file,
    ImportRow.rows_read,
    ImportRow.rows_done,
)
_TO_DO = (
    _IMPORT.where(ImportRow.state.in_(AT_WORK), ImportRow.lease_until < bindparam("wall"))
    .where(or_(ImportRow.file_id.is_not(None), ImportRow.state == "undoing"))  # else the command line is at it
    .order_by(ImportRow.import_id)
    .limit(1)
)


def _as_import(row: Row) -> Import:  # type: ignore[type-arg]
    return Import(
        workspace_id=row.workspace_id,
        import_id=row.import_id,
        person_id=row.person_id,
        file_name=row.file_name,
        file_id=row.file_id,
        file_url=row.file_url,
        state=ImportState(row.state),
        reading=_READING.validate_json(row.reading) if row.reading else None,
        tally=_TALLY.validate_json(row.tally) if row.tally else Tally(),
        problem=_PROBLEM.validate_json(row.problem) if row.problem else None,
        report_file=row.report_file,
        rows_read=row.rows_read,
        rows_done=row.rows_done,
    )


def add(tx: Connection, one: Import, *, now: datetime, digest: str | None = None) -> None:
    tx.execute(
        insert(ImportRow).values(
            workspace_id=one.workspace_id,
            import_id=one.import_id,
            person_id=one.person_id,
            file_name=one.file_name,
            file_id=one.file_id,
            file_url=one.file_url,
            state=one.state.value,
            digest=digest,
            dropped_at=now,
            changed_at=now,
        )
    )


def find(tx: Connection, *, workspace_id: str, import_id: str) -> Import | None:
    mine = (ImportRow.workspace_id == workspace_id, ImportRow.import_id == import_id)
    row = tx.execute(_IMPORT.where(*mine)).first()
    return _as_import(row) if row else None


def of_file(tx: Connection, *, workspace_id: str, digest: str) -> Import | None:
    """The import of a file with this content that was begun on the command line and not ended."""
    mine = (ImportRow.workspace_id == workspace_id, ImportRow.digest == digest, ImportRow.state == "importing")
    row = tx.execute(_IMPORT.where(*mine)).first()
    return _as_import(row) if row else None


def change(tx: Connection, one: Import, *, was: Sequence[ImportState], now: datetime, **fields: object) -> bool:
    """Compare and set on the state. `reading`, `tally` and `problem` are given as facts."""
    kept = {name: _written(name, value) for name, value in fields.items()}
    changed = update(ImportRow).where(
        ImportRow.workspace_id == one.workspace_id,
        ImportRow.import_id == one.import_id,
        ImportRow.state.in_([state.value for state in was]),
    )
    return tx.execute(changed.values(changed_at=now, **kept).returning(ImportRow.import_id)).first() is not None


def move_on(tx: Connection, one: Import, *, rows_done: int) -> bool:
    """So many rows are in: True if nobody else counted them, and the import still runs. To be asked before they are
    written, since the answer holds until the transaction ends."""
    mine = (
        ImportRow.workspace_id == one.workspace_id,
        ImportRow.import_id == one.import_id,
        ImportRow.state == "importing",
        ImportRow.rows_done == one.rows_done,
    )
    moved = update(ImportRow).where(*mine).values(rows_done=rows_done)
    return tx.execute(moved.returning(ImportRow.import_id)).first() is not None


def keep_tally(tx: Connection, one: Import, tally: Tally) -> None:
    mine = (ImportRow.workspace_id == one.workspace_id, ImportRow.import_id == one.import_id)
    tx.execute(update(ImportRow).where(*mine).values(tally=_written("tally", tally)))


def _written(name: str, value: object) -> object:
    adapter = {"reading": _READING, "tally": _TALLY, "problem": _PROBLEM}.get(name)
    return value if adapter is None or value is None else adapter.dump_json(value).decode()  # type: ignore[attr-defined]


def to_do(tx: Connection, *, wall: float) -> Import | None:
    """The oldest import there is work at and nobody is working at. `wall`: seconds of the real clock."""
    row = tx.execute(_TO_DO, {"wall": wall}).first()
    return _as_import(row) if row else None


def lease(tx: Connection, one: Import, *, by: str, wall: float, seconds: float) -> bool:
    """True for the one process that may work at it now."""
    mine = (
        ImportRow.workspace_id == one.workspace_id,
        ImportRow.import_id == one.import_id,
        ImportRow.state == one.state.value,
        ImportRow.lease_until < wall,
    )
    taken = update(ImportRow).where(*mine).values(lease_by=by, lease_until=wall + seconds)
    return tx.execute(taken.returning(ImportRow.import_id)).first() is not None


def hold(tx: Connection, one: Import, *, by: str, until: float) -> bool:
    """Keep a lease, or give it back with `until=0`. False where another process has it by now."""
    mine = (
        ImportRow.workspace_id == one.workspace_id,
        ImportRow.import_id == one.import_id,
        ImportRow.lease_by == by,
    )
    held = update(ImportRow).where(*mine).values(lease_until=until).returning(ImportRow.import_id)
    return tx.execute(held).first() is not None


def headings_digest(headings: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(list(headings), ensure_ascii=False).encode()).hexdigest()


def remembered(tx: Connection, *, workspace_id: str, headings: Sequence[str]) -> FileReading | None:
    """How a list with exactly these headings was read before."""
    mine = (
        ImportMappingRow.workspace_id == workspace_id,
        ImportMappingRow.headings_digest == headings_digest(headings),
    )
    found = tx.execute(select(ImportMappingRow.reading).where(*mine)).scalar()
    return _READING.validate_json(found) if found else None


def remember(tx: Connection, reading: FileReading, *, workspace_id: str, person_id: str, now: datetime) -> None:
    fields = {"reading": _READING.dump_json(reading).decode(), "saved_by": person_id, "saved_at": now}
    key = {"workspace_id": workspace_id, "headings_digest": headings_digest(reading.headings)}
    saved = insert_into(tx, ImportMappingRow).values(**key, **fields)
    tx.execute(saved.on_conflict_do_update(index_elements=list(key), set_=fields))


_EXPORT = select(
    ExportRow.workspace_id,
    ExportRow.export_id,
    ExportRow.person_id,
    ExportRow.scope,
    ExportRow.format,
    ExportRow.state,
    ExportRow.asked_at,
    ExportRow.customers,
    ExportRow.file_id,
    ExportRow.tries,
    ExportRow.narrowed,
)
_EXPORT_TO_DO = (
    _EXPORT.where(ExportRow.state == "waiting", ExportRow.lease_until < bindparam("wall"))
    .order_by(ExportRow.export_id)
    .limit(1)
)


def add_export(tx: Connection, one: Export) -> None:
    tx.execute(
        insert(ExportRow).values(
            workspace_id=one.workspace_id,
            export_id=one.export_id,
            person_id=one.person_id,
            scope=one.scope,
            format=one.format,
            state=one.state,
            asked_at=one.asked_at,
            customers=one.customers,
            narrowed=_NARROWED.dump_json(one.narrowed).decode() if one.narrowed != Narrowed() else None,
        )
    )


def _as_export(row: Row) -> Export:  # type: ignore[type-arg]
    narrowed = _NARROWED.validate_json(row.narrowed) if row.narrowed else Narrowed()
    return Export(**{**row._mapping, "narrowed": narrowed})


def export(tx: Connection, *, workspace_id: str, export_id: str) -> Export | None:
    mine = (ExportRow.workspace_id == workspace_id, ExportRow.export_id == export_id)
    row = tx.execute(_EXPORT.where(*mine)).first()
    return _as_export(row) if row else None


def export_to_do(tx: Connection, *, wall: float) -> Export | None:
    """The oldest export that is asked for and that nobody is making."""
    row = tx.execute(_EXPORT_TO_DO, {"wall": wall}).first()
    return _as_export(row) if row else None


def lease_export(tx: Connection, one: Export, *, by: str, wall: float, seconds: float) -> bool:
    mine = (
        ExportRow.workspace_id == one.workspace_id,
        ExportRow.export_id == one.export_id,
        ExportRow.state == "waiting",
        ExportRow.lease_until < wall,
    )
    taken = update(ExportRow).where(*mine).values(lease_by=by, lease_until=wall + seconds, tries=one.tries + 1)
    return tx.execute(taken.returning(ExportRow.export_id)).first() is not None


def change_export(tx: Connection, one: Export, **fields: object) -> bool:
    """Compare and set: True while the export was still waiting."""
    mine = (
        ExportRow.workspace_id == one.workspace_id,
        ExportRow.export_id == one.export_id,
        ExportRow.state == "waiting",
    )
    changed = update(ExportRow).where(*mine).values(**fields).returning(ExportRow.export_id)
    return tx.execute(changed).first() is not None


def exported_since(tx: Connection, *, workspace_id: str, person_id: str, since: datetime) -> int:
    """How many customers a person took out since: files that failed aside."""
    mine = (
        ExportRow.workspace_id == workspace_id,
        ExportRow.person_id == person_id,
        ExportRow.asked_at >= since,
        ExportRow.state != "failed",
    )
    return int(tx.execute(select(func.sum(ExportRow.customers)).where(*mine)).scalar() or 0)
