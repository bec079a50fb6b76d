"""Grades suggested by the month."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "grade_suggestions",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("customer_id", sa.String(length=26), nullable=False),
        sa.Column("manager_id", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=1), nullable=True),
        sa.Column("grade", sa.String(length=1), nullable=False),
        sa.Column("hundredths", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), server_default=sa.text("'open'"), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state in ('open', 'confirmed', 'kept', 'done', 'overtaken')",
            name=op.f("ck_grade_suggestions_state"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customer_id"],
            ["customers.workspace_id", "customers.customer_id"],
            name=op.f("fk_grade_suggestions_workspace_id_customers"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "month", "customer_id", name=op.f("pk_grade_suggestions")),
    )
    with op.batch_alter_table("grade_suggestions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_grade_suggestions_workspace_id_manager_id_month"),
            ["workspace_id", "manager_id", "month"],
            unique=False,
        )
        batch_op.create_index(
            "ix_grade_suggestions_confirmed",
            ["workspace_id"],
            unique=False,
            sqlite_where=sa.text("state = 'confirmed'"),
            postgresql_where=sa.text("state = 'confirmed'"),
        )
