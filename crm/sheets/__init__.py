"""A file of any make becomes rows of cells. Nothing in it is trusted: not its name, its size, its encoding or its formulas."""

from crm.sheets.cells import Cell, harmless, plain_text
from crm.sheets.opening import MOST_BYTES, read_rows

__all__ = ["MOST_BYTES", "Cell", "harmless", "plain_text", "read_rows"]
