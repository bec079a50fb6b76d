"""Misspelled cue words put right: `thurday` → thursday, `quoet` → quote; shorthand written out: `recd` → received.

Only a word nobody knows is touched, and only when one slip away from a word of the list worth mending.
"""

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import OSA

from crm.reading.tokens import Token
from crm.reading.words import bag, listed, pairs, tables

_SHORTEST = 5
_SHORTEST_STEM = 4  # `eveing` is no form of `eve`, nor `remid` of Remi
_KNOWN_LISTS = ("ORDINARY_WORDS", "NO_MISSPELLING", "NOT_NAMES", "FIRST_NAMES", "ROLES", "INDUSTRIES")
_WEEKDAYS = frozenset(phrase for phrase, tag in pairs("DATES") if tag.startswith("W:"))
_WRITTEN_OUT = {
    short: whole for table in tables("SHORTHAND") for whole, shorts in table.items() for short in listed(shorts)
}
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "or", "able")


def _shortened(word: str) -> set[str]:
    """The word and every word one letter shorter."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


class Speller:
    def __init__(self, vocabulary: Iterable[str]) -> None:
        vocabulary = frozenset(vocabulary)
        self._known = vocabulary | frozenset().union(*map(bag, _KNOWN_LISTS))
        self._stems = {word for word in self._known - bag("FIRST_NAMES") if len(word) >= _SHORTEST_STEM}
        self._near: dict[str, list[str]] = {}
        for word in sorted(bag("MENDABLE")):
            if word.isalpha() and word.isascii():
                for short in _shortened(word):
                    self._near.setdefault(short, []).append(word)

    def mended(self, tokens: Sequence[Token], keys: Sequence[str], names: Collection[str]) -> list[str]:
        """The keys with slips put right; words of the writer's customers' names are left alone."""
        return [
            self._mended(key, tokens[at].text[0].isupper() and at > 0)
            if tokens[at].kind == "word" and key and key not in names
            else key
            for at, key in enumerate(keys)
        ]

    def _is_known(self, key: str) -> bool:
        """A word of the tables, or one of them with an ending."""
        return key in self._known or any(
            key.endswith(ending) and (key[: -len(ending)] in self._stems or key[: -len(ending)] + "e" in self._stems)
            for ending in _ENDINGS
        )

    def _mended(self, key: str, capital: bool) -> str:
        if key in _WRITTEN_OUT:
            return str(_WRITTEN_OUT[key])
        if len(key) < 4 or not key.isascii() or not key.isalpha() or self._is_known(key):
            return key
        near = {word for short in _shortened(key) for word in self._near.get(short, ())}
        best = [word for word in near if _slip(key, word, capital)]
        return min(best, key=lambda word: (word[0] != key[0], len(word), word)) if best else key


def _slip(key: str, word: str, capital: bool) -> bool:
    """One insertion, loss, exchange or swap; a capitalised word may be a name, so only a longer one is mended."""
    if OSA.distance(key, word, score_cutoff=1) > 1 or (key[0] != word[0] and sorted(key[:2]) != sorted(word[:2])):
        return False
    ends = key[0] == word[0] and key[-1] == word[-1]
    if capital:
        return ends and (word in _WEEKDAYS or len(word) > 6)
    if len(word) < _SHORTEST or len(key) < _SHORTEST or len(word) == len(key) == _SHORTEST:
        return sorted(key) == sorted(word) or (len(key) != len(word) and ends)
    return True
