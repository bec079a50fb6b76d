"""Reading the ledger: whose a customer was, and what came to or went from a person. Pages of lines, the latest first."""

from collections.abc import Sequence

from sqlalchemy import Connection

from crm.cards import HistoryCard
from crm.ledger import LedgerLine
from crm.paging import turns
from crm.people import Person, may_manage
from crm.refusal import Refusal
from operations.customers.whose import sees_whole
from operations.office import Office
from storage import claims, customers, merges, people

PAGE = 12


def read_customer_history(
    office: Office, *, workspace_id: str, asker: Person, customer_id: str, offset: int = 0
) -> HistoryCard:
    """Who had it when, and why it moved; of those merged into it too, each by its own name. Raises Refusal: no_customer,
    not_allowed."""
    with office.database.read() as tx:
        customer = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if customer is None:
            raise Refusal("no_customer")
        if not sees_whole(tx, customer, workspace_id=workspace_id, asker=asker):
            raise Refusal("not_allowed")
        gone = dict(merges.into(tx, workspace_id=workspace_id, kept_id=customer_id))
        ids = [customer_id, *gone]
        found = claims.lines_of(tx, workspace_id=workspace_id, customer_ids=ids, limit=PAGE + 1, offset=offset)
        named = _people_in(tx, [line for _, line in found], workspace_id=workspace_id)
    rows = tuple((gone.get(one), line) for one, line in found[:PAGE])
    return HistoryCard(
        "customer", customer_id, customer.name, rows, named, *turns(offset=offset, total=offset + len(found), most=PAGE)
    )


def read_person_history(
    office: Office, *, workspace_id: str, asker: Person, person_id: str, offset: int = 0
) -> HistoryCard:
    """What came to a person and went from them, for themselves and who leads them.

    Raises Refusal: unknown_person, not_allowed.
    """
    with office.database.read() as tx:
        person = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        if person is None:
            raise Refusal("unknown_person")
        if person != asker and not may_manage(asker, team_id=person.team_id):
            raise Refusal("not_allowed")
        found = claims.lines_of_person(
            tx, workspace_id=workspace_id, person_id=person_id, limit=PAGE + 1, offset=offset
        )
        lines = [line for _, line in found]
        named = _people_in(tx, lines, workspace_id=workspace_id)
        about = customers.customers(tx, workspace_id=workspace_id, customer_ids={one for one, _ in found})
    names = {one.customer_id: one.name for one in about}
    rows = tuple((names.get(customer_id), line) for customer_id, line in found[:PAGE])
    return HistoryCard(
        "person", person_id, person.name, rows, named, *turns(offset=offset, total=offset + len(found), most=PAGE)
    )


def _people_in(tx: Connection, lines: Sequence[LedgerLine], *, workspace_id: str) -> dict[str, str]:
    ids = {one for line in lines for one in (line.actor_id, line.from_owner, line.to_owner)}
    return people.names(tx, workspace_id=workspace_id, person_ids=ids)
