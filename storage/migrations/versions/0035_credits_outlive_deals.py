"""The lines of the credit ledger outlive the deal they are of: an import taken back takes its deals with it."""

from collections.abc import Sequence

from alembic import op

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("credits", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_credits_workspace_id_deals"), type_="foreignkey")
