"""When the clock has something to do next: for health checks, and for the sandbox's "to the next event"."""

from datetime import datetime

from sqlalchemy import func, select

from operations.assigning.opening import next_opening
from operations.office import Office
from storage import complaints, reassignments
from storage.tables.activities import FollowUpRow
from storage.tables.customers import CustomerRow
from storage.tables.rules import RecountRow


def next_due(office: Office) -> datetime | None:
    """The next reminder, warning, sweep, or beginning of a rule; a decision passed up, a customer that opens or wakes.
    Morning lists are not events: every day has one."""
    with office.database.read() as tx:
        customer = (CustomerRow.warn_at, CustomerRow.sweep_after, CustomerRow.wakes_at)
        columns = (*customer, FollowUpRow.remind_at, RecountRow.due_at)
        found = [tx.execute(select(func.min(column))).scalar() for column in columns]
        found += [reassignments.next_late(tx), complaints.next_chase(tx), next_opening(tx)]
    return min((instant for instant in found if instant), default=None)
