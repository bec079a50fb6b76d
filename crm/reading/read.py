"""One message in, one Reading out."""

from datetime import datetime

from crm.reading.dates.finder import Moment, moments
from crm.reading.index import CustomerIndex
from crm.reading.markup import plain
from crm.reading.model import Reading, ReadingContext, When
from crm.reading.tokens import Token, tokens


def read_note(text: str, *, customers: CustomerIndex, context: ReadingContext) -> Reading:
    return Reading()


def read_date(phrase: str, *, now: datetime, date_order: str = "MDY") -> When | None:
    """The first day or time ahead that a phrase or sentence names; `now` is the writer's naive local time."""
    text = plain(phrase).text
    cut = tokens(text)
    found = moments(text, cut, [token.key for token in cut], now=now, order=date_order)
    known = [moment for moment in found if moment.day]
    best = next((moment for moment in known if not moment.past), known[0] if known else None)
    return when(best, text, cut) if best else None


def when(moment: Moment, text: str, cut: list[Token]) -> When | None:
    if moment.day is None:
        return None
    words = text[cut[moment.start].start : cut[moment.end - 1].end]
    other = When(moment.other, moment.time, words) if moment.other else None
    return When(moment.day, moment.time, words, other)
