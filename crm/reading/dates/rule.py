"""How a rule of the day grammar is written: patterns over atom letters (see atoms.py) and the day they mean.

A rule sees the matched atoms and today, and answers with a Day, or with None when the words only look like one.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from crm.reading.dates.atoms import Atom


class Day(NamedTuple):
    """A day, what sort of words named it, and how wide they were."""

    date: dt.date | None  # None: a holiday whose date nobody can know from the words
    sort: str  # named weekday next explicit offset after period unknown
    grain: str = "day"  # day week month quarter year
    past: bool = False
    other: dt.date | None = None
    add: tuple[int, str] | None = None  # an offset that may start from a day named after it


class Frame(NamedTuple):
    """What a rule is given: the atoms it matched, the writer's day, and the order of their numeric dates."""

    atoms: Sequence[Atom]
    today: dt.date
    order: str

    def one(self, code: str) -> Any:
        return next((atom.value for atom in self.atoms if atom.code == code), None)

    def every(self, codes: str) -> list[Any]:
        return [atom.value for atom in self.atoms if atom.code in codes]

    def has(self, code: str) -> bool:
        return any(atom.code == code for atom in self.atoms)


Resolve = Callable[[Frame], Day | None]
Listed = list[tuple[re.Pattern[str], Resolve]]


@dataclass(frozen=True)
class Rules:
    """Patterns with what they mean, under the letters they can start with."""

    by_letter: dict[str, Listed] = field(default_factory=dict)

    def __call__(self, *patterns: str, starts: str) -> Callable[[Resolve], Resolve]:
        def keep(resolve: Resolve) -> Resolve:
            for pattern in patterns:
                for start in starts:
                    self.by_letter.setdefault(start, []).append((re.compile(pattern), resolve))
            return resolve

        return keep

    def joined(self, other: "Rules") -> dict[str, Listed]:
        """Both sets of rules by letter, these first."""
        letters = {*self.by_letter, *other.by_letter}
        return {letter: [*self.by_letter.get(letter, ()), *other.by_letter.get(letter, ())] for letter in letters}


def explicit(day: dt.date | None, other: dt.date | None = None) -> Day | None:
    """A day of the calendar, if there is such a day."""
    return Day(day, "explicit", other=other) if day else None
