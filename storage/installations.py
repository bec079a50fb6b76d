"""Installations, as you would ask for them; and whether a workspace rests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from storage.database import insert_into
from storage.tables.installations import InstallationRow
from storage.tables.outages import OutageRow


@dataclass(frozen=True, slots=True)
class Installation:
    """`locked_token`: under the operator's key, "" where it was revoked."""

    workspace_id: str
    locked_token: str = field(repr=False)
    bot_user_id: str
    bot_id: str
    installed_by: str
    installed_at: datetime
    removed_at: datetime | None = None
    forgetting_at: datetime | None = None


_INSTALLATION = select(
    InstallationRow.workspace_id,
    InstallationRow.token,
    InstallationRow.bot_user_id,
    InstallationRow.bot_id,
    InstallationRow.installed_by,
    InstallationRow.installed_at,
    InstallationRow.removed_at,
    InstallationRow.forgetting_at,
)


def removed(workspace_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Dibs was there, and its app was taken out."""
    return exists().where(InstallationRow.workspace_id == workspace_id, InstallationRow.removed_at.is_not(None))


def rests(workspace_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """It was taken out, or is back and has days to give back: nobody there is warned or swept."""
    unsettled = exists().where(OutageRow.workspace_id == workspace_id, OutageRow.settled_at.is_(None))
    return or_(removed(workspace_id), unsettled)


def find(tx: Connection, *, workspace_id: str) -> Installation | None:
    row = tx.execute(_INSTALLATION.where(InstallationRow.workspace_id == workspace_id)).first()
    return Installation(*row) if row else None


def in_use(tx: Connection) -> tuple[Installation, ...]:
    """Every workspace Dibs may speak in."""
    found = _INSTALLATION.where(InstallationRow.token != "").order_by(InstallationRow.workspace_id)
    return tuple(Installation(*row) for row in tx.execute(found))


def put(tx: Connection, one: Installation) -> None:
    """Add it, or take the place of the one there was."""
    fields = {
        "token": one.locked_token,
        "bot_user_id": one.bot_user_id,
        "bot_id": one.bot_id,
        "installed_by": one.installed_by,
        "installed_at": one.installed_at,
        "removed_at": None,
    }
    new = insert_into(tx, InstallationRow).values(workspace_id=one.workspace_id, **fields)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id"], set_=fields))


def remove(tx: Connection, *, workspace_id: str, before: datetime, now: datetime) -> bool:
    """Forget the token at once; False where there was none, or it was installed anew since `before`."""
    mine = (InstallationRow.workspace_id == workspace_id, InstallationRow.token != "")
    gone = update(InstallationRow).where(*mine, InstallationRow.installed_at <= before).values(token="", removed_at=now)
    return tx.execute(gone.returning(InstallationRow.workspace_id)).first() is not None


def lock_anew(tx: Connection, *, workspace_id: str, was: str, now_is: str) -> bool:
    """Compare and set, of a token under another key."""
    mine = (InstallationRow.workspace_id == workspace_id, InstallationRow.token == was)
    return tx.execute(update(InstallationRow).where(*mine).values(token=now_is)).rowcount == 1


def begin_to_forget(tx: Connection, *, before: datetime, now: datetime) -> tuple[str, ...]:
    """Mark the workspaces that were removed before that instant; all that are marked, and not gone yet."""
    due = (InstallationRow.removed_at <= before, InstallationRow.forgetting_at.is_(None))
    tx.execute(update(InstallationRow).where(*due).values(forgetting_at=now))
    marked = select(InstallationRow.workspace_id).where(InstallationRow.forgetting_at.is_not(None))
    return tuple(tx.execute(marked.order_by(InstallationRow.workspace_id)).scalars())


def is_any_to_forget(tx: Connection, *, before: datetime) -> bool:
    due = select(InstallationRow.workspace_id).where(InstallationRow.removed_at <= before).limit(1)
    return tx.execute(due).first() is not None
