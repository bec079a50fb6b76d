"""When a team's channel is told: each working day or not, on which day of the week, at which hour."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("team_channels") as table:
        table.add_column(sa.Column("daily", sa.Boolean(), server_default=sa.text("false"), nullable=False))
        table.add_column(sa.Column("weekly_day", sa.Integer(), server_default=sa.text("0"), nullable=True))
        table.add_column(sa.Column("hour", sa.Integer(), server_default=sa.text("9"), nullable=False))
