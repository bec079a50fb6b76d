"""A rep's message becomes a Reading: private, offline, the same every time.

`read_note` reads a whole message, `read_date` a phrase that holds one date; `CustomerIndex` is the
memory of names that both the reading and `/who` search. Nothing here reads a clock or a network.
"""

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, KnownCustomer, Reading, ReadingContext, When
from crm.reading.read import read_date, read_note

__all__ = [
    "CustomerIndex",
    "CustomerMatch",
    "KnownCustomer",
    "Reading",
    "ReadingContext",
    "When",
    "read_date",
    "read_note",
]
