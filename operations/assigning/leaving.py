"""Somebody leaves the company: their customers freeze at once, and one card asks their manager who shall have them."""

from datetime import datetime

from crm.notices.conversation import Word
from crm.notices.ownership import ReassignmentAsked
from crm.people import Person
from operations import mail
from operations.assigning import deciding
from operations.clock.clockwork import read_clocks
from operations.clock.ownership import let_go
from operations.office import Office
from storage import customers, leave, locks, people, time_requests
from storage.outbox import Priority


def freeze_leavers(office: Office, *, now: datetime) -> int:
    """Send to the pool whatever is owned by people deactivated in Slack, whether or not the clock is on; returns how many.

    The clock needs no warning here: nobody is left who could be warned. All of one person's customers are one card.
    """
    with office.database.read() as tx:
        leavers = people.departed_owners(tx)
    return sum(_freeze(office, leaver, now) for leaver in leavers)


def hand_on(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> None:
    """Where a manager has left, who decides for the team now hears once that their people's wishes wait on the Home."""
    here = {"workspace_id": workspace_id}
    with office.database.read() as tx:
        gone = people.person(tx, **here, person_id=person_id)
        if gone is None or not (gone.deactivated and gone.leads and gone.team_id):
            return
        team = {one.person_id for one in people.members(tx, **here, team_id=gone.team_id)}
        asked = {one.asked_by for one in time_requests.open_ones(tx, **here)}
        asked |= {one.asked_by for one in locks.asked(tx, **here)} | {one.person_id for one in leave.asked(tx, **here)}
        leaders = people.managers_of(tx, **here, team_id=gone.team_id)
    if not leaders or not asked & team:
        return
    with office.database.begin() as tx:
        to, key = leaders[0].person_id, f"handed_on:{person_id}:{leaders[0].person_id}"
        mail.post(tx, Word("handed_on", gone.name), workspace_id=workspace_id, to=to, now=now, key=key)
        mail.republish_home(tx, **here, person_id=to, now=now)


def _freeze(office: Office, leaver: Person, now: datetime) -> int:
    workspace_id, frozen = leaver.workspace_id, 0
    with office.database.begin() as tx:
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        for customer in customers.owned_by(tx, workspace_id=workspace_id, owner_id=leaver.person_id):
            clock_ = clocks.of(leaver, customer)
            gone = let_go(
                tx, customer, workspace_id=workspace_id, event="left", why="left", actor_id=None, clock_=clock_, now=now
            )
            if gone is None:
                continue
            frozen += 1
            manager = deciding.open_decision(
                tx, gone, workspace_id=workspace_id, former=leaver, why="left", clock_=clock_, now=now
            )
            if manager:
                mail.post(
                    tx,
                    ReassignmentAsked(now),
                    workspace_id=workspace_id,
                    to=manager.person_id,
                    now=now,
                    priority=Priority.REASSIGNMENT,
                    key=deciding.card_key(manager.person_id, now),
                )
                mail.republish_home(tx, workspace_id=workspace_id, person_id=manager.person_id, now=now)
    return frozen
