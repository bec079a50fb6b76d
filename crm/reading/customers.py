"""Which customers a message names: runs of tokens looked up in the index, the writer's own customers first."""

from collections.abc import Sequence

from crm.reading.another_firm import goes_on_unknown, is_another_company
from crm.reading.as_name import stands_as_name
from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.hit import Hit
from crm.reading.index import EVERYONE, FULL, USUAL, CustomerIndex, Names, Tier
from crm.reading.lexicon import Lexicon
from crm.reading.misspelled import Word, mended, sounds_like
from crm.reading.names import is_han, is_trade, whole_word
from crm.reading.scales import scales_a_sum
from crm.reading.shortened import has_shortened, is_shortened, short_name
from crm.reading.tokens import Token
from crm.reading.words import bag, pairs

_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_GIVEN = bag("FIRST_NAMES")
_NOT_NAMES = bag("NOT_NAMES")
_HAN_WORDS = Lexicon(
    (phrase, True) for phrase, _ in (*pairs("KINDS"), *pairs("STAGES")) if 1 < len(phrase) < 5 and is_han(phrase[0])
)
_AT = frozenset(("at", "@", "from"))
_SOFT_MARKS = frozenset("-.'/&+’()")
_CLAUSE_MARKS = frozenset(",;:!?\n")


def hits(tokens: Sequence[Token], keys: Sequence[str], index: CustomerIndex, tier: Tier) -> list[Hit]:
    """Every customer's name in the message, the longest at each place."""
    words, breaks = _stream(tokens, keys)
    words = mended(words, tokens, tier)
    found: list[Hit] = []
    at = 0
    while at < len(words):
        hit, size = _longest(words, breaks, at, tokens, keys, index, tier)
        if hit:
            hit = _shared(_widened(hit, words[at : at + size], tier), words[at : at + size], tier)
            hit, more = _narrowed(hit, words[at + size :][:1], tokens, index)
            size += more
        if hit and not is_another_company(hit, tokens, index):
            goes_on = goes_on_unknown(hit, words[at + size :][:1], tokens, index)
            found.append(hit._replace(end=hit.end + 1, sure=False) if goes_on else hit)
            size += goes_on
        at += size
    behind: list[Hit | None] = [*found[1:], None]
    found = [hit for hit, after in zip(found, behind, strict=False) if not _is_somebody_of(hit, after, tokens)]
    if not found:
        guessed = _misspelled_han(words, tier) or _shortened_han(words, tier)
        return [hit for hit in guessed if not is_another_company(hit, tokens, index)]
    before = [word for word in words if word.token < found[0].start]
    return [*_shortened_han(before, tier), *found]


def _is_somebody_of(hit: Hit, after: Hit | None, tokens: Sequence[Token]) -> bool:
    """`vm for Oscar at Lowe's`, `Tan from PSA`: a name before the firm that somebody so called is with."""
    if after is None or after.start != hit.end + 1 or hit.rank == FULL or hit.end - hit.start > 1:
        return False
    return tokens[hit.end].key in _AT and (tokens[hit.start].key in _GIVEN or len(hit.slots) > 1)


def _stream(tokens: Sequence[Token], keys: Sequence[str]) -> tuple[list[Word], set[int]]:
    """The words of the message without marks, and the places no name runs across."""
    words: list[Word] = []
    breaks: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind in ("word", "number", "han") and not scales_a_sum(tokens, at):
            words.append(Word(whole_word(keys[at].replace("'", "")) if token.kind == "word" else keys[at], at))
        elif token.key in "&+" and token.kind == "mark":
            words.append(Word("and", at))
        elif token.key in _CLAUSE_MARKS or not (token.key in _SOFT_MARKS or token.kind == "own"):
            breaks.add(len(words))
    return words, breaks


def _longest(
    words: list[Word],
    breaks: set[int],
    at: int,
    tokens: Sequence[Token],
    keys: Sequence[str],
    index: CustomerIndex,
    tier: Tier,
) -> tuple[Hit | None, int]:
    """The longest name that begins here, and how many words to step over."""
    opener = words[at].key
    everyone = index.everyone
    longest = max(everyone.longest(opener), tier.longest.get(opener, 0))
    cutting: tuple[Hit, int] | None = None  # 三江电 in 三江电话里说 gives way to 三江
    for size in range(min(longest, len(words) - at), 0, -1):
        if size > 1 and any(at + n in breaks for n in range(1, size)):
            continue
        run = words[at : at + size]
        key = " ".join(word.key for word in run)
        slots, rank = _owners(key, everyone, tier)
        start, end = words[at].token, words[at + size - 1].token + 1
        if slots and (
            stands_as_name(key, tokens, keys, start, end, rank) or _is_shortened_name(words, at + size, slots, index)
        ):
            hit = _spelled_so(Hit(start, end, slots, rank), run, everyone, tier)
            if not (rank < FULL and _cuts_a_word(keys, end)):
                return hit, size
            cutting = cutting or (hit, size)
    if cutting:
        return cutting
    if at + 1 < len(words) and at + 1 not in breaks and not is_han(opener):
        squashed = opener + words[at + 1].key
        rank, slots = tier.names.get(squashed, (0, ()))
        if rank < USUAL or len(squashed) < 6:
            slots = _opened(opener, words[at + 1].key, tier)
        if slots:
            return Hit(words[at].token, words[at + 1].token + 1, slots, USUAL), 2
    return None, 1


def _cuts_a_word(keys: Sequence[str], end: int) -> bool:
    """Whether the last character of a name begins a word that goes on behind it."""
    cue = _HAN_WORDS.longest(keys, end - 1) if is_han(keys[end - 1]) else None
    return cue is not None and cue.end > end


def _spelled_so(hit: Hit, run: Sequence[Word], everyone: Names, tier: Tier) -> Hit:
    """Whose else it may be where a misspelled word is as near to two, and whether it is to be asked about."""
    if all(word.sure and not word.others for word in run):
        return hit
    slots = set(hit.slots)
    for at, word in enumerate(run):
        for other in word.others:
            keys = [other if n == at else one.key for n, one in enumerate(run)]
            slots.update(_owners(" ".join(keys), everyone, tier)[0])
    sure = all(word.sure for word in run) or any(_tells(word) for word in run)
    return hit._replace(slots=tuple(sorted(slots)), sure=sure)


def _tells(word: Word) -> bool:
    """Sun of `Sun Mycrosystems`, but not Foods of `Oakheed Foods`: a word that only one firm's name has."""
    return word.sure and not is_trade(word.key)


def _opened(word: str, second: str, tier: Tier) -> tuple[int, ...]:
    """`yack brewing`: the first word of a name shortened, its second as it is."""
    if len(word) < 2 or word in _ORDINARY or word in _NOT_NAMES or word in _DATE_WORDS or word in _GIVEN:
        return ()
    known = tier.openers.get(second, ())
    return tuple(sorted(slot for first, slot in known if len(first) > len(word) and is_shortened(word, first)))


def _widened(hit: Hit, words: Sequence[Word], tier: Tier) -> Hit:
    """`co op` may be Co-operative Group as well as Co-op Academies."""
    if hit.rank > USUAL or len(words) != 2 or is_han(words[0].key):
        return hit
    first, second = words[0].key, words[1].key
    longer = (known for key, known in tier.openers.items() if key.startswith(second) and key != second)
    more = {slot for known in longer for opener, slot in known if opener == first}
    return hit._replace(slots=tuple(sorted({*hit.slots, *more}))) if more else hit


def _shared(hit: Hit, words: Sequence[Word], tier: Tier) -> Hit:
    """国药 may be 国药器械 as well as 国药控股, unless it is somebody's alias."""
    if hit.rank == FULL or not 2 <= len(words) <= 3:
        return hit
    more = tier.begun.get(" ".join(word.key for word in words), set())
    return hit._replace(slots=tuple(sorted({*hit.slots, *more}))) if more else hit


def _narrowed(hit: Hit, following: list[Word], tokens: Sequence[Token], index: CustomerIndex) -> tuple[Hit, int]:
    """`Harwood Fab`, `Stark mfg`: the next word shortened narrows the customers and belongs to the name."""
    if not following or following[0].token != hit.end or is_han(following[0].key) or len(following[0].key) < 3:
        return hit, 0
    word = following[0].key
    if word in _ORDINARY:
        return hit, 0  # `Okafor lost` is no short form of Okafor Logistics
    fitting = tuple(slot for slot in hit.slots for customer in index.at([slot]) if has_shortened(word, customer.name))
    return (hit._replace(end=hit.end + 1, slots=fitting), 1) if fitting else (hit, 0)


def _is_shortened_name(words: list[Word], after: int, slots: Sequence[int], index: CustomerIndex) -> bool:
    """`nova sci` of Nova Scientific."""
    if after >= len(words) or is_han(words[after].key) or len(words[after].key) < 3:
        return False
    if words[after].key in _ORDINARY or len(words[after - 1].key) < 3:
        return False  # `at the` is not August Therapeutics
    return any(has_shortened(words[after].key, customer.name) for customer in index.at(slots))


def _owners(key: str, everyone: Names, tier: Tier) -> tuple[tuple[int, ...], int]:
    rank, slots = tier.names.get(key, (0, ()))
    if rank > EVERYONE:
        return slots, rank
    return (found, EVERYONE) if (found := everyone.get(key)) else (slots, rank)


def _misspelled_han(words: list[Word], tier: Tier) -> list[Hit]:
    found = sounds_like(words, tier)
    return [Hit(words[found[0]].token, words[found[1] - 1].token + 1, found[2], USUAL)] if found else []


def _shortened_han(words: list[Word], tier: Tier) -> list[Hit]:
    short = short_name([word.key for word in words[:400]], tier)
    return [Hit(words[short.start].token, words[short.end - 1].token + 1, short.slots, USUAL)] if short else []
