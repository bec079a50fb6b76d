"""What a company may be called: its name without the legal form, its first words, initials, pinyin.

A full name or a strong variant names one company wherever it stands; weak and faint ones are trusted only among
the writer's own customers, and a faint one only when nothing better fits.
Every key is a run of token keys joined by spaces, Han characters one by one, so that one table serves every script.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pypinyin import lazy_pinyin

from crm.reading.tokens import Token, tokens, words_of
from crm.reading.words import bag

_FORMS = bag("COMPANY_FORMS")
_JOINERS = bag("JOINERS")
_INDUSTRIES = bag("INDUSTRIES")
_PLAIN = bag("PLAIN_NAMES")
_HAN_FORMS = sorted((words_of(form) for form in _FORMS if not form.isascii()), key=len, reverse=True)
_HAN_PLACES = sorted((words_of(place) for place in bag("PLACES")), key=len, reverse=True)
_HAN_INDUSTRIES = sorted((words_of(kind) for kind in _INDUSTRIES if not kind.isascii()), key=len, reverse=True)
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
Key = str


class Variants(NamedTuple):
    full: frozenset[Key]  # the name or an alias, as spelled
    strong: frozenset[Key]  # without the legal form
    weak: frozenset[Key]  # the first word, initials, the name without its trade
    faint: frozenset[Key]  # another word of it, two characters of it


class _Growing(NamedTuple):
    full: set[Key]
    strong: set[Key]
    weak: set[Key]
    faint: set[Key]


def name_tokens(found: Iterable[Token]) -> list[str]:
    """The keys of a name without its marks: `O'Neill & Sons` → oneill and sons."""
    keys = []
    for token in found:
        if token.kind == "mark":
            if token.key == "&" or token.key == "+":
                keys.append("and")
        elif token.kind == "word":
            keys.append(token.key.replace("'", ""))
        elif token.kind != "own":
            keys.append(token.key)
    return keys


def key_of(name: str) -> Key:
    return " ".join(name_tokens(tokens(name)))


def is_plain(key: Key) -> bool:
    """A word that is a name only where the note shows it: Target, Apple, Monday."""
    return key in _PLAIN or key in _INDUSTRIES


def is_trade(key: Key) -> bool:
    """A word of companies' names: logistics, gmbh, 科技."""
    return key in _INDUSTRIES or key in _FORMS


def variants(name: str, aliases: Sequence[str] = ()) -> Variants:
    found = _Growing(set(), set(), set(), set())
    for spelled in (name, *aliases):
        keys = name_tokens(tokens(spelled))
        if keys:
            found.full.add(" ".join(keys))
            _add(found, name_tokens(tokens(_BRACKETS.sub(" ", spelled))) or keys)
    known: set[Key] = set()
    sets = []
    for keys_of_strength in found:
        sets.append(frozenset(key for key in keys_of_strength - known if len(key) > 1))
        known |= keys_of_strength
    return Variants(*sets)


def _add(found: _Growing, keys: list[str]) -> None:
    if is_han(keys[-1]) and sum(map(is_han, keys)) * 2 >= len(keys):
        _han_variants(found, keys)
    else:
        _latin_variants(found, keys)


def is_han(key: str) -> bool:
    return len(key) == 1 and "\u3400" <= key <= "\u9fff"


def without_form(keys: Sequence[str]) -> list[str]:
    """The name without Inc, GmbH, 有限公司 and the like."""
    core = list(keys)
    if is_han(core[-1]):
        return _without(core, _HAN_FORMS, at_end=True)
    while len(core) > 1 and core[-1] in _FORMS:
        core.pop()
    return core[1:] if core[0] == "the" and len(core) > 1 else core


def _latin_variants(found: _Growing, keys: list[str]) -> None:
    core = without_form(keys)
    found.strong.add(" ".join(core))
    found.weak.update(initials(core))
    if len(core) == 1:
        return
    rest = "".join(key[0] for key in core[1:] if key not in _JOINERS)
    if len(rest) > 1:
        found.weak.add(f"{core[0]} {rest}")  # Redwood Credit Union → redwood cu
    squashed = "".join(core)
    (found.strong if len(squashed) > 7 else found.weak).add(squashed)
    for size in (3, 2):
        if len(core) > size and core[size - 1] not in _JOINERS:
            (found.strong if size == 3 else found.weak).add(" ".join(core[:size]))
    first, *others = [key for key in core if key not in _JOINERS] or core
    if len(first) > 2:
        (found.faint if first in _INDUSTRIES else found.weak).add(first)
    found.faint.update(word for word in others if len(word) > 4 and word not in _INDUSTRIES | _FORMS)
    if len(core) > 3 and core[-2] not in _JOINERS:
        found.faint.add(" ".join(core[-2:]))


def initials(core: Sequence[str]) -> Iterator[str]:
    letters = [key[0] for key in core if key not in _JOINERS]
    if 2 <= len(letters) <= 6 and all(letter.isalpha() for letter in letters):
        yield "".join(letters)
    spelled = "".join(key[0] for key in core)
    if 3 <= len(spelled) <= 6 and spelled.isalpha():
        yield spelled


def _han_variants(found: _Growing, keys: list[str]) -> None:
    whole = without_form(keys)
    local = _without(whole, _HAN_PLACES, at_end=False) if len(whole) > 3 else whole
    for name in (whole, local):
        _keep(found.strong, name)
        short = _without(name, _HAN_INDUSTRIES, at_end=True)
        _keep(found.strong if len(short) > 3 else found.weak, short)
        found.weak.add("".join(pinyin(short)))
        _keep(found.weak, name[:2])
    found.weak.add("".join(pinyin(local)))
    if len(local) > 3:
        _keep(found.faint, local[:3])
        if local[-1] in _HEADS:
            _keep(found.weak, [local[0], local[-1]])
    if whole[:2] == ["中", "国"] and len(whole) > 3:
        _keep(found.weak, ["中", *whole[2:4]])
        _keep(found.faint, whole[2:4])


_HEADS = frozenset("行大院")  # 招商银行 → 招行, 浙江大学 → 浙大
_NO_NAMES = frozenset(_HAN_PLACES) | frozenset(_HAN_INDUSTRIES)


def _keep(held: set[Key], keys: Sequence[str]) -> None:
    if len(keys) > 1 and tuple(keys) not in _NO_NAMES:
        held.add(" ".join(keys))


def _without(keys: list[str], endings: Sequence[tuple[str, ...]], *, at_end: bool) -> list[str]:
    """The name without those words, as long as two characters are left."""
    for _ in range(3):
        for ending in endings:
            size = len(ending)
            side = tuple(keys[-size:] if at_end else keys[:size])
            if side == ending and len(keys) - size >= 2:
                keys = keys[:-size] if at_end else keys[size:]
                break
        else:
            break
    return keys


@lru_cache(maxsize=32_768)
def _syllable(character: str) -> str:
    return str(lazy_pinyin(character)[0])


_SEVERAL_READINGS = frozenset("重长行乐朝都会厦藏单曾仇朴贾")


def pinyin(keys: Sequence[str]) -> list[str]:
    """One syllable for each character; names with a character of several readings are read as a whole."""
    if _SEVERAL_READINGS.isdisjoint(keys):
        return [_syllable(key) if is_han(key) else key for key in keys]
    return [str(syllable) for syllable in lazy_pinyin("".join(keys))]
