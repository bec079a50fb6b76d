"""Merges of customers, with what each moved, so that it can be taken back."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class MergeRow(Base):
    """`moved` is JSON: the ids of the rows that went along, and what the one that went was before."""

    __tablename__ = "merges"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    merge_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    kept_id: Mapped[str] = mapped_column(String(26))
    gone_id: Mapped[str] = mapped_column(String(26))
    gone_name: Mapped[str] = mapped_column(String(200))
    merged_by: Mapped[str] = mapped_column(String(32))
    merged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved: Mapped[str] = mapped_column(Text)
    undone_by: Mapped[str | None] = mapped_column(String(32))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        Index(None, "workspace_id", "kept_id"),
        ForeignKeyConstraint(["workspace_id", "kept_id"], ["customers.workspace_id", "customers.customer_id"]),
        ForeignKeyConstraint(["workspace_id", "gone_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
