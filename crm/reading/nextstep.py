"""The next step in words: the clause of the follow-up without its date and its connecting words."""

from crm.reading.cues import words
from crm.reading.dates.moment import Moment
from crm.reading.note import Note
from crm.reading.tokens import tokens

_FILLERS = words("FILLERS")
_ORDERS = words("ORDERS")
_MARKS = " ,，:：、-"
_LONGEST = 120


def next_step(note: Note, moment: Moment | None) -> str | None:
    """`send quote` from "I'll send the quote by Friday"; None when the clause says no more than the date."""
    if moment is None:
        return None
    clause = note.clauses.clause(moment.start)
    before = _trimmed(note, clause.start, moment.start)
    after = _trimmed(note, moment.end, clause.stop)
    if not before and not after and clause.stop < len(note.tokens) and note.tokens[clause.stop - 1].key == ",":
        after = _trimmed(note, clause.stop, note.clauses.clause(clause.stop).stop)
    return " ".join(part for part in (before, after) if part)[:_LONGEST] or None


def without_firm(step: str | None, firm: str) -> str | None:
    """`demo` of "Soylent demo next Tue", where Soylent is a firm nobody knows yet."""
    return (step or "").removeprefix(firm).strip(_MARKS) or None


def ordered_step(note: Note, moment: Moment | None, customer: str) -> str | None:
    """The next step of an order, without the words that order it and the customer named right behind them:
    `send quote` from "plan Acme Friday send quote"."""
    step = next_step(note, moment)
    if step is None:
        return None
    cut = tokens(step)
    order = _ORDERS.longest([token.key for token in cut], 0) if cut else None
    left = step[cut[order.end - 1].end :].strip(_MARKS) if order else step
    return (left.removeprefix(customer).strip(_MARKS) if order else left) or None


def _trimmed(note: Note, start: int, end: int) -> str:
    """The words of the span without fillers and marks at its ends."""
    keys = [token.key for token in note.tokens]
    while start < end:
        filler = _FILLERS.longest(keys[:end], start)
        if filler is None and keys[start] not in ",.;:!?()-\n":
            break
        start = filler.end if filler else start + 1
    while end > start and (keys[end - 1] in ",.;:!?()-\n" or _is_filler(keys[end - 1])):
        end -= 1
    return note.words(start, end)


def _is_filler(key: str) -> bool:
    return _FILLERS.longest([key], 0) is not None
