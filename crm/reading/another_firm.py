"""A name that is only part of another company's: Stark of `Stark Legal`, where Stark Foods is the customer."""

from collections.abc import Sequence

from crm.reading import kind, stage
from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.hit import Hit
from crm.reading.index import FAINT, USUAL, CustomerIndex
from crm.reading.misspelled import Word
from crm.reading.names import is_han, is_trade, key_of, whole_word
from crm.reading.tokens import Token
from crm.reading.words import bag

_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_GIVEN = bag("FIRST_NAMES")
_TITLES = bag("TITLES")
_ROLES = bag("ROLES")
_NOT_NAMES = bag("NOT_NAMES")
_SAID = bag("PERSON_ACTS")
_KNOWN_WORDS = (bag("PLACES"), _ORDINARY, _GIVEN, _ROLES, _NOT_NAMES, _DATE_WORDS, kind.VOCABULARY, stage.VOCABULARY)


def is_another_company(hit: Hit, tokens: Sequence[Token], index: CustomerIndex) -> bool:
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
