"""A firm nobody knows, told by the person beside it: "called Acme, spoke with Jane Wu", 「给华为李经理打电话」.

Nothing in such a name says that it is a firm; what says so is that somebody else is the one who was spoken to, or that
a surname and a title follow it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from crm.reading.names import is_han
from crm.reading.newcomers import Newcomer
from crm.reading.note import Note
from crm.reading.people import Person
from crm.reading.runs import FIRST_NAMES, Around, Run, latin_runs
from crm.reading.words import bag, characters

_REACHED = Around("FIRM_REACHED")
_VISITED = Around("FIRM_VISITED")
_SPOKEN_WITH = Around("PERSON_SPOKEN_WITH")
_BEFORE_FIRM = characters("BEFORE_FIRM")
_NOT_FIRM = tuple(bag("NOT_FIRM_ENDINGS"))
_SHORTEST, _LONGEST = 2, 6  # Chinese characters


def firm_beside(note: Note, people: Sequence[Person]) -> Newcomer | None:
    """The firm such words speak of, if they speak of one."""
    return next(chain(_latin(note), _han(note, people)), None)


def _latin(note: Note) -> Iterator[Newcomer]:
    runs = [run for run in latin_runs(note) if run.capital]
    for run in runs:
        if run.titled or note.tokens[run.start].key in FIRST_NAMES:
            continue
        reached = _REACHED.precedes(note.keys, run.start) and _somebody_else_spoken_to(note, runs, run)
        if reached or _VISITED.precedes(note.keys, run.start):
            yield Newcomer(run.start, run.end, note.words(run.start, run.end), 3)


def _somebody_else_spoken_to(note: Note, runs: Sequence[Run], firm: Run) -> bool:
    return any(run.start > firm.end and _SPOKEN_WITH.precedes(note.keys, run.start) for run in runs)


def _han(note: Note, people: Sequence[Person]) -> Iterator[Newcomer]:
    """The characters between a verb or a mark and a surname with its title."""
    for person in people:
        if not is_han(note.keys[person.start]):
            continue
        start = person.start
        while start and _may_be_firm(note, start - 1, start):
            start -= 1
        name = note.words(start, person.start)
        if _SHORTEST <= person.start - start <= _LONGEST and not name.endswith(_NOT_FIRM):
            yield Newcomer(start, person.start, name, 3)


def _may_be_firm(note: Note, at: int, following: int) -> bool:
    if not is_han(note.keys[at]) or note.keys[at] in _BEFORE_FIRM or at in note.dated:
        return False
    return note.tokens[at].end == note.tokens[following].start
