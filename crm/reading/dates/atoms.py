"""Words become date atoms: one letter for what a word is, and its value.

D named day (0 today)   W weekday (0 Monday)   M month name   m d y month, day, year mark (月 号 年)
N number   F decimal   O ordinal   X whole date   T clock (15:30)   Z year (2027)
R this, next, last (0 1 -1)   c coming   U unit of time   K weekend
E early, mid, late   B end of a named period   Q quarter   Y half   G period after next
P part of day, p weak part   A am, pm   z o'clock (点)   h half past   x minute mark
f after, from now   e after (a day, an event)   b before, by   < ago
i in, within   l later   v result due (出结果)   w wait (过)   j vague number (couple, few)
H fixed holiday   L holiday without a date   k week of   V calendar week
n on   u between   q works, is   a at   t the   o of   s to   & and   g or so   , . / : ( )  marks   # line end   ? anything else
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from crm.reading.lexicon import Lexicon
from crm.reading.numerals import number_at
from crm.reading.tokens import Token
from crm.reading.words import bag, characters, pairs

CURRENCY_SIGNS = frozenset("$£€¥￥₹")
_AFTER_ORDINAL = bag("HOUR_FOLLOWERS")
_MARKS = frozenset(",./:()-")
_A_BIT, _BEFORE_AN_HOUR = ["一", "点"], characters("BEFORE_AN_HOUR")
_DAY_IN_NUMBERS, _BEFORE_PRICES = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:[0-2]\d|3[01])"), characters("BEFORE_PRICES")
_FLOORS = 12  # a higher ordinal in words, "the twenty second", counts days more often than things
_WHOLE_DATE = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?![\d%])")


class Atom(NamedTuple):
    code: str
    value: Any
    start: int  # tokens [start, end)
    end: int


@cache
def _parsed(tag: str) -> tuple[tuple[str, Any], ...]:
    """`D:1 P:morning` → (("D", 1), ("P", "morning"))."""
    found = []
    for piece in tag.split():
        code, _, value = piece.partition(":")
        number = re.fullmatch(r"-?\d+(\.\d+)?", value)
        found.append((code or piece, (float(value) if "." in value else int(value)) if number else value))
    return tuple(found)


def _hyphened() -> Iterator[tuple[str, str]]:
    """`mid morning` is written `mid-morning` too."""
    for phrase, tag in pairs("DATES"):
        yield phrase, tag
        if " " in phrase and phrase.isascii():
            yield phrase.replace(" ", "-"), tag


_WORDS = Lexicon(_hyphened())
_GLUED = dict(pairs("GLUED_DATES"))
VOCABULARY = _WORDS.words


def _whole_date(text: str, tokens: Sequence[Token], at: int) -> Atom | None:
    match = _WHOLE_DATE.match(text, tokens[at].start)
    if not match:
        return None
    end = at
    while end < len(tokens) and tokens[end].end <= match.end():
        end += 1
    return Atom("X", match[0], at, end)


def _clock(tokens: Sequence[Token], at: int) -> Atom | None:
    if at + 2 >= len(tokens) or tokens[at + 1].key != ":" or tokens[at + 2].kind != "number":
        return None
    hour, minute = tokens[at].text, tokens[at + 2].text
    if not (len(hour) <= 2 and len(minute) == 2 and hour.isdigit() and minute.isdigit()):
        return None
    if tokens[at].end != tokens[at + 1].start or int(hour) > 24 or int(minute) > 59:
        return None
    return Atom("T", (int(hour), int(minute), "am" if hour[0] == "0" and len(hour) > 1 else None), at, at + 3)


def _number(text: str, tokens: Sequence[Token], at: int) -> Atom | None:
    token = tokens[at]
    if token.kind == "number":
        if at and tokens[at - 1].text in CURRENCY_SIGNS:
            return Atom("?", None, at, at + 1)
        found = _whole_date(text, tokens, at) or _clock(tokens, at)
        if found:
            return found
        if "." in token.text:
            return Atom("?" if "," in token.text else "F", token.text, at, at + 1)
    number = number_at(tokens, at)
    if number is None:
        return None
    value, code = number.value, "O" if number.sort == "ordinal" else "N"
    after = tokens[number.end] if number.end < len(tokens) else None
    if code == "O" and token.kind == "word" and value <= _FLOORS and _counts_a_thing(tokens, number.end):
        return Atom("?", None, at, number.end)
    if (
        code == "N"
        and after
        and after.end - after.start == 2
        and _GLUED.get(after.key) == "O"
        and _touch(tokens, number.end)
    ):
        return Atom("O", int(value), at, number.end + 1)
    if value >= 10_000 or "," in token.text:
        return Atom("?", None, at, number.end)
    return Atom("Z" if code == "N" and 1990 <= value < 2100 else code, int(value), at, number.end)


def _counts_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """`the second instalment` is no day of the month."""
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].key in _AFTER_ORDINAL:
        return False
    if tokens[at].text.isupper() and _GLUED.get(tokens[at].key, "").startswith("A:"):
        return True  # the first PM visit
    return number_at(tokens, at) is None and _WORDS.longest([tokens[at].key], 0) is None


def _touch(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start


def atoms(text: str, tokens: Sequence[Token], keys: Sequence[str]) -> list[Atom]:
    """The message as atoms; `keys` are the tokens' keys with typos mended and names masked by an empty string."""
    found: list[Atom] = []
    at = 0
    while at < len(tokens):
        step = [Atom("?", None, at, at + 2)] if _is_a_bit(tokens, at, found) else _atoms_at(text, tokens, keys, at)
        found.extend(step)
        at = step[-1].end
    return found


def _is_a_bit(tokens: Sequence[Token], at: int, before: Sequence[Atom]) -> bool:
    """急一点, 便宜一点: one o'clock stands behind a day, a part of one, or a word such as 在."""
    if [token.key for token in tokens[at : at + 2]] != _A_BIT or not at or not before or before[-1].code != "?":
        return False
    last = tokens[at - 1]
    return last.kind == "han" and last.end == tokens[at].start and last.key not in _BEFORE_AN_HOUR


def _apart_from_rest(tokens: Sequence[Token], number: Atom) -> list[Atom]:
    """`booked the 24th with Raj`, `the 24th 线上`: what follows is nothing an ordinal counts, as if a comma stood between;
    `联塑 11.20 评标`: a day between spaces, as if 号 followed it."""
    after = tokens[number.end] if number.end < len(tokens) else None
    if number.code == "F" and _is_day_between(tokens, number):
        return [Atom("d", None, number.end, number.end)]
    if number.code != "O" or after is None or tokens[number.start].kind == "han":
        return []
    follows = after.kind == "han" or (after.key in _AFTER_ORDINAL and tokens[number.start].kind == "number")
    return [Atom(",", None, number.end, number.end)] if follows else []


def _is_day_between(tokens: Sequence[Token], number: Atom) -> bool:
    """Parted by spaces from the Chinese around it, and of a price nothing is said right before it."""
    before, after = tokens[number.start - 1 : number.start], tokens[number.end : number.end + 1]
    if not before or not after or before[0].kind != "han" or after[0].kind != "han":
        return False
    apart = before[0].end < tokens[number.start].start and tokens[number.start].end < after[0].start
    return apart and _DAY_IN_NUMBERS.fullmatch(number.value) is not None and before[0].key not in _BEFORE_PRICES


def _atoms_at(text: str, tokens: Sequence[Token], keys: Sequence[str], at: int) -> list[Atom]:
    key = keys[at]
    if not key:
        return [Atom("?", None, at, at + 1)]
    cue = _WORDS.longest(keys, at)
    number = _number(text, tokens, at) if cue is None or tokens[at].kind != "word" else None
    if number and (cue is None or number.end > cue.end or (number.end == cue.end and tokens[at].kind == "number")):
        return [number, *_apart_from_rest(tokens, number)]
    if (
        at
        and tokens[at - 1].kind == "number"
        and key in _GLUED
        and _touch(tokens, at)
        and (not cue or cue.end == at + 1)
    ):
        cue = cue._replace(tag=_GLUED[key]) if cue else None
        (code, value), *_ = _parsed(_GLUED[key])
        if code == "O":
            return [Atom("?", None, at, at + 1)]  # the th of $24th
        if code == "A" and len(key) == 1 and keys[at + 1 : at + 2] in (["a"], ["/"], ["per"], ["each"], ["off"]):
            return [Atom("?", None, at, at + 1)]  # 8p a kilo
        if code == "O":
            return [Atom("?", None, at, at + 1)]  # ¥24th: the number is money
        return [Atom(code, value, at, at + 1)]
    if cue:
        return [Atom(code, value, cue.start, cue.end) for code, value in _parsed(cue.tag)]
    number = _number(text, tokens, at)
    if number:
        return [number, *_apart_from_rest(tokens, number)]
    if key == "\n":
        return [Atom("#", None, at, at + 1)]
    return [Atom(key if key in _MARKS else "?", None, at, at + 1)]
