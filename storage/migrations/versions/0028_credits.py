"""The ledger of credits."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "credits",
        sa.Column("workspace_id", sa.String(length=32), nullable=False),
        sa.Column("credit_id", sa.String(length=26), nullable=False),
        sa.Column("customer_id", sa.String(length=26), nullable=False),
        sa.Column("deal_id", sa.String(length=26), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("hundredths", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("kind in ('one_off', 'share')", name=op.f("ck_credits_kind")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "customer_id"],
            ["customers.workspace_id", "customers.customer_id"],
            name=op.f("fk_credits_workspace_id_customers"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "deal_id"],
            ["deals.workspace_id", "deals.deal_id"],
            name=op.f("fk_credits_workspace_id_deals"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "credit_id", name=op.f("pk_credits")),
    )
    with op.batch_alter_table("credits", schema=None) as batch_op:
        for columns in (["customer_id"], ["deal_id"], ["person_id", "at"]):
            name = "_".join(["ix_credits_workspace_id", *columns])
            batch_op.create_index(batch_op.f(name), ["workspace_id", *columns], unique=False)
