"""teams are switched on one by one, and assisted entry ends"""

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.add_column(sa.Column("clock", sa.String(length=6), server_default=sa.text("'on'"), nullable=False))
        batch_op.add_column(sa.Column("clock_from", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("assisted_until", sa.Date(), nullable=True))
        batch_op.create_check_constraint(op.f("ck_teams_clock"), "clock in ('on', 'shadow', 'off')")
    with op.batch_alter_table("recounts", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_recounts_cause"), type_="check")
        batch_op.create_check_constraint(op.f("ck_recounts_cause"), "cause in ('rule', 'calendar', 'team')")
