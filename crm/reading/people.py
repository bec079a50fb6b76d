"""Who on the customer's side is named: the first person, and everyone after them.

A colleague, a referrer and a role without a name are not contacts.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crm.reading.lexicon import END, Lexicon
from crm.reading.names import han_runs, is_han
from crm.reading.note import Note
from crm.reading.runs import FIRST_NAMES, FORMS, Around, Run, latin_runs
from crm.reading.words import bag, characters, pairs

_COMMON_TABLES = ("KINDS", "STAGES", "DATES", "LOST_REASONS", "COMMANDS", "LOOKUP_KINDS", "SOURCES")
_COMMON_LISTS = (
    "ACTIONS",
    "CRM_NOUNS",
    "AMOUNT_CUES",
    "COMPLAINTS",
    "PLANS",
    "NOT_SURNAMES",
    "PROMISES",
    "INDUSTRIES",
    "TOTAL_CUES",
)
_PERSON = Around("PERSON_BEFORE", "PERSON_AFTER")
_NOT_CONTACT = Around("NOT_CONTACT_BEFORE", "NOT_CONTACT_AFTER", extra=bag("COMPETITOR_IS"))
_CONTACT = Around("CONTACT_CUES", extra=bag("HAN_TITLES"))
_ACTS = Around(after="PERSON_ACTS")
_OTHERS = Around("OTHERS_BEFORE", "OTHERS_AFTER")
_COMMON = Lexicon(
    (phrase, True)
    for phrase in (
        *(phrase for name in _COMMON_TABLES for phrase, _ in pairs(name)),
        *(p for name in _COMMON_LISTS for p in bag(name)),
    )
    if 1 < len(phrase) < 6 and not phrase.isascii()
)
_ROLES = bag("ROLES")
_SURNAMES = characters("SURNAMES")
_DOUBLE = frozenset(bag("DOUBLE_SURNAMES"))
_PLACES = bag("PLACES")
_TITLES = han_runs(bag("HAN_TITLES"))
_NO_TITLE_AFTER = characters("NO_TITLE_BEFORE_HAN")
_WEAK_TITLES = characters("WEAK_TITLES")
_NO_NAME_BEFORE = characters("NO_SURNAME_AFTER_HAN")
_NO_NAME_HAN = characters("NOT_IN_GIVEN_NAME")
_FUNCTION_SURNAMES = characters("FUNCTION_SURNAMES")
_TITLED_SURNAMES = characters("SURNAMES_BEFORE_TITLES")
_NICKNAMES = characters("NICKNAME_PREFIXES")
_GLUE = frozenset(("(", ",", ":", "-", "/", "'s", "的"))
_GLUE_BEFORE = frozenset(("(", ",", "-", "@", "at", "from", "of", "/"))


class Person(NamedTuple):
    """A named person at tokens [start, end)."""

    start: int
    end: int
    name: str
    sure: int  # how much speaks for a person of the customer's side


def people(note: Note, beside: str = "") -> list[Person]:
    """The people of the customer's side in the order they are named; `beside` is a new company's name as written."""
    found = sorted((*_latin(note, _customers(note, beside)), *_han(note)))
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
    if "&" in keys or any(key in FORMS for key in keys[1:]) or _NOT_CONTACT.precedes(note.keys, run.start):
        return 0
    if run.start in customers.inside or _is_abbreviation(note, run):
        return 0
    if _NOT_CONTACT.follows([*note.keys, END], run.end):
        return 0
    given = keys[0] in FIRST_NAMES
    before = _PERSON.precedes(note.keys, run.start) or _after_title(note, run)
    after = _PERSON.follows(note.keys, run.end) + _ACTS.follows(note.keys, run.end) * bool(customers.inside)
    beside = (run.start in customers.begins or run.end in customers.ends) or _in_brackets(note, run)
    if _OTHERS.precedes(note.keys, run.start) and not (given or run.titled or note.keys[run.start - 1] in _ROLES):
        return 0
    known = " ".join(keys) in note.tier.contacts
    sure = 3 * run.titled + 3 * given + 2 * before + after + 2 * beside + 4 * known + (len(keys) in (2, 3))
    if (_at_place(note, run) or _begins_name(note, run)) and not given and not run.titled:
        return 0
    return sure if sure >= 2 and (run.capital or given or known or run.titled) else 0


def _is_abbreviation(note: Note, run: Run) -> bool:
    """OA, HR, PO: capitals alone."""
    token = note.tokens[run.start]
    return run.end - run.start == 1 and token.text.isupper() and len(token.text) < 5 and not run.titled


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
    return at >= 0 and (note.tokens[at].key in _ROLES or is_han(note.tokens[at].key))


def _at_place(note: Note, run: Run) -> bool:
    """`at Bluefin`, `@ Bluefin`, `from Bluefin`: a company or a place."""
    return run.start > 0 and note.tokens[run.start - 1].key in ("at", "@", "of")


def _begins_name(note: Note, run: Run) -> bool:
    """`Ubtech 优必选`: the other script's name of the same firm."""
    return any(hit.start == run.end and is_han(note.tokens[hit.start].key) for hit in note.hits)


def _han(note: Note) -> Iterator[Person]:
    """李经理, 张总, 王工, 小徐, 欧阳女士, 林晓 after 对接人, 董 after 姓."""
    at = 0
    while at < len(note.tokens):
        person = _han_at(note, at) if is_han(note.keys[at]) else None
        if person:
            yield person
        at = person.end if person else at + 1


def _han_at(note: Note, at: int) -> Person | None:
    keys = note.keys
    size = 2 if at + 1 < len(keys) and "".join(keys[at : at + 2]) in _DOUBLE else 1
    if keys[at] not in _SURNAMES and size == 1:
        return _nickname(note, at)
    if at and keys[at - 1] == "姓":
        return _person(note, at, at + size, 3)
    if _title_follows_next(note, at + size):
        return None
    for given in (0, 2, 1):
        title = _title_at(note, at, at + size + given)
        if title and given and _inside_word(note, at):
            return None
        if title and given == 2 and keys[at + size + given - 1] in _TITLED_SURNAMES:
            return None  # 华为李经理 is 李经理 of 华为
        if title and _touching(note, at, title) and (not given or _is_given(keys[at + size : at + size + given])):
            end = at + size + given if given else title
            return None if _excluded(note, at, title) else _person(note, at, end, 3)
    return _full_name(note, at, size)


def _inside_word(note: Note, at: int) -> bool:
    """A common word that begins here or before reaches over this character: 供应链经理, 项目经理."""
    found = (_COMMON.longest(note.keys, start) for start in range(max(at - 2, 0), at + 1))
    return any(cue is not None and cue.end > at + 1 for cue in found)


def _title_follows_next(note: Note, at: int) -> bool:
    """那边白总 is 白总: the surname is the character before the title."""
    return (
        at < len(note.keys)
        and note.keys[at] in _SURNAMES
        and note.keys[at - 1] in _FUNCTION_SURNAMES
        and _title_at(note, at, at + 1) > 0
    )


def _title_at(note: Note, start: int, at: int) -> int:
    """The token after a title that begins here; 0 when none does."""
    keys = note.keys
    for size in _TITLES.sizes:
        end, title = at + size, "".join(keys[at : at + size])
        if len(title) == size and title in _TITLES.runs:
            following = keys[end] if end < len(keys) else ""
            if title[-1] in _WEAK_TITLES and len(title) == 1 and following in _NO_TITLE_AFTER:
                return 0
            if start and keys[start - 1] in _NO_NAME_BEFORE and len(title) == 1:
                return 0
            return end
    return 0


def _is_given(keys: list[str]) -> bool:
    return all(is_han(key) and key not in _NO_NAME_HAN for key in keys)


def _nickname(note: Note, at: int) -> Person | None:
    """小徐, 老张, 阿明: before a surname, not inside a longer word, and no word themselves (小时)."""
    keys = note.keys
    if _COMMON.longest(keys, at):
        return None
    if keys[at] not in _NICKNAMES or at + 1 >= len(keys) or keys[at + 1] not in _SURNAMES:
        return None
    if _excluded(note, at, at + 2):
        return None
    following = keys[at + 2] if at + 2 < len(keys) else ""
    apart = at + 2 < len(keys) and note.tokens[at + 2].start > note.tokens[at + 1].end
    if apart or not is_han(following) or following in _NO_NAME_HAN:
        return _person(note, at, at + 2, 3)
    title = _title_at(note, at, at + 2)
    return _person(note, at, title, 3) if title else None


def _full_name(note: Note, at: int, size: int) -> Person | None:
    """A full name, where a word before it says that one follows, or where it stands between marks."""
    cued = _CONTACT.precedes(note.keys, at) or (
        at > 1 and note.keys[at - 1] in (":", ",") and _CONTACT.precedes(note.keys, at - 1)
    )
    alone = _stands_alone(note, at, size)
    if at in note.dated or note.keys[at] in _FUNCTION_SURNAMES or _COMMON.longest(note.keys, at):
        return None
    for given in (2, 1):
        end = at + size + given
        if end > len(note.keys) or not _is_given(note.keys[at + size : end]) or not _touching(note, at, end):
            continue
        closed = end == len(note.keys) or not is_han(note.keys[end]) or note.keys[end] in _NO_NAME_HAN
        closed = closed or note.tokens[end].start > note.tokens[end - 1].end
        if closed and (cued or alone) and not _excluded(note, at, end) and "".join(note.keys[at:end]) not in _PLACES:
            return _person(note, at, end, 2 + (alone and note.keys[at - 1 : at] == ["的"]))
    return None


def _touching(note: Note, start: int, end: int) -> bool:
    return note.tokens[end - 1].end - note.tokens[start].start == end - start


def _stands_alone(note: Note, at: int, size: int) -> bool:
    """Between spaces or marks, with a customer or a number of the message beside it: a business card."""
    beside = at - 1 if at and note.keys[at - 1] == "的" else at  # 中科软的李莉
    if beside and not note.keys[beside - 1] and any(hit.end == beside for hit in note.hits):
        return True
    if beside < at and note.tokens[beside - 1].key in _ROLES:
        return True  # QA 的唐婕
    free = at == 0 or note.tokens[at].start > note.tokens[at - 1].end or note.keys[at - 1] == ","
    return free and (note.reach.phone is not None or note.reach.email is not None or bool(note.hits))


def _excluded(note: Note, start: int, end: int) -> bool:
    return _NOT_CONTACT.precedes(note.keys, start) or _NOT_CONTACT.follows(note.keys, end)


def _person(note: Note, start: int, end: int, sure: int) -> Person:
    return Person(start, end, note.words(start, end), sure)
