"""A list from top to bottom: its headings, and its rows in batches."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import IO, TypeVar

from crm.imports import FileReading
from crm.intake.about import told_by
from crm.intake.fields import recognised
from crm.intake.finance import ListedPaper, finance_columns, read_paper
from crm.intake.header import LOOKED_AT, Header, find_header
from crm.intake.rows import ListedCustomer, Reading, read_row
from crm.refusal import Refusal
from crm.sheets import Cell, read_rows

BATCH = 500
Read = tuple[int, list[Cell], ListedCustomer | Refusal]  # the row's number as a spreadsheet counts it, its cells
ReadPaper = tuple[int, list[Cell], ListedPaper | Refusal]


def headings_of(file: IO[bytes]) -> Header:
    """Raises Refusal where the file is no table, or has no row."""
    return find_header(list(islice(read_rows(file), LOOKED_AT)))


def first_reading(header: Header, *, date_order: str, zone: str) -> FileReading:
    """What the headings themselves tell: a list of finance's, or one of customers."""
    columns = finance_columns(header.headings)
    about = None if columns else told_by(header.headings)
    columns = columns or recognised(header.headings)
    return FileReading(header.headings, header.rows, Reading(columns, date_order, zone, about=about))


def batches(file: IO[bytes], reading: FileReading, *, done: int = 0) -> Iterator[tuple[int, list[Read]]]:
    """(rows below the headings so far, the rows of a batch) after `done` rows; blank rows are counted and left out."""
    return _batches(file, reading, done, lambda cells: read_row(cells, reading.reading))


def paper_batches(file: IO[bytes], reading: FileReading, *, done: int = 0) -> Iterator[tuple[int, list[ReadPaper]]]:
    """The same of a list of finance's."""
    return _batches(file, reading, done, lambda cells: read_paper(cells, reading))


Listed = TypeVar("Listed")


def _batches(
    file: IO[bytes], reading: FileReading, done: int, read: Callable[[list[Cell]], Listed | None]
) -> Iterator[tuple[int, list[tuple[int, list[Cell], Listed | Refusal]]]]:
    data = islice(enumerate(read_rows(file), 1), reading.rows_above + done, None)
    while chunk := list(islice(data, BATCH)):
        rows = [(number, cells, _or_why_not(read, cells)) for number, cells in chunk]
        yield chunk[-1][0] - reading.rows_above, [(n, cells, one) for n, cells, one in rows if one is not None]


def _or_why_not(read: Callable[[list[Cell]], Listed | None], cells: list[Cell]) -> Listed | Refusal | None:
    try:
        return read(cells)
    except Refusal as refusal:
        return refusal
