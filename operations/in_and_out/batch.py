"""What a batch of a list's rows is carried in with: its transaction, what is known, and the rows of tables it becomes."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from crm.imports import Import
from operations.in_and_out.judging import Knowledge
from storage import intake, intake_besides
from storage.intake import Columns


@dataclass
class Batch:
    """Gathers rows by table; `write` puts them there at once."""

    tx: Connection
    one: Import
    known: Knowledge
    now: datetime
    rows: dict[str, list[Columns]] = field(default_factory=dict)

    @property
    def key(self) -> dict[str, str]:
        return {"workspace_id": self.one.workspace_id}

    def put(self, table: str, columns: Columns) -> None:
        columns["workspace_id"] = self.one.workspace_id
        self.rows.setdefault(table, []).append(columns)

    def note_fill(self, of_id: str, field: str, value: str) -> None:
        """The list fills in a field that is empty; taking it back empties it again."""
        self.put("fills", {"import_id": self.one.import_id, "of_id": of_id, "field": field, "value": value})

    def note_added(self, of_id: str, field: str, value: str = "") -> None:
        """The list brings something that taking it back removes again."""
        self.put("added", {"import_id": self.one.import_id, "of_id": of_id, "field": field, "value": value[:254]})

    def write(self) -> None:
        intake.write(self.tx, self.rows)
        intake_besides.write(self.tx, self.rows)
        intake.fill(self.tx, **self.key, fills=self.rows.get("fills", ()))
