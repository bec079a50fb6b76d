"""A workflow's step is told how it ended by a letter too: two more methods in the outbox."""

from collections.abc import Sequence

from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BEFORE = "method IN ('chat.postMessage', 'chat.update', 'chat.postEphemeral', 'views.publish')"
NOW = BEFORE.replace(")", ", 'functions.completeSuccess', 'functions.completeError')")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
        return
    op.drop_constraint(op.f("ck_outbox_method"), "outbox", type_="check")
    op.create_check_constraint(op.f("ck_outbox_method"), "outbox", NOW)


def _rebuild() -> None:
    """SQLite changes no check in place: the same table once more under its own words, with its rows and its indexes."""
    words = "SELECT sql FROM sqlite_master WHERE tbl_name = 'outbox' AND sql IS NOT NULL ORDER BY type = 'index'"
    table, *indexes = op.get_bind().exec_driver_sql(words).scalars()
    assert BEFORE in table
    op.execute("ALTER TABLE outbox RENAME TO outbox_before")
    for name in (
        op.get_bind()
        .exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE tbl_name = 'outbox_before' AND type = 'index' AND sql IS NOT NULL"
        )
        .scalars()
        .all()
    ):
        op.execute(f"DROP INDEX {name}")
    op.execute(table.replace(BEFORE, NOW))
    op.execute("INSERT INTO outbox SELECT * FROM outbox_before")
    op.execute("DROP TABLE outbox_before")
    for index in indexes:
        op.execute(index)
