"""A file of any make becomes rows of cells. Nothing in it is trusted: not its name, its size, its encoding or its formulas."""

from crm.sheets.cells import Cell, harmless, parted, plain_text, together
from crm.sheets.opening import MOST_BYTES, read_rows

__all__ = ["MOST_BYTES", "Cell", "harmless", "parted", "plain_text", "read_rows", "together"]
