"""Names found by the small pieces they share with a query: letter trigrams, Han pairs, pinyin and its syllables, initials.

Each piece keeps the slots of the names that hold it. A query looks only at its rarest pieces and scores the
names that share most of them, so that the cost does not grow with all the names there are.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

from rapidfuzz import fuzz

from crm.reading.model import KnownCustomer
from crm.reading.names import is_han, name_keys, without_form
from crm.reading.syllables import pinyin
from crm.reading.variants import initials

_LONG = (10, 30_000, 96)  # pieces read, names looked at in all of them, names scored
_BRIEF = (5, 15_000, 24)
_SHARE = 8  # of very many names, a search may look at this part
_LONGEST_SYLLABLE = 6  # letters: zhuang


def pieces(flat: str) -> list[str]:
    """Trigrams of letters (the ends marked) and pairs of Han characters."""
    padded = f"^{flat}$"
    if flat.isascii():
        return [padded[at : at + 3] for at in range(len(padded) - 2)]
    pairs = [padded[at : at + 2] for at in range(len(padded) - 1)]
    return [
        pair if not pair.isascii() else padded[at : at + 3]
        for at, pair in enumerate(pairs)
        if not pair.isascii() or at + 2 < len(padded)
    ]


def spoken(flat: str, syllables: Collection[str]) -> set[str]:
    """The pairs of neighbouring syllables of what may be pinyin, in every way all of it can be cut into these syllables:
    xianjia is "xian jia" and "xi an", "an jia". Nothing where it can't be cut: it is no pinyin."""
    cuts: dict[int, list[int]] = {
        len(flat): []
    }  # where a syllable may begin -> where it may end, so that the rest can be cut
    for start in range(len(flat) - 1, -1, -1):
        ends = range(start + 1, min(start + _LONGEST_SYLLABLE, len(flat)) + 1)
        if found := [end for end in ends if end in cuts and flat[start:end] in syllables]:
            cuts[start] = found
    begun, pairs = {0}, set[str]()
    for start in sorted(cuts) if 0 in cuts else ():
        if start in begun:
            begun.update(cuts[start])
            pairs.update(f"{flat[start:middle]} {flat[middle:end]}" for middle in cuts[start] for end in cuts[middle])
    return pairs


class Grams:
    def __init__(self) -> None:
        self._slots: dict[str, array[int]] = {}
        self._syllables: set[str] = set()

    def add(self, slot: int, customer: KnownCustomer) -> None:
        """A name's slot is the highest so far: a piece it has twice ends with it already."""
        slots = self._slots
        for name in (customer.name, *customer.aliases):
            for piece in self._pieces_of(name_keys(name)):
                known = slots.get(piece)
                if known is None:
                    slots[piece] = array("I", (slot,))
                elif known[-1] != slot:
                    known.append(slot)

    def _pieces_of(self, keys: list[str]) -> list[str]:
        flat = "".join(keys)
        if flat.isascii():
            return pieces(flat) + ["=" + short for short in initials(keys)]
        sounds = pinyin(without_form(keys))
        self._syllables.update(sounds)
        return [
            *pieces(flat),
            *pieces("".join(sounds)),
            *[f"{one} {next_}" for one, next_ in pairwise(sounds)],
            "=" + "".join([sound[0] for sound in sounds]),
        ]

    def near(
        self, query: str, customers: Sequence[KnownCustomer | None], *, least: float, limit: int
    ) -> list[tuple[int, float]]:
        """(slot, likeness 0–100) of the closest names."""
        flat = "".join(name_keys(query))
        if not flat:
            return []
        pieces_read, names_read, shortlist = _LONG
        names_read = max(names_read, len(customers) // _SHARE)
        sounds = spoken(flat, self._syllables)
        scored = []
        for slot in self._shortlist(flat, pieces_read, names_read, shortlist, sounds):
            customer = customers[slot]
            score = _likeness(flat, customer) if customer else 0.0
            if score >= least:
                scored.append((slot, score))
        scored.sort(key=lambda pair: -pair[1])
        return scored[:limit]

    def sharing(self, name: str) -> list[int]:
        """The slots of a few names that share most of this one's pieces."""
        flat = "".join(name_keys(name))
        return self._shortlist(flat, *_BRIEF) if flat else []

    def _shortlist(
        self, flat: str, pieces_read: int, names_read: int, shortlist: int, sounds: Collection[str] = ()
    ) -> list[int]:
        """The names that share most of the rarest pieces. A piece is looked through whole or not at all, or the latest
        names would be found before better ones."""
        wanted = [self._slots[piece] for piece in {*pieces(flat), f"={flat}", *sounds} if piece in self._slots]
        shared: Counter[int] = Counter()
        for slots in sorted(wanted, key=len)[:pieces_read]:
            if shared and len(slots) > names_read:
                break
            shared.update(slots[-names_read:])
            names_read -= len(slots)
        return _most_shared(shared, shortlist)


def _most_shared(shared: Counter[int], limit: int) -> list[int]:
    """As `most_common`, which compares each of many thousands with one another. But they share a piece or a few, so it is
    soon known with how many a name is among the most."""
    names_of = Counter(shared.values())
    enough = (count for count in names_of if sum(names_of[more] for more in names_of if more >= count) >= limit)
    least = max(enough, default=0)
    above = [slot for slot, count in shared.items() if count > least]
    above.sort(key=shared.__getitem__, reverse=True)
    last = (slot for slot, count in shared.items() if count == least)
    return [*above, *islice(last, limit - len(above))]


def whole_likeness(flat: str, customer: KnownCustomer) -> float:
    """0–100, of whole names, with their legal form or without."""
    return max((_spelled_alike(flat, name_keys(name)) for name in (customer.name, *customer.aliases)), default=0.0)


def _spelled_alike(flat: str, keys: list[str]) -> float:
    return max(fuzz.ratio(flat, "".join(keys)), fuzz.ratio(flat, "".join(without_form(keys)))) if keys else 0.0


def _likeness(flat: str, customer: KnownCustomer) -> float:
    """0–100, of whole names, of parts of them, and of how they sound."""
    best = whole_likeness(flat, customer)
    for name in (customer.name, *customer.aliases):
        keys = name_keys(name)
        if not keys:
            continue
        spelled = "".join(keys)
        best = max(best, 0.95 * fuzz.partial_ratio(flat, spelled) if len(flat) > 2 else 0)
        sounds = pinyin(without_form(keys)) if not spelled.isascii() and flat.isascii() else []
        if sounds:
            sound = "".join(sounds)
            best = max(best, 0.98 * fuzz.ratio(flat, sound), 0.93 * fuzz.partial_ratio(flat, sound))
        shorts = ["".join(sound[0] for sound in sounds)] if any(map(is_han, keys)) else initials(keys)
        if flat in shorts:
            best = max(best, 94.0)
    return best
