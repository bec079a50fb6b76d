"""A message cut into tokens: a word, a number, a mark, or one Chinese character each.

One kind of token for every script lets one lexicon, one name table and one date grammar read them all.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from crm.reading.words.zh.script import SIMPLIFIED

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}])"
    r"|(?P<number>(?:(?<=[A-Z$€£₹])|(?<=[A-Z$€£₹] ))\d{1,3}(?: \d{3})+(?! ?\d)"  # R85 000
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<own>['’][sS]\b)"
    r"|(?P<short>[wW]/(?![cobCOB]\b))"
    rf"|(?P<word>[^\W\d_{HAN}]+(?:['’](?![sS]\b)[^\W\d_{HAN}]+)*)"
    r"|(?P<line>\n+)"
    r"|(?P<mark>[^\s])"
)
_MARKS = {
    **dict(zip("，。；：（）、！？【】“”‘’–—～…·", ",.;:(),!?()\"\"''--~..", strict=True)),
}
# Letters that Unicode does not part into a plain one and a diacritic.
_ONE_LETTER = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


class Token(NamedTuple):
    """`key` is what tables are searched by: lower case, no diacritics, simplified Chinese, half-width marks."""

    start: int
    end: int
    text: str
    key: str
    kind: str  # "han", "number", "word", "own" (a possessive), "line" or "mark"


def fold(word: str) -> str:
    """Lower case without diacritics, apostrophes straight: `Lefèvre` → `lefevre`, `Sørensen` → `sorensen`."""
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(c for c in flat if not unicodedata.combining(c)).translate(_ONE_LETTER)


def _key(text: str, kind: str) -> str:
    if kind == "han":
        return SIMPLIFIED.get(text, text)
    if kind == "mark":
        return _MARKS.get(text, text)
    if kind == "line":
        return "\n"
    return fold(text) if kind in ("word", "own") else text


def tokens(text: str) -> list[Token]:
    """Every token of the text in order; spaces are dropped."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        word = match[0]
        if kind == "short":
            found.append(Token(match.start(), match.end(), word, "with", "word"))
            continue
        found.append(Token(match.start(), match.end(), word, _key(word, kind), kind))
    return found


def words_of(phrase: str) -> tuple[str, ...]:
    """The keys of a table's phrase: how the tables and the messages come to speak the same language."""
    return tuple(key for word in phrase.split() for key in _keys_of(word))


@cache
def _keys_of(word: str) -> tuple[str, ...]:
    """The tables say few words many times: cutting each of them once saves a fifth of the program's start."""
    return tuple(token.key for token in tokens(word))
