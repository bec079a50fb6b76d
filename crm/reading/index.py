"""The names of one workspace's customers, in memory."""

from collections.abc import Collection, Iterable

from crm.reading.model import KnownCustomer


class CustomerIndex:
    def __init__(self, customers: Iterable[KnownCustomer] = ()) -> None:
        self._customers = {customer.customer_id: customer for customer in customers}

    def put(self, customer: KnownCustomer) -> None:
        self._customers[customer.customer_id] = customer

    def remove(self, customer_id: str) -> None:
        self._customers.pop(customer_id, None)

    def find(self, query: str, *, own: Collection[str] = (), limit: int = 5) -> tuple[KnownCustomer, ...]:
        wanted = query.casefold()
        found = [c for c in self._customers.values() if wanted in c.name.casefold()]
        return tuple(sorted(found, key=lambda c: c.customer_id not in own)[:limit])
