"""Around the pool: who looked at what, who waits for whom, who asked an owner."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


def _of_customer() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"])


class PoolViewRow(Base):
    """A person opened the card of a customer nobody owned; once a customer and local day. Append-only."""

    __tablename__ = "pool_views"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (_of_customer(),)


class PoolWaitRow(Base):
    """A person waits for a customer to be free. `known_as`: the name as they saw it then; `told_epoch`: the epoch of the
    last time they were told that it is."""

    __tablename__ = "pool_waits"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    wait_id: Mapped[str] = mapped_column(String(26))
    known_as: Mapped[str] = mapped_column(String(200))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_epoch: Mapped[int | None]
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (_of_customer(),)


class HandoverAskRow(Base):
    """A rep asks the owner to hand a customer over."""

    __tablename__ = "handover_asks"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    ask_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    epoch: Mapped[int]
    owner_id: Mapped[str] = mapped_column(String(32))
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'given', 'refused')", name="state"),
        Index(None, "workspace_id", "customer_id", "epoch", "asked_by", unique=True),
        _of_customer(),
    )
