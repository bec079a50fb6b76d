"""On which day a person has the weekly digest, and whether they want the quarterly one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weekly_day", sa.Integer(), server_default=sa.text("0"), nullable=True))
        batch_op.add_column(sa.Column("quarterly_on", sa.Boolean(), server_default=sa.text("true"), nullable=False))
