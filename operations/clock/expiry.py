"""What happens when nobody follows up although they were warned: the sweep into the pool.

All dates come from crm/clock.py, and everything is asked again in the transaction that sweeps: a log committed before
wins. What goes is told once a person: to the former owner, and to the manager who decides.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.notices.clock import SweepHalted
from crm.people import Person, Role
from crm.refusal import Refusal
from crm.rollout import breaker_trips
from operations import mail
from operations.assigning.deciding import Shortlist, shortlist
from operations.clock.clockwork import read_clocks
from operations.clock.sweeping import sweep_together
from operations.members import meet
from operations.office import Office
from storage import audit, customers, due_claims, letters, people, slots
from storage.database import DatabaseAway
from storage.due_claims import Due

log = logging.getLogger(__name__)

BATCH = 5_000  # a turn
HANDFUL = 400  # a transaction: long enough to pay for its commit, short enough that nobody waits for it
TURN_SECONDS = 10
SET_ASIDE = timedelta(hours=1)  # what met a bug is tried again then, so that it holds up nobody else


def sweep_due(office: Office, *, now: datetime) -> int:
    """Send to the pool what may go now, a handful a transaction; returns how many went."""
    with office.database.read() as tx:
        due = due_claims.sweep_due(tx, now=now, limit=BATCH)
    by_workspace: dict[str, list[Due]] = defaultdict(list)
    for one in due:
        by_workspace[one.workspace_id].append(one)
    return sum(_sweep_workspace(office, workspace_id, held, now) for workspace_id, held in by_workspace.items())


def resume_sweep(office: Office, *, workspace_id: str, person_id: str, halted_at: datetime, now: datetime) -> None:
    """A manager lets a halted sweep go on, for the rest of that day. Raises Refusal("not_allowed")."""
    with office.database.begin() as tx:
        if not meet(tx, workspace_id=workspace_id, person_id=person_id).leads:
            raise Refusal("not_allowed")
        if slots.take_slot(tx, workspace_id=workspace_id, job="sweep resumed", slot=_day(now), now=now):
            audit.write(
                tx, workspace_id=workspace_id, actor_id=person_id, what="sweep_resumed", now=now, halted_at=halted_at
            )
        for leader in people.people(tx, workspace_id=workspace_id):
            mail.edit_keyed(tx, workspace_id=workspace_id, key=_halted_key(leader, halted_at), now=now)
            if leader.role == Role.ADMIN:
                mail.republish_home(tx, workspace_id=workspace_id, person_id=leader.person_id, now=now)


def is_halted(tx: Connection, admin: Person, *, now: datetime) -> bool:
    """Whether the sweep has stopped today and waits for a person's word."""
    here = {"workspace_id": admin.workspace_id}
    told = letters.keyed(tx, **here, key=_halted_key(admin, now))
    return told is not None and not slots.was_taken(tx, **here, job="sweep resumed", slot=_day(now))


def _sweep_workspace(office: Office, workspace_id: str, due: Sequence[Due], now: datetime) -> int:
    if not _my_turn(office, workspace_id, now) or _breaker_trips(office, workspace_id, now):
        return 0
    with office.database.read(at_most=10) as tx:
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        known = shortlist(tx, workspace_id=workspace_id, clocks=clocks)
    due = sorted(due, key=lambda one: (one.owner_id or "", one.customer_id))  # an owner's go, and are told of, together
    handfuls = (due[first : first + HANDFUL] for first in range(0, len(due), HANDFUL))
    return sum(_sweep_handful(office, workspace_id, handful, known, now) for handful in handfuls)


def _sweep_handful(office: Office, workspace_id: str, due: Sequence[Due], known: Shortlist, now: datetime) -> int:
    """One transaction; if anything fails in it, one for each, so that a bad row stops only itself."""
    try:
        with office.database.begin() as tx:
            return sweep_together(tx, due, workspace_id=workspace_id, shortlist=known, now=now)
    except DatabaseAway:
        raise
    except Exception:
        if len(due) > 1:
            return sum(_sweep_handful(office, workspace_id, [one], known, now) for one in due)
        log.exception("customer %s could not be swept; the others go on", due[0].customer_id)
        _set_aside(office, workspace_id, due[0], now)
        return 0


def _my_turn(office: Office, workspace_id: str, now: datetime) -> bool:
    """Of several processes that tick at once one sweeps, so that what goes together is told together; should it die,
    the next turn is anybody's."""
    with office.database.begin() as tx:
        turn = str(int(now.timestamp()) // TURN_SECONDS)
        return slots.take_slot(tx, workspace_id=workspace_id, job="sweep", slot=turn, now=now)


def _set_aside(office: Office, workspace_id: str, one: Due, now: datetime) -> None:
    with office.database.begin() as tx:
        customers.change(
            tx,
            workspace_id=workspace_id,
            customer_id=one.customer_id,
            epoch=one.epoch,
            owner_id=one.owner_id,
            sweep_after=now + SET_ASIDE,
        )


def _breaker_trips(office: Office, workspace_id: str, now: datetime) -> bool:
    """A sweep of more than max(10, 5 %) of what is owned smells of a wrong clock or rule: it waits for a person's word."""
    with office.database.begin() as tx:
        due = due_claims.count_sweep_due(tx, workspace_id=workspace_id, now=now)
        owned = customers.count_owned(tx, workspace_id=workspace_id)
        rule = read_clocks(tx, workspace_id=workspace_id, now=now).of(None).rule
        if not breaker_trips(due, owned, rule=rule):
            return False
        if slots.was_taken(tx, workspace_id=workspace_id, job="sweep resumed", slot=_day(now)):
            return False
        for leader in people.people(tx, workspace_id=workspace_id):
            if leader.role == Role.ADMIN:
                slip = SweepHalted(due, owned, now)
                to, key = leader.person_id, _halted_key(leader, now)
                if mail.post(tx, slip, workspace_id=workspace_id, to=to, now=now, key=key):  # once a day, not a turn
                    mail.republish_home(tx, workspace_id=workspace_id, person_id=to, now=now)
    return True


def _halted_key(leader: Person, halted_at: datetime) -> str:
    return f"halted:{leader.person_id}:{_day(halted_at)}"


def _day(now: datetime) -> str:
    return now.date().isoformat()
