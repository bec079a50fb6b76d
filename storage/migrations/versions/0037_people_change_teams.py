"""people change teams."""

from collections.abc import Sequence

from alembic import op

revision: str = "0037"
down_revision: str | None = "0036"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("recounts", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_recounts_cause"), type_="check")
        batch_op.create_check_constraint(op.f("ck_recounts_cause"), "cause in ('rule', 'calendar', 'team', 'people')")
