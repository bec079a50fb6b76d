"""When Dibs was last awake, and the times it was not."""

from datetime import datetime

from sqlalchemy import Double, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class HeartbeatRow(Base):
    """The last moment Dibs could hear a workspace. `wall` is seconds of the real clock: the business clock of a sandbox is
    moved, and that is no outage."""

    __tablename__ = "heartbeats"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    wall: Mapped[float] = mapped_column(Double)


class OutageRow(Base):
    """A time nobody could log or be warned. `settled_at`: when the days had been given back to everybody."""

    __tablename__ = "outages"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    down_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    up_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
