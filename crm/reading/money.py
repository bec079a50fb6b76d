"""Every number of a message that could be money: ranges by their lower bound, prices of a unit marked as such."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from crm.reading.cues import table, unless, words
from crm.reading.lexicon import Cue, Lexicon
from crm.reading.names import is_han
from crm.reading.numerals import number_at
from crm.reading.scales import COUNTED, SCALES, scaled
from crm.reading.tokens import Token
from crm.reading.words import bag, listed, pairs, tables
from crm.reading.words.zh.money import HOME_CURRENCY

_CURRENCIES = table("CURRENCIES")
_WHOLE, _VAGUE = table("WHOLE_AMOUNTS"), bag("VAGUE_NUMBERS")
_WHOLE_OF = words("WHOLE_OF")
_AT_HOME = {
    home: Lexicon((*((phrase, scale) for scale, phrase in scales.items()), *pairs("AMOUNT_SCALES")))
    for table_ in tables("HOME_SCALES")
    for home, scales in table_.items()
}
_HOME_SIGNS = {home: frozenset(listed(signs)) for table_ in tables("HOME_SIGNS") for home, signs in table_.items()}
_HOME_WORDS = {home: frozenset(listed(said)) for table_ in tables("HOME_WORDS") for home, said in table_.items()}
_PER_UNIT, _AMOUNT, _TOTAL = words("PER_UNIT"), words("AMOUNT_CUES"), words("TOTAL_CUES")
_PART = unless("PART_CUES", "NO_PARTS")
VOCABULARY = _AMOUNT.words | _TOTAL.words
_MARKS = frozenset(",;.=\n")
_RANGE_MARKS = frozenset(("-", "~", "to", "到", "至", "or", "and"))
_NO_THINGS = bag("NO_THINGS") | _AMOUNT.words | _TOTAL.words
_LABELS = bag("NUMBER_LABELS")
_DOTTED = bag("DOTTED_THOUSANDS")
_FROM = bag("CHANGED_FROM")  # "from 40k to 25k" is a change, no range
_CHANGES = bag("CHANGE_VERBS")
_OF_ONE, _SPANS = frozenset(("a", "an")), frozenset("年月季")
_NAMES_A_DAY = bag("NAMES_A_DAY")
_A_YEAR = (["一", "年"], ["每", "年"], ["每", "月"], ["一", "月"])
LEAST = 50  # less is a unit price
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_LARGEST = Decimal(10) ** 13
_PAR = {code for table_ in tables("CURRENCIES") for code in table_}


class Sum(NamedTuple):
    """A sum of money at tokens [start, end)."""

    start: int
    end: int
    value: Decimal
    currency: str | None
    sure: bool  # a currency or a multiplier was written
    unit: bool  # a price per unit


def sums(tokens: Sequence[Token], keys: Sequence[str], *, home: str = "") -> list[Sum]:
    """Every number that could be money, ranges by their lower bound. `home`: the currency where none is named."""
    found: list[Sum] = []
    at = 0
    while at < len(tokens):
        sum_ = _sum_at(tokens, keys, at, home) if keys[at] else None
        if sum_ is None:
            number = number_at(tokens, at) if keys[at] else None
            at = number.end if number else at + 1
        else:
            found.append(sum_)
            at = sum_.end
    return _with_unit_prices([*(_as_compared(one, two, keys) for one, two in pairwise(found)), *found[-1:]])


def _with_unit_prices(found: list[Sum]) -> list[Sum]:
    """`$910/ton is too high, he's got another mill at 880`: what is near a unit's price is one too."""
    prices = [sum_.value for sum_ in found if sum_.unit and sum_.value]
    near = [sum_.value >= LEAST and any(price / 2 < sum_.value < price * 2 for price in prices) for sum_ in found]
    return [sum_._replace(unit=True) if is_near else sum_ for sum_, is_near in zip(found, near, strict=True)]


def _as_compared(one: Sum, two: Sum, keys: Sequence[str]) -> Sum:
    """`$310 vs our $365 per unit`: both are prices of a unit."""
    between = keys[one.end : two.start]
    return one._replace(unit=True) if two.unit and between[:1] in (["vs"], ["versus"], ["against"]) else one


def _sum_at(tokens: Sequence[Token], keys: Sequence[str], at: int, home: str) -> Sum | None:
    whole = _WHOLE.longest(keys, at)
    if whole:
        return Sum(at, whole.end, Decimal(whole.tag), None, True, _is_per_unit(keys, at, whole.end))
    before = _currency_at(keys, at) or _sign_at_home(tokens, keys, at, home)
    start = before.end if before else at
    number = number_at(tokens, start) if start < len(tokens) and keys[start] else None
    if number is None or number.sort == "ordinal" or (not before and _is_labelled(tokens, keys, at)):
        return None
    scales = _AT_HOME.get(before.tag if before else home, SCALES)
    if at and keys[at - 1] in _VAGUE and number.sort == "han":
        return None  # 几十万, 上百万
    value, end, how = scaled(tokens, keys, number, scales)
    lower, after_range = (
        (_NO_RANGE, 0) if _is_changed_from(keys, at, bool(before or how)) else _upper_bound(tokens, keys, end, scales)
    )
    if after_range:
        if not how and lower.scale > 1 and value < 10_000:
            value *= lower.scale
        how, end = how or lower.how, after_range
    after = _currency_at(keys, end) or _word_at_home(keys, end, home) if end < len(keys) else None
    if after and _is_word_of_its_own(tokens, after):
        end = after.end
    else:
        after = None
    if _is_dotted_thousands(tokens[start].text, before or after, home):
        value *= 1000  # 84.000 €
    currency = (before or after or lower.currency or Cue(None, 0, 0)).tag
    if currency is None and how == "han":
        currency = HOME_CURRENCY
    if value > _LARGEST or (_is_counted(tokens, keys, end) and not before and not after):
        return None
    return Sum(at, end, value, currency, bool(before or after or how), _is_per_unit(keys, at, end))


def _currency_at(keys: Sequence[str], at: int) -> Cue | None:
    """A currency that begins here; 元旦 is none."""
    cue = _CURRENCIES.longest(keys, at) if at < len(keys) else None
    return cue if cue and cue.tag else None


def _is_labelled(tokens: Sequence[Token], keys: Sequence[str], at: int) -> bool:
    """`lot 114`, `Q-10442`: the number of a thing. (`our number 56,250` is a price.)"""
    if at and keys[at - 1] in _LABELS:
        return "," not in tokens[at].text
    if at < 2 or keys[at - 1] != "-" or tokens[at - 2].kind != "word":
        return False
    return tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start


def _is_changed_from(keys: Sequence[str], at: int, sure: bool) -> bool:
    """`from 64k down to 58k`, `went from 40 to 60k`, but `from 90 to 120k` is a range."""
    return at > 0 and keys[at - 1] in _FROM and (sure or not _CHANGES.isdisjoint(keys[max(at - 4, 0) : at - 1]))


def _sign_at_home(tokens: Sequence[Token], keys: Sequence[str], at: int, home: str) -> Cue | None:
    """R85 000 in South Africa."""
    touches = at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
    return Cue(home, at, at + 1) if touches and keys[at] in _HOME_SIGNS.get(home, ()) else None


def _word_at_home(keys: Sequence[str], at: int, home: str) -> Cue | None:
    """350k pesos in Manila."""
    return Cue(home, at, at + 1) if keys[at] in _HOME_WORDS.get(home, ()) else None


def _is_dotted_thousands(written: str, sign: Cue | None, home: str) -> bool:
    """84.000 € is eighty-four thousand, and so is 84.000 where the point parts thousands."""
    return (sign.tag if sign else home) in _DOTTED and _THOUSANDS.fullmatch(written) is not None


def _is_word_of_its_own(tokens: Sequence[Token], cue: Cue) -> bool:
    """`50k USD`, not `50 rm` in the middle of a word nor `块` of something else."""
    return tokens[cue.start].kind != "han" or cue.tag != "EUR" or cue.end - cue.start > 1


class _Upper(NamedTuple):
    scale: Decimal
    currency: Cue | None
    how: str


_NO_RANGE = _Upper(Decimal(1), None, "")


def _upper_bound(tokens: Sequence[Token], keys: Sequence[str], at: int, scales: Lexicon) -> tuple[_Upper, int]:
    """The scale of `350k` in `300-350k`, and the token after it; 0 when no range goes on here."""
    nothing = _NO_RANGE
    if at + 1 >= len(tokens) or keys[at] not in _RANGE_MARKS:
        return nothing, 0
    sign = _currency_at(keys, at + 1)
    start = sign.end if sign else at + 1
    number = number_at(tokens, start) if start < len(tokens) and keys[start] else None
    if number is None or number.sort == "ordinal":
        return nothing, 0
    value, end, how = scaled(tokens, keys, number, scales)
    if not how and not sign:
        return nothing, 0
    return _Upper(value / number.value if number.value and how else Decimal(1), sign, how), end


def _is_counted(tokens: Sequence[Token], keys: Sequence[str], end: int) -> bool:
    if end >= len(keys) or not keys[end]:
        return False
    cue = COUNTED.longest(keys, end)
    if "".join(keys[end : end + 2]) in _NAMES_A_DAY:
        return False  # 12万8周五付, 18万月底付
    apart = tokens[end].start > tokens[end - 1].end
    if cue and apart and (is_han(keys[end]) or len(tokens[end].text) == 1):
        return False  # 12 V, but `13k a year`
    if cue is None and end + 1 < len(keys) and tokens[end].kind == "word":
        after = keys[end + 1]
        described = tokens[end].key.endswith("ed") and _is_plural(tokens[end + 1])  # 10k printed trays
        return (
            _is_plural(tokens[end])
            or described
            or after in ("seats", "users", "licenses", "units", "pcs", "sets", "licences")
        )
    return cue is not None or _is_plural(tokens[end])


def _is_plural(token: Token) -> bool:
    """5,000 copies, 300 gaskets: things nobody put in a table."""
    key = token.key
    return len(key) > 4 and key.endswith("s") and not key.endswith("ss") and key not in _NO_THINGS and key.isascii()


def _is_per_unit(keys: Sequence[str], start: int, end: int) -> bool:
    after = _PER_UNIT.longest(keys, end) if end < len(keys) else None
    before = keys[max(start - 6, 0) : start]
    while before[-2:] in _A_YEAR:
        before = before[:-2]  # 一块牌一年6万
    before = before[-4:]
    while not _MARKS.isdisjoint(before):
        before = before[1:]  # `2,150 a unit, 38.7k`: the unit is the other sum's
    if start > 1 and keys[start - 1] == "@" and keys[start - 2][:1].isdigit() and not keys[start][:1].isdigit():
        return True  # 12 @ £415
    return (
        after is not None or _is_of_one(keys, end) or any(cue.end >= len(before) - 1 for cue in _PER_UNIT.find(before))
    )


def _is_of_one(keys: Sequence[str], at: int) -> bool:
    """`$40 per panel`, `£9/sheet`, `1,850 a box`, but `48k a year`."""
    if at + 1 >= len(keys) or _WHOLE_OF.longest(keys, at) or _PART.longest(keys, at):
        return False
    if keys[at] in _OF_ONE and COUNTED.longest(keys, at + 1):
        return True
    return keys[at] == "per" or (keys[at] == "/" and _is_a_piece(keys, at + 1))


def _is_a_piece(keys: Sequence[str], at: int) -> bool:
    """`/sheet`, /根, but 12万/年 is what the deal is worth."""
    if is_han(keys[at]):
        return keys[at] not in _SPANS and COUNTED.longest(keys, at) is not None
    return keys[at].isalpha() and len(keys[at]) > 1
