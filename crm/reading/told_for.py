"""For whom a message is written: "for @Tom: …", 「替@小梅记：…」, at its beginning or at that of a line of it."""

import re
from collections.abc import Sequence

from crm.reading.markup import MENTION
from crm.reading.tokens import Token
from crm.reading.words import bag


def _one_of(name: str) -> str:
    """A pattern of the phrases of a list, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(bag(name), key=len, reverse=True))) + ")"


_FOR = _one_of("WRITTEN_FOR")
_BEHIND = rf"{_one_of('WRITTEN_DOWN')}?[\s:：,，]*"
BY_NAME = re.compile(rf"^(\s*{_FOR}\s*)(?=[^\W\d_])", re.I | re.M)  # "for Tom: …": a name without its @
FOR_SOMEBODY = re.compile(rf"(?:^|[\s,，。;；]){_FOR}\s*{re.escape(MENTION)}", re.I)
_TOLD_FOR = re.compile(rf"\s*{_FOR}\s*{re.escape(MENTION)}\s*{_BEHIND}", re.I)
_AS_SLACK_WRITES = re.compile(rf"\s*{_FOR}\s*<@(?P<person>\w{{1,32}})(?:\|[^<>]{{0,200}})?>\s*{_BEHIND}", re.I)


def told_for(raw: str) -> tuple[str | None, str]:
    """The id of the person whom a text says at its beginning it is for, and the words behind; nobody, and all of them."""
    found = _AS_SLACK_WRITES.match(raw)
    return (found["person"], raw[found.end() :]) if found else (None, raw)


def first_told(text: str, cut: Sequence[Token]) -> int:
    """The first token behind "for @Tom:" of a text shown plain; 0 where it is written for nobody."""
    opener = _TOLD_FOR.match(text)
    begins = opener.end() if opener else 0
    return next((at for at, token in enumerate(cut) if token.start >= begins), len(cut))
