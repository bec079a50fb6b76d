"""Teams' channels, as you would ask for them."""

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from crm.people import TeamChannel
from storage.database import insert_into
from storage.prebuilt import given
from storage.tables.team_channels import TeamChannelRow as Row

_CHANNEL = select(Row.team_id, Row.channel_id, Row.set_by, Row.daily, Row.weekly_day, Row.hour)
_OF_ALL = _CHANNEL.where(*given(Row.workspace_id)).order_by(Row.team_id)


def choose(tx: Connection, *, workspace_id: str, team_id: str, channel_id: str, set_by: str, now: datetime) -> None:
    """Another channel is told when the one before it was; a first one on Mondays at nine, until `change` says other."""
    values = {"channel_id": channel_id, "set_by": set_by, "set_at": now}
    new = insert_into(tx, Row).values(workspace_id=workspace_id, team_id=team_id, **values)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id", "team_id"], set_=values))


def change(tx: Connection, *, workspace_id: str, team_id: str, **wanted: int | bool | None) -> None:
    """`daily`, `weekly_day`, `hour`."""
    tx.execute(update(Row).where(Row.workspace_id == workspace_id, Row.team_id == team_id).values(**wanted))


def forget(tx: Connection, *, workspace_id: str, team_id: str) -> None:
    tx.execute(delete(Row).where(Row.workspace_id == workspace_id, Row.team_id == team_id))


def of_team(tx: Connection, *, workspace_id: str, team_id: str) -> TeamChannel | None:
    row = tx.execute(_CHANNEL.where(Row.workspace_id == workspace_id, Row.team_id == team_id)).first()
    return TeamChannel(*row) if row else None


def of_all(tx: Connection, *, workspace_id: str) -> tuple[TeamChannel, ...]:
    return tuple(TeamChannel(*row) for row in tx.execute(_OF_ALL, {"workspace_id": workspace_id}))
