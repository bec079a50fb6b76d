"""Complaints and promises, and who works on a customer beside its owner."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


def _of_customer() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"])


class ComplaintRow(Base):
    """`chase_at` is an index of what is to be said next: the reminder at the due time, then the word to a manager."""

    __tablename__ = "complaints"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    complaint_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    kind: Mapped[str] = mapped_column(String(10))
    severity: Mapped[str | None] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[str] = mapped_column(String(32))
    opened_by: Mapped[str] = mapped_column(String(32))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    chase: Mapped[str | None] = mapped_column(String(10))
    chase_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolution: Mapped[str | None] = mapped_column(Text)
    score: Mapped[int | None]
    resolved_by: Mapped[str | None] = mapped_column(String(32))
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    activity_id: Mapped[str | None] = mapped_column(String(26))
    __table_args__ = (
        CheckConstraint("kind in ('complaint', 'promise')", name="kind"),
        CheckConstraint("state in ('open', 'resolved', 'withdrawn')", name="state"),
        CheckConstraint("(chase is null) = (chase_at is null)", name="chase"),
        CheckConstraint("chase_at is null or state = 'open'", name="only_open_is_chased"),
        CheckConstraint("score is null or score between 1 and 5", name="score"),
        Index(None, "workspace_id", "customer_id", "state"),
        Index(None, "workspace_id", "state", "due_at"),
        Index(
            "ix_complaints_chase_due",
            "chase_at",
            sqlite_where=text("chase_at is not null"),
            postgresql_where=text("chase_at is not null"),
        ),
        _of_customer(),
    )


class CoOwnerRow(Base):
    """Somebody who works on a customer beside its owner, or asks to. `state`: asked, joined, refused, left."""

    __tablename__ = "co_owners"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('asked', 'joined', 'refused', 'left')", name="state"),
        Index(None, "workspace_id", "person_id", "state"),
        _of_customer(),
    )
