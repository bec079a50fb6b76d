"""How much of a rep's entry quality is their team's."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "workspaces", sa.Column("quality_of_team", sa.SmallInteger(), server_default=sa.text("60"), nullable=False)
    )
