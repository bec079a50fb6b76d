"""Short words of Chinese looked for at the beginning or the end of a run of characters: company forms, cities, titles."""

from typing import NamedTuple

from crm.reading.tokens import words_of


class HanRuns(NamedTuple):
    """Short runs of Han characters, the sizes they come in, longest first, and what they begin and end with."""

    runs: frozenset[str]
    sizes: tuple[int, ...]
    firsts: frozenset[str]
    lasts: frozenset[str]


def han_runs(words: frozenset[str]) -> HanRuns:
    cut = [words_of(word) for word in words if not word.isascii()]
    runs = frozenset(map("".join, cut))
    sizes = tuple(sorted({len(run) for run in runs}, reverse=True))
    return HanRuns(runs, sizes, frozenset(keys[0] for keys in cut), frozenset(keys[-1] for keys in cut))
