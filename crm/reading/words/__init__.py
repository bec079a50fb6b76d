"""The languages the reader knows. A language is one module of tables; a third one is added to LANGUAGES and nowhere else."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from crm.reading.words import en, zh

LANGUAGES: tuple[ModuleType, ...] = (en, zh)


def tables(name: str) -> Iterator[Mapping[Any, Any]]:
    """The table of that name in every language that has one."""
    for language in LANGUAGES:
        table = getattr(language, name, None)
        if table:
            yield table


def listed(phrases: str) -> list[str]:
    """The phrases of one line of a table."""
    return [phrase.strip() for phrase in phrases.replace("\n", ",").split(",") if phrase.strip()]


def pairs(name: str) -> Iterator[tuple[str, Any]]:
    """Every phrase of a table in every language, with its tag."""
    for table in tables(name):
        for tag, phrases in table.items():
            for phrase in listed(phrases):
                yield phrase, tag


def bag(name: str) -> frozenset[str]:
    """Every word of a plain list in every language."""
    return frozenset(word for language in LANGUAGES for word in listed(getattr(language, name, "")))
