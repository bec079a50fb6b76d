"""When the first follow-up on what a manager gave away is asked after."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.database import UtcDateTime

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(sa.Column("touch_by", UtcDateTime(), nullable=True))
        batch_op.create_index(
            "ix_claims_touch_by",
            ["touch_by"],
            unique=False,
            sqlite_where=sa.text("touch_by is not null"),
            postgresql_where=sa.text("touch_by is not null"),
        )
