"""What else a log says in passing: no answer, a complaint, a promise, a competitor, where the customer came from."""

import re
from typing import Any

from crm.reading.cues import table, words
from crm.reading.markup import MENTION
from crm.reading.note import Note
from crm.reading.runs import Around
from crm.reading.stage import lost_reason

_NO_ANSWER, _COMPLAINTS, _PROMISES = words("NO_ANSWER"), words("COMPLAINTS"), words("PROMISES")
_SOURCES = table("SOURCES")
_RIVAL = Around("COMPETITOR_CUES")
_NEW = words("BY_NEW")
_FOR_SOMEBODY = re.compile(
    rf"(?:^|[\s,，。;；])(?:for|on behalf of|behalf of|替|帮|代|为)\s*{re.escape(MENTION)}", re.I
)
_TOLD_FOR = re.compile(
    rf"\s*(?:for|on behalf of|替|帮|代|为)\s*{re.escape(MENTION)}\s*(?:记一下|录一下|登记|记|录|填)?[\s:：,，]*", re.I
)


def asides(note: Note, stage: str | None) -> dict[str, Any]:
    """The remaining fields of a Reading, by name."""
    return {
        "no_answer": bool(_NO_ANSWER.find(note.keys)),
        "complaint": bool(_COMPLAINTS.find(note.keys)),
        "promise": bool(_PROMISES.find(note.keys)),
        "competitor": _competitor(note),
        "source": _source(note),
        "forces_new": _forces_new(note),
        "on_behalf_of": note.mentions[0] if note.mentions and _FOR_SOMEBODY.search(note.text) else None,
        "lost_reason": lost_reason(note.keys) if stage == "lost" else None,
    }


def _source(note: Note) -> str | None:
    found = _SOURCES.find(note.keys)
    return str(found[0].tag) if found else None


def _competitor(note: Note) -> str | None:
    """The name behind "went with", "versus", 选了."""
    for hit in note.hits:
        if _RIVAL.precedes(note.keys, hit.start):
            return note.words(hit.start, hit.end)
    for at, token in enumerate(note.tokens):
        if token.kind == "word" and token.text[0].isupper() and note.keys[at] and _RIVAL.precedes(note.keys, at):
            return token.text
    return None


def _forces_new(note: Note) -> bool:
    """The note begins with "new …", 新客户…, behind the rep it is told for."""
    told_for = _TOLD_FOR.match(note.text)
    begins = told_for.end() if told_for else 0
    first = next((at for at, token in enumerate(note.tokens) if token.start >= begins), None)
    return first is not None and _NEW.longest(note.keys, first) is not None
