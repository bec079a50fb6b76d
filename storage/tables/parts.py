"""The parts of a kept note that speaks of several customers."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class DraftPartRow(Base):
    """One customer's share of a draft: whom it is about as far as is known, and what became of it."""

    __tablename__ = "draft_parts"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[str | None] = mapped_column(String(26))
    new_name: Mapped[str | None] = mapped_column(String(200))
    candidate_ids: Mapped[str] = mapped_column(String(100), server_default=sql("''"))
    kind: Mapped[str] = mapped_column(String(10))
    contact: Mapped[str | None] = mapped_column(String(200))
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    step: Mapped[str | None] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(10), server_default=sql("'open'"))
    activity_id: Mapped[str | None] = mapped_column(String(26))
    on_behalf_of: Mapped[str | None] = mapped_column(String(32))
    __table_args__ = (
        CheckConstraint("state in ('open', 'saved', 'dropped')", name="state"),
        Index(None, "workspace_id", "activity_id"),
        CheckConstraint("(state = 'saved') = (activity_id is not null)", name="saved"),
        ForeignKeyConstraint(["workspace_id", "draft_id"], ["drafts.workspace_id", "drafts.draft_id"]),
    )
