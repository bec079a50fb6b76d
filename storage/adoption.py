"""Who logs, read from the activities: whose a log counts as is the rep it was written for, else its writer."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables.activities import ActivityRow

WHOSE = func.coalesce(ActivityRow.on_behalf_of, ActivityRow.author_id)


def last_logged(
    tx: Connection, *, workspace_id: str, person_ids: Collection[str], since: datetime, until: datetime | None = None
) -> dict[str, datetime]:
    """person -> when they last logged since, before `until` where it is named, as far as it stands; not what came with a list."""
    mine = [
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.logged_at >= since,
        ActivityRow.withdrawn_at.is_(None),
        func.coalesce(ActivityRow.why_not, "") != "imported",
        WHOSE.in_(person_ids),
    ]
    if until is not None:
        mine.append(ActivityRow.logged_at < until)
    found = select(WHOSE, func.max(ActivityRow.logged_at)).where(*mine).group_by(WHOSE)
    return {row[0]: row[1] for row in tx.execute(found)}
