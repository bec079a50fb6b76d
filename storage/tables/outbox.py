"""What the bot is about to say, and how fast each channel may hear it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Double, Index, SmallInteger, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime

_NEW = text("state = 'new'")
_LANE_ORDER = ("workspace_id", "lane", "priority", "due_at", "outbox_id")
_IN_FLIGHT = text("state IN ('sending', 'unknown')")


class OutboxRow(Base):
    """One thing to say, from the transaction that decided it until Slack has it.

    `due_at`, `created_at` and `done_at` are business time (the clock that a sandbox may move); `not_before` and
    `lease_until` are seconds of the real clock, since they guard against real processes and a real Slack.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state IN ('new', 'sending', 'unknown', 'sent', 'dropped', 'dead')", name="state"),
        CheckConstraint(
            "method IN ('chat.postMessage', 'chat.update', 'chat.postEphemeral', 'views.publish',"
            " 'functions.completeSuccess', 'functions.completeError')",
            name="method",
        ),
        CheckConstraint("state <> 'sending' OR (lease_by IS NOT NULL AND lease_until IS NOT NULL)", name="leased"),
        CheckConstraint(
            "method <> 'chat.update' OR (edits_channel IS NOT NULL AND edits_ts IS NOT NULL)", name="edits_something"
        ),
        UniqueConstraint("workspace_id", "dedupe_key"),
        Index("ix_outbox_due", "priority", "due_at", "outbox_id", sqlite_where=_NEW, postgresql_where=_NEW),
        Index("ix_outbox_lane", *_LANE_ORDER, sqlite_where=_NEW, postgresql_where=_NEW),
        Index("ix_outbox_in_flight", "workspace_id", "lane", sqlite_where=_IN_FLIGHT, postgresql_where=_IN_FLIGHT),
    )

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    outbox_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    method: Mapped[str] = mapped_column(String(32))
    to_id: Mapped[str] = mapped_column(String(32))
    lane: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[str | None] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(64))
    facts: Mapped[str] = mapped_column(Text)
    priority: Mapped[int] = mapped_column(SmallInteger)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    thread_ts: Mapped[str | None] = mapped_column(String(32))
    edits_channel: Mapped[str | None] = mapped_column(String(32))
    edits_ts: Mapped[str | None] = mapped_column(String(32))
    dedupe_key: Mapped[str | None] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(8), default="new")
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[float] = mapped_column(Double, default=0.0)
    lease_by: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[float | None] = mapped_column(Double)
    channel: Mapped[str | None] = mapped_column(String(32))
    ts: Mapped[str | None] = mapped_column(String(32))
    error: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ChannelGate(Base):
    """When the next thing may be said in one lane; whoever moves `next_at` on may say it. Real clock, seconds."""

    __tablename__ = "channel_gate"
    __table_args__ = (Index("ix_channel_gate_next_at", "next_at"), {"sqlite_with_rowid": False})

    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    lane: Mapped[str] = mapped_column(String(80), primary_key=True)
    next_at: Mapped[float] = mapped_column(Double)
