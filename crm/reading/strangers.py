"""A customer nobody knows in a list: "Acme quote ok; Soylent demo next Tue; 新华：样品已寄".

Among lines that each begin with a customer, an unknown name at the beginning of a line is one too, if what follows it
is what one says of a customer.
"""

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, ReadingContext
from crm.reading.names import is_han
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
    said = note(piece, customers, context)
    if not said.tokens or said.hits or any(moment.start == 0 for moment in said.moments):
        return None
    end = _han_end(said) if is_han(said.keys[0]) else _latin_end(said)
    if not end or not _is_told_of(said, end):
        return None
    name = said.words(0, end)
    return CustomerMatch(name=name, is_new=True, phrase=name)


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


def _is_told_of(said: Note, end: int) -> bool:
    """What follows is a mark, something done or reached, a day, or what somebody does."""
    if end >= len(said.keys):
        return False
    starts = {cue.start for cue in (*said.kinds, *said.stages)} | {moment.start for moment in said.moments}
    return said.keys[end] in _MARKS or end in starts or _ACTS.follows(said.keys, end)
