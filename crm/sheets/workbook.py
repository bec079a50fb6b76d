"""Excel's workbooks, row by row. Before the parser sees one, what could drown it is refused: an archive that unpacks
to far more than it is, and a single cell longer than a page of text could be."""

import zipfile
from collections.abc import Iterator
from datetime import date, time
from typing import IO

from crm.refusal import Refusal
from crm.sheets.cells import Cell

MOST_UNPACKED = 800_000_000
MOST_STRINGS = 150_000_000  # the table of shared texts is held in memory by the parser
MOST_RATIO = 200  # deflate reaches 1,000 on zeros; real sheets stay under 30
MOST_CELL = 1_000_000
_BLOCK = 1 << 20


def workbook_rows(file: IO[bytes]) -> Iterator[list[Cell]]:
    """The first sheet that holds anything, as values: formulas as they were last computed."""
    from openpyxl import load_workbook  # here, since it takes a tenth of the program's start, and is seldom needed

    _refuse_bombs(file)
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # written wrongly by many programs
            found = False
            for row in sheet.iter_rows(values_only=True):
                found = found or any(cell is not None for cell in row)
                if found:
                    yield [_cell(cell) for cell in row]
            if found:
                return
    except Refusal:
        raise
    except Exception:  # the parser meets a broken file with whatever it stumbles over
        raise Refusal("file_broken") from None


def _refuse_bombs(file: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Refusal("file_password")
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Refusal("file_bomb")
            for part in parts:
                if part.file_size > 20_000_000 and part.file_size > MOST_RATIO * max(1, part.compress_size):
                    raise Refusal("file_bomb")
                if part.filename.endswith("sharedStrings.xml") and part.file_size > MOST_STRINGS:
                    raise Refusal("file_bomb")
                if part.filename.endswith(".xml") and part.file_size > MOST_CELL:
                    _refuse_giant_text(archive, part)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refusal("file_broken") from None
    finally:
        file.seek(0)


def _refuse_giant_text(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No stretch of a megabyte without a single tag."""
    stretch = 0
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            first, last = block.find(b"<"), block.rfind(b"<")
            stretch += len(block) if first < 0 else first
            if stretch > MOST_CELL:
                raise Refusal("cell_too_big")
            if last >= 0:
                stretch = len(block) - last


def _cell(value: object) -> Cell:
    """What a list is made of; anything else (a duration, a rich text) as its text."""
    if value is None or isinstance(value, (str, int, float, date, time)):
        return value
    return str(value)
