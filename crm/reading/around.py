"""What stands directly before and after a name, looked up in lists of phrases."""

from collections.abc import Iterable, Sequence

from crm.reading.cues import words
from crm.reading.lexicon import Lexicon
from crm.reading.words import bag, characters

_BREAKS = characters("BREAKS_GAP")
_LOOK_BACK = 8


class Around:
    """What stands directly before and after a span, looked up in lists of phrases."""

    def __init__(self, before: str = "", after: str = "", extra: Iterable[str] = ()) -> None:
        self._before = Lexicon((phrase, True) for phrase in (*sorted(bag(before)), *sorted(extra))) if before else None
        self._after = words(after) if after else None

    def precedes(self, keys: Sequence[str], start: int) -> bool:
        if self._before is None:
            return False
        window = keys[max(start - _LOOK_BACK, 0) : start]
        found = (self._before.longest(window, at) for at in range(len(window)))
        return any(cue is not None and cue.end == len(window) for cue in found)

    def follows(self, keys: Sequence[str], end: int) -> bool:
        cue = self._after.longest(keys, end) if self._after is not None and end < len(keys) else None
        return cue is not None and _BREAKS.isdisjoint(keys[cue.start : cue.end])
