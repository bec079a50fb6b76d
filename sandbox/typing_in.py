"""What Slack's client makes of typed words: escapes, links, mentions, and the rich text block beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sandbox.nouns import Json

MOST = 40_000
_TOKEN = r"<(?:[@#!][^<>\n]+|(?:https?://|mailto:|tel:)[^<>\n]+)>"
_URL = r"https?://[^\s<>|]+[^\s<>|.,;:!?)，。；：！？）]"
_EMAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,}"
_DOMAIN = r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|cn|org|net|io|de|fr|uk|eu|co|ai|dev|app)(?![\w-]|\.\w)"
_MENTION = r"(?<![\w<])@[\w.-]+"
_PARTS = re.compile(
    f"(?P<token>{_TOKEN})|(?P<url>{_URL})|(?P<email>{_EMAIL})|(?P<domain>{_DOMAIN})|(?P<mention>{_MENTION})", re.I
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str, people: Mapping[str, str], *, named: bool = False, links: bool = True) -> str:
    """Typed words as they reach a bot. ``people`` maps lower-case names to ids, for @name; tokens such as <@U1> stay.

    A slash command names whom it mentions (``named``: <@U1|mei>) and leaves addresses alone (``links=False``).
    """
    made, end = [], 0
    for part in _PARTS.finditer(text):
        made += [escaped(text[end : part.start()]), _part(part, people, named, links)]
        end = part.end()
    return "".join([*made, escaped(text[end:])])[:MOST]


def _part(part: re.Match[str], people: Mapping[str, str], named: bool, links: bool) -> str:
    word, kind = part.group(), part.lastgroup
    if kind == "token":
        return _named(word, people) if named else word
    if kind == "mention":
        return _mention(word, people, named)
    if not links:
        return escaped(word)
    word = escaped(word)
    return {"url": f"<{word}>", "email": f"<mailto:{word}|{word}>", "domain": f"<http://{word}|{word}>"}[str(kind)]


def _named(token: str, people: Mapping[str, str]) -> str:
    """<@U1> as a command has it: <@U1|mei>."""
    name = next((name for name, user in people.items() if token == f"<@{user}>"), None)
    return f"{token[:-1]}|{name}>" if name else token


def _mention(word: str, people: Mapping[str, str], named: bool) -> str:
    """The longest beginning that is somebody's name: Chinese runs on without a space."""
    for end in range(len(word), 1, -1):
        user = people.get(word[1:end].lower())
        if user:
            rest = escaped(word[end:])
            return f"<@{user}|{word[1:end]}>{rest}" if named else f"<@{user}>{rest}"
    return escaped(word)


def rich_text(text: str, block_id: str) -> Json:
    """The block Slack sends along with every typed message."""
    shown, end = [], 0
    for part in re.finditer(r"<@(\w+)>|<([^@!#][^|>]*)\|?([^>]*)>", text):
        shown += _plain(text[end : part.start()])
        user, url = part.group(1), part.group(2)
        shown.append({"type": "user", "user_id": user} if user else _link(url, part.group(3)))
        end = part.end()
    section = {"type": "rich_text_section", "elements": [*shown, *_plain(text[end:])]}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _link(url: str, text: str) -> Json:
    return {"type": "link", "url": url, **({"text": text} if text else {})}


def _plain(text: str) -> list[Json]:
    bare = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return [{"type": "text", "text": bare}] if bare else []
