"""Whether words that could be a customer's name are one here.

A word that is also a plain word (Target, Apple, May) is a name only where the message shows it: by a capital, or by
what stands before or after it.
"""

from collections.abc import Sequence

from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.index import EVERYONE, FAINT, FULL
from crm.reading.names import is_han, is_plain
from crm.reading.tokens import Token
from crm.reading.words import bag, characters, pairs
from crm.reading.words.zh.dates import MULTIPLIERS, NUMERALS

_BEFORE = bag("BEFORE_NAMES")
_AFTER = bag("AFTER_NAMES")
_ORDINARY = bag("ORDINARY_WORDS") | bag("ORDINARY_TOO")
_ROLES = bag("ROLES")
_ASPECTS = characters("ASPECT_MARKS")
_OBJECTS = frozenset(
    ("the", "a", "an", "up", "them", "him", "her", "it", "for", "on", "my", "our", "their", "this", "that")
)
_DATES = frozenset(phrase for phrase, _ in pairs("DATES"))
_DAY_MARKS = frozenset("月日号点半刻")
_OURS = frozenset(("our", "my", "their", "his", "her"))


def stands_as_name(key: str, tokens: Sequence[Token], keys: Sequence[str], start: int, end: int, rank: int) -> bool:
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
