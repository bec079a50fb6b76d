"""What is known of a customer beside its claim: names, place, trade, how to reach it, where it came from, its grade.

Two people may have the same form open. Each field is told apart by a short mark of what stood there when the form was
opened, so that only what somebody really changed is written, and a field both changed is asked about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar
from zlib import crc32

from crm.customers import normal_name, tidy_name

SOURCES = ("campaign", "website", "inbound email", "inbound call", "prospecting", "referral", "import")
GRADES = ("A", "B", "C")
MOST_ALIASES = 20
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")
_EMAIL = re.compile(r"[^@\s]+@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")
_PHONE = re.compile(r"\+?[\d\s().\-/–—]*\d(?:\s*(?:x|ext\.?|转)\s*\d{1,6})?", re.I)


@dataclass(frozen=True, slots=True)
class Details:
    """A customer's own facts. `domain` is bare ("acme.com"); `grade` A, B, C or None."""

    name: str
    aliases: tuple[str, ...] = ()
    city: str | None = None
    industry: str | None = None
    domain: str | None = None
    phone: str | None = None
    source: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A contact as its form knows it."""

    name: str
    phone: str | None = None
    email: str | None = None


def marks(facts: Details | Person) -> dict[str, str]:
    """A short mark of each field, to know later whether it still says the same."""
    return {one.name: _mark(getattr(facts, one.name)) for one in fields(facts)}


def changed(facts: Details | Person, stood: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that no longer say what stood there."""
    return tuple(name for name, mark in marks(facts).items() if stood.get(name) != mark)


def clashes(kept: Details | Person, typed: Details | Person, stood: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that both somebody else and the writer have changed since, to different things."""
    both = set(changed(kept, stood)) & set(changed(typed, stood))
    wanted = marks(typed)
    return tuple(name for name, mark in marks(kept).items() if name in both and mark != wanted[name])


Facts = TypeVar("Facts", Details, Person)


def merged(kept: Facts, typed: Facts, stood: Mapping[str, str]) -> Facts:
    """What is kept, with the fields the writer changed."""
    mine: dict[str, Any] = {name: getattr(typed, name) for name in changed(typed, stood)}
    return replace(kept, **mine)


def written_aliases(typed: str) -> list[str]:
    """Other names as they were written, one a line or parted by commas."""
    return re.split(r"[\n,，、;；]+", typed)


def read_aliases(typed: str, *, name: str) -> tuple[str, ...]:
    """Other names, one a line or parted by commas; each once, the customer's own name left out."""
    seen: dict[str, str] = {}
    for one in written_aliases(typed):
        alias = tidy_name(one)
        if normal_name(alias) and normal_name(alias) != normal_name(name):
            seen.setdefault(normal_name(alias), alias)
    return tuple(seen.values())


def web_domain(typed: str) -> str | None:
    """ "https://www.Acme.com/about" → "acme.com"; None for what is no domain."""
    bare = re.sub(r"^[a-z]+://", "", typed.strip().casefold()).removeprefix("www.")
    bare = re.split(r"[/?#:]", bare, maxsplit=1)[0].strip(".")
    return bare if len(bare) <= 253 and _DOMAIN.fullmatch(bare) else None


def phone_number(typed: str) -> str | None:
    """The number as written, spaces folded; None for what is no number of three to twenty digits."""
    folded = re.sub(r"\s+", " ", typed).strip()
    digits = sum(c.isdigit() for c in folded)
    return folded if len(folded) <= 60 and 3 <= digits <= 26 and _PHONE.fullmatch(folded) else None


def email_address(typed: str) -> str | None:
    """The address; None for what is none."""
    bare = typed.strip()
    return bare if len(bare) <= 254 and _EMAIL.fullmatch(bare) else None


def _mark(value: object) -> str:
    said = sorted(value) if isinstance(value, tuple) else value or ""
    return f"{crc32(repr(said).encode()):08x}"
