"""Spot checks: which logs a manager was asked to look at, and what they found."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class SpotCheckRow(Base):
    """One log is drawn at most once."""

    __tablename__ = "spot_checks"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    activity_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    manager_id: Mapped[str] = mapped_column(String(32))
    week: Mapped[str] = mapped_column(String(8))
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    reason: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'fine', 'rejected')", name="state"),
        Index(None, "workspace_id", "manager_id", "week"),
        ForeignKeyConstraint(["workspace_id", "activity_id"], ["activities.workspace_id", "activities.activity_id"]),
    )
