"""Alembic's way in: runs the revisions on the connection and the transaction that storage.migrations opened."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.database import UtcDateTime


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our instant type into revisions by name, so that each database gets its own form of it."""
    if kind == "type" and isinstance(item, UtcDateTime):
        autogen.imports.add("from storage.database import UtcDateTime")
        return "UtcDateTime()"
    return False


given = context.config.attributes
context.configure(
    connection=given["connection"], target_metadata=given["metadata"], render_item=render_item, **given["options"]
)
context.run_migrations()
