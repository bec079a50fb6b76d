"""A Chinese name shortened by leaving characters out: 无锡二院 of 无锡市第二人民医院, 苏大附一, 省人医.

No list of short forms can be made beforehand, there are too many of them; so a run of characters where a name may stand
is held against the writer's own customers. It begins as the name, or what follows its city, begins, and reaches to its
last few characters.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crm.reading.index import USUAL, Tier
from crm.reading.names import is_han, key_of, local_name
from crm.reading.words import bag

_BEFORE = bag("BEFORE_NAMES") | frozenset("天午早晚刚了：，")
_LONGEST, _SHORTEST = 6, 3  # characters; two would fit too much
_LEFT_OUT_AT_END = 3


class ShortName(NamedTuple):
    """Characters [start, end) of a run, and whose name they shorten."""

    start: int
    end: int
    slots: tuple[int, ...]


def short_name(keys: Sequence[str], tier: Tier) -> ShortName | None:
    """The first short form among the keys of a message."""
    beginnings = _beginnings(tier)
    for at, key in enumerate(keys):
        if key in beginnings and (not at or not is_han(keys[at - 1]) or keys[at - 1] in _BEFORE):
            for size in range(_LONGEST, _SHORTEST - 1, -1):
                run = keys[at : at + size]
                slots = {slot for name, slot in beginnings[key] if len(run) == size and shortens(run, name)}
                if slots:
                    return ShortName(at, at + size, tuple(sorted(slots)))
    return None


def shortens(run: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the characters stand in the name in this order, from its first to near its last."""
    if len(run) >= len(name) or run[0] != name[0]:
        return False
    place = 0
    for key in run:
        try:
            place = name.index(key, place) + 1
        except ValueError:
            return False
    return len(name) - place <= _LEFT_OUT_AT_END


def _beginnings(tier: Tier) -> dict[str, set[tuple[tuple[str, ...], int]]]:
    """The names of the tier under the characters a short form may begin with; made when first asked for."""
    if tier.beginnings is None:
        tier.beginnings = {}
        for key, (rank, slots) in tier.names.items():
            keys = key.split(" ")
            if rank <= USUAL or len(keys) <= _SHORTEST or not all(map(is_han, keys)):
                continue
            placed = len(keys) - len(local_name(keys))
            for start in {0, min(placed, 2), placed}:
                rest = tuple(keys[start:])
                for slot in slots if len(rest) > _SHORTEST else ():
                    tier.beginnings.setdefault(rest[0], set()).add((rest, slot))
    return tier.beginnings


def has_shortened(word: str, name: str) -> bool:
    """Whether a later word of a Latin name is shortened to this one: `sci` of Nova Scientific."""
    return any(key != word and key[0] == word[0] and is_shortened(word, key) for key in key_of(name).split(" ")[1:])


def is_shortened(word: str, whole: str) -> bool:
    """The beginning of a word, or its letters in order without the vowels: `mfg` of manufacturing."""
    if whole.startswith(word) or word == whole + "s":
        return True
    letters = iter(whole)
    return len(word) <= 4 and all(letter in letters for letter in word) and not set(word[1:]) & set("aeu")
