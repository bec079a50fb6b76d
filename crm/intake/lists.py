"""A list from top to bottom: its headings, and its rows in batches."""

from collections.abc import Iterator
from itertools import islice
from typing import IO

from crm.imports import FileReading
from crm.intake.fields import recognised
from crm.intake.header import LOOKED_AT, Header, find_header
from crm.intake.rows import ListedCustomer, Reading, read_row
from crm.refusal import Refusal
from crm.sheets import Cell, read_rows

BATCH = 500
Read = tuple[int, list[Cell], ListedCustomer | Refusal]  # the row's number as a spreadsheet counts it, its cells


def headings_of(file: IO[bytes]) -> Header:
    """Raises Refusal where the file is no table, or has no row."""
    return find_header(list(islice(read_rows(file), LOOKED_AT)))


def first_reading(header: Header, *, date_order: str, zone: str) -> FileReading:
    """What the headings themselves tell."""
    return FileReading(header.headings, header.rows, Reading(recognised(header.headings), date_order, zone))


def batches(file: IO[bytes], reading: FileReading, *, done: int = 0) -> Iterator[tuple[int, list[Read]]]:
    """(rows below the headings so far, the rows of a batch) after `done` rows; blank rows are counted and left out."""
    data = islice(enumerate(read_rows(file), 1), reading.rows_above + done, None)
    while chunk := list(islice(data, BATCH)):
        read = [(number, cells, _read(cells, reading.reading)) for number, cells in chunk]
        yield chunk[-1][0] - reading.rows_above, [(n, cells, one) for n, cells, one in read if one is not None]


def _read(cells: list[Cell], reading: Reading) -> ListedCustomer | Refusal | None:
    try:
        return read_row(cells, reading)
    except Refusal as refusal:
        return refusal
