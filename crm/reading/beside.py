"""A firm nobody knows, told by the person beside it: "called Acme, spoke with Jane Wu", 「给华为李经理打电话」.

Nothing in such a name says that it is a firm; what says so is that somebody else is the one who was spoken to, or that
a surname and a title follow it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from crm.reading.around import Around
from crm.reading.names import is_han
from crm.reading.newcomers import Newcomer
from crm.reading.note import Note
from crm.reading.person import Person
from crm.reading.runs import FIRST_NAMES, Run, latin_runs
from crm.reading.words import bag, characters

_REACHED = Around("FIRM_REACHED")
_VISITED = Around("FIRM_VISITED")
_SPOKEN_WITH = Around("PERSON_SPOKEN_WITH")
_SOLD_TO = Around("FIRM_SOLD_TO")
_OWNS = Around(after="FIRM_OWNS")
_ACTS = Around(after="PERSON_ACTS")
_BEFORE_FIRM = characters("BEFORE_FIRM")
_OF = characters("OF_FIRM")
_NOT_FIRM = tuple(bag("NOT_FIRM_ENDINGS"))
_SHORTEST, _LONGEST = 2, 6  # Chinese characters


def firm_beside(note: Note, people: Sequence[Person]) -> Newcomer | None:
    """The firm such words speak of, if they speak of one."""
    return next(chain(_latin(note), _han(note, people), _alone(note)), None)


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


def _alone(note: Note) -> Iterator[Newcomer]:
    """`called Hooli today`, `Hooli wants a quote`: an unknown name that is nobody's given name, where a firm may stand."""
    for run in latin_runs(note):
        if not run.capital or run.titled or note.tokens[run.start].key in FIRST_NAMES or _is_short(note, run):
            continue
        if _SPOKEN_WITH.precedes(note.keys, run.start) and not _OWNS.follows(note.keys, run.end):
            continue
        if _REACHED.precedes(note.keys, run.start) or _SOLD_TO.precedes(note.keys, run.start) or _acts(note, run):
            yield Newcomer(run.start, run.end, note.words(run.start, run.end), 3)


def _is_short(note: Note, run: Run) -> bool:
    return run.end - run.start == 1 and len(note.tokens[run.start].text) < 4


def _acts(note: Note, run: Run) -> bool:
    """At the start of a sentence, before what it did: `Hooli wants`, `Hooli: wants`, `Hooli's buyer`."""
    if run.start != note.clauses.sentence(run.start).start:
        return _OWNS.follows(note.keys, run.end)
    after = run.end + (note.keys[run.end : run.end + 1] in ([":"], ["-"]))
    return _OWNS.follows(note.keys, run.end) or _ACTS.follows(note.keys, after)


def _han(note: Note, people: Sequence[Person]) -> Iterator[Newcomer]:
    """The characters between a verb or a mark and a surname with its title."""
    for person in people:
        if not person.start or not is_han(note.keys[person.start]):
            continue
        start = end = person.start - (note.keys[person.start - 1] in _OF)  # 跟德丰的李总通电话
        while start and _may_be_firm(note, start - 1, start):
            start -= 1
        name = note.words(start, end)
        if _SHORTEST <= end - start <= _LONGEST and not name.endswith(_NOT_FIRM):
            yield Newcomer(start, end, name, 3)


def _may_be_firm(note: Note, at: int, following: int) -> bool:
    if not is_han(note.keys[at]) or note.keys[at] in _BEFORE_FIRM or at in note.dated:
        return False
    return note.tokens[at].end == note.tokens[following].start
