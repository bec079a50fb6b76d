"""One message with everything sought in it once: tokens, keys, names, sums, moments, clauses.

The readers (kind, stage, people …) look at this and never at the raw text. A token that belongs to a name, a number or
an address is masked by an empty key, so that no table takes it for a word.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crm.reading import kind, money, stage
from crm.reading.cues import Clauses
from crm.reading.customers import hits
from crm.reading.dates import atoms
from crm.reading.dates.finder import moments
from crm.reading.dates.moment import Moment
from crm.reading.hit import Hit
from crm.reading.index import CustomerIndex, Tier
from crm.reading.lexicon import END, NAME, Cue
from crm.reading.markup import MENTION, plain
from crm.reading.model import KnownCustomer, ReadingContext
from crm.reading.money import Sum, sums
from crm.reading.reach import Reach, reach
from crm.reading.spelling import Speller
from crm.reading.tokens import Token, tokens

_SPELLER = Speller(atoms.VOCABULARY | kind.VOCABULARY | stage.VOCABULARY | money.VOCABULARY)
_MOST = 100  # days and sums looked at: each is weighed against the others, and no note has more
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+")


@dataclass(slots=True)
class Note:
    text: str
    tokens: list[Token]
    keys: list[str]
    clauses: Clauses
    index: CustomerIndex
    tier: Tier
    context: ReadingContext
    mentions: tuple[str, ...]
    reach: Reach
    hits: list[Hit]
    sums: list[Sum]
    moments: list[Moment]
    dated: set[int]  # the tokens of moments
    kinds: list[Cue] = field(default_factory=list)
    stages: list[Cue] = field(default_factory=list)

    @property
    def language(self) -> str:
        """Chinese when Chinese characters carry the message."""
        return "zh" if len(_HAN.findall(self.text)) > len(_LATIN.findall(self.text)) else "en"

    def words(self, start: int, end: int) -> str:
        """The text of tokens [start, end) as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""

    def owners(self, hit: Hit) -> list[KnownCustomer]:
        return self.index.at(hit.slots)


def note(raw: str, index: CustomerIndex, context: ReadingContext) -> Note:
    """Seek everything once; each finding masks its tokens from the next."""
    shown = plain(raw)
    cut = tokens(shown.text)
    keys = [token.key for token in cut]
    tier = index.own(context.own)
    addresses = reach(shown.text, context)
    _mask_text(cut, keys, addresses.spans)
    _mask_text(cut, keys, [found.span() for found in re.finditer(re.escape(MENTION), shown.text)])
    keys = _SPELLER.mended(cut, keys, tier.words)
    named = hits(cut, keys, index, tier)
    _mask(keys, ((hit.start, hit.end) for hit in named))
    paid = sums(cut, keys, home=context.default_currency)[:_MOST]
    dated = list(keys)
    _mask(dated, ((sum_.start, sum_.end) for sum_ in paid if sum_.sure or sum_.unit))
    when = moments(shown.text, cut, dated, now=context.now, order=context.date_order)[:_MOST]
    taken = {at for moment in when for at in range(moment.start, moment.end)}
    paid = [sum_ for sum_ in paid if sum_.sure or not taken.intersection(range(sum_.start, sum_.end))]
    found = Note(
        shown.text, cut, keys, Clauses(cut), index, tier, context, shown.mentions, addresses, named, paid, when, taken
    )
    shown_keys = [*(key or NAME for key in keys), END]
    found.kinds = [cue for cue in kind.cues(shown_keys)[: 2 * _MOST] if not _labels_address(found, cue)]
    found.stages = stage.cues(shown_keys)[: 2 * _MOST]
    return found


def _labels_address(found: Note, cue: Cue) -> bool:
    """`电话13812345678`, `email x@y.z`: the word names what follows."""
    if not str(cue.tag).endswith(" noun"):
        return False
    at = cue.end + (cue.end < len(found.keys) and found.keys[cue.end] in (":", "(", "是"))
    return at < len(found.tokens) and any(start <= found.tokens[at].start < end for start, end in found.reach.spans)


def _mask(keys: list[str], spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        keys[start:end] = [""] * (end - start)


def _mask_text(cut: Sequence[Token], keys: list[str], spans: Sequence[tuple[int, int]]) -> None:
    left = sorted(spans)[::-1]
    for at, token in enumerate(cut):
        while left and left[-1][1] <= token.start:
            left.pop()
        if left and left[-1][0] <= token.start:
            keys[at] = ""
