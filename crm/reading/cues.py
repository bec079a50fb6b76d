"""Every phrase of the tables in one message, sought once, and the clauses they stand in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from crm.reading.lexicon import Cue, Lexicon
from crm.reading.tokens import Token
from crm.reading.words import bag, pairs

_LONGEST_ENDING = 12  # tokens: no phrase asked for is longer
_LONGEST_CLAUSE = 60  # tokens; keeps the work on a message without marks in proportion to its length
_CLAUSE_END = frozenset(",;.!?\n")
_SENTENCE_END = frozenset(";.!?\n")
_TITLES = bag("SHORT_TITLES")


def table(name: str) -> Lexicon:
    """A table of tags and phrases, of every language."""
    return Lexicon(pairs(name))


def words(name: str) -> Lexicon:
    """A plain list of phrases, tagged with the list's own name."""
    return Lexicon((phrase, name) for phrase in sorted(bag(name)))


def unless(name: str, exceptions: str) -> Lexicon:
    """A list of phrases tagged True, and those that hold one of them and mean something else, tagged False."""
    return Lexicon([(p, True) for p in sorted(bag(name))] + [(p, False) for p in sorted(bag(exceptions))])


def ends_with(lexicon: Lexicon, keys: Sequence[str]) -> bool:
    """Whether the last words are one of the phrases."""
    if not keys or keys[-1] not in lexicon.words:
        return False
    last = keys[-_LONGEST_ENDING:]
    return any(cue.tag and cue.end == len(last) for cue in lexicon.find(last))


class Clauses:
    """Where clauses and sentences begin and end, by token."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._clause_starts = [0]
        self._sentence_starts = [0]
        for at in range(len(tokens)):
            if (
                _ends(tokens, at, _CLAUSE_END)
                or _dash(tokens, at)
                or _han_gap(tokens, at)
                or at - self._clause_starts[-1] >= _LONGEST_CLAUSE
            ):
                self._clause_starts.append(at + 1)
            if _ends(tokens, at, _SENTENCE_END) or at - self._sentence_starts[-1] >= 3 * _LONGEST_CLAUSE:
                self._sentence_starts.append(at + 1)
        self._size = len(tokens)

    def clause(self, at: int) -> range:
        """The tokens of the clause around a token."""
        return self._around(self._clause_starts, at)

    def sentence(self, at: int) -> range:
        return self._around(self._sentence_starts, at)

    def clauses(self) -> Iterator[range]:
        for start in self._clause_starts:
            if start < self._size:
                yield self.clause(start)

    def _around(self, starts: list[int], at: int) -> range:
        place = bisect_right(starts, at)
        return range(starts[place - 1], starts[place] if place < len(starts) else self._size)


def _ends(tokens: Sequence[Token], at: int, marks: frozenset[str]) -> bool:
    token = tokens[at]
    if token.key == ":" and marks is _CLAUSE_END:
        return at + 1 < len(tokens) and (tokens[at + 1].start > token.end or tokens[at + 1].kind == "han")
    if token.key not in marks or token.kind not in ("mark", "line"):
        return False
    if token.key == "." and at and tokens[at - 1].key in _TITLES and tokens[at - 1].end == token.start:
        return False  # Dr. Rosen
    return token.key != "." or at + 1 == len(tokens) or tokens[at + 1].start > token.end or token.text == "。"


def _han_gap(tokens: Sequence[Token], at: int) -> bool:
    """A space between Chinese characters parts clauses as a comma does."""
    token = tokens[at]
    return (
        token.kind == "han"
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "han"
        and tokens[at + 1].start > token.end
    )


def _dash(tokens: Sequence[Token], at: int) -> bool:
    """A dash between spaces parts clauses; a hyphen joins words."""
    token = tokens[at]
    return (
        token.key == "-"
        and 0 < at < len(tokens) - 1
        and tokens[at - 1].end < token.start
        and token.end < tokens[at + 1].start
    )


def within(cues: Sequence[Cue], span: range) -> list[Cue]:
    return [cue for cue in cues if span.start <= cue.start < span.stop]
