"""What others ask a manager for and nobody has answered: more time, leave, locks; of their teams, not their own.

Two hundred people may ask before a holiday, and a Home shows two of them: cards are made of those shown only.
"""

from functools import partial
from typing import Any

from crm.cards import LeaveCard, LockCard, TimeRequestCard
from crm.people import Person, may_manage
from operations.clock import away, granting_time, locking
from operations.clock.clockwork import Clocks
from operations.compose.desk import Desk
from storage import leave, locks, people, time_requests

Approval = TimeRequestCard | LeaveCard | LockCard


def asked_of(desk: Desk, clocks: Clocks, *, most: int) -> tuple[tuple[Approval, ...], int]:
    """The first of them, and how many there are. Who has left the company asks for nothing any more."""
    tx, here = desk.tx, {"workspace_id": desk.workspace_id}
    time_card = partial(granting_time.request_card, tx, **here, to_asker=False)
    leave_card = partial(away.leave_card, tx, **here, reader="manager")
    lock_card = partial(locking.lock_card, tx, **here, to_manager=True, now=desk.now, clocks=clocks)
    waiting: list[tuple[str, Any, str]] = [
        *((one.asked_by, time_card, one.request_id) for one in time_requests.open_ones(tx, **here)),
        *((one.person_id, leave_card, one.leave_id) for one in leave.asked(tx, **here)),
        *((one.asked_by, lock_card, one.lock_id) for one in locks.asked(tx, **here)),
    ]
    askers = {one.person_id: one for one in people.of_ids(tx, **here, person_ids={who for who, *_ in waiting})}
    mine = [(card, which) for who, card, which in waiting if _may_answer(desk.reader, askers.get(who))]
    cards = (card(which) for card, which in mine[:most])
    return tuple(one for one in cards if one), len(mine)


def _may_answer(reader: Person, asker: Person | None) -> bool:
    if asker is None or asker.deactivated or asker.person_id == reader.person_id:
        return False
    return may_manage(reader, team_id=asker.team_id)
