"""A person a note names, and the words that say of somebody that they are no contact of the customer's."""

from typing import NamedTuple

from crm.reading.around import Around
from crm.reading.words import bag

NOT_CONTACT = Around("NOT_CONTACT_BEFORE", "NOT_CONTACT_AFTER", extra=bag("COMPETITOR_IS"))
ROLES = bag("ROLES")


class Person(NamedTuple):
    """A named person at tokens [start, end)."""

    start: int
    end: int
    name: str
    sure: int  # how much speaks for a person of the customer's side
