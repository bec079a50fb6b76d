"""One message in, one Reading out."""

from datetime import datetime

from crm.reading.index import CustomerIndex
from crm.reading.model import Reading, ReadingContext, When


def read_note(text: str, *, customers: CustomerIndex, context: ReadingContext) -> Reading:
    return Reading()


def read_date(phrase: str, *, now: datetime, date_order: str = "MDY") -> When | None:
    return None
