"""Locks: asked for by an owner, set by a manager, over by themselves."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class LockRow(Base):
    """One lock of one claim; `decided_by` is the approver, kept for good."""

    __tablename__ = "locks"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    lock_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    epoch: Mapped[int]
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by: Mapped[str | None] = mapped_column(String(32))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('asked', 'locked', 'refused', 'ended')", name="state"),
        CheckConstraint("state <> 'locked' or (until is not null and decided_by is not null)", name="approved"),
        Index(None, "workspace_id", "customer_id", "epoch"),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
