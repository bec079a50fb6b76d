"""How large a written number is: 12k, 1.2M, 4.8 lakh, 12万8, 1亿2000万, two hundred and ten thousand."""

from collections.abc import Sequence
from decimal import Decimal

from crm.reading.cues import table, words
from crm.reading.dates.atoms import CURRENCY_SIGNS
from crm.reading.lexicon import Cue, Lexicon
from crm.reading.names import is_han
from crm.reading.numerals import Number, number_at
from crm.reading.tokens import Token
from crm.reading.words import bag
from crm.reading.words.zh.dates import NUMERALS

SCALES = table("AMOUNT_SCALES")
COUNTED = words("COUNTED")
_LONG_THINGS = bag("LONG_THINGS")


def scaled(tokens: Sequence[Token], keys: Sequence[str], number: Number, scales: Lexicon) -> tuple[Decimal, int, str]:
    """The number with its k, m, 万 or 亿: (value, end, how it was scaled)."""
    value, end, how = number.value, number.end, "latin" if _is_spelled_sum(number) else ""
    while end < len(tokens) and keys[end]:
        if is_han(keys[end]) and keys[end] in "多来几余":
            end += 1
            continue
        cue = scales.longest(keys, end)
        if cue is None or not _scale_belongs(tokens, cue, value):
            break
        value, end, how = (
            value * cue.tag,
            cue.end,
            "han" if is_han(tokens[cue.end - 1].key) or keys[cue.start] == "w" else how or "latin",
        )
        rest = number_at(tokens, end) if end < len(tokens) and how == "han" and keys[end] else None
        if rest and tokens[end].start == tokens[end - 1].end and not _begins_a_unit(keys, end):
            value, end = _with_rest(tokens, keys, value, Decimal(cue.tag), rest)
            break
    return value, end, how


def scales_a_sum(tokens: Sequence[Token], at: int) -> bool:
    """The MM of $2.5MM, which is no short form of anybody."""
    scale, number = tokens[at], tokens[at - 1]
    if at < 2 or scale.key not in SCALES.words or number.kind != "number" or number.end != scale.start:
        return False
    return tokens[at - 2].text in CURRENCY_SIGNS


def _is_spelled_sum(number: Number) -> bool:
    """`two hundred and ten thousand`, as it is dictated."""
    return number.sort == "words" and number.value >= 1000 and number.value % 1000 == 0


def _begins_a_unit(keys: Sequence[str], at: int) -> bool:
    """24万一年, 3万一台: the 一 belongs to what follows."""
    return (
        keys[at] in NUMERALS
        and NUMERALS[keys[at]] == 1
        and COUNTED.longest([*keys[at + 1 : at + 4], ""], 0) is not None
    )


def _scale_belongs(tokens: Sequence[Token], cue: Cue, value: Decimal) -> bool:
    """`m` is a million only against its number and when that makes a sum; `w` only in Chinese."""
    glued = tokens[cue.start].start == tokens[cue.start - 1].end
    letter = tokens[cue.start].text
    if letter in ("b", "w", "W") or (letter == "m" and value >= 10 and value % 5 == 0):
        return glued and letter in "wW"
    if _is_length(tokens, cue):
        return False
    return glued or len(letter) > 1 or is_han(letter) or letter in "kK"


def _is_length(tokens: Sequence[Token], cue: Cue) -> bool:
    """`rope 40mm`, `200m of cable`"""
    unit = tokens[cue.start].key
    if unit == "mm":
        return cue.start < 2 or tokens[cue.start - 2].text not in CURRENCY_SIGNS
    return unit == "m" and cue.end < len(tokens) and tokens[cue.end].key in _LONG_THINGS


def _with_rest(
    tokens: Sequence[Token], keys: Sequence[str], value: Decimal, scale: Decimal, rest: Number
) -> tuple[Decimal, int]:
    """12万8 → 128000; 12万8千 → 128000; 1亿2000万 → 120000000."""
    more, end, _ = rest.value, rest.end, ""
    following = SCALES.longest(keys, end) if end < len(keys) and keys[end] else None
    if following and following.tag < scale:
        last = number_at(tokens, following.end) if following.end < len(tokens) and keys[following.end] else None
        touches = last is not None and tokens[following.end].start == tokens[following.end - 1].end
        if last and touches and last.value < 10 and not _begins_a_unit(keys, following.end):
            return value + more * following.tag + last.value * following.tag / 10, last.end  # 4万3千6
        return value + more * following.tag, following.end
    if more < 10:
        return value + more * scale / 10, end
    return (value + more, end) if more >= 100 else (value, rest.end - 1 if rest.sort == "han" else rest.end)
