"""When the clock has something to do next: for health checks, and for the sandbox's "to the next event"."""

from datetime import datetime

from sqlalchemy import func, select

from operations.office import Office
from storage.tables.activities import FollowUpRow
from storage.tables.customers import CustomerRow


def next_due(office: Office) -> datetime | None:
    """The next reminder, warning or sweep. Morning lists are not events: every day has one."""
    with office.database.read() as tx:
        columns = (CustomerRow.warn_at, CustomerRow.sweep_after, FollowUpRow.remind_at)
        found = [tx.execute(select(func.min(column))).scalar() for column in columns]
    return min((instant for instant in found if instant), default=None)
