"""Inquiries, where they come in, and the secrets that sign them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class LeadRow(Base):
    """One inquiry, kept whatever became of it. `candidates`: ids of customers it may be of, by comma."""

    __tablename__ = "leads"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    lead_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    door: Mapped[str] = mapped_column(String(10))
    company: Mapped[str | None] = mapped_column(String(200))
    contact: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(60))
    domain: Mapped[str | None] = mapped_column(String(253))
    city: Mapped[str | None] = mapped_column(String(100))
    industry: Mapped[str | None] = mapped_column(String(100))
    message: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(60))
    campaign: Mapped[str | None] = mapped_column(String(120))
    state: Mapped[str] = mapped_column(String(10))
    customer_id: Mapped[str | None] = mapped_column(String(26))
    candidates: Mapped[str] = mapped_column(String(255), server_default=text("''"))
    told: Mapped[str | None] = mapped_column(String(32))
    decided_by: Mapped[str | None] = mapped_column(String(32))
    __table_args__ = (
        CheckConstraint("state in ('new', 'known', 'asked', 'dropped')", name="state"),
        CheckConstraint("state not in ('new', 'known') or customer_id is not null", name="customer"),
        Index(None, "workspace_id", "at"),
        Index(
            "ix_leads_customer",
            "workspace_id",
            "customer_id",
            "at",
            sqlite_where=text("customer_id is not null"),
            postgresql_where=text("customer_id is not null"),
        ),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )


class LeadKeyRow(Base):
    """A secret of a workspace. Kept readable, since a signature can't be checked against a digest of it: it lets somebody
    bring inquiries in and read nothing, and whoever reads this table reads all customers too."""

    __tablename__ = "lead_keys"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    key_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    secret: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class WatchedChannelRow(Base):
    """A channel whose posts are inquiries."""

    __tablename__ = "watched_channels"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    source: Mapped[str] = mapped_column(String(60))
    watched_by: Mapped[str] = mapped_column(String(32))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
