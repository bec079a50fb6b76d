"""Spot checks: which logs a manager was asked to look at."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:

    op.create_table(
        "spot_checks",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(length=26), nullable=False),
        sa.Column("manager_id", sa.String(length=32), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), server_default=sa.text("'open'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state in ('open', 'fine', 'rejected')", name=op.f("ck_spot_checks_state")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "activity_id"],
            ["activities.workspace_id", "activities.activity_id"],
            name=op.f("fk_spot_checks_workspace_id_activity_id_activities"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "activity_id", name=op.f("pk_spot_checks")),
    )
    with op.batch_alter_table("spot_checks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_spot_checks_workspace_id_manager_id_week"),
            ["workspace_id", "manager_id", "week"],
            unique=False,
        )
