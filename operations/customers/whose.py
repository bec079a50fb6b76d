"""Whose a customer is to see to: its owner's team, and in the pool still the team of who had it last.

"Their teams" is asked here and nowhere else, so that who may assign a pooled customer is who sees it whole and has the
button for it.
"""

from sqlalchemy import Connection

from crm.customers import Customer
from crm.people import Person, may_manage, may_see_whole
from storage import claims, co_owners, people, reassignments


def team_of(tx: Connection, customer: Customer, *, workspace_id: str) -> str | None:
    """The team whose managers see to it; None where it is no team's: nobody had it, or somebody in none."""
    whose = customer.owner_id or _last_owner(tx, customer, workspace_id=workspace_id)
    person = people.person(tx, workspace_id=workspace_id, person_id=whose) if whose else None
    return person.team_id if person else None


def manages(tx: Connection, customer: Customer, *, workspace_id: str, actor: Person) -> bool:
    """Whether they decide about it: the managers of its team, and every admin."""
    return actor.leads and may_manage(actor, team_id=team_of(tx, customer, workspace_id=workspace_id))


def sees_whole(tx: Connection, customer: Customer, *, workspace_id: str, asker: Person) -> bool:
    """Whether contacts, notes and history are the asker's to read."""
    if asker.person_id == customer.owner_id:
        return True
    return may_see_whole(
        asker,
        owner_id=customer.owner_id,
        team_id=team_of(tx, customer, workspace_id=workspace_id),
        co_owners=co_owners.of(tx, workspace_id=workspace_id, customer_id=customer.customer_id),
    )


def _last_owner(tx: Connection, customer: Customer, *, workspace_id: str) -> str | None:
    """As the decision about it says; what rests waits for none."""
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    waiting = reassignments.reassignment(tx, **key, epoch=customer.owner_epoch)
    if waiting:
        return waiting.from_owner
    had = claims.tenures(tx, **key)
    return had[0].owner_id if had else None
