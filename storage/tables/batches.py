"""Moves of many customers ordered together: kept until each is done or skipped, so that a crash loses none."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class BatchRow(Base):
    """What a manager ordered from one card; one order of a card runs at a time."""

    __tablename__ = "batches"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    batch_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    actor_id: Mapped[str] = mapped_column(String(32))
    manager_id: Mapped[str] = mapped_column(String(32))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ordered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    __table_args__ = (
        CheckConstraint("state in ('open', 'done')", name="state"),
        Index(
            "uq_batches_open",
            "workspace_id",
            "manager_id",
            "opened_at",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )


class MoveRow(Base):
    """One customer of a batch."""

    __tablename__ = "batch_moves"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    batch_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    epoch: Mapped[int]
    owner_id: Mapped[str | None] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    why: Mapped[str | None] = mapped_column(String(40))
    facts: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (
        CheckConstraint("state in ('open', 'done', 'skipped')", name="state"),
        ForeignKeyConstraint(["workspace_id", "batch_id"], ["batches.workspace_id", "batches.batch_id"]),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
