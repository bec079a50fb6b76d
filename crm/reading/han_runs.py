"""Short words of Chinese looked for at the beginning or the end of a run of characters: company forms, cities, titles."""

from typing import NamedTuple

from crm.reading.tokens import words_of


class HanRuns(NamedTuple):
    """Short runs of Han characters, with the sizes they come in, longest first."""

    runs: frozenset[str]
    sizes: tuple[int, ...]


def han_runs(words: frozenset[str]) -> HanRuns:
    runs = frozenset("".join(words_of(word)) for word in words if not word.isascii())
    return HanRuns(runs, tuple(sorted({len(run) for run in runs}, reverse=True)))
