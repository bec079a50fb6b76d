"""Decisions nobody took within the rule's hours go to the next leader up, once; the first may still decide."""

import logging
from datetime import datetime

from sqlalchemy import Connection

from crm.notices.ownership import ReassignmentAsked
from operations import mail
from operations.assigning.deciding import card_above_key, former_owner
from operations.office import Office
from storage import people, reassignments
from storage.outbox import Priority
from storage.reassignments import Reassignment

log = logging.getLogger(__name__)


def escalate_due(office: Office, *, now: datetime) -> int:
    """Pass up every card whose time for an answer is over; returns how many there were."""
    with office.database.read() as tx:
        late = reassignments.unanswered(tx, now=now)
    for workspace_id, manager_id, opened_at in late:
        with office.database.begin() as tx:
            waiting = reassignments.pass_up(
                tx, workspace_id=workspace_id, manager_id=manager_id, opened_at=opened_at, now=now
            )
            if waiting:
                _ask_next(tx, waiting[0], workspace_id=workspace_id, now=now)
    return len(late)


def _ask_next(tx: Connection, one: Reassignment, *, workspace_id: str, now: datetime) -> None:
    assert one.manager_id is not None
    former = former_owner(tx, one, workspace_id=workspace_id)
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=former.team_id if former else None)
    above = next((leader for leader in leaders if leader.person_id != one.manager_id), None)
    if above is None:
        log.info("a decision is late, and there is nobody above to ask")
        return
    mail.post(
        tx,
        ReassignmentAsked(one.opened_at, asked_first=one.manager_id),
        workspace_id=workspace_id,
        to=above.person_id,
        now=now,
        priority=Priority.REASSIGNMENT,
        key=card_above_key(one.manager_id, one.opened_at),
    )
    mail.republish_home(tx, workspace_id=workspace_id, person_id=above.person_id, now=now)
