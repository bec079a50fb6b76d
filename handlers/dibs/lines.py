"""A line for /dibs, however it is put: the word first, last ("Globex claim") or written together with what follows
(认领华为), with kind words before it; and the same written as a message, where no slash command can be typed.
"""

import re

from handlers.dibs.names import SUBCOMMANDS, named, split
from handlers.dibs.questions import asked
from operations.hearing.heard import Line

KIND_WORDS = re.compile(
    r"^(?:(?:please|can you|could you|show(?: me)?|give me|open|the)\s+|(?:请|麻烦|帮我|帮忙|给我|看一?下|看看|打开)\s*)+",
    re.I,
)
CALLED = re.compile(r"^/?dibs\b[\s,:，：]*", re.I)
SHORTEST = 2  # characters of a Chinese word that may be written together with what follows
_HAN = sorted(
    ((word, name) for name, words in SUBCOMMANDS.items() for word in words if not word.isascii()),
    key=lambda pair: -len(pair[0]),
)
ABOUT_A_CUSTOMER = frozenset(
    {"brief", "history", "edit", "contacts", "join", "unjoin", "merge", "unmerge", "lock", "unlock"}
)
ABOUT_NOBODY = frozenset({"funnel", "forecast", "digest", "language", "away", "define", "credits", "quality", "export"})
READ_AS_IT_IS = frozenset({"who", "log", "claim", "release", "plan", "undo"})  # a message that begins so says all of it


def understood(text: str) -> tuple[str, str] | None:
    """(sub-command, the rest); None where no word of it is one."""
    plain = text.strip()
    for said in (plain, KIND_WORDS.sub("", plain)):
        word, rest = split(said)
        if name := named(word):
            return name, rest
    return _joined(plain) or _last(plain) or _behind_a_customer(plain)


def _joined(text: str) -> tuple[str, str] | None:
    said = KIND_WORDS.sub("", text)
    for word, name in _HAN:
        if len(word) >= SHORTEST and said.startswith(word):
            return name, said[len(word) :].strip(" ，,：:")
    return None


def _last(text: str) -> tuple[str, str] | None:
    rest, _, word = text.rpartition(" ")
    name = named(split(word)[0]) if rest else None
    return (name, rest.strip()) if name else None


def in_a_message(text: str) -> Line | None:
    """What a message asks for if it is a line of /dibs at all: one that names Dibs is, a single word may be, and one that
    begins with such a word if what follows is as that word needs it. Anything else is a note."""
    if question := asked(text):
        return question
    called = CALLED.match(text.strip())
    said = text.strip()[called.end() :] if called else text.strip()
    found = understood(said) if called else _plainly(said)
    if found is None or found[0] in READ_AS_IT_IS:
        return None
    name, rest = found
    if called:
        return Line(name, rest, "sure")
    if not rest:
        return Line(name, "", "word")
    if name in ABOUT_A_CUSTOMER:
        return Line(name, rest, "customer")
    return Line(name, rest, "nobody") if name in ABOUT_NOBODY else None


def _plainly(said: str) -> tuple[str, str] | None:
    word, rest = split(said)
    name = named(word)
    return (name, rest) if name else _joined(said) or _behind_a_customer(said)


def _behind_a_customer(said: str) -> tuple[str, str] | None:
    """`Acme brief`, 华为简报: the customer first. Whether what stands before the word is one, is seen later."""
    if " " in said:
        found = _last(said)
    else:
        found = next(((name, said.removesuffix(word)) for word, name in _HAN if said.endswith(word)), None)
    return found if found and found[0] in ABOUT_A_CUSTOMER and found[1] else None


def without_call(text: str) -> str:
    """A message without "dibs" before it, where what follows is read as a message: "dibs claim Acme"."""
    called = CALLED.match(text.strip())
    found = understood(text.strip()[called.end() :]) if called else None
    return text.strip()[called.end() :] if called and found and found[0] in READ_AS_IT_IS else text
