"""What kind of file it really is, by its first bytes: the name is only a hint.

Raises Refusal, each with what to do about it: file_empty, file_too_big, file_password, file_old_excel, file_no_table,
file_broken, file_bomb, file_quote, too_many_columns, cell_too_big.
"""

import zipfile
from collections.abc import Iterator
from typing import IO

from crm.refusal import Refusal
from crm.sheets.cells import Cell
from crm.sheets.delimited import delimited_rows
from crm.sheets.workbook import workbook_rows

MOST_BYTES = 100_000_000
MOST_COLUMNS = 256
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"<!DOCTYPE",
    b"<html",
)


def read_rows(file: IO[bytes]) -> Iterator[list[Cell]]:
    """The rows of a table from its beginning, blank ones included, one at a time. `file` can be sought."""
    for row in _rows(file, _size(file)):
        while row and (row[-1] is None or row[-1] == ""):
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Refusal("too_many_columns", columns=len(row), limit=MOST_COLUMNS)
        yield row


def _rows(file: IO[bytes], size: int) -> Iterator[list[Cell]]:
    if size == 0:
        raise Refusal("file_empty")
    if size > MOST_BYTES:
        raise Refusal("file_too_big", limit=MOST_BYTES // 1_000_000)
    head = file.read(16)
    file.seek(0)
    if head.startswith(_OLE):
        raise Refusal("file_password" if _is_encrypted(file) else "file_old_excel")
    if head.startswith(b"PK\x03\x04"):
        return workbook_rows(file) if _is_workbook(file) else _no_table()
    if head.lower().startswith(tuple(mark.lower() for mark in _NO_TABLES)):
        return _no_table()
    return delimited_rows(file)


def _size(file: IO[bytes]) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _no_table() -> Iterator[list[Cell]]:
    raise Refusal("file_no_table")


def _is_encrypted(file: IO[bytes]) -> bool:
    """A workbook with a password is an OLE file with a stream of this name; an .xls has none."""
    head = file.read(1_000_000)
    file.seek(-min(1_000_000, _size(file)), 2)
    return "EncryptedPackage".encode("utf-16-le") in head + file.read()


def _is_workbook(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Refusal("file_broken") from None
    finally:
        file.seek(0)
