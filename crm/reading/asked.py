"""Whom a question means by a name too short to be trusted in a note: "who owns 华为?".

A wrong guess in a note gives somebody the wrong log; in an answer it is a card more to read. So what a question leaves
over, once its own words are set aside, is looked up by the beginning of names and by likeness.
"""

from collections.abc import Iterator

from crm.reading.lexicon import Lexicon
from crm.reading.model import CustomerMatch, KnownCustomer
from crm.reading.note import Note
from crm.reading.runs import NOT_NAMES
from crm.reading.words import bag, pairs

_LISTS = (
    "LOOKUPS",
    "QUESTIONS",
    "COUNTING",
    "CRM_NOUNS",
    "POLITE",
    "SURELY_ASKS",
    "CLOSING_QUESTIONS",
    "FILLERS",
    "ASKED",
)
_QUESTION = Lexicon(
    [(phrase, True) for name in _LISTS for phrase in sorted(bag(name)) if "¤" not in phrase]
    + [(phrase, True) for phrase, _ in pairs("LOOKUP_KINDS")]
)
_MOST, _SHORTEST = 3, 2


def asked_customer(note: Note) -> CustomerMatch:
    """The customers a question may mean; none when its words name nobody."""
    for start, end in _left_over(note):
        name = note.words(start, end)
        found = _fitting(note, name)[:_MOST] if len(name) >= _SHORTEST else []
        if len(found) == 1:
            return CustomerMatch(found[0].customer_id, found[0].name, phrase=name)
        if found:
            return CustomerMatch(candidates=tuple(found), phrase=name)
    return CustomerMatch()


def _fitting(note: Note, name: str) -> list[KnownCustomer]:
    """Begun by these words, spelled much like them, or holding them: 上海复新医疗 for 复新."""
    alike = note.index.alike(name)
    return alike.begun() or alike.near() or alike.holding()


def _left_over(note: Note) -> Iterator[tuple[int, int]]:
    """The runs of words that are not the question's own."""
    start = at = 0
    while at < len(note.keys):
        cue = _QUESTION.longest(note.keys, at) if note.keys[at] else None
        if cue is None and _may_be_name(note, at):
            at += 1
            continue
        if at > start:
            yield start, at
        at = start = cue.end if cue else at + 1
    if at > start:
        yield start, at


def _may_be_name(note: Note, at: int) -> bool:
    token = note.tokens[at]
    return bool(note.keys[at]) and token.kind in ("word", "han") and token.key not in NOT_NAMES and at not in note.dated
