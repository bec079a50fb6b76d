"""Voice clips whose words Slack has not written down yet."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class VoiceClipRow(Base):
    """The clip a draft waits for. `look_at` is when Slack is asked next, null once that has ended."""

    __tablename__ = "voice_clips"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    file_id: Mapped[str] = mapped_column(String(32))
    looks: Mapped[int] = mapped_column(server_default=text("0"))
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'waiting'"))
    __table_args__ = (
        CheckConstraint("state in ('waiting', 'heard', 'lost')", name="state"),
        CheckConstraint("(state = 'waiting') = (look_at is not null)", name="waiting"),
        ForeignKeyConstraint(["workspace_id", "draft_id"], ["drafts.workspace_id", "drafts.draft_id"]),
        Index(
            "ix_voice_clips_look_due",
            "look_at",
            sqlite_where=text("look_at is not null"),
            postgresql_where=text("look_at is not null"),
        ),
    )
