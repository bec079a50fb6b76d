"""A name that is only part of another company's: Stark of `Stark Legal`, where Stark Foods is the customer."""

from collections.abc import Sequence

from crm.reading import kind, stage
from crm.reading.around import Around
from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.hit import Hit
from crm.reading.index import FAINT, FULL, USUAL, CustomerIndex
from crm.reading.misspelled import Word
from crm.reading.names import HAN_PLACES, is_han, is_trade, key_of, trade_end, whole_word
from crm.reading.tokens import Token
from crm.reading.words import bag, characters

_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_GIVEN = bag("FIRST_NAMES")
_TITLES = bag("TITLES")
_ROLES = bag("ROLES")
_NOT_NAMES = bag("NOT_NAMES")
_SAID = bag("PERSON_ACTS")
_NOT_IN_NAME = characters("NOT_IN_COMPANY_NAME") | characters("BEFORE_FIRM") | bag("BEFORE_NAMES")
_CLOSING = frozenset(",.;:!?()\n的有来说要想那") | characters("SURNAMES")
_ANNOUNCED = Around(after="ANNOUNCED_BEHIND")
_LONGEST_TRADE = 6  # characters
_KNOWN_WORDS = (bag("PLACES"), _ORDINARY, _GIVEN, _ROLES, _NOT_NAMES, _DATE_WORDS, kind.VOCABULARY, stage.VOCABULARY)


def is_another_company(hit: Hit, tokens: Sequence[Token], index: CustomerIndex) -> bool:
    """One word of a known name inside another company's: `Lubbock Christian Schools` is not the City of Lubbock."""
    if is_han(tokens[hit.start].key):
        return hit.rank < FULL and _is_within_han(hit, tokens, index)
    if hit.rank > USUAL:
        return False
    single = hit.end - hit.start == 1
    if (
        tokens[hit.start - (hit.start > 1 and tokens[hit.start - 1].key == ".") - 1].key in _TITLES
        and hit.start
        and single
    ):
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
    trade = is_trade(after.key) and not _is_hyphened(tokens, hit.end)
    named = all(whole_word(after.key) in key_of(customer.name).split(" ") for customer in index.at(hit.slots))
    return not named and (trade or (single and hit.rank == FAINT and after.key not in _ORDINARY))


def _is_hyphened(tokens: Sequence[Token], at: int) -> bool:
    """The Co of Co-op is no company form."""
    return [token.key for token in tokens[at + 1 : at + 2]] == ["-"] and tokens[at].end == tokens[at + 1].start


def _is_within_han(hit: Hit, tokens: Sequence[Token], index: CustomerIndex) -> bool:
    """鑫隆基建材 is not 隆基绿能, nor 宁波金田机械 金田铜业: a character or a place before, another trade behind, and no more."""
    keys = [token.key for token in tokens[hit.start : hit.end + 2 * _LONGEST_TRADE]]
    named = hit.end - hit.start
    end = trade_end(keys, named)
    trade = "".join(keys[named:end])
    if len(trade) < 2 or any(trade in customer.name for customer in index.at(hit.slots)):
        return False
    if _ANNOUNCED.follows(keys, end + (keys[end : end + 1] == ["是"])):
        return True
    if (
        end < len(keys)
        and keys[end] not in _CLOSING
        and tokens[hit.start + end].start == tokens[hit.start + end - 1].end
    ):
        return False
    return "".join(keys[:2]) in HAN_PLACES.runs or _goes_before(tokens, hit.start)


def _goes_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the character before is one of a name."""
    before = tokens[at - 1] if at else None
    if before is None or not is_han(before.key) or before.end != tokens[at].start:
        return False
    return before.key not in _NOT_IN_NAME and before.key not in _DATE_WORDS


def goes_on_unknown(hit: Hit, following: list[Word], tokens: Sequence[Token], index: CustomerIndex) -> bool:
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
