"""The directory: customer names held in memory, one index a workspace, so that a note is read in a millisecond.

The rows are the truth. The index is built in the background at the first need, kept up by every write of this process,
and catches up with the writes of others by their time of change.
"""

import threading
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.customers import Customer, tidy_name
from crm.reading import CustomerIndex, KnownCustomer
from storage import customers
from storage.database import Database
from storage.listing import Listed, listed

PATIENCE_SECONDS = 1.0  # a note waits no longer than this for the index: Slack wants its ack within three
CATCH_UP_SECONDS = 30.0
OVERLAP = timedelta(seconds=30)  # a slow transaction of another process may commit behind the last one seen


class Directory:
    """Thread-safe. One a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shelves: dict[str, _Shelf] = {}
        self._lock = threading.Lock()

    def index(self, workspace_id: str) -> CustomerIndex:
        """The index of a workspace; the first call starts building it and waits for it at most PATIENCE_SECONDS."""
        shelf = self._shelf(workspace_id)
        shelf.ready.wait(PATIENCE_SECONDS)
        return shelf.index

    def warm(self, workspace_id: str) -> None:
        """Begin to build a workspace's index, without waiting."""
        self._shelf(workspace_id)

    def close(self, workspace_id: str) -> None:
        """Forget a workspace's names; the next need reads them again."""
        with self._lock:
            self._shelves.pop(workspace_id, None)

    def ready(self, workspace_id: str) -> bool:
        return self._shelf(workspace_id).ready.is_set()

    def put(self, tx: Connection, workspace_id: str, customer_id: str) -> None:
        """Take over one customer as the transaction sees it."""
        found = customers.customer(tx, workspace_id=workspace_id, customer_id=customer_id)
        if found is None or found.state == "archived":
            self._shelf(workspace_id).index.remove(customer_id)
            return
        aliases = customers.aliases(tx, workspace_id=workspace_id, customer_id=customer_id)
        people = tuple(one.name for one in customers.contacts(tx, workspace_id=workspace_id, customer_id=customer_id))
        self._shelf(workspace_id).index.put(KnownCustomer(customer_id, found.name, aliases, people))

    def keep(self, tx: Connection, workspace_id: str, customer: Customer, *, people: Collection[str]) -> None:
        """Take over a customer unless it is here by this name and with these people: most notes name nobody new."""
        held = self._shelf(workspace_id).index.known(customer.customer_id)
        if held is None or held.name != customer.name or not {tidy_name(one) for one in people} <= set(held.contacts):
            self.put(tx, workspace_id, customer.customer_id)

    def catch_up(self, *, now: datetime) -> None:
        """Take over what other processes changed since the last look."""
        for workspace_id, shelf in list(self._shelves.items()):
            if shelf.ready.is_set():
                self._fill(workspace_id, shelf, since=shelf.seen - OVERLAP if shelf.seen else None, now=now)

    def _shelf(self, workspace_id: str) -> "_Shelf":
        with self._lock:
            shelf = self._shelves.get(workspace_id)
            if shelf is None:
                shelf = self._shelves[workspace_id] = _Shelf()
                threading.Thread(target=self._build, args=(workspace_id, shelf), name="directory", daemon=True).start()
            return shelf

    def _build(self, workspace_id: str, shelf: "_Shelf") -> None:
        try:
            with self._database.read() as tx:
                shelf.index = CustomerIndex(shelf.noting(listed(tx, workspace_id=workspace_id)))
        finally:
            shelf.ready.set()

    def _fill(self, workspace_id: str, shelf: "_Shelf", *, since: datetime | None, now: datetime) -> None:
        """What was taken over at the last look is left out: an import changes thousands within the overlap. The next look
        goes back from this one, not from the last change, or it would read the whole of a large import for ever."""
        lately, shelf.lately = shelf.lately, {}
        with self._database.read(at_most=CATCH_UP_SECONDS) as tx:
            for row in listed(tx, workspace_id=workspace_id, since=since):
                customer_id, name, aliases, people, changed_at = row
                shelf.lately[customer_id] = changed_at
                if lately.get(customer_id) != changed_at:
                    shelf.index.put(KnownCustomer(customer_id, name, aliases, people))
            if since is not None:
                for customer_id, _ in customers.archived_since(tx, workspace_id=workspace_id, since=since):
                    shelf.index.remove(customer_id)
        shelf.seen = now


class _Shelf:
    def __init__(self) -> None:
        self.index = CustomerIndex()
        self.ready = threading.Event()
        self.seen: datetime | None = None
        self.lately: dict[str, datetime] = {}

    def noting(self, rows: Iterable[Listed]) -> Iterator[KnownCustomer]:
        """The customers of these rows, one by one; `seen` is when the latest of them changed, once the last is taken."""
        seen = None
        for customer_id, name, aliases, people, changed_at in rows:
            seen = max(seen or changed_at, changed_at)
            yield KnownCustomer(customer_id, name, aliases, people)
        self.seen = seen
