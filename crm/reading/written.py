"""The ways one name is written: with its 's or without, its initials joined, its numbers in words or in digits."""

import re
from collections.abc import Iterator

from crm.reading.words import tables

_SPELLED = {word: str(n) for table in tables("NUMBERS") for word, n in table.items() if n}
_OTHERWISE = {**_SPELLED, **{digits: word for word, digits in _SPELLED.items()}}
_COUNTS = re.compile(rf"\b(?:{'|'.join(_OTHERWISE)})\b", re.I)
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){2,4}|\b[A-Z]{1,2}&[A-Z]{1,2}\b")
_POSSESSIVE = re.compile(r"['’]s\b")


def ways_of_writing(name: str) -> Iterator[str]:
    """The name itself first. Sunday's Well is written Sundays Well too, and a message is read without its 's."""
    yield name
    if not _OTHERWISE.keys().isdisjoint(name.lower().replace("-", " ").split()):
        yield _COUNTS.sub(lambda found: _OTHERWISE[found[0].lower()], name)  # Sixty Second Pizza, 7-Eleven
    if ("." in name or "&" in name) and _INITIALS.search(name):
        yield _INITIALS.sub(_joined, name)  # J.B. Hunt → JB Hunt, AT&T → ATT
    if ("'" in name or "’" in name) and _POSSESSIVE.search(name):
        yield _POSSESSIVE.sub("s", name)
        yield _POSSESSIVE.sub("", name)


def _joined(initials: re.Match[str]) -> str:
    return re.sub(r"[.&\s]", "", initials[0]) + " "
