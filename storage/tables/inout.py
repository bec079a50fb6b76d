"""What comes in and goes out as files: imports with how far they are, what they filled in, and exports asked for."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Double, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class ImportRow(Base):
    """One list, from the moment it was dropped. `rows_done` is moved in the transaction of the rows themselves, so that
    a kill neither loses nor doubles one. `lease_until` is seconds of the real clock: one process works at it."""

    __tablename__ = "imports"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    import_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32))
    file_name: Mapped[str] = mapped_column(String(255))
    file_id: Mapped[str | None] = mapped_column(String(32))
    file_url: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10))
    reading: Mapped[str | None] = mapped_column(Text)
    tally: Mapped[str | None] = mapped_column(Text)
    problem: Mapped[str | None] = mapped_column(Text)
    report_file: Mapped[str | None] = mapped_column(String(32))
    rows_read: Mapped[int] = mapped_column(server_default=text("0"))
    rows_done: Mapped[int] = mapped_column(server_default=text("0"))
    lease_by: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[float] = mapped_column(Double, server_default=text("0"))
    dropped_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint(
            "state in ('waiting', 'ready', 'importing', 'done', 'undoing', 'undone', 'dropped', 'refused')",
            name="state",
        ),
        Index(
            "ix_imports_at_work",
            "state",
            sqlite_where=text("state in ('waiting', 'importing', 'undoing')"),
            postgresql_where=text("state in ('waiting', 'importing', 'undoing')"),
        ),
    )


class ImportMappingRow(Base):
    """How a list with these headings was read the last time, so that it is asked for only once."""

    __tablename__ = "import_mappings"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    headings_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    reading: Mapped[str] = mapped_column(Text)
    saved_by: Mapped[str] = mapped_column(String(32))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ImportFillRow(Base):
    """What an import wrote into an empty field of a customer or contact that was there before: undoing empties it."""

    __tablename__ = "import_fills"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    import_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    of_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    field: Mapped[str] = mapped_column(String(20), primary_key=True)
    value: Mapped[str] = mapped_column(String(254))


class ExportRow(Base):
    """One file somebody asked for, until Slack has it. `file_id` is written before Slack is told to show the file."""

    __tablename__ = "exports"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    export_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32))
    scope: Mapped[str] = mapped_column(String(10))
    format: Mapped[str] = mapped_column(String(4))
    state: Mapped[str] = mapped_column(String(10), server_default=text("'waiting'"))
    customers: Mapped[int | None]
    file_id: Mapped[str | None] = mapped_column(String(32))
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    lease_by: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[float] = mapped_column(Double, server_default=text("0"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    narrowed: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (
        CheckConstraint("state in ('waiting', 'sent', 'failed')", name="state"),
        Index(
            "ix_exports_waiting",
            "state",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(None, "workspace_id", "person_id", "asked_at"),
    )
