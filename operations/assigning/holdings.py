"""What a person holds, as far as it counts towards the cap: neither who is won, while the contract runs, nor anything
of somebody whose clocks stand still for approved leave."""

from collections.abc import Collection

from sqlalchemy import Connection

from crm.exemptions import contract_over
from crm.people import Person
from operations.clock.clockwork import Clocks
from operations.clock.deal_holds import won_customers
from storage import claims, leave


def counted(tx: Connection, who: Collection[Person], *, workspace_id: str, clocks: Clocks) -> dict[str, int]:
    """How many customers count towards the cap of each of these people, by id."""
    held = claims.open_counts(tx, workspace_id=workspace_id)
    won = won_customers(tx, [one.person_id for one in who if one.person_id in held], workspace_id=workspace_id)
    paused = away(tx, who, workspace_id=workspace_id, clocks=clocks)
    counts = {}
    for one in who:
        clock_ = clocks.of(one)
        running = (
            contract_over(each, clock_.rule, clock_.calendar) > clocks.now for each in won.get(one.person_id, ())
        )
        counts[one.person_id] = 0 if one.person_id in paused else held.get(one.person_id, 0) - sum(running)
    return counts


def away(tx: Connection, who: Collection[Person], *, workspace_id: str, clocks: Clocks) -> frozenset[str]:
    """Which of these people are on approved leave on their local day."""
    today = {one.person_id: clocks.calendar(one.team_id).local_date(clocks.now) for one in who}
    if not today:
        return frozenset()
    taken = leave.standing(tx, workspace_id=workspace_id, since=min(today.values()))
    return frozenset(one.person_id for one in taken if one.person_id in today and one.covers(today[one.person_id]))
