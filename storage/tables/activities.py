"""Activities, follow-ups and the drafts of notes that still wait for an answer."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Numeric, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


def _of_customer() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"])


class ActivityRow(Base):
    """One touch. (channel, ts, part) is the Slack message it came from: one message, one activity a customer."""

    __tablename__ = "activities"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    activity_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    epoch: Mapped[int]
    author_id: Mapped[str] = mapped_column(String(32))
    on_behalf_of: Mapped[str | None] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(10))
    contact: Mapped[str | None] = mapped_column(String(200))
    no_answer: Mapped[bool] = mapped_column(server_default=sql("false"))
    outcome: Mapped[str] = mapped_column(Text)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    logged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    amount: Mapped[Decimal | None] = mapped_column(Numeric(18, 2))
    currency: Mapped[str | None] = mapped_column(String(3))
    stage_hint: Mapped[str | None] = mapped_column(String(20))
    competitor: Mapped[str | None] = mapped_column(String(200))
    lost_reason: Mapped[str | None] = mapped_column(String(20))
    source: Mapped[str | None] = mapped_column(String(60))
    hears: Mapped[str | None] = mapped_column(String(10))
    extends: Mapped[bool]
    why_not: Mapped[str | None] = mapped_column(String(30))
    gained_days: Mapped[int] = mapped_column(server_default=sql("0"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    source_channel: Mapped[str] = mapped_column(String(32))
    source_ts: Mapped[str] = mapped_column(String(64))
    source_part: Mapped[int] = mapped_column(server_default=sql("0"))
    links: Mapped[str | None] = mapped_column(Text)
    took_seconds: Mapped[int | None]  # how long the form was open, for a log by form
    receipt_channel: Mapped[str | None] = mapped_column(String(32))
    receipt_ts: Mapped[str | None] = mapped_column(String(64))
    __table_args__ = (
        CheckConstraint("extends = (why_not is null)", name="why_not"),
        Index(None, "workspace_id", "source_channel", "source_ts", "source_part", unique=True),
        Index(None, "workspace_id", "customer_id", "logged_at"),
        Index(None, "workspace_id", "author_id", "logged_at"),
        Index(None, "workspace_id", "logged_at"),
        Index(None, "workspace_id", "receipt_channel", "receipt_ts"),
        _of_customer(),
    )


class FollowUpRow(Base):
    __tablename__ = "followups"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    followup_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    owner_id: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    first_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    step: Mapped[str | None] = mapped_column(String(500))
    contact: Mapped[str | None] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(10), server_default=sql("'open'"))
    activity_id: Mapped[str | None] = mapped_column(String(26))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'done', 'dropped')", name="state"),
        CheckConstraint("remind_at is null or state = 'open'", name="only_open_reminds"),
        Index(None, "workspace_id", "owner_id", "state", "due_at"),
        Index(None, "workspace_id", "customer_id", "state"),
        Index(
            "ix_followups_remind_due",
            "remind_at",
            sqlite_where=sql("remind_at is not null"),
            postgresql_where=sql("remind_at is not null"),
        ),
        _of_customer(),
    )


class DraftRow(Base):
    """A note that waits for an answer ("which Acme?"). The words are kept whatever happens."""

    __tablename__ = "drafts"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    draft_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    links: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), server_default=sql("'open'"))
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'saved', 'discarded')", name="state"),
        Index(None, "workspace_id", "channel", "ts", unique=True),
        Index(None, "workspace_id", "person_id", "state"),
    )
