"""Taking one person's words of identity out of what is kept: their name, phones and e-mail addresses, wherever they stand.

What was done and when stays; who it was with does not. Nothing is put in the place that could be read back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MARK = "[…]"  # the same in every language
LEAST_DIGITS = 7
LEAST_LETTERS = 3  # of a part of a name: "Wu" alone would take too much along
LEAST_FAR = 4  # letters of a name that is looked for beyond its own customer; two where it is Chinese
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Traces:
    """What identifies a person. `parts` of a name are looked for at their own customer only."""

    names: tuple[str, ...]
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def far(self) -> Traces:
        """What may be looked for where others are spoken of too."""
        return Traces(tuple(name for name in self.names if _is_telling(name)), self.phones, self.emails)


def traces_of(
    name: str, *, phone: str | None, email: str | None, others: Iterable[str] = (), spelled: Iterable[str] = ()
) -> Traces:
    """`others`: who else is at the same customer: what part of a name they share stays. `spelled`: other ways it is
    written."""
    shared = {part.casefold() for other in others for part in other.split()}
    parts = tuple(
        part for part in name.split() if len(part) >= LEAST_LETTERS and part.isalpha() and part.casefold() not in shared
    )
    names = tuple(dict.fromkeys(one.strip() for one in (name, *spelled) if one.strip()))
    return Traces(names, _given(phone), _given(email), parts if len(name.split()) > 1 else ())


def _given(value: str | None) -> tuple[str, ...]:
    return (value.strip(),) if value and value.strip() else ()


def _is_telling(name: str) -> bool:
    return len(name) >= (2 if _HAN.search(name) else LEAST_FAR)


def redacted(text: str, traces: Traces) -> str:
    """The text without the traces. JSON stays JSON: only the texts in it change."""
    if text[:1] in "{[" and (parsed := _parsed(text)) is not None:
        clean = _walk(parsed, traces)
        return text if clean == parsed else json.dumps(clean, ensure_ascii=False)
    pattern = _pattern(traces)
    return pattern.sub(MARK, text) if pattern else text


def same_phone(one: str, other: str) -> bool:
    """Whether two numbers end alike, however they are written and with or without a country's code."""
    digits, others = _digits(one), _digits(other)
    return min(len(digits), len(others)) >= LEAST_DIGITS and (digits.endswith(others) or others.endswith(digits))


def phone_end(number: str) -> str:
    """The digits in which `same_phone` numbers surely end alike; empty for what is no number."""
    found = _digits(number)
    return found[-LEAST_DIGITS:] if len(found) >= LEAST_DIGITS else ""


def _parsed(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError:
        return None
    return found


def _walk(value: object, traces: Traces) -> object:
    if isinstance(value, str):
        return redacted(value, traces)
    if isinstance(value, list):
        return [_walk(one, traces) for one in value]
    if isinstance(value, dict):
        return {key: _walk(one, traces) for key, one in value.items()}
    return value


@lru_cache(maxsize=100)
def _pattern(traces: Traces) -> re.Pattern[str] | None:
    names = [_name(one) for one in sorted((*traces.names, *traces.parts), key=len, reverse=True)]
    mails = [rf"(?<![\w.+-]){re.escape(one)}(?![\w-])" for one in traces.emails]
    every = [*mails, *(_phone(one) for one in traces.phones if len(_digits(one)) >= LEAST_DIGITS), *names]
    return re.compile("|".join(every), re.IGNORECASE) if every else None


def _name(name: str) -> str:
    """Whole words, however they are spaced; Chinese has no spaces to end at."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    before = r"(?<![^\W_])" if name[0].isascii() else ""
    after = r"(?![^\W_])" if name[-1].isascii() else ""
    return f"{before}{words}{after}"


def _phone(phone: str) -> str:
    """The digits with whatever people write between them; the country's code may be missing."""
    digits = _digits(phone)
    national = [
        digits[-length:] for length in (11, 10) if len(digits) > length and phone.strip().startswith(("+", "00"))
    ]
    return "|".join(rf"(?<!\d)\+?{'[ ().-]*'.join(one)}(?!\d)" for one in (digits, *national))


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
