"""The append-only audit of everything that is not ownership: rules, roles, exports."""

import json
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from storage.ids import new_id
from storage.tables.claims import AuditRow


def write(
    tx: Connection, *, workspace_id: str, actor_id: str | None, what: str, now: datetime, **facts: object
) -> None:
    tx.execute(
        insert(AuditRow).values(
            workspace_id=workspace_id,
            audit_id=new_id(now),
            at=now,
            actor_id=actor_id,
            what=what,
            facts=json.dumps(facts, ensure_ascii=False, default=str),
        )
    )


def count(tx: Connection, *, workspace_id: str, actor_id: str, what: str, since: datetime) -> int:
    """How often somebody did a thing since."""
    mine = (
        AuditRow.workspace_id == workspace_id,
        AuditRow.at >= since,
        AuditRow.actor_id == actor_id,
        AuditRow.what == what,
    )
    return int(tx.execute(select(func.count()).select_from(AuditRow).where(*mine)).scalar_one())


def lines(
    tx: Connection, *, workspace_id: str, limit: int = 50
) -> tuple[tuple[datetime, str | None, str, dict[str, object]], ...]:
    """(at, actor, what, facts), the latest first."""
    found = select(AuditRow.at, AuditRow.actor_id, AuditRow.what, AuditRow.facts).where(
        AuditRow.workspace_id == workspace_id
    )
    rows = tx.execute(found.order_by(AuditRow.at.desc()).limit(limit))
    return tuple((row.at, row.actor_id, row.what, json.loads(row.facts)) for row in rows)
