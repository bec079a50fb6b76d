"""Leave: asked for, approved, covered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class LeaveRow(Base):
    __tablename__ = "leaves"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    leave_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32))
    first_day: Mapped[date]
    last_day: Mapped[date]
    cover_id: Mapped[str | None] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(10), server_default=text("'asked'"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('asked', 'approved', 'refused', 'cancelled')", name="state"),
        CheckConstraint("first_day <= last_day", name="forwards"),
        Index(None, "workspace_id", "person_id", "last_day"),
    )
