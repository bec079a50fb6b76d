"""What makes a second time harmless: deliveries already taken in, and slots already run."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class Seen(Base):
    """One delivery from Slack that has been taken in; a second one with the same key is a re-delivery."""

    __tablename__ = "seen"
    __table_args__ = (Index("ix_seen_seen_at", "seen_at"), {"sqlite_with_rowid": False})

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class JobRun(Base):
    """One slot of a job (a digest of one morning, a reminder of one hour) that has been run, by whichever process."""

    __tablename__ = "job_run"
    __table_args__ = (Index("ix_job_run_ran_at", "ran_at"), {"sqlite_with_rowid": False})

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    job: Mapped[str] = mapped_column(String(64), primary_key=True)
    slot: Mapped[str] = mapped_column(String(128), primary_key=True)
    ran_at: Mapped[datetime] = mapped_column(UtcDateTime)
