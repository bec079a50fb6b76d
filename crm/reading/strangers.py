"""A customer nobody knows in a list: "Acme quote ok; Soylent demo next Tue; 新华：样品已寄".

Among lines that each begin with a customer, an unknown name at the beginning of a line is one too, if what follows it
is what one says of a customer.
"""

from crm.reading.around import Around
from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, ReadingContext
from crm.reading.names import is_han
from crm.reading.newcomers import Newcomer
from crm.reading.note import Note, note
from crm.reading.people import people
from crm.reading.person import Person
from crm.reading.runs import FIRST_NAMES, latin_runs
from crm.reading.told_for import first_told
from crm.reading.words import bag, characters

_ACTS = Around(after="PERSON_ACTS")
_MARKS = frozenset(":,-(")
_NOT_FIRM = tuple(bag("NOT_FIRM_ENDINGS"))
_NICKNAMES, _NICKNAMED = characters("NICKNAME_PREFIXES"), characters("NICKNAMED")
_SAYS = Around(after="FIRM_SAYS")
_NOT_WHO_SAYS = tuple(bag("NOT_WHO_SAYS") | bag("HAN_TITLES") | bag("CRM_NOUNS"))
_SURNAMES, _NO_SURNAMES = characters("SURNAMES"), tuple(bag("NOT_SURNAMES"))
_NOT_IN_NAME = characters("NOT_IN_COMPANY_NAME")
_SHORTEST, _LONGEST = 2, 8  # Chinese characters
_FULL_NAME = 3  # characters of a person's


def stranger(piece: str, *, customers: CustomerIndex, context: ReadingContext, unreached: bool) -> CustomerMatch | None:
    """The unknown firm a line of a list begins with, if it begins with one. `unreached`: in the line before nobody answered,
    so that a name that may be somebody's or a firm's, such as 小康, is nobody's there."""
    found = firm_first(note(piece, customers, context), in_list=True, unreached=unreached)
    return CustomerMatch(name=found.name, is_new=True, phrase=found.name) if found else None


def firm_first(said: Note, *, in_list: bool = False, unreached: bool = False) -> Newcomer | None:
    """The unknown firm a text begins with: "Umbrella quote 35k by Friday", 「比亚迪 报价 35万」. That a day or 说 follows
    tells a firm only in a list: "Soylent Tuesday", but "Merry Christmas"."""
    start = first_told(said.text, said.tokens)
    if start >= len(said.tokens) or said.hits or any(moment.start == start for moment in said.moments):
        return None
    if not (in_list or said.kinds or said.stages or said.moments or said.sums):
        return None  # 假期结束，上班了
    end = _han_end(said, start, unreached) if is_han(said.keys[start]) else _latin_end(said, start)
    if not end or not _is_told_of(said, start, end, in_list):
        return None
    return Newcomer(start, end, said.words(start, end), 3)


def _latin_end(said: Note, start: int) -> int:
    run = next((run for run in latin_runs(said) if run.start >= start), None)
    if run is None or run.start > start or not run.capital or run.titled or said.tokens[start].key in FIRST_NAMES:
        return 0
    return run.end


def _han_end(said: Note, start: int, unreached: bool) -> int:
    """The characters up to a mark, a space or a word that tells something; a person is no firm."""
    somebody = next((person for person in people(said) if person.start == start), None)
    if somebody and not (unreached and _may_be_firm(said, somebody)):
        return 0
    starts = {cue.start for cue in (*said.kinds, *said.stages)} | {moment.start for moment in said.moments}
    end = start
    while end < len(said.keys) and is_han(said.keys[end]) and end not in starts and said.keys[end] not in _NOT_IN_NAME:
        end += 1
        if _SAYS.follows(said.keys, end):
            break
        if end < len(said.tokens) and said.tokens[end].start > said.tokens[end - 1].end:
            break
    named = _SHORTEST <= end - start <= _LONGEST and not said.words(start, end).endswith(_NOT_FIRM)
    return end if named else 0


def _may_be_firm(said: Note, somebody: Person) -> bool:
    """小康, 老庙: a nickname by what is hardly ever called so."""
    first, *behind = said.keys[somebody.start : somebody.end]
    return first in _NICKNAMES and len(behind) == 1 and behind[0] not in _NICKNAMED


def _is_told_of(said: Note, start: int, end: int, in_list: bool) -> bool:
    """What follows is a mark, something done or reached, a day, somebody with a title, or what somebody does."""
    if end >= len(said.keys):
        return False
    days = {moment.start for moment in said.moments} if in_list else set()
    starts = {cue.start for cue in (*said.kinds, *said.stages)} | days
    if said.keys[end] in _MARKS or end in starts or _ACTS.follows(said.keys, end):
        return True
    if is_han(said.keys[start]) and any(person.start == end for person in people(said)):
        return True  # 华为 李经理 电话
    return in_list and _SAYS.follows(said.keys, end) and not _may_be_somebody(said.words(start, end))


def _may_be_somebody(name: str) -> bool:
    """A person's full name, a role, or no name at all."""
    full_name = len(name) <= _FULL_NAME and name[0] in _SURNAMES and not name.startswith(_NO_SURNAMES)
    return full_name or name.endswith(_NOT_WHO_SAYS)
