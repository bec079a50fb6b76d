"""A customer's name spelled wrong: `norhtwind` is Northwind, 三疆 may be 三江, and Northwick may be somebody else.

Fingers drop a letter, double it, swap two or hit the key beside; such a slip is put right in silence. Any other letter
in the place of one, or a second slip, may as well be the name of a firm nobody knows: it is put right, and asked about.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.index import USUAL, Tier
from crm.reading.names import is_han
from crm.reading.syllables import pinyin
from crm.reading.tokens import Token
from crm.reading.words import bag

_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_GIVEN = bag("FIRST_NAMES")
_MOST_WORDS = 400  # of a message looked at: no note has more
_LONG = 9  # letters: two slips are possible
_KEYBOARD = {
    letter: (row, at + row / 2)
    for row, letters in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for at, letter in enumerate(letters)
}
_VOWELS = frozenset("aeiouy")


class Word(NamedTuple):
    """A word of the message as a name would spell it, at its token."""

    key: str
    token: int
    others: tuple[str, ...] = ()  # words of names that are as near as the key to what was written
    sure: bool = True


def mended(words: list[Word], tokens: Sequence[Token], tier: Tier) -> list[Word]:
    """Misspelled words of the writer's own customers put right."""
    if len(words) > _MOST_WORDS:
        return words
    return [_mended(word, tier) if _may_be_misspelled(word, tokens, tier) else word for word in words]


def _may_be_misspelled(word: Word, tokens: Sequence[Token], tier: Tier) -> bool:
    if tokens[word.token].kind != "word" or len(word.key) < 4 or word.key in tier.words:
        return False
    if word.key in _DATE_WORDS:
        return False  # June is not Juno
    if word.token and tokens[word.token - 1].key in _GIVEN:
        return False  # a surname
    return (
        word.key not in _ORDINARY
        and word.key not in _GIVEN
        and (len(word.key) > 4 or tokens[word.token].text[0].isupper())
    )


def _mended(word: Word, tier: Tier) -> Word:
    near = _nearest(word.key, tier)
    if not near:
        return word
    return Word(near[0], word.token, tuple(near[1:]), any(is_slip(word.key, known) for known in near))


def _nearest(word: str, tier: Tier) -> list[str]:
    """The words of names within one slip of this word, or two for a long word, and none nearer."""
    allowed = 1 if len(word) < _LONG else 2
    found: list[tuple[int, str]] = []
    for known in tier.by_letter.get(word[0], ()):
        if abs(len(known) - len(word)) <= allowed and len(known) + len(word) > 7:
            distance = OSA.distance(word, known, score_cutoff=allowed)
            if distance <= allowed:
                found.append((distance, known))
    return sorted(known for distance, known in found if distance == min(found)[0])


def is_slip(written: str, meant: str) -> bool:
    """Whether fingers that meant the one may have written the other."""
    if OSA.distance(written, meant, score_cutoff=1) > 1:
        return False
    if len(written) != len(meant) or sorted(written) == sorted(meant):
        return True
    return any(_are_near_keys(one, other) for one, other in zip(written, meant, strict=True) if one != other)


def _are_near_keys(one: str, other: str) -> bool:
    if {one, other} <= _VOWELS:
        return True
    if one not in _KEYBOARD or other not in _KEYBOARD:
        return False
    (row, at), (other_row, other_at) = _KEYBOARD[one], _KEYBOARD[other]
    return abs(row - other_row) <= 1 and abs(at - other_at) <= 1


def sounds_like(words: list[Word], tier: Tier) -> tuple[int, int, tuple[int, ...]] | None:
    """A Chinese name of three characters or more written with others of the same sound: words [start, end), and whose."""
    sounds = _sounds(tier)
    if not sounds:
        return None
    for at in range(min(len(words), _MOST_WORDS)):
        if not is_han(words[at].key):
            continue
        for size in (6, 5, 4, 3):
            run = words[at : at + size]
            if len(run) == size and all(is_han(word.key) for word in run):
                slots = sounds.get(" ".join(pinyin([word.key for word in run])))
                if slots:
                    return at, at + size, slots
    return None


def _sounds(tier: Tier) -> dict[str, tuple[int, ...]]:
    if tier.sounds is None:
        sounds: dict[str, tuple[int, ...]] = {}
        for key, (rank, slots) in tier.names.items():
            keys = key.split(" ")
            if rank >= USUAL and 3 <= len(keys) <= 6 and all(map(is_han, keys)):
                sound = " ".join(pinyin(keys))
                sounds[sound] = tuple({*sounds.get(sound, ()), *slots})
        tier.sounds = sounds
    return tier.sounds
