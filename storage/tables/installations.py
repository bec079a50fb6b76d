"""Where Dibs was installed by OAuth, and with which token. One workspace by token from the settings has no row here."""

from datetime import datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class InstallationRow(Base):
    """`token`: the bot's token under the operator's key (bot/crypto.py), empty from the moment it is revoked. `removed_at`:
    when that was; what is kept of the workspace goes so many days later, and from `forgetting_at` on nothing stops that."""

    __tablename__ = "installations"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    token: Mapped[str] = mapped_column(Text, server_default=text("''"))
    bot_user_id: Mapped[str] = mapped_column(String(32))
    bot_id: Mapped[str] = mapped_column(String(32))
    installed_by: Mapped[str] = mapped_column(String(32))
    installed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    forgetting_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        Index(
            "ix_installations_removed",
            "workspace_id",
            "removed_at",
            sqlite_where=text("removed_at is not null"),
            postgresql_where=text("removed_at is not null"),
        ),
    )
