"""Slack's own markup, taken off: links, mentions, entities and channel names become the words a person sees.

What the markup knew for certain (an address, a number, who was mentioned) is kept beside the words.
"""

import re
import unicodedata
from dataclasses import dataclass

# Characters; a longer message is a document or a transcript, which says at its beginning what it is about and at its
# end what was agreed.
LONGEST, BEGINNING = 6_000, 5_000
_LINK = re.compile(r"<([^<>|\s]{1,2000})(?:\|([^<>]{0,2000}))?>")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_EMOJI = re.compile(r":[a-z0-9_+-]{2,40}:")
# _Acme_, ~Acme~, `Acme`: as somebody set it off in Slack. A * is no part of a word in any case
_SET_OFF = re.compile(r"(?<![A-Za-z0-9_])([_~`])(?=[^\s_~`])([^_~`\n]{1,200})(?<=\S)\1(?![A-Za-z0-9_])")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
_ODD_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
MENTION = "@someone"  # stands where a person was mentioned


@dataclass(frozen=True, slots=True)
class Plain:
    text: str
    mentions: tuple[str, ...] = ()


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)


def plain(raw: str) -> Plain:
    """The words of a message without Slack's markup, and the ids of the people mentioned, in order."""
    mentions: list[str] = []

    def shown(link: re.Match[str]) -> str:
        target, label = link[1], link[2]
        if target[0] == "@":
            mentions.append(target[1:])
            return MENTION
        if target[0] in "#!":
            return label or ""
        scheme, _, rest = target.partition(":")
        if scheme in ("mailto", "tel"):
            return rest if scheme == "mailto" else label or rest
        return label or target

    text = raw if len(raw) <= LONGEST else f"{raw[:BEGINNING]}\n{raw[BEGINNING - LONGEST :]}"
    if "<" in text:
        text = _LINK.sub(shown, text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _full_width(text))
        text = _INVISIBLE.sub("", _ODD_SPACE.sub(" ", text))
    if "_" in text or "~" in text or "`" in text:
        text = _SET_OFF.sub(r"\2", text)
    if ":" in text:
        text = _EMOJI.sub(lambda emoji: " " * len(emoji[0]), text)
    return Plain(text, tuple(mentions))
