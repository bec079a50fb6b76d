"""Which customer the note is about: known, one of a few to ask about, new, or none."""

from collections.abc import Sequence
from itertools import pairwise

from crm.reading import followup
from crm.reading.around import Around
from crm.reading.beside import firm_beside
from crm.reading.cues import words
from crm.reading.dates.moment import Moment
from crm.reading.han_people import titled_end
from crm.reading.hit import Hit
from crm.reading.index import FAINT, FULL
from crm.reading.model import CustomerMatch, KnownCustomer
from crm.reading.names import is_han, key_of, name_keys, trade_end
from crm.reading.newcomers import newcomer
from crm.reading.note import Note
from crm.reading.person import Person
from crm.reading.strangers import firm_first
from crm.reading.words import characters

_OTHERS = Around("OTHERS_BEFORE", "OTHERS_AFTER")
_FIRM_OF = Around("FIRM_OF_SOMEBODY")
_TOWARDS = characters("TOWARDS_HAN")
_BY_NEW, _BY_NEW_ANYWHERE = Around("BY_NEW"), words("BY_NEW")
_PASSED_BY, _MET_AT = Around("PASSED_BY"), Around("MET_AT", "MET_THERE")
_TELLING_APART = (["("], [","])
_ASIDE, _SHORT_WORD = 6, 3  # tokens behind a name that may tell which is meant; letters
_MOST_CANDIDATES = 3
_TELLING_HAN = 3  # characters


def customer_of(note: Note, people: Sequence[Person]) -> CustomerMatch:
    """The customer of the follow-up when two are named, else the first; competitors and partners set aside."""
    candidates = [hit for hit in note.hits if not _is_other(note, hit)]
    candidates = [hit for hit in candidates if not _is_passed_by(note, hit)] or candidates
    if candidates and not _announces_another(note, people, candidates):
        hit = _main(note, candidates)
        if _BY_NEW.precedes(note.keys, hit.start) and hit.rank < FULL:
            return CustomerMatch(
                name=note.words(hit.start, hit.end), is_new=True, phrase=note.words(hit.start, hit.end)
            )
        return _match(note, hit, people)
    new = _new(note, people)
    referrers = [hit for hit in note.hits if not _OTHERS.precedes(note.keys, hit.start)]
    return _match(note, referrers[0], people) if referrers and not (new.is_new or new.is_asked) else new


def _announces_another(note: Note, people: Sequence[Person], found: Sequence[Hit]) -> bool:
    """`new lead: X`, told by somebody of a customer we know."""
    if not _BY_NEW_ANYWHERE.find(note.keys) or any(_BY_NEW.precedes(note.keys, hit.start) for hit in found):
        return False
    new = newcomer(note, people)
    return new is not None and new.sure >= 9


def _is_other(note: Note, hit: Hit) -> bool:
    """Another firm by what stands before it, or behind it, its trade and its people: 万科物业推荐的, 通威徐总介绍了."""
    if _OTHERS.precedes(note.keys, hit.start) or _OTHERS.follows(note.keys, hit.end):
        return True
    end = trade_end(note.keys, hit.end)
    ends = {end, titled_end(note.keys, end)} - {hit.end}
    shown_to = hit.start > 0 and note.keys[hit.start - 1] in _TOWARDS  # 给华为李总介绍了方案
    return not shown_to and any(_OTHERS.follows(note.keys, at) for at in ends)


def _is_passed_by(note: Note, hit: Hit) -> bool:
    """发顺丰给三江了, 在海底捞请徐工李总吃饭: made use of on the way to the one the note is about."""
    met_there = _MET_AT.precedes(note.keys, hit.start) and _MET_AT.follows(note.keys, hit.end)
    return met_there or _PASSED_BY.precedes(note.keys, hit.start)


def _main(note: Note, found: Sequence[Hit]) -> Hit:
    step = followup.next_moment(note)
    found = [hit for hit in found if hit.rank > FAINT] or found  # a word in passing is no rival to a name
    if step and len({hit.slots for hit in found}) > 1:
        sentence = note.clauses.sentence(step.start)
        clause = note.clauses.clause(step.start)
        for span in (clause, sentence):
            near = [hit for hit in found if hit.start in span]
            if near:
                if span is sentence and (theirs := _where_somebody_is(note, near)):
                    return theirs
                return _last_subject(note, near, step) or near[0] if span is sentence else near[0]
        if said_of := _topic_before(note, found, step):
            return said_of
    return _where_somebody_is(note, found) or max(found, key=lambda hit: (hit.rank > FAINT, -hit.start))


def _where_somebody_is(note: Note, found: Sequence[Hit]) -> Hit | None:
    """`she's at Globex now`, 他是蒙牛新来的采购: the firm of whom the note tells, whatever firm or name it told of before."""
    return next((hit for hit in found[1:] if _FIRM_OF.precedes(note.keys, hit.start)), None)


def _topic_before(note: Note, found: Sequence[Hit], step: Moment) -> Hit | None:
    """`saw Whitehead then MGB. Whitehead: nothing new. MGB: wants references by Friday`: whose heading stands above."""
    headed = [hit for hit in found if hit.start < step.start and note.keys[hit.end : hit.end + 1] in ([":"], ["-"])]
    return headed[-1] if headed else None


def _last_subject(note: Note, found: Sequence[Hit], step: Moment) -> Hit | None:
    """三月雪送货迟了 七叶草的秦姐发火了 周一上门: the one the clause right before the step begins with."""
    before = note.clauses.clause(max(note.clauses.clause(step.start).start - 1, 0))
    return next((hit for hit in found if hit.start == before.start), None)


def _match(note: Note, hit: Hit, people: Sequence[Person]) -> CustomerMatch:
    phrase = note.words(hit.start, hit.end)
    worked_at = _known_by_contact(note, hit, people)
    fitting = worked_at or _told_apart(note, hit, note.owners(hit))
    if len(fitting) == 1 and (hit.sure or worked_at):
        return CustomerMatch(fitting[0].customer_id, fitting[0].name, phrase=phrase)
    own = [customer for customer in fitting if customer.customer_id in note.context.own]
    first = sorted(own or fitting, key=lambda customer: customer.name)[:_MOST_CANDIDATES]
    return CustomerMatch(candidates=tuple(first), phrase=phrase)


def _told_apart(note: Note, hit: Hit, fitting: list[KnownCustomer]) -> list[KnownCustomer]:
    """`Mercury (the paint people)`, 瑞丰（做包装的）: of several, the one whose name holds a word of what is told in brackets."""
    if len(fitting) < 2 or note.keys[hit.end : hit.end + 1] not in _TELLING_APART:
        return fitting
    said = note.keys[hit.end + 1 : hit.end + 1 + _ASIDE]
    said = said[: said.index(")")] if ")" in said else said
    words = {key for key in said if len(key) > _SHORT_WORD} | {
        "".join(pair) for pair in pairwise(said) if all(map(is_han, pair))
    }
    told = [one for one in fitting if any(_holds(one, word) for word in words)]
    return told if len(told) == 1 else fitting


def _holds(customer: KnownCustomer, word: str) -> bool:
    """`paint` of Mercury Paints, 包装 of 无锡瑞丰包装"""
    keys = name_keys(customer.name)
    return word in "".join(keys) if is_han(word[0]) else any(key.startswith(word) for key in keys[1:])


def _known_by_contact(note: Note, hit: Hit, people: Sequence[Person]) -> list[KnownCustomer]:
    """Of several customers that fit, the one where a person of the note works."""
    for person in people:
        slots = note.tier.contacts.get(key_of(person.name), frozenset())
        shared = [slot for slot in hit.slots if slot in slots]
        if len(shared) == 1:
            return note.index.at(shared)
    return []


def _new(note: Note, people: Sequence[Person]) -> CustomerMatch:
    found = newcomer(note, people) or firm_beside(note, people) or firm_first(note)
    if found is None:
        return CustomerMatch()
    announced = _BY_NEW.precedes(note.keys, found.start)
    if not announced and (held := _ends_as(note, found.name)):
        return CustomerMatch(held.customer_id, held.name, phrase=found.name)
    near = [] if announced else _like(note, found.name)
    if near:
        return CustomerMatch(candidates=tuple(near[:_MOST_CANDIDATES]), phrase=found.name)
    return CustomerMatch(name=found.name, is_new=True, phrase=found.name)


def _ends_as(note: Note, name: str) -> KnownCustomer | None:
    """峨眉山红珠山宾馆 for 红珠山宾馆: the one of the writer's own whose name holds these words behind a place nobody lists."""
    if len(name) < _TELLING_HAN or not all(map(is_han, name)):
        return None
    held = [one for one in note.index.alike(name).holding() if one.customer_id in note.context.own]
    return held[0] if len(held) == 1 else None


def _like(note: Note, name: str) -> list[KnownCustomer]:
    """Who of all customers may be meant by a name that is none of the writer's: a colleague's, as a rule."""
    alike = note.index.alike(name)
    return alike.near() or alike.begun() or alike.sounding()
