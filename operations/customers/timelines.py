"""All that was done with a customer, page by page, the latest first; for whoever sees it whole."""

from crm.cards import TimelineCard
from crm.customers import CustomerState
from crm.paging import turns
from crm.people import Person
from crm.refusal import Refusal
from operations.customers.whose import sees_whole
from operations.office import Office
from storage import activities, customers, people

PAGE = 8


def read_timeline(office: Office, *, workspace_id: str, asker: Person, customer_id: str, offset: int) -> TimelineCard:
    """A page of what stands, from `offset` on. Raises Refusal: no_customer, not_allowed."""
    key = {"workspace_id": workspace_id, "customer_id": customer_id}
    with office.database.read() as tx:
        customer = customers.customer(tx, **key)
        if customer is None or customer.state == CustomerState.ARCHIVED:
            raise Refusal("no_customer")
        if not sees_whole(tx, customer, workspace_id=workspace_id, asker=asker):
            raise Refusal("not_allowed")
        found = activities.page(tx, **key, limit=PAGE + 1, offset=offset)
        named = people.names(tx, workspace_id=workspace_id, person_ids={one.author_id for one in found})
    ways = turns(offset=offset, total=offset + len(found), most=PAGE)
    return TimelineCard(customer, found[:PAGE], named, *ways)
