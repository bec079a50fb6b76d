"""Who holds whom, since when, by which rule: claims, their ledger, warnings, requests for time, reassignments."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Base, UtcDateTime


def _of_customer() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace_id", "customer_id"], ["customers.workspace_id", "customers.customer_id"])


class ClaimRow(Base):
    """One epoch: one unbroken ownership of one customer. At most one a customer is open."""

    __tablename__ = "claims"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(String(32))
    team_id: Mapped[str | None] = mapped_column(String(26))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    how: Mapped[str] = mapped_column(String(20))
    given_back: Mapped[int] = mapped_column(server_default=text("0"))
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    former_grades: Mapped[str] = mapped_column(String(10), server_default=text("''"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    end_reason: Mapped[str | None] = mapped_column(String(40))
    touch_by: Mapped[datetime | None] = mapped_column(UtcDateTime)  # until it was looked at whether that was kept
    __table_args__ = (
        Index(
            "ix_claims_touch_by",
            "touch_by",
            sqlite_where=text("touch_by is not null"),
            postgresql_where=text("touch_by is not null"),
        ),
        Index(
            "uq_claims_open",
            "workspace_id",
            "customer_id",
            unique=True,
            sqlite_where=text("ended_at is null"),
            postgresql_where=text("ended_at is null"),
        ),
        Index(None, "workspace_id", "owner_id", "started_at"),
        _of_customer(),
    )


class LedgerRow(Base):
    """Append-only: every change of ownership, with who, why, by which rule, old and new deadline, which warning."""

    __tablename__ = "ledger"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    ledger_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[str | None] = mapped_column(String(32))
    event: Mapped[str] = mapped_column(String(20))
    epoch: Mapped[int]
    from_owner: Mapped[str | None] = mapped_column(String(32))
    to_owner: Mapped[str | None] = mapped_column(String(32))
    reason: Mapped[str | None] = mapped_column(Text)
    rule_version: Mapped[int | None]
    old_deadline: Mapped[datetime | None] = mapped_column(UtcDateTime)
    new_deadline: Mapped[datetime | None] = mapped_column(UtcDateTime)
    warning_rung: Mapped[str | None] = mapped_column(String(10))
    __table_args__ = (
        Index(None, "workspace_id", "customer_id", "at"),
        Index(None, "workspace_id", "at"),
        Index(None, "workspace_id", "to_owner", "event", "at"),
        _of_customer(),
    )


class WarningRow(Base):
    """One rung of the ladder for one deadline. `delivered_at` is set in the transaction that marks the letter sent."""

    __tablename__ = "warnings"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    deadline: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    rung: Mapped[str] = mapped_column(String(10), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    outbox_id: Mapped[str] = mapped_column(String(26))
    put_at: Mapped[datetime] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undeliverable: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (Index(None, "workspace_id", "outbox_id"), _of_customer())


class TimeRequestRow(Base):
    """A rep asks for time; a manager grants or refuses."""

    __tablename__ = "time_requests"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26))
    epoch: Mapped[int]
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    days: Mapped[int]
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'granted', 'refused', 'lapsed')", name="state"),
        Index(
            "uq_time_requests_open",
            "workspace_id",
            "customer_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(None, "workspace_id", "customer_id", "epoch"),
        _of_customer(),
    )


class ReassignmentRow(Base):
    """A pooled customer that waits for a manager's decision. `epoch` is the customer's epoch while it waits."""

    __tablename__ = "reassignments"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    manager_id: Mapped[str | None] = mapped_column(String(32))
    from_owner: Mapped[str | None] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(String(40))
    suggested_id: Mapped[str | None] = mapped_column(String(32))
    suggested_why: Mapped[str | None] = mapped_column(String(40))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer_by: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), server_default=text("'open'"))
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("state in ('open', 'assigned', 'opened', 'claimed', 'undone')", name="state"),
        Index(None, "workspace_id", "state", "opened_at"),
        _of_customer(),
    )


class ClaimRuleRow(Base):
    """Every version of every rule, kept for good. `fields` is the rule as JSON; the first day is the workspace's local
    one; `retired`: from that day the scope has no rule of its own any more."""

    __tablename__ = "claim_rules"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str | None] = mapped_column(String(26))
    grade: Mapped[str | None] = mapped_column(String(1))
    source: Mapped[str | None] = mapped_column(String(60))
    fields: Mapped[str] = mapped_column(Text)
    effective_from: Mapped[date]
    retired: Mapped[bool] = mapped_column(server_default=text("false"))
    saved_by: Mapped[str | None] = mapped_column(String(32))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AuditRow(Base):
    """Append-only: rule changes, role changes, exports, merges. Ownership has the ledger."""

    __tablename__ = "audit"
    workspace_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    audit_id: Mapped[str] = mapped_column(String(26), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[str | None] = mapped_column(String(32))
    what: Mapped[str] = mapped_column(String(40))
    facts: Mapped[str] = mapped_column(Text)
    __table_args__ = (Index(None, "workspace_id", "at"),)
