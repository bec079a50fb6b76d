"""The first follow-up on what a manager gave away: whoever has not called by the rule's hour hears of it, once, and so
does a manager. Asked after in bulk, so that a morning's hand-over is one message a person, and worded again as they call."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from crm.cards import ClaimLine, UntouchedCard
from crm.customers import Customer
from crm.notices.clock import Untouched
from crm.people import Person
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.customers import seeing
from operations.office import Office
from storage import activities, customers, first_touches, people
from storage.outbox import Priority

Claim = tuple[str, int]  # customer and epoch
BATCH: Final = 500  # claims a turn


def ask_after_touches(office: Office, *, now: datetime) -> int:
    """Tell of the first follow-ups that were due and not made; returns how many claims were looked at."""
    with office.database.read() as tx:
        due = first_touches.due(tx, now=now, limit=BATCH)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for workspace_id, customer_id, epoch, _ in due:
        claims[workspace_id].append((customer_id, epoch))
    for workspace_id, theirs in claims.items():
        with office.database.begin() as tx:
            waiting = first_touches.ask_after(tx, workspace_id=workspace_id, claims=theirs, now=now)
            _tell(tx, waiting, due[0][-1], workspace_id=workspace_id, now=now)
    return len(due)


def untouched_card(
    tx: Connection, slip: Untouched, *, workspace_id: str, now: datetime, is_edit: bool = False
) -> UntouchedCard | None:
    """All it is about, each with whether it still waits; None where none does and nothing was said yet."""
    found = customers.customers(tx, workspace_id=workspace_id, customer_ids=[one for one, _ in slip.claims])
    said = {
        line.customer.customer_id: line for line in seeing.claim_lines(tx, found, workspace_id=workspace_id, now=now)
    }
    lines = [_line(tx, one, said.get(one.customer_id), dict(slip.claims), workspace_id=workspace_id) for one in found]
    if not is_edit:
        lines = [line for line in lines if not line.handled]
    return UntouchedCard(tuple(lines), slip.to_manager) if lines else None


def _line(
    tx: Connection, customer: Customer, said: ClaimLine | None, epochs: dict[str, int], *, workspace_id: str
) -> ClaimLine:
    """Handled once somebody called, or it is not theirs any more."""
    epoch = epochs[customer.customer_id]
    stands = customer.owner_id is not None and customer.owner_epoch == epoch
    waits = stands and not _touched(tx, customer.customer_id, epoch, workspace_id=workspace_id)
    return replace(said or ClaimLine(customer, None, 0), handled=not waits)


def _touched(tx: Connection, customer_id: str, epoch: int, *, workspace_id: str) -> bool:
    last = activities.latest(tx, workspace_id=workspace_id, customer_id=customer_id, limit=1)
    return bool(last) and last[0].epoch == epoch


def _tell(
    tx: Connection, waiting: Iterable[first_touches.Untouched], planned: datetime, *, workspace_id: str, now: datetime
) -> None:
    """One message a person about all of them; what is late, by an outage, waits for their working hours."""
    clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
    about: dict[tuple[Person, bool], list[Claim]] = defaultdict(list)
    for one in waiting:
        for reader in _readers(tx, one.owner_id, workspace_id=workspace_id):
            about[reader].append((one.customer_id, one.epoch))
    for (person, to_manager), claims in about.items():
        slip, rank = Untouched(tuple(claims), to_manager), Priority.REMINDER
        after = clocks.spoken_at(person, planned) - now
        put = mail.post(tx, slip, workspace_id=workspace_id, to=person.person_id, now=now, priority=rank, after=after)
        if put:
            first_touches.remember(tx, workspace_id=workspace_id, claims=claims, outbox_id=put)


def _readers(tx: Connection, owner_id: str, *, workspace_id: str) -> list[tuple[Person, bool]]:
    """The owner and whoever leads them, each with whether it is the manager; nobody for an owner who has left."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=owner_id)
    if owner is None or owner.deactivated:
        return []
    leaders = people.managers_of(tx, workspace_id=workspace_id, team_id=owner.team_id)
    manager = next((one for one in leaders if one.person_id != owner_id), None)
    return [(owner, False), *([(manager, True)] if manager else [])]
