"""A slip becomes a card: the facts of a notice as they are at the moment it is sent.

`None` means the notice is no longer true and is not sent. An edit of a message that was sent is always composed.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from crm.notices import Notice
from crm.notices.conversation import DailyDigest
from crm.people import Person
from operations.compose import clock, conversation, leads, ownership, reporting
from operations.compose.desk import Card, Desk
from operations.figures.asking import LONGEST
from operations.members import somebody
from operations.office import Office


def compose(
    office: Office, notice: Notice, *, workspace_id: str, person_id: str, now: datetime, is_edit: bool
) -> tuple[Person, Card | None]:
    """Who reads a slip, and the card it stands for, read in one snapshot."""
    with office.database.read(at_most=LONGEST if type(notice) in _COUNTED else None) as tx:
        reader = somebody(tx, workspace_id=workspace_id, person_id=person_id)
        return reader, _COMPOSERS[type(notice)](Desk(tx, workspace_id, reader, now, is_edit), notice)


_COUNTED = {*reporting.COMPOSERS, DailyDigest}  # from all deals there are: that may take its time
_COMPOSERS: dict[type, Callable[[Desk, Any], Card | None]] = {
    **conversation.COMPOSERS,
    **clock.COMPOSERS,
    **ownership.COMPOSERS,
    **reporting.COMPOSERS,
    **leads.COMPOSERS,
}
