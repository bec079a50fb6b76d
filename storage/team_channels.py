"""Teams' channels, as you would ask for them."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.database import insert_into
from storage.tables.team_channels import TeamChannelRow as Row


def choose(tx: Connection, *, workspace_id: str, team_id: str, channel_id: str, set_by: str, now: datetime) -> None:
    values = {"channel_id": channel_id, "set_by": set_by, "set_at": now}
    new = insert_into(tx, Row).values(workspace_id=workspace_id, team_id=team_id, **values)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id", "team_id"], set_=values))


def forget(tx: Connection, *, workspace_id: str, team_id: str) -> None:
    tx.execute(delete(Row).where(Row.workspace_id == workspace_id, Row.team_id == team_id))


def of_all(tx: Connection, *, workspace_id: str) -> tuple[tuple[str, str, str], ...]:
    """(team, channel, who chose it)."""
    found = select(Row.team_id, Row.channel_id, Row.set_by).where(Row.workspace_id == workspace_id)
    return tuple((row[0], row[1], row[2]) for row in tx.execute(found.order_by(Row.team_id)))
