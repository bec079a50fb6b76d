"""The languages the reader knows: a package of tables each. A third one is added to LANGUAGES and nowhere else.

A table is a list of phrases parted by commas or line breaks, or a dictionary of such lists under tags. In a phrase `…`
stands for a few words, `¤` for a name, `¶` for the end of the message, and a full-width comma for a comma.
"""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from crm.reading.words import en, zh

LANGUAGES: tuple[tuple[ModuleType, ...], ...] = (en.MODULES, zh.MODULES)


def _named(name: str) -> Iterator[Any]:
    """The table of that name in every language that has one."""
    for modules in LANGUAGES:
        for module in modules:
            if hasattr(module, name):
                yield getattr(module, name)


def tables(name: str) -> Iterator[Mapping[Any, Any]]:
    """The dictionary of that name in every language that has one."""
    yield from _named(name)


def listed(phrases: str) -> list[str]:
    """The phrases of one line of a table."""
    return [phrase.strip() for phrase in phrases.replace("\n", ",").split(",") if phrase.strip()]


def pairs(name: str) -> Iterator[tuple[str, Any]]:
    """Every phrase of a table in every language, with its tag."""
    for table in tables(name):
        for tag, phrases in table.items():
            for phrase in listed(phrases):
                yield phrase, tag


def paired(name: str) -> Iterator[tuple[str, Any]]:
    """Every phrase of a table of two lists under a tag: one of the first and, somewhere behind it, one of the second."""
    for table in tables(name):
        for tag, lists in table.items():
            for first, second in lists:
                yield from ((f"{one}…{two}", tag) for one in listed(first) for two in listed(second))


def bag(name: str) -> frozenset[str]:
    """Every phrase of a plain list in every language."""
    return frozenset(phrase for phrases in _named(name) for phrase in listed(phrases))


def characters(name: str) -> frozenset[str]:
    """Every character of a list of characters, in every language."""
    return frozenset(character for phrases in _named(name) for character in phrases if not character.isspace())
