"""What was asked to be erased, until it is."""

from datetime import datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class ErasureRow(Base):
    """`traces` say what is looked for; they are empty once it is done, so that nothing of it is kept here either."""

    __tablename__ = "erasures"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    erasure_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(String(26))
    asked_by: Mapped[str | None] = mapped_column(String(32))
    traces: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    changed: Mapped[int] = mapped_column(server_default=text("0"))
    __table_args__ = (
        Index(
            "ix_erasures_waiting",
            "workspace_id",
            sqlite_where=text("done_at is null"),
            postgresql_where=text("done_at is null"),
        ),
    )
