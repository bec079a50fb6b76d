"""Locks: asked for by an owner, set by a manager."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:

    op.create_table(
        "locks",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("lock_id", sa.String(length=26), nullable=False),
        sa.Column("customer_id", sa.String(length=26), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state <> 'locked' or (until is not null and decided_by is not null)", name=op.f("ck_locks_approved")
        ),
        sa.CheckConstraint("state in ('asked', 'locked', 'refused', 'ended')", name=op.f("ck_locks_state")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customer_id"],
            ["customers.workspace_id", "customers.customer_id"],
            name=op.f("fk_locks_workspace_id_customer_id_customers"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "lock_id", name=op.f("pk_locks")),
    )
    with op.batch_alter_table("locks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_locks_workspace_id_customer_id_epoch"),
            ["workspace_id", "customer_id", "epoch"],
            unique=False,
        )
