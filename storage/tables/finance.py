"""Orders, invoices and receipts as finance's lists tell of them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class FinancePaperRow(Base):
    """One paper under its own number. Written by an import and by nothing else. Money is an integer of hundredths."""

    __tablename__ = "finance_papers"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    paper_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    number: Mapped[str] = mapped_column(String(60))
    customer_id: Mapped[str] = mapped_column(String(26))
    dated: Mapped[date]
    due: Mapped[date | None]
    hundredths: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    status: Mapped[str | None] = mapped_column(String(60))
    import_id: Mapped[str] = mapped_column(String(26))
    brought_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("kind in ('order', 'invoice', 'receipt')", name="kind"),
        Index(None, "workspace_id", "kind", "number", unique=True),
        Index(None, "workspace_id", "customer_id"),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
