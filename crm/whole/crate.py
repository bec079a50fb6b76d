"""The file itself: written row by row, checked before anything in it is believed, read row by row. Memory holds one line."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import IO, Final

from crm.refusal import Refusal
from crm.whole.manifest import Manifest, Table, read_manifest, read_row, write_row

MANIFEST: Final = "manifest.json"
MOST_MANIFEST: Final = 1_000_000
MOST_LINE: Final = 50_000_000  # bytes; a row of ours is far below
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),  # the archive
    *(ValueError, KeyError, TypeError, ArithmeticError),  # a line of it
)


class Packing:
    """A copy being written. Call `add` for each table in its order, then `close`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._tables: list[Table] = []

    def add(self, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
        digest, count = hashlib.sha256(), 0
        with self._archive.open(table.file, "w", force_zip64=True) as out:
            for row in rows:
                line = write_row(row, table.columns)
                digest.update(line)
                out.write(line)
                count += 1
        self._tables.append(replace(table, rows=count, sha256=digest.hexdigest()))

    def close(self, *, workspace_id: str, workspace: str, schema: str, now: datetime) -> Manifest:
        manifest = Manifest(workspace_id, workspace, now, schema, tuple(self._tables))
        self._archive.writestr(MANIFEST, manifest.write())
        self._archive.close()
        return manifest


class Crate:
    """A copy to be read. Raises Refusal: copy_not_ours, copy_too_new, copy_damaged."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self._archive = zipfile.ZipFile(file)
        except _DAMAGE:
            raise Refusal("copy_not_ours") from None
        if MANIFEST not in self._archive.namelist():
            raise Refusal("copy_not_ours")
        try:
            with self._archive.open(MANIFEST) as written:
                self.manifest = read_manifest(written.read(MOST_MANIFEST))
        except _DAMAGE:
            raise Refusal("copy_damaged", part=MANIFEST) from None

    def check(self) -> None:
        """Read all of it once and compare: what is damaged is found before the first row is written anywhere."""
        for table in self.manifest.tables:
            digest, count = hashlib.sha256(), 0
            for line in self._lines(table):
                digest.update(line)
                count += 1
            if (count, digest.hexdigest()) != (table.rows, table.sha256):
                raise Refusal("copy_damaged", part=table.file)

    def rows(self, table: Table) -> Iterator[dict[str, object]]:
        try:
            for line in self._lines(table):
                yield read_row(line, table.columns)
        except _DAMAGE:
            raise Refusal("copy_damaged", part=table.file) from None

    def _lines(self, table: Table) -> Iterator[bytes]:
        try:
            with self._archive.open(table.file) as lines:
                while line := lines.readline(MOST_LINE):
                    if not line.endswith(b"\n"):
                        raise ValueError(table.file)
                    yield line
        except _DAMAGE:
            raise Refusal("copy_damaged", part=table.file) from None
