"""Heartbeats and outages: downtime gives days back."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:

    op.create_table(
        "heartbeats",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "outages",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("down_at", UtcDateTime(), nullable=False),
        sa.Column("up_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "down_at", name=op.f("pk_outages")),
    )
