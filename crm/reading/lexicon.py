"""Phrases of the tables, found in a message: a trie over tokens, longest match first.

A phrase may hold `…`, which stands for a few tokens of the same clause: `sent … quote`, 把…改到; and `¤`, which stands
for a name: `sent ¤`; and `¶`, which stands for the end of the message.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from crm.reading.tokens import words_of

GAP = "…"
NAME = "¤"
END = "¶"
_LONGEST_GAP = 10  # a Han character counts one, a word two
_CLAUSE_ENDS = frozenset(",.;:!?()\n")
_TAG = "\x00tag"  # no token holds a control character


class Cue(NamedTuple):
    """A phrase of a table at tokens [start, end)."""

    tag: Any
    start: int
    end: int


class Lexicon:
    def __init__(self, phrases: Iterable[tuple[str, Any]]) -> None:
        self._root: dict[str, Any] = {}
        self.words: set[str] = set()
        for phrase, tag in phrases:
            self._add(phrase, tag)

    def _add(self, phrase: str, tag: Any) -> None:
        node = self._root
        for position, piece in enumerate(phrase.split(GAP)):
            if position:
                node = node.setdefault(GAP, {})
            for key in words_of(piece):
                self.words.add(key)
                node = node.setdefault(key, {})
        node.setdefault(_TAG, tag)

    def longest(self, keys: Sequence[str], start: int) -> Cue | None:
        """The longest phrase that begins at `start`."""
        node = self._root.get(keys[start])
        return self._walk(node, keys, start, start + 1) if node is not None else None

    def _walk(self, node: dict[str, Any], keys: Sequence[str], start: int, at: int) -> Cue | None:
        best = Cue(node[_TAG], start, at) if _TAG in node else None
        while True:
            if GAP in node:
                best = self._longer(best, self._over_gap(node[GAP], keys, start, at))
            following = node.get(keys[at]) if at < len(keys) else None
            if following is None:
                return best
            node, at = following, at + 1
            if _TAG in node:
                best = self._longer(best, Cue(node[_TAG], start, at))

    def _over_gap(self, node: dict[str, Any], keys: Sequence[str], start: int, at: int) -> Cue | None:
        left = _LONGEST_GAP
        for landing in range(at, len(keys)):
            following = node.get(keys[landing])
            if following is not None:
                found = self._walk(following, keys, start, landing + 1)
                if found:
                    return found
            left -= 1 if len(keys[landing]) < 2 else 2
            if left < 0 or keys[landing] in _CLAUSE_ENDS:
                return None
        return None

    @staticmethod
    def _longer(one: Cue | None, other: Cue | None) -> Cue | None:
        if one is None or (other is not None and other.end > one.end):
            return other
        return one

    def find(self, keys: Sequence[str]) -> list[Cue]:
        """Every phrase of the message, leftmost and longest, none inside another."""
        found: list[Cue] = []
        if self._root.keys().isdisjoint(keys):
            return found
        at = 0
        while at < len(keys):
            cue = self.longest(keys, at) if keys[at] in self._root else None
            if cue is None:
                at += 1
            else:
                found.append(cue)
                at = cue.end
        return found


def phrases(table: Mapping[Any, str]) -> Iterable[tuple[str, Any]]:
    """A table of `tag: "phrase, phrase, …"` as pairs; line breaks and spaces around a phrase do not count."""
    for tag, listed in table.items():
        for phrase in listed.replace("\n", ",").split(","):
            if phrase.strip():
                yield phrase.strip(), tag
