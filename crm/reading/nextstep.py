"""The next step in words: the clause of the follow-up without its date and its connecting words."""

from collections.abc import Sequence

from crm.reading.cues import words
from crm.reading.dates.moment import Moment
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.person import Person
from crm.reading.tokens import tokens
from crm.reading.told_for import first_told
from crm.reading.words import bag

_FILLERS = words("FILLERS")
_ORDERS = words("ORDERS")
_WHOLE_ENDS, _WHOLE_STARTS = words("WHOLE_ENDS"), words("WHOLE_STARTS")
_ACTIONS, _TELLS = words("ACTIONS"), words("TELLS")
_WITH, _OWNED = bag("AGREED_WITH"), bag("OWNED_MARKS")
_MARKS = " ,，:：、-"
_LONGEST = 120


def next_step(note: Note, moment: Moment | None, persons: Sequence[Person] = ()) -> str | None:
    """`send quote` from "I'll send the quote by Friday"; None when the sentence says no more than the date. Where the
    date, with whom it is agreed, has a clause to itself, "周五下午三点 发报价", the next one of its sentence says what."""
    if moment is None:
        return None
    begins, ends = note.clauses.clause(moment.start).start, note.clauses.clause(moment.end - 1).stop
    begins = _behind_teller(note, max(begins, first_told(note.text, note.tokens)), moment.start)
    before = _trimmed(note, begins, moment.start)
    after = _trimmed(note, moment.end, ends)
    if not after and ends < note.clauses.sentence(moment.start).stop:
        following = note.clauses.clause(ends)
        if not before:
            after = _trimmed(note, ends, following.stop)
        elif _names_only(note, begins, moment.start, persons) and _ACTIONS.find(note.keys[ends : following.stop]):
            before, after = "", _trimmed(note, ends, following.stop)
    gap = "" if before and after and is_han(before[-1]) and is_han(after[0]) else " "
    return gap.join(part for part in (before, after) if part)[:_LONGEST] or None


def _behind_teller(note: Note, start: int, stop: int) -> int:
    """`the units ship` of "Bob at Acme said the units ship", 设备 of 王工说大成的设备: the step is what is told, and whose
    firm it is stands beside it already."""
    teller = next((cue for cue in _TELLS.find(note.keys[start:stop]) if cue.start), None)
    if teller is None:
        return start
    at = start + teller.end
    while at < stop and (not note.keys[at] or note.keys[at] in _OWNED):
        at += 1
    return at


def _names_only(note: Note, start: int, stop: int, persons: Sequence[Person]) -> bool:
    """`Acme`, 跟大成王总约: whom a day is agreed with, and no word of what for."""
    somebody = {at for person in persons for at in range(person.start, person.end)}
    left = [key for at, key in enumerate(note.keys[start:stop], start) if key and at not in somebody]
    return all(_is_filler(key) or key in _WITH for key in left)


def without_firm(step: str | None, firm: str, *, is_new: bool) -> str | None:
    """`demo` of "Soylent demo next Tue", where Soylent is a firm nobody knows yet; nothing where a firm's name is all."""
    if is_new:
        step = (step or "").removeprefix(firm).strip(_MARKS)
    return step if step and step != firm else None


def ordered_step(note: Note, moment: Moment | None, customer: str, persons: Sequence[Person] = ()) -> str | None:
    """The next step of an order, without the words that order it and the customer named right behind them:
    `send quote` from "plan Acme Friday send quote". What stands behind a gap after the date is it too:
    「计划 Acme 明天上午十点 发报价」."""
    step = next_step(note, moment, persons)
    if step is None:
        return None
    cut = tokens(step)
    order = _ORDERS.longest([token.key for token in cut], 0) if cut else None
    left = step[cut[order.end - 1].end :].strip(_MARKS) if order else step
    left = left.removeprefix(customer).strip(_MARKS) if order else left
    return left or _behind_a_gap(note, moment)


def _behind_a_gap(note: Note, moment: Moment | None) -> str | None:
    """The clause after the date's, where no more than a space parts them."""
    ends = note.clauses.clause(moment.end - 1).stop if moment else 0
    if moment is None or ends >= note.clauses.sentence(moment.start).stop:
        return None
    if not {note.tokens[ends - 1].key, note.tokens[ends].key}.isdisjoint(",.;:!?\n"):
        return None
    return _trimmed(note, ends, note.clauses.clause(ends).stop)[:_LONGEST] or None


def _trimmed(note: Note, start: int, end: int) -> str:
    """The words of the span without fillers and marks at its ends."""
    keys = [token.key for token in note.tokens]
    while start < end:
        filler = _FILLERS.longest(keys[:end], start)
        if filler is None and keys[start] not in ",.;:!?()-\n":
            break
        whole = _WHOLE_STARTS.longest(keys[:end], start)
        if whole and whole.end == end:
            break
        start = filler.end if filler else start + 1
    while end > start and (keys[end - 1] in ",.;:!?()-\n" or _is_filler(keys[end - 1])):
        if end - start > 1 and _WHOLE_ENDS.longest(keys[:end], end - 2):
            break
        end -= 1
    return note.words(start, end)


def _is_filler(key: str) -> bool:
    return _FILLERS.longest([key], 0) is not None
