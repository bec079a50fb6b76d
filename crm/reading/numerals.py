"""Numbers as people write them: 1,280 · twenty-one · 三十五 · 十二万八 · 两百四.

A number never says what it counts; dates and money decide that.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crm.reading.tokens import Token
from crm.reading.words import tables
from crm.reading.words.zh.dates import FORMAL_NUMERALS, MULTIPLIERS, NUMERALS

_WORDS = {word: n for table in tables("NUMBERS") for word, n in table.items()}
_ORDINALS = {word: n for table in tables("ORDINALS") for word, n in table.items()}
_SCALES = {"hundred": 100, "thousand": 1000}
_POINT = "point"
_A_FEW = ["三", "五"]  # 三五天: three to five


class Number(NamedTuple):
    value: Decimal
    end: int  # the token after it
    sort: str  # "digits", "words", "ordinal" or "han"


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at this token, if one does."""
    token = tokens[at]
    if token.kind == "number":
        return Number(Decimal(token.text.replace(",", "").replace(" ", "")), at + 1, "digits")
    if token.kind == "han":
        if token.key in NUMERALS or token.key == "十":
            return _han(tokens, at)
        return _formal(tokens, at) if token.key in FORMAL_NUMERALS else None
    if token.key in _WORDS or token.key in _ORDINALS:
        return _spelled(tokens, at)
    return None


def _spelled(tokens: Sequence[Token], at: int) -> Number:
    """English words: tens and ones, then hundreds and thousands: `two thousand and eighteen`."""
    total, ones, sort = _below_hundred(tokens, at)
    at = ones
    if sort == "words" and at + 1 < len(tokens) and tokens[at].key == _POINT and 0 <= _tenth(tokens[at + 1]) < 10:
        return Number(Decimal(f"{total}.{_tenth(tokens[at + 1])}"), at + 2, sort)  # one point two million
    while sort == "words" and at < len(tokens) and tokens[at].key in _SCALES:
        total *= _SCALES[tokens[at].key]
        at += 1
        rest = at + 1 if at + 1 < len(tokens) and tokens[at].key == "and" else at
        if rest < len(tokens) and tokens[rest].key in _WORDS:
            more, at, sort = _below_hundred(tokens, rest)
            if at < len(tokens) and tokens[at].key == "hundred":
                more, at = more * 100, at + 1
            total += more
    return Number(Decimal(total), at, sort)


def _tenth(token: Token) -> int:
    return int(_WORDS.get(token.key, -1))


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int, str]:
    key = tokens[at].key
    if key in _ORDINALS:
        return _ORDINALS[key], at + 1, "ordinal"
    value, after = _WORDS[key], at + 1
    if value >= 20 and after < len(tokens):
        ones = after + 1 if tokens[after].key == "-" and after + 1 < len(tokens) else after
        key = tokens[ones].key
        if key in _ORDINALS and _ORDINALS[key] < 10:
            return value + _ORDINALS[key], ones + 1, "ordinal"
        if 0 < _WORDS.get(key, 0) < 10:
            return value + _WORDS[key], ones + 1, "words"
    return value, after, "words"


def _han(tokens: Sequence[Token], at: int) -> Number:
    end = at
    while end < len(tokens) and (tokens[end].key in NUMERALS or tokens[end].key in ("十", "百", "千")):
        end += 1
    return Number(Decimal(han_value([token.key for token in tokens[at:end]])), end, "han")


def _formal(tokens: Sequence[Token], at: int) -> Number | None:
    """壹拾贰 as on a cheque; one character alone is a surname: 伍总, 陆工."""
    end = at
    while end < len(tokens) and tokens[end].key in FORMAL_NUMERALS:
        end += 1
    if end - at < 2 and (end == len(tokens) or tokens[end].key not in MULTIPLIERS):
        return None
    return Number(Decimal(han_value([FORMAL_NUMERALS[token.key] for token in tokens[at:end]])), end, "han")


def han_value(keys: Sequence[str]) -> int:
    """三十五 → 35, 二〇二六 → 2026, 两百四 → 240, 一千零五 → 1005 (up to 千; money adds 万 and 亿)."""
    if len(keys) > 1 and (0 < NUMERALS.get(keys[0], 0) == NUMERALS.get(keys[1], 0) - 1 or keys[:2] == _A_FEW):
        if len(keys) == 2:
            return NUMERALS[keys[0]]  # 两三天: two or three, the lower one
        if keys[2] in MULTIPLIERS:
            keys = [keys[0], *keys[2:]]  # 四五十
    if not any(key in MULTIPLIERS for key in keys):
        return int("".join(str(NUMERALS[key]) for key in keys[:12]))
    total, digit, scale = 0, None, 0
    for key in keys:
        if key in NUMERALS:
            digit = NUMERALS[key]
            scale = 0 if digit == 0 else scale
        else:
            scale = MULTIPLIERS[key]
            total += (1 if digit is None else digit) * scale
            digit = None
    if digit is not None:  # 两百四 means 240, 两百零四 means 204, 二十四 means 24
        total += digit * (scale // 10 if scale > 10 else 1)
    return total
