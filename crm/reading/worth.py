"""What a deal is worth: every sum in the message weighed, the deal's own total chosen.

A sum that counts things, is paid per unit, or belongs to a competitor is not the deal's.
"""

from collections.abc import Sequence
from itertools import combinations

from crm.reading.cues import Clauses, ends_with, unless, words
from crm.reading.lexicon import NAME, Lexicon
from crm.reading.money import LEAST, Sum
from crm.reading.numerals import number_at
from crm.reading.tokens import Token
from crm.reading.words import bag
from crm.reading.words.zh.money import HOME_CURRENCY

_AMOUNT, _WHOLE_OF = words("AMOUNT_CUES"), words("WHOLE_OF")
_NUMBERED = bag("NUMBERED_PAPERS")
_TOTAL, _FINAL, _THEIRS = words("TOTAL_CUES"), words("FINAL_CUES"), unless("THEIR_CUES", "NOT_THEIRS")
_PART, _LIMITS = unless("PART_CUES", "NO_PARTS"), unless("LIMIT_CUES", "NO_LIMITS")
_DIFFERENCE, _NOT_WORTH = unless("DIFFERENCES", "NO_DIFFERENCES"), words("NOT_WORTH")
_BEFORE = ((_LIMITS, -12), (_TOTAL, 3), (_FINAL, 4), (_THEIRS, -4), (_PART, -5))
_AFTER = ((_TOTAL, 3), (_PART, -5), (_NOT_WORTH, -12))
_FROM = bag("CHANGED_FROM")  # "from 40k to 25k" is a change, no range
_RANGE_MARKS = frozenset(("-", "~", "to", "到", "至", "or", "and"))
_CHANGED, _NO_PRICE = 9, 8
_FACTORS, _BARE_TOTAL = 8, 1000


def deal_amount(found: Sequence[Sum], tokens: Sequence[Token], keys: Sequence[str], clauses: Clauses) -> Sum | None:
    """The sum the deal is worth, if the note says one."""
    weighed = []
    elliptical: Sum | None = None
    previous = 0
    for sum_ in found:
        weight = _weight(sum_, previous, keys, clauses) + _CHANGED * _is_changed_to(found, sum_, keys)
        previous = sum_.end
        if elliptical and not sum_.sure and 1 < sum_.value < 10_000 <= elliptical.value:
            sum_ = sum_._replace(value=sum_.value * 10_000, currency=elliptical.currency, sure=True)
        if sum_.sure and sum_.currency == HOME_CURRENCY:
            elliptical = sum_
        if not sum_.unit and sum_.value >= LEAST and (sum_.sure or _is_amount(sum_, tokens, keys, clauses)):
            weighed.append((weight + 2 * sum_.sure, -sum_.start, sum_))
    best = max(weighed, default=None, key=lambda scored: scored[:2])
    return _in_currency_of(best[2], found) if best and best[0] > -4 else None


def _in_currency_of(sum_: Sum, found: Sequence[Sum]) -> Sum:
    """`415 @ $310 ea, comes to 128,650`: the others say in what."""
    said = {other.currency for other in found if other.currency}
    return sum_._replace(currency=said.pop()) if sum_.currency is None and len(said) == 1 else sum_


def _is_product(sum_: Sum, tokens: Sequence[Token]) -> bool:
    """Whether two numbers before it, a price and how many, make it."""
    numbers = (number_at(tokens, at) for at in range(sum_.start) if tokens[at].kind == "number")
    factors = [number.value for number in numbers if number and number.value > 1][:_FACTORS]
    return sum_.value >= _BARE_TOTAL and any(one * two == sum_.value for one, two in combinations(factors, 2))


def _is_changed_to(found: Sequence[Sum], sum_: Sum, keys: Sequence[str]) -> bool:
    """从80万砍到40万, `from 64k down to 58k`: the second is the one that holds."""
    old = next((other for other in found if sum_.start - 4 <= other.end < sum_.start), None)
    return old is not None and old.start > 0 and keys[old.start - 1] in _FROM and keys[sum_.start - 1] in _RANGE_MARKS


def _weight(sum_: Sum, previous: int, keys: Sequence[str], clauses: Clauses) -> int:
    clause = clauses.clause(sum_.start)
    start = max(clause.start, sum_.start - 7, previous)
    before = [key or NAME for key in keys[start : sum_.start]]
    if before and previous == start and (part := _PART.longest(before, 0)):
        before = before[part.end :]  # `£850 deposit paid on the £8,500`: the deposit is the other sum
    after = keys[sum_.end : min(clause.stop, sum_.end + 3)]
    said = sum(worth for lexicon, worth in _BEFORE if any(cue.tag for cue in lexicon.find(before)))
    said -= _NO_PRICE * ends_with(_DIFFERENCE, before)  # 再便宜两百美金
    return said + sum(worth for lexicon, worth in _AFTER if _near_after(lexicon, after))


def _near_after(lexicon: Lexicon, after: Sequence[str]) -> bool:
    return any(cue.tag and cue.start <= 1 for cue in lexicon.find(after))


def _is_amount(sum_: Sum, tokens: Sequence[Token], keys: Sequence[str], clauses: Clauses) -> bool:
    """A bare number is an amount where the words before it speak of money."""
    if sum_.value < 100 or 1990 <= sum_.value < 2100:
        return False
    if (sum_.start and keys[sum_.start - 1] == "=") or _is_product(sum_, tokens):
        return True  # 80 x $80 = 6400; 380一盒，要200盒，76000
    if sum_.start and keys[sum_.start - 1] in _NUMBERED and sum_.value % 50 and "," not in tokens[sum_.start].text:
        return False  # PO 4500987
    clause = clauses.clause(sum_.start)
    before = keys[max(clause.start, sum_.start - 4) : sum_.start]
    written = tokens[sum_.start].text
    following = _WHOLE_OF.longest(keys, sum_.end) if sum_.end < len(keys) else None
    return following is not None or bool(_AMOUNT.find(before)) or ("," in written and sum_.value >= 1000)
