"""For whom a message is written: "for @Tom: …", 「替@小梅记：…」, at its beginning or at that of a line of it."""

import re

from crm.reading.markup import MENTION

_FOR = r"(?:logging for|log for|entering for|for|on behalf of|behalf of|替|帮|代|为)"
_BEHIND = r"(?:记一下|录一下|登记|记|录|填)?[\s:：,，]*"
FOR_SOMEBODY = re.compile(rf"(?:^|[\s,，。;；]){_FOR}\s*{re.escape(MENTION)}", re.I)
TOLD_FOR = re.compile(rf"\s*{_FOR}\s*{re.escape(MENTION)}\s*{_BEHIND}", re.I)
_AS_SLACK_WRITES = re.compile(rf"\s*{_FOR}\s*<@(?P<person>\w{{1,32}})(?:\|[^<>]{{0,200}})?>\s*{_BEHIND}", re.I)


def told_for(raw: str) -> tuple[str | None, str]:
    """The id of the person whom a text says at its beginning it is for, and the words behind; nobody, and all of them."""
    found = _AS_SLACK_WRITES.match(raw)
    return (found["person"], raw[found.end() :]) if found else (None, raw)
