"""The channel a team's digests go to, when, and who chose it: they are worded in their language."""

from datetime import datetime

from sqlalchemy import String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class TeamChannelRow(Base):
    __tablename__ = "team_channels"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32))
    set_by: Mapped[str] = mapped_column(String(32))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    daily: Mapped[bool] = mapped_column(server_default=text("false"))
    weekly_day: Mapped[int | None] = mapped_column(server_default=text("0"))  # 0 is Monday; null: no weekly digest
    hour: Mapped[int] = mapped_column(server_default=text("9"))
