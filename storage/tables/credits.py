"""The ledger of credits: what somebody has for having developed a customer."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class CreditRow(Base):
    """Append-only: a correction is a line of its own, below zero where it takes back. Money in hundredths. The lines of a
    deal outlive it: one that came by a list and went with it was booked, and booked back."""

    __tablename__ = "credits"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    credit_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    deal_id: Mapped[str] = mapped_column(String(26))
    person_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(10))
    hundredths: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    percent: Mapped[int]
    rule_version: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("kind in ('one_off', 'share')", name="kind"),
        Index(None, "workspace_id", "person_id", "at"),
        Index(None, "workspace_id", "customer_id"),
        Index(None, "workspace_id", "deal_id"),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
