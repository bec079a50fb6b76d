"""Which customers a message names: runs of tokens looked up in the index, the writer's own customers first.

A word that is also a plain word (Target, Apple, May) is a name only where the message shows it: by a capital, or by
what stands before or after it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crm.reading import kind, stage
from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.index import EVERYONE, FAINT, FULL, USUAL, CustomerIndex, Names, Tier
from crm.reading.lexicon import Lexicon
from crm.reading.misspelled import Word, mended, sounds_like
from crm.reading.names import is_han, is_plain, is_trade, key_of, whole_word
from crm.reading.shortened import has_shortened, is_shortened, short_name
from crm.reading.tokens import Token
from crm.reading.words import bag, characters, pairs
from crm.reading.words.zh.dates import MULTIPLIERS, NUMERALS

_BEFORE = bag("BEFORE_NAMES")
_AFTER = bag("AFTER_NAMES")
_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_GIVEN = bag("FIRST_NAMES")
_TITLES = bag("TITLES")
_ROLES = bag("ROLES")
_NOT_NAMES = bag("NOT_NAMES")
_ASPECTS = characters("ASPECT_MARKS")
_OBJECTS = frozenset(
    ("the", "a", "an", "up", "them", "him", "her", "it", "for", "on", "my", "our", "their", "this", "that")
)
_DATES = frozenset(phrase for phrase, _ in pairs("DATES"))
_DAY_MARKS = frozenset("月日号点半刻")
_SAID = bag("PERSON_ACTS")
_OURS = frozenset(("our", "my", "their", "his", "her"))
_KNOWN_WORDS = (bag("PLACES"), _ORDINARY, _GIVEN, _ROLES, _NOT_NAMES, _DATE_WORDS, kind.VOCABULARY, stage.VOCABULARY)
_HAN_WORDS = Lexicon(
    (phrase, True) for phrase, _ in (*pairs("KINDS"), *pairs("STAGES")) if 1 < len(phrase) < 5 and is_han(phrase[0])
)
_SOFT_MARKS = frozenset("-.'/&+’()")
_CLAUSE_MARKS = frozenset(",;:!?\n")


class Hit(NamedTuple):
    """A customer's name at tokens [start, end); several slots when several customers fit."""

    start: int
    end: int
    slots: tuple[int, ...]
    rank: int  # as in the index: FULL, USUAL, EVERYONE, FAINT
    sure: bool = True  # not: spelled so unlike the customer's name that it may be another's


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
        if hit and not _is_another_company(hit, tokens, index):
            goes_on = _goes_on_unknown(hit, words[at + size :][:1], tokens, index)
            found.append(hit._replace(end=hit.end + 1, sure=False) if goes_on else hit)
            size += goes_on
        at += size
    if not found:
        return _misspelled_han(words, tier) or _shortened_han(words, tier)
    before = [word for word in words if word.token < found[0].start]
    return [*_shortened_han(before, tier), *found]


def _stream(tokens: Sequence[Token], keys: Sequence[str]) -> tuple[list[Word], set[int]]:
    """The words of the message without marks, and the places no name runs across."""
    words: list[Word] = []
    breaks: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind in ("word", "number", "han"):
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
            _stands_as_name(key, tokens, keys, start, end, rank) or _is_shortened_name(words, at + size, slots, index)
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
    if hit.rank == FULL or len(words) != 2:
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


def _is_another_company(hit: Hit, tokens: Sequence[Token], index: CustomerIndex) -> bool:
    """One word of a known name inside another company's: `Lubbock Christian Schools` is not the City of Lubbock."""
    if hit.rank > USUAL or hit.end - hit.start > 1 or is_han(tokens[hit.start].key):
        return False
    if tokens[hit.start - (hit.start > 1 and tokens[hit.start - 1].key == ".") - 1].key in _TITLES and hit.start:
        return True  # Mr Smith is not Smith Industries
    after = tokens[hit.end] if hit.end < len(tokens) else None
    if (
        after is None
        or after.kind != "word"
        or after.key in _TITLES
        or not after.text[0].isupper()
        or not tokens[hit.start].text[0].isupper()
    ):
        return False
    trade = is_trade(after.key)
    named = all(whole_word(after.key) in key_of(customer.name).split(" ") for customer in index.at(hit.slots))
    return not named and (trade or (hit.rank == FAINT and after.key not in _ORDINARY))


def _goes_on_unknown(hit: Hit, following: list[Word], tokens: Sequence[Token], index: CustomerIndex) -> bool:
    """`Atlas Copco` where Atlas Air is known: the first word of a customer's name, before a word that nobody knows."""
    if hit.rank > USUAL or hit.end - hit.start > 1 or not following or following[0].token != hit.end:
        return False
    after = tokens[hit.end]
    capitals = tokens[hit.start].text.istitle() and after.text.istitle()
    if after.kind != "word" or len(after.key) < 4 or not capitals:
        return False
    person = hit.end + 1 < len(tokens) and tokens[hit.end + 1].text[0].isupper()  # `DBS Rachhel Tan said`
    person = person and hit.end + 2 < len(tokens) and tokens[hit.end + 2].key in _SAID
    named = any(following[0].key in key_of(customer.name).split(" ") for customer in index.at(hit.slots))
    return not named and not person and not any(after.key in known for known in _KNOWN_WORDS)


def _owners(key: str, everyone: Names, tier: Tier) -> tuple[tuple[int, ...], int]:
    rank, slots = tier.names.get(key, (0, ()))
    if rank > EVERYONE:
        return slots, rank
    return (found, EVERYONE) if (found := everyone.get(key)) else (slots, rank)


def _stands_as_name(key: str, tokens: Sequence[Token], keys: Sequence[str], start: int, end: int, rank: int) -> bool:
    """Whether a run of tokens that could be a name is one here."""
    if " " in key:
        if rank < FULL and is_han(key[0]) and _is_date(key.replace(" ", "")):
            return False  # 周六 is not 周六福, 十月 not 十月稻田
        return rank > FAINT or not is_han(key[0]) or _is_cued(tokens, keys, start, end)
    token = tokens[start]
    if token.kind == "number" or (token.kind == "word" and len(key) < 2):
        return False
    ordinary = is_plain(key) or key in _ORDINARY
    if key in _DATE_WORDS and rank < FULL:
        return False
    capital = token.text[0].isupper()
    if key in _ROLES and rank < FULL:
        return False  # MD is the managing director, not Moorside Dairy
    cued = _is_cued(tokens, keys, start, end)
    if len(key) == 2:
        return _are_initials(tokens, start) or (cued and not ordinary)
    if rank == EVERYONE:
        return not ordinary or (capital and cued)
    if rank == FAINT:
        return capital or (cued and not ordinary)
    opens = not start and key not in _ORDINARY and key not in _DATE_WORDS
    return capital or cued or opens or not ordinary


def _is_date(name: str) -> bool:
    """十月, 八点半"""
    counted = name.rstrip("".join(_DAY_MARKS))
    return name in _DATES or (counted != name and all(c in NUMERALS or c in MULTIPLIERS for c in counted))


def _are_initials(tokens: Sequence[Token], at: int) -> bool:
    """CS of Corbin & Shaw, but not in `our CS lead`."""
    before, after = tokens[at - 1].key if at else "", tokens[at + 1].key if at + 1 < len(tokens) else ""
    return tokens[at].text.isupper() and before not in _OURS and after not in _ROLES


def _is_cued(tokens: Sequence[Token], keys: Sequence[str], start: int, end: int) -> bool:
    aspect = start > 1 and keys[start - 1] in _ASPECTS  # 去了浙二
    before = keys[start - 1 - aspect] if start else "\n"
    after = keys[end] if end < len(tokens) else "\n"
    if is_plain(keys[start]) and before == "to" and after in _OBJECTS:
        return False  # `need to chase the invoice`
    if after == "'s" or before in _BEFORE:
        return not (end < len(tokens) and tokens[end].kind == "number")
    if is_han(tokens[start].key) and (not start or before in ",.;:(\n"):
        return True
    return (before in "\n.;:(" or not start) and after in _AFTER


def _misspelled_han(words: list[Word], tier: Tier) -> list[Hit]:
    found = sounds_like(words, tier)
    return [Hit(words[found[0]].token, words[found[1] - 1].token + 1, found[2], USUAL)] if found else []


def _shortened_han(words: list[Word], tier: Tier) -> list[Hit]:
    short = short_name([word.key for word in words[:400]], tier)
    return [Hit(words[short.start].token, words[short.end - 1].token + 1, short.slots, USUAL)] if short else []
