"""Who on the customer's side is named: the first person, and everyone after them.

A colleague, a referrer and a role without a name are not contacts.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crm.reading.around import Around
from crm.reading.han_people import han_people
from crm.reading.lexicon import END
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.person import NOT_CONTACT, ROLES, Person
from crm.reading.runs import AMBIGUOUS, FIRST_NAMES, FORMS, Run, latin_runs
from crm.reading.tokens import fold
from crm.reading.words import bag

_PERSON = Around("PERSON_BEFORE", "PERSON_AFTER")
_ACTS = Around(after="PERSON_ACTS")
_OTHERS = Around("OTHERS_BEFORE", "OTHERS_AFTER")
_HAN_TITLES = tuple(bag("HAN_TITLES"))
_HONOURED = Around(after="TITLES_BEHIND")
_GLUE = frozenset(("(", ",", ":", "-", "/", "'s", "的"))
_GLUE_BEFORE = frozenset(("(", ",", "-", "@", "at", "from", "of", "/"))


def people(note: Note, beside: str = "") -> list[Person]:
    """The people of the customer's side in the order they are named; `beside` is a new company's name as written."""
    found = sorted((*_latin(note, _customers(note, beside)), *han_people(note)))
    return [person for person in found if person.sure > 0]


class _Near(NamedTuple):
    """Where customers stand: their tokens, and the places a person beside one begins or ends."""

    inside: frozenset[int]
    begins: frozenset[int]
    ends: frozenset[int]


def _customers(note: Note, beside: str) -> _Near:
    spans = [(hit.start, hit.end) for hit in note.hits]
    starts = (token.start for token in note.tokens if beside and note.text.startswith(beside, token.start))
    at = next(starts, None)
    if at is not None:
        inside = [n for n, token in enumerate(note.tokens) if at <= token.start < at + len(beside)]
        spans.append((inside[0], inside[-1] + 1))
    return _Near(
        frozenset(at for start, end in spans for at in range(start, end)),
        frozenset(_past_glue(note, end) for _, end in spans),
        frozenset(_before_glue(note, start) for start, _ in spans),
    )


def _past_glue(note: Note, at: int) -> int:
    while at < len(note.tokens) and note.tokens[at].key in _GLUE:
        at += 1
    return at


def _before_glue(note: Note, at: int) -> int:
    while at and note.tokens[at - 1].key in _GLUE_BEFORE:
        at -= 1
    return at


def main_contact(found: Sequence[Person]) -> str | None:
    """The first person named; a lone word that only might be one gives way to a surer one."""
    sure = next((person for person in found if person.sure > 2), None)
    return (sure or found[0]).name if found else None


def may_be_a_firm(name: str) -> bool:
    """Whether somebody a note names could be a company after all: Hooli could, Bob, Jane Wu and 李总 could not."""
    return not name.endswith(_HAN_TITLES) and fold(name.partition(" ")[0]) not in FIRST_NAMES


def named(found: Sequence[Person]) -> tuple[str, ...]:
    """Everyone once: Jane is nobody else than the Jane Wu of the same note."""
    names = tuple(dict.fromkeys(person.name for person in found))
    return tuple(name for name in names if not any(_is_part(name, other) for other in names))


def _is_part(name: str, other: str) -> bool:
    words = other.casefold().split()
    return len(words) > 1 and " " not in name and name.casefold() in (words[0], words[-1])


def _latin(note: Note, customers: _Near) -> Iterator[Person]:
    for run in latin_runs(note):
        sure = _sureness(note, run, customers)
        if sure > 0:
            yield Person(run.start, run.end, note.words(run.start, run.end), sure)


def _sureness(note: Note, run: Run, customers: _Near) -> int:
    keys = [token.key for token in note.tokens[run.start : run.end]]
    if (
        "&" in keys
        or any(key in FORMS for key in (keys if run.titled else keys[1:]))
        or NOT_CONTACT.precedes(note.keys, run.start)
    ):
        return 0
    if run.start in customers.inside or _is_abbreviation(note, run):
        return 0
    if NOT_CONTACT.follows([*note.keys, END], run.end):
        return 0
    given = keys[0] in FIRST_NAMES or (len(keys) == 2 and keys[0] in AMBIGUOUS)  # Grace Lim
    before = _PERSON.precedes(note.keys, run.start) or _after_title(note, run)
    after = _PERSON.follows(note.keys, run.end) + _ACTS.follows(note.keys, run.end) * bool(customers.inside)
    beside = (run.start in customers.begins or run.end in customers.ends) or _in_brackets(note, run)
    if _OTHERS.precedes(note.keys, run.start) and not (given or run.titled or note.keys[run.start - 1] in ROLES):
        return 0
    known = " ".join(keys) in note.tier.contacts
    known = known or _in_address(note, keys) or _HONOURED.follows(note.keys, run.end)
    sure = 3 * run.titled + 3 * given + 2 * before + after + 2 * beside + 4 * known + (len(keys) in (2, 3))
    if (_at_place(note, run) or _begins_name(note, run)) and not given and not run.titled:
        return 0
    return sure if sure >= 2 and (run.capital or given or known or run.titled) else 0


def _is_abbreviation(note: Note, run: Run) -> bool:
    """OA, HR, PO, GeM: capitals alone."""
    token = note.tokens[run.start]
    short = len(token.text) < 5 or token.key not in FIRST_NAMES
    capitals = token.text.isupper() or (short and len(token.text) < 5 and sum(map(str.isupper, token.text)) > 1)
    return run.end - run.start == 1 and capitals and short and not run.titled


def _in_address(note: Note, keys: Sequence[str]) -> bool:
    """`Luz Marin, luz@tridentcold.com`"""
    person = (note.reach.email or "").partition("@")[0].lower()
    return any(len(key) > 2 and key in person for key in keys)


def _in_brackets(note: Note, run: Run) -> bool:
    return (
        run.start > 0
        and run.end < len(note.tokens)
        and note.tokens[run.start - 1].key == "("
        and note.tokens[run.end].key == ")"
    )


def _after_title(note: Note, run: Run) -> bool:
    """`CFO Helen`, `procurement mgr (Eoin)`, 采购lily."""
    at = run.start - 1 - (run.start > 1 and note.tokens[run.start - 1].key == "(")
    return at >= 0 and (note.tokens[at].key in ROLES or is_han(note.tokens[at].key))


def _at_place(note: Note, run: Run) -> bool:
    """`at Bluefin`, `@ Bluefin`, `from Bluefin`: a company or a place."""
    return run.start > 0 and note.tokens[run.start - 1].key in ("at", "@", "of")


def _begins_name(note: Note, run: Run) -> bool:
    """`Ubtech 优必选`: the other script's name of the same firm."""
    return any(hit.start == run.end and is_han(note.tokens[hit.start].key) for hit in note.hits)
