"""The cells of one row, asked by field."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal

from crm.intake import values
from crm.refusal import Refusal
from crm.sheets import Cell, parted, plain_text


class Cells:
    """A row, asked by field."""

    __slots__ = ("_columns", "_row")

    def __init__(self, row: Sequence[Cell], columns: Mapping[str, tuple[int, ...]]) -> None:
        self._row, self._columns = row, columns

    def first(self, field: str) -> Cell:
        columns = self._columns.get(field)
        if columns is None:  # most fields of most lists
            return None
        for column in columns:
            if column < len(self._row):
                cell = self._row[column]
                if not isinstance(cell, str):
                    if cell is not None:
                        return cell
                elif stripped := cell.strip():
                    return stripped
        return None

    def text(self, field: str) -> str:
        if field not in self._columns:
            return ""
        cell = self.first(field)
        return "" if cell is None else plain_text(cell)

    def some(self, field: str, most: int) -> str | None:
        return self.text(field)[:most].strip() or None

    def several(self, field: str) -> tuple[str, ...]:
        """Texts parted by semicolons."""
        return parted(self.text(field))

    def instant(self, field: str, order: str, zone: str, at: time) -> datetime | None:
        """Raises Refusal("row_date")."""
        cell = self.first(field)
        if cell is None:
            return None
        try:
            return values.instant(cell, order, zone, at)
        except ValueError:
            raise Refusal("row_date", value=plain_text(cell)[:60]) from None

    def money(self, field: str) -> Decimal | None:
        """Raises Refusal("row_amount")."""
        try:
            return values.amount(self.text(field))
        except ValueError:
            raise Refusal("row_amount", value=self.text(field)[:60]) from None

    def currency(self, field: str) -> str | None:
        found = self.text(field).upper()
        return found if len(found) == 3 and found.isalpha() else None
