"""Whether words that could be a customer's name are one here.

A word that is also a plain word (Target, Apple, May) is a name only where the message shows it: by a capital, or by
what stands before or after it.
"""

from collections.abc import Sequence

from crm.reading.around import Around
from crm.reading.dates.atoms import VOCABULARY as _DATE_WORDS
from crm.reading.index import EVERYONE, FAINT, FULL
from crm.reading.names import is_han, is_plain
from crm.reading.tokens import Token
from crm.reading.words import bag, characters, pairs
from crm.reading.words.zh.dates import MULTIPLIERS, NUMERALS

_BEFORE = bag("BEFORE_NAMES")
_AFTER = bag("AFTER_NAMES")
_DOES = Around(after="DAY_NAMED_FIRM_DOES")
_SOLD_TO = Around("FIRM_SOLD_TO")
_PLAIN_HAN, _THINGS = bag("PLAIN_HAN"), bag("THINGS_BEHIND_PLAIN_NAMES")
_WHOSE, _HOW = characters("WHOSE"), characters("HOW_IT_IS")
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
        if rank < FULL and is_han(key[0]) and (_is_date(key.replace(" ", "")) or _goes_on_as_date(keys, start, end)):
            return False  # 周六 is not 周六福, 十月 not 十月稻田, 平安夜 not 平安银行
        if rank < FULL and is_han(key[0]) and _is_plain_han(key, keys, start, end):
            return False
        return rank > FAINT or not is_han(key[0]) or _is_cued(tokens, keys, start, end)
    token = tokens[start]
    if token.kind == "number" or (token.kind == "word" and len(key) < 2):
        return False
    ordinary = is_plain(key) or key in _ORDINARY
    capital = token.text[0].isupper()
    if key in _DATE_WORDS and (_is_day(tokens, start) if rank == FULL else not (capital and _DOES.follows(keys, end))):
        return False
    if key in _ROLES and rank < FULL:
        return False  # MD is the managing director, not Moorside Dairy
    cued = _is_cued(tokens, keys, start, end)
    if len(key) == 2:
        return _are_initials(tokens, start) or (cued and not ordinary)
    if rank == EVERYONE:
        return not ordinary or (capital and cued)
    if rank == FAINT:
        return capital or (cued and not ordinary)
    opens = not start and key not in _ORDINARY and key not in _DATE_WORDS and not _names_a_thing(tokens, keys, end)
    return capital or cued or opens or not ordinary


def _is_plain_han(key: str, keys: Sequence[str], start: int, end: int) -> bool:
    """他们老板, 理想很丰满: a word of every day, and no 老板电器 nor 理想汽车."""
    if key.replace(" ", "") not in _PLAIN_HAN:
        return False
    return (start > 0 and keys[start - 1] in _WHOSE) or (end < len(keys) and keys[end] in _HOW)


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    """`nov 2`, although NOV is somebody's alias; `NOV 2 units` is not."""
    beside = [*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2]]
    return not tokens[at].text.isupper() and any(token.kind == "number" for token in beside)


def _names_a_thing(tokens: Sequence[Token], keys: Sequence[str], end: int) -> bool:
    """`visa line at the consulate`: a plain word before one that no firm's name is followed by."""
    after = tokens[end] if end < len(tokens) else None
    return after is not None and after.key in _THINGS


def _is_date(name: str) -> bool:
    """十月, 八点半"""
    counted = name.rstrip("".join(_DAY_MARKS))
    return name in _DATES or (counted != name and all(c in NUMERALS or c in MULTIPLIERS for c in counted))


def _goes_on_as_date(keys: Sequence[str], start: int, end: int) -> bool:
    return any("".join(keys[start:stop]) in _DATES for stop in (end + 1, end + 2))


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
    return ((before in "\n.;:(" or not start) and after in _AFTER) or _SOLD_TO.precedes(keys, start)
