"""Runs of words that could be a name: capitalised words, given names written small, Chinese surnames with a title."""

from collections.abc import Iterator
from typing import NamedTuple

from crm.reading import kind, stage
from crm.reading.around import Around
from crm.reading.names import is_plain
from crm.reading.note import Note
from crm.reading.tokens import fold
from crm.reading.words import bag

NOT_NAMES = bag("NOT_NAMES") | bag("ORDINARY_WORDS")
FIRST_NAMES = frozenset(fold(name) for name in bag("FIRST_NAMES"))
FORMS = bag("COMPANY_FORMS") | bag("INDUSTRIES")
AMBIGUOUS = bag("AMBIGUOUS_NAMES")
_WORDS_TOO = bag("SMALL_WORDS_TOO")
_ROLES = bag("ROLES")
_TITLES = bag("TITLES")
_CUE_WORDS = kind.VOCABULARY | stage.VOCABULARY
_FROM_FIRM = frozenset(("from", "@", "at"))
_PARTICLES = bag("NAME_PARTICLES")
_LONGEST = 4


class Run(NamedTuple):
    """Tokens [start, end) that read like one name."""

    start: int
    end: int
    capital: bool
    titled: bool = False


def latin_runs(note: Note) -> Iterator[Run]:
    """The capitalised runs, and given names or known contacts written small, left to right."""
    taken = _taken(note)
    at = 0
    while at < len(note.tokens):
        run = _run_at(note, taken, at)
        if run:
            yield run
        at = run.end if run else at + 1


def _taken(note: Note) -> set[int]:
    """Tokens that are part of a date or a sum."""
    return note.dated.union(*(range(sum_.start, sum_.end) for sum_ in note.sums if sum_.sure))


def _run_at(note: Note, taken: set[int], at: int) -> Run | None:
    titled = note.tokens[at].key in _TITLES and at + 1 < len(note.tokens)
    while note.tokens[at].key in _TITLES and at + 1 < len(note.tokens):
        at += 1
        if note.tokens[at].key == "." and at + 1 < len(note.tokens):
            at += 1
    end = _capital_end(note, taken, at)
    if end > at:
        return Run(at, end, True, titled)
    if titled and note.tokens[at].kind == "word" and note.keys[at] and note.keys[at] not in NOT_NAMES:
        return Run(at, at + 1, False, True)
    end = _small_end(note, taken, at)
    return Run(at, end, False) if end > at else None


def _capital_end(note: Note, taken: set[int], at: int) -> int:
    end = at
    while end < len(note.tokens) and end - at < _LONGEST and _is_capital(note, taken, end, first=end == at):
        end += 1
        if (
            (end < len(note.tokens) and note.tokens[end].key in ("-", ".") and _glued_initial(note, end))
            or (
                end + 1 < len(note.tokens)
                and note.tokens[end].text == "&"
                and end > at
                and not _joins_people(note, end)
                and _is_capital(note, taken, end + 1, first=True)
            )
            or (
                end + 1 < len(note.tokens)
                and note.tokens[end].key in _PARTICLES
                and end > at
                and note.tokens[end + 1].text[:1].isupper()
            )
            or _owned_trade(note, end)
        ):
            end += 1
    while end > at and note.tokens[end - 1].kind != "word":
        end -= 1
    return end


def _owned_trade(note: Note, at: int) -> bool:
    """`Nena's Bakery` is a firm, `Nena's boss` somebody."""
    owned = note.tokens[at : at + 2]
    return len(owned) > 1 and owned[0].kind == "own" and owned[1].text.istitle() and owned[1].key in FORMS


def _joins_people(note: Note, at: int) -> bool:
    """`Bill & Joan` are two people, `Barton & Pike` is a firm."""
    return note.tokens[at - 1].key in FIRST_NAMES and note.tokens[at + 1].key in FIRST_NAMES


def _glued_initial(note: Note, at: int) -> bool:
    """The hyphen of Wei-Ling, the point of J. Smith."""
    before, after = note.tokens[at - 1], note.tokens[at + 1] if at + 1 < len(note.tokens) else None
    if note.tokens[at].key == "-":
        return after is not None and after.start == note.tokens[at].end == before.end + 1 and after.text[0].isupper()
    return len(before.text) == 1 and after is not None


def _is_capital(note: Note, taken: set[int], at: int, *, first: bool) -> bool:
    token = note.tokens[at]
    if token.kind != "word" or at in taken or not token.text[0].isupper() or not note.keys[at]:
        return False
    if not first and note.tokens[at - 1].kind == "word" and "\n" in note.text[note.tokens[at - 1].end : token.start]:
        return False
    if token.key in FIRST_NAMES and not (token.key in NOT_NAMES and _opens_sentence(note, at)):
        return True
    if first and token.key in AMBIGUOUS and _before_surname(note, at):
        return True
    if first and _is_cue(note, at):
        return False
    if token.key in NOT_NAMES or token.key in _ROLES:
        return not first and (token.key in FORMS or _goes_on_in_capitals(note, at))
    return len(token.text) > 1 or not first or (at + 1 < len(note.tokens) and note.tokens[at + 1].text[:1].isupper())


def _goes_on_in_capitals(note: Note, at: int) -> bool:
    """Cold of `Kotagiri Cold Chain`: a word that is no name, in the middle of one."""
    after = note.tokens[at + 1] if at + 1 < len(note.tokens) else None
    if note.tokens[at].key in _TITLES:
        return False
    titled = note.tokens[at].text.istitle() and after is not None and after.text.istitle()
    return (
        titled
        and after is not None
        and after.kind == "word"
        and after.key not in NOT_NAMES | _TITLES
        and not _is_cue(note, at)
    )


def _before_surname(note: Note, at: int) -> bool:
    """`Hope Allen`: the next word is capitalised and no ordinary one; `with June from Acme`: she is from somewhere."""
    after = note.tokens[at + 1] if at + 1 < len(note.tokens) else None
    if after is not None and after.key in _FROM_FIRM and at and _WITH.precedes(note.keys, at):
        return True
    return after is not None and after.text[:1].isupper() and after.key not in NOT_NAMES and after.key not in FORMS


def _opens_sentence(note: Note, at: int) -> bool:
    return at == note.clauses.sentence(at).start


def _small_end(note: Note, taken: set[int], at: int) -> int:
    """`jane`, `maria lopez`: a given name, and an unknown word after it."""
    if at in taken or not _is_given(note, at):
        return at
    after = at + 1
    if after < len(note.tokens) and after not in taken and note.keys[after] and note.tokens[after].kind == "word":
        token = note.tokens[after]
        if (
            token.key not in NOT_NAMES
            and token.key not in _ROLES
            and not is_plain(token.key)
            and not _is_cue(note, after)
            and len(token.key) > 1
        ):
            return after + 1
    return after


def _is_given(note: Note, at: int) -> bool:
    token = note.tokens[at]
    if token.kind != "word" or not note.keys[at]:
        return False
    if token.key in note.tier.contacts:
        return True
    if token.key in _WORDS_TOO and not _NAMED.precedes(note.keys, at) and note.keys[at + 1 : at + 2] != ["'s"]:
        return False  # `bill rate 78/hr`, `12k budget max`
    return token.key in FIRST_NAMES and token.key not in NOT_NAMES


def _is_cue(note: Note, at: int) -> bool:
    """A word of a cue, and not one of the few words that a cue may skip: X of `sent X a quote`."""
    return note.tokens[at].key in _CUE_WORDS and any(cue.start <= at < cue.end for cue in (*note.kinds, *note.stages))


_NAMED = Around("PERSON_SPOKEN_WITH")
_WITH = Around("PERSON_SPOKEN_WITH")
