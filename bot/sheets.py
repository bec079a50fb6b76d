"""Writing an export to disk, row by row."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from handlers.exports import sheet
from handlers.kit.speech import Speech
from operations.in_and_out.exporting import ExportedCustomer

MOST_ROWS = 1_048_576  # of one sheet
MOST_CELL = 32_767  # characters Excel keeps in a cell


class Written(NamedTuple):
    """How many customers a file holds, and how many of its cells hold only the beginning of what was kept."""

    customers: int
    cut: int


def write_export(path: Path, customers: Iterable[ExportedCustomer], *, format: str, speech: Speech) -> Written:
    """A workbook goes on in a further sheet where one is full, and keeps only what Excel can of a very long note."""
    return (_write_workbook if format == "xlsx" else _write_csv)(path, customers, speech)


def _write_csv(path: Path, customers: Iterable[ExportedCustomer], speech: Speech) -> Written:
    """With a byte order mark, or Excel misreads Chinese."""
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(sheet.headings(speech))
        for one in customers:
            writer.writerows(sheet.rows(one, speech))
            written += 1
    return Written(written, cut=0)


def _write_workbook(path: Path, customers: Iterable[ExportedCustomer], speech: Speech) -> Written:
    from openpyxl import Workbook  # here, since it takes a tenth of the program's start, and is seldom needed

    written = rows = cut = 0
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append(sheet.headings(speech))
    for one in customers:
        for row in sheet.rows(one, speech):
            rows += 1
            if rows % (MOST_ROWS - 1) == 0:
                page = book.create_sheet()
                page.append(sheet.headings(speech))
            page.append([cell[:MOST_CELL] for cell in row])
            cut += sum(len(cell) > MOST_CELL for cell in row)
        written += 1
    book.save(path)
    return Written(written, cut)
