"""A customer nobody knows in a list: "Acme quote ok; Soylent demo next Tue; 新华：样品已寄".

Among lines that each begin with a customer, an unknown name at the beginning of a line is one too, if what follows it
is what one says of a customer.
"""

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, ReadingContext
from crm.reading.names import is_han
from crm.reading.newcomers import Newcomer
from crm.reading.note import Note, note
from crm.reading.people import people
from crm.reading.runs import FIRST_NAMES, Around, latin_runs
from crm.reading.words import bag, characters

_ACTS = Around(after="PERSON_ACTS")
_MARKS = frozenset(":,-(")
_NOT_FIRM = tuple(bag("NOT_FIRM_ENDINGS"))
_NOT_IN_NAME = characters("NOT_IN_COMPANY_NAME")
_SHORTEST, _LONGEST = 2, 8  # Chinese characters


def stranger(piece: str, *, customers: CustomerIndex, context: ReadingContext) -> CustomerMatch | None:
    """The unknown firm a line of a list begins with, if it begins with one."""
    found = firm_first(note(piece, customers, context), before_a_day=True)
    return CustomerMatch(name=found.name, is_new=True, phrase=found.name) if found else None


def firm_first(said: Note, *, before_a_day: bool = False) -> Newcomer | None:
    """The unknown firm a text begins with: "Umbrella quote 35k by Friday", 「比亚迪 报价 35万」. That a day follows tells
    a firm only in a list: "Soylent Tuesday", but "Merry Christmas"."""
    if not said.tokens or said.hits or any(moment.start == 0 for moment in said.moments):
        return None
    end = _han_end(said) if is_han(said.keys[0]) else _latin_end(said)
    if not end or not _is_told_of(said, end, before_a_day):
        return None
    return Newcomer(0, end, said.words(0, end), 3)


def _latin_end(said: Note) -> int:
    run = next(latin_runs(said), None)
    if run is None or run.start or not run.capital or run.titled or said.tokens[0].key in FIRST_NAMES:
        return 0
    return run.end


def _han_end(said: Note) -> int:
    """The characters up to a mark, a space or a word that tells something; a person is no firm."""
    if any(person.start == 0 for person in people(said)):
        return 0
    starts = {cue.start for cue in (*said.kinds, *said.stages)} | {moment.start for moment in said.moments}
    end = 0
    while end < len(said.keys) and is_han(said.keys[end]) and end not in starts and said.keys[end] not in _NOT_IN_NAME:
        end += 1
        if end < len(said.tokens) and said.tokens[end].start > said.tokens[end - 1].end:
            break
    named = _SHORTEST <= end <= _LONGEST and not said.words(0, end).endswith(_NOT_FIRM)
    return end if named else 0


def _is_told_of(said: Note, end: int, before_a_day: bool) -> bool:
    """What follows is a mark, something done or reached, a day, or what somebody does."""
    if end >= len(said.keys):
        return False
    days = {moment.start for moment in said.moments} if before_a_day else set()
    starts = {cue.start for cue in (*said.kinds, *said.stages)} | days
    return said.keys[end] in _MARKS or end in starts or _ACTS.follows(said.keys, end)
