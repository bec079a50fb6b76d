"""Workspaces, people and teams."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, Index, SmallInteger, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class WorkspaceRow(Base):
    __tablename__ = "workspaces"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), server_default=text("''"))
    currency: Mapped[str] = mapped_column(String(3), server_default=text("'USD'"))
    date_order: Mapped[str] = mapped_column(String(3), server_default=text("'MDY'"))
    zone: Mapped[str] = mapped_column(String(64), server_default=text("'UTC'"))
    locale: Mapped[str] = mapped_column(String(8), server_default=text("'en'"))
    bot_user_id: Mapped[str | None] = mapped_column(String(32))
    people_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    quality_of_team: Mapped[int] = mapped_column(SmallInteger, server_default=text("60"))  # its weight in per cent


class TeamRow(Base):
    __tablename__ = "teams"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    zone: Mapped[str] = mapped_column(String(64), server_default=text("'UTC'"))
    country: Mapped[str | None] = mapped_column(String(2))
    weekdays: Mapped[str] = mapped_column(String(7), server_default=text("'01234'"))
    day_end: Mapped[time] = mapped_column(server_default=text("'18:00:00'"))
    days_set: Mapped[str] = mapped_column(Text, server_default=text("''"))  # lines of crm/day_list.py
    clock: Mapped[str] = mapped_column(String(6), server_default=text("'on'"))
    clock_from: Mapped[date | None]
    assisted_until: Mapped[date | None]
    __table_args__ = (
        CheckConstraint("clock in ('on', 'shadow', 'off')", name="clock"),
        Index(None, "workspace_id", "name", unique=True),
    )


class PersonRow(Base):
    __tablename__ = "people"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), server_default=text("''"))
    email: Mapped[str | None] = mapped_column(String(254))
    role: Mapped[str] = mapped_column(String(10), server_default=text("'rep'"))
    team_id: Mapped[str | None] = mapped_column(String(26))
    locale: Mapped[str] = mapped_column(String(8), server_default=text("'en'"))
    zone: Mapped[str] = mapped_column(String(64), server_default=text("'UTC'"))
    chosen_locale: Mapped[bool] = mapped_column(server_default=text("false"))
    deactivated: Mapped[bool] = mapped_column(server_default=text("false"))
    digests_on: Mapped[bool] = mapped_column(server_default=text("true"))
    digest_hour: Mapped[int] = mapped_column(server_default=text("8"))
    weekly_day: Mapped[int | None] = mapped_column(server_default=text("0"))  # 0 is Monday; null: no weekly digest
    quarterly_on: Mapped[bool] = mapped_column(server_default=text("true"))
    chosen_zone: Mapped[bool] = mapped_column(server_default=text("false"))
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]  # set with quiet_from or not at all
    work_from: Mapped[time | None]
    work_until: Mapped[time | None]
    work_days: Mapped[str | None] = mapped_column(String(7))  # such as "01234"; the three together or not at all
    profile_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    welcomed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("role in ('rep', 'assistant', 'manager', 'admin')", name="role"),
        Index(None, "workspace_id", "team_id"),
    )
