"""Which letter reminded of which first follow-up."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "touch_reminders",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.String(length=26), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("outbox_id", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customer_id"],
            ["customers.workspace_id", "customers.customer_id"],
            name=op.f("fk_touch_reminders_workspace_id_customer_id_customers"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "customer_id", "epoch", "outbox_id", name=op.f("pk_touch_reminders")),
    )
