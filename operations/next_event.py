"""When the clock has something to do next: for health checks, and for the sandbox's "to the next event"."""

from datetime import datetime

from sqlalchemy import func, select

from operations.office import Office
from storage import complaints, reassignments
from storage.tables.activities import FollowUpRow
from storage.tables.customers import CustomerRow
from storage.tables.rules import RecountRow


def next_due(office: Office) -> datetime | None:
    """The next reminder, warning, sweep, beginning of a rule, or decision that is passed up. Morning lists are not
    events: every day has one."""
    with office.database.read() as tx:
        columns = (CustomerRow.warn_at, CustomerRow.sweep_after, FollowUpRow.remind_at, RecountRow.due_at)
        found = [tx.execute(select(func.min(column))).scalar() for column in columns]
        found.append(reassignments.next_late(tx))
        found.append(complaints.next_chase(tx))
    return min((instant for instant in found if instant), default=None)
