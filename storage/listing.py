"""The names of all customers of a workspace, or of those changed lately: what the reading index is made of.

Names, aliases and contacts are read side by side, each in the order of the customers' ids, so that no more is held at a time
than one customer's.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, select

from storage.prebuilt import given
from storage.tables.customers import AliasRow, ContactRow, CustomerRow

Listed = tuple[str, str, tuple[str, ...], tuple[str, ...], datetime]


def listed(tx: Connection, *, workspace_id: str, since: datetime | None = None) -> Iterator[Listed]:
    """(id, name, aliases, contact names, changed at) of every customer in use, or of those changed since. In a snapshot."""
    of = {"workspace_id": workspace_id, "since": since}
    names, *beside = (tx.execute(statement, of) for statement in _statements(since is not None))
    aliases, people = map(_in_step, beside)
    for customer_id, name, changed_at in names:
        yield customer_id, name, aliases(customer_id), people(customer_id), changed_at


@cache
def _statements(recent: bool) -> tuple[Executable, ...]:
    """Names, aliases and contacts of all customers in use, or of those changed `:since`."""
    mine = [*given(CustomerRow.workspace_id), CustomerRow.state != "archived"]
    if recent:
        mine.append(CustomerRow.changed_at >= bindparam("since"))
    ids = select(CustomerRow.customer_id).where(*mine)
    names = select(CustomerRow.customer_id, CustomerRow.name, CustomerRow.changed_at).where(*mine)
    beside = [
        select(table.customer_id, name)
        .where(*given(table.workspace_id), table.customer_id.in_(ids))
        .order_by(table.customer_id)
        for table, name in ((AliasRow, AliasRow.alias), (ContactRow, ContactRow.name))
    ]
    return names.order_by(CustomerRow.customer_id), *beside


def _in_step(pairs: Iterable[Any]) -> Callable[[str], tuple[str, ...]]:
    """The names that stand beside a customer, for who asks in the order of the (customer, name) pairs."""
    groups = groupby(pairs, key=lambda pair: str(pair[0]))
    ahead = next(groups, None)

    def beside(customer_id: str) -> tuple[str, ...]:
        nonlocal ahead
        if ahead is None or ahead[0] != customer_id:
            return ()
        found = tuple(name for _, name in ahead[1])
        ahead = next(groups, None)
        return found

    return beside
