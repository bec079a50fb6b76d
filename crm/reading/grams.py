"""Names found by the small pieces they share with a query: letter trigrams, Han pairs, pinyin, initials.

Each piece keeps the slots of the names that hold it. A query looks only at its rarest pieces and scores the
names that share most of them, so that the cost does not grow with all the names there are.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from crm.reading.model import KnownCustomer
from crm.reading.names import initials, is_han, name_tokens, pinyin, without_form
from crm.reading.tokens import tokens

_PIECES_READ = 10
_SHORTLIST = 96
_CROWDED = 4_000


def _flat(text: str) -> str:
    return "".join(name_tokens(tokens(text)))


def pieces(flat: str) -> Iterator[str]:
    """Trigrams of letters (the ends marked) and pairs of Han characters."""
    padded = f"^{flat}$"
    for at in range(len(padded) - 1):
        pair = padded[at : at + 2]
        if is_han(pair[0]) or is_han(pair[1]):
            yield pair
        elif at + 2 < len(padded):
            yield padded[at : at + 3]


class Grams:
    def __init__(self) -> None:
        self._slots: dict[str, array[int]] = {}

    def add(self, slot: int, customer: KnownCustomer) -> None:
        held: set[str] = set()
        for name in (customer.name, *customer.aliases):
            keys = name_tokens(tokens(name))
            held.update(pieces("".join(keys)))
            if any(map(is_han, keys)):
                held.update(pieces("".join(pinyin(keys))))
            held.update(f"={short}" for short in initials(pinyin(keys)))
        for piece in held:
            self._slots.setdefault(piece, array("I")).append(slot)

    def near(
        self, query: str, customers: Sequence[KnownCustomer | None], *, least: float, limit: int, whole: bool = False
    ) -> list[tuple[int, float]]:
        """(slot, likeness 0–100) of the closest names; `whole` compares whole names only."""
        flat = _flat(query)
        if not flat:
            return []
        scored = []
        for slot in self._shortlist(flat):
            customer = customers[slot]
            score = _likeness(flat, customer, whole=whole) if customer else 0.0
            if score >= least:
                scored.append((slot, score))
        scored.sort(key=lambda pair: -pair[1])
        return scored[:limit]

    def _shortlist(self, flat: str) -> list[int]:
        wanted = [self._slots[piece] for piece in {*pieces(flat), f"={flat}"} if piece in self._slots]
        wanted.sort(key=len)
        shared: Counter[int] = Counter()
        for slots in wanted[:_PIECES_READ]:
            shared.update(slots[-_CROWDED:])
        return [slot for slot, _ in shared.most_common(_SHORTLIST)]


def _core(keys: list[str]) -> str:
    return "".join(without_form(keys))


def _likeness(flat: str, customer: KnownCustomer, *, whole: bool) -> float:
    best = 0.0
    for name in (customer.name, *customer.aliases):
        keys = name_tokens(tokens(name))
        spelled = "".join(keys)
        best = max(best, fuzz.ratio(flat, spelled), fuzz.ratio(flat, _core(keys)))
        if whole:
            continue
        best = max(best, 0.95 * fuzz.partial_ratio(flat, spelled) if len(flat) > 2 else 0)
        if any(map(is_han, keys)) and flat.isascii():
            sound = "".join(pinyin(keys))
            best = max(best, 0.98 * fuzz.ratio(flat, sound), 0.93 * fuzz.partial_ratio(flat, sound))
        if flat in initials(pinyin(keys)):
            best = max(best, 94.0)
    return best
