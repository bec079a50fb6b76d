"""Customers, the other names they go by, and the people there."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


class CustomerRow(Base):
    """One firm. The clock's instants are indexes of the pure function, rewritten with whatever changes them.

    `warn_at` is when the next rung of the warning ladder is due; `sweep_after` stays null until a warning for this
    very deadline was delivered, so the sweep's query only ever finds rows that may really be swept.
    """

    __tablename__ = "customers"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    normal_name: Mapped[str] = mapped_column(String(400))
    state: Mapped[str] = mapped_column(String(10))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    owner_epoch: Mapped[int] = mapped_column(server_default=text("0"))
    epoch_started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    protected_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    warn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sweep_after: Mapped[datetime | None] = mapped_column(UtcDateTime)
    grade: Mapped[str | None] = mapped_column(String(1))
    source: Mapped[str | None] = mapped_column(String(60))
    campaign: Mapped[str | None] = mapped_column(String(120))
    city: Mapped[str | None] = mapped_column(String(100))
    industry: Mapped[str | None] = mapped_column(String(100))
    domain: Mapped[str | None] = mapped_column(String(253))
    phone: Mapped[str | None] = mapped_column(String(60))
    pooled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    pool_reason: Mapped[str | None] = mapped_column(String(40))
    import_id: Mapped[str | None] = mapped_column(String(26))
    wakes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_by: Mapped[str | None] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('lead', 'owned', 'pool', 'won', 'archived')", name="state"),
        CheckConstraint("(state = 'owned') = (owner_id is not null and protected_until is not null)", name="owned"),
        CheckConstraint("state <> 'pool' or pooled_at is not null", name="pooled"),
        Index(None, "workspace_id", "normal_name", unique=True),
        Index(None, "workspace_id", "owner_id"),
        Index(None, "workspace_id", "changed_at"),
        Index(None, "workspace_id", "state", "pooled_at"),
        Index(None, "workspace_id", "domain"),
        Index(
            "ix_customers_imported",
            "workspace_id",
            "import_id",
            sqlite_where=text("import_id is not null"),
            postgresql_where=text("import_id is not null"),
        ),
        Index(
            "ix_customers_warn_due",
            "warn_at",
            sqlite_where=text("warn_at is not null"),
            postgresql_where=text("warn_at is not null"),
        ),
        Index(
            "ix_customers_wake_due",
            "wakes_at",
            sqlite_where=text("wakes_at is not null"),
            postgresql_where=text("wakes_at is not null"),
        ),
        Index(
            "ix_customers_sweep_due",
            "sweep_after",
            sqlite_where=text("sweep_after is not null"),
            postgresql_where=text("sweep_after is not null"),
        ),
    )


class AliasRow(Base):
    __tablename__ = "customer_aliases"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    normal_alias: Mapped[str] = mapped_column(String(400), primary_key=True)
    alias: Mapped[str] = mapped_column(String(200))
    __table_args__ = (
        Index(None, "workspace_id", "normal_alias"),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )


class ContactRow(Base):
    __tablename__ = "contacts"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    contact_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    name: Mapped[str] = mapped_column(String(200))
    normal_name: Mapped[str] = mapped_column(String(400))
    phone: Mapped[str | None] = mapped_column(String(60))
    email: Mapped[str | None] = mapped_column(String(254))
    import_id: Mapped[str | None] = mapped_column(String(26))
    __table_args__ = (
        Index(None, "workspace_id", "customer_id", "normal_name", unique=True),
        Index(
            "ix_contacts_imported",
            "workspace_id",
            "import_id",
            sqlite_where=text("import_id is not null"),
            postgresql_where=text("import_id is not null"),
        ),
        ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"]),
    )
