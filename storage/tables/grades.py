"""Grades suggested by the month, and what became of each."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class GradeSuggestionRow(Base):
    """Another grade for a customer, as one month's values would have it. `hundredths` in the workspace's own currency."""

    __tablename__ = "grade_suggestions"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)  # 2026-11
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    manager_id: Mapped[str] = mapped_column(String(32))
    before: Mapped[str | None] = mapped_column(String(1))
    grade: Mapped[str] = mapped_column(String(1))
    hundredths: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'confirmed', 'kept', 'done', 'overtaken')", name="state"),
        Index(None, "workspace_id", "manager_id", "month"),
        Index(
            "ix_grade_suggestions_confirmed",
            "workspace_id",
            sqlite_where=text("state = 'confirmed'"),
            postgresql_where=text("state = 'confirmed'"),
        ),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
