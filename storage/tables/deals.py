"""Deals, everything they ever were, who helps with them; the workspace's stages and its exchange rates."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class DealRow(Base):
    """A deal as it is now. Money is an integer of hundredths, exact on both databases."""

    __tablename__ = "deals"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    deal_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    name: Mapped[str] = mapped_column(String(200))
    stage: Mapped[str] = mapped_column(String(26))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    created_by: Mapped[str | None] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int]
    hundredths: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    close_on: Mapped[date | None]
    probability: Mapped[int | None]
    lost_reason: Mapped[str | None] = mapped_column(String(20))
    competitor: Mapped[str | None] = mapped_column(String(200))
    contract_end: Mapped[date | None]
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("(hundredths is null) = (currency is null)", name="money"),
        CheckConstraint("probability is null or probability between 0 and 100", name="probability"),
        Index(None, "workspace_id", "customer_id"),
        Index(None, "workspace_id", "owner_id"),
        Index(None, "workspace_id", "closed_at"),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )


class DealVersionRow(Base):
    """Append-only: the whole deal after each change, with who changed it and when."""

    __tablename__ = "deal_versions"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    deal_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[str | None] = mapped_column(String(32))
    stage: Mapped[str] = mapped_column(String(26))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    hundredths: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    close_on: Mapped[date | None]
    probability: Mapped[int | None]
    __table_args__ = (
        Index(None, "workspace_id", "at"),
        ForeignKeyConstraint(["workspace_id", "deal_id"], ["deals.workspace_id", "deals.deal_id"]),
    )


class DealHelperRow(Base):
    """Somebody who works on a deal beside its owner."""

    __tablename__ = "deal_helpers"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    deal_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    __table_args__ = (
        Index(None, "workspace_id", "person_id"),
        ForeignKeyConstraint(["workspace_id", "deal_id"], ["deals.workspace_id", "deals.deal_id"]),
    )


class DealStageRow(Base):
    """The workspace's own list of stages; without rows the default one holds."""

    __tablename__ = "deal_stages"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    code: Mapped[str] = mapped_column(String(26), primary_key=True)
    position: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(60))
    probability: Mapped[int]
    stall_days: Mapped[int]
    kind: Mapped[str] = mapped_column(String(4), server_default=text("'open'"))
    __table_args__ = (
        CheckConstraint("kind in ('open', 'won', 'lost')", name="kind"),
        CheckConstraint("probability between 0 and 100", name="probability"),
    )


class ExchangeRateRow(Base):
    """What one unit of a currency is worth in the workspace's own, as a decimal number in words."""

    __tablename__ = "exchange_rates"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    rate: Mapped[str] = mapped_column(String(30))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
