"""What else a log says in passing: no answer, a complaint, a promise, a competitor, where the customer came from."""

from typing import Any

from crm.reading.around import Around
from crm.reading.cues import table, words
from crm.reading.note import Note
from crm.reading.stage import lost_reason
from crm.reading.told_for import FOR_SOMEBODY, first_told
from crm.reading.words import characters

_NO_ANSWER, _COMPLAINTS, _PROMISES = words("NO_ANSWER"), words("COMPLAINTS"), words("PROMISES")
_SOURCES = table("SOURCES")
_RIVAL = Around("COMPETITOR_CUES")
_RIVAL_IS, _RIVAL_ENDS = words("COMPETITOR_IS"), characters("COMPETITOR_ENDS")
_NEW = words("BY_NEW")


def asides(note: Note, stage: str | None, *, about: str = "") -> dict[str, Any]:
    """The remaining fields of a Reading, by name. `about`: what the note calls its customer, who is no competitor."""
    return {
        "no_answer": bool(_NO_ANSWER.find(note.keys)),
        "complaint": bool(_COMPLAINTS.find(note.keys)),
        "promise": bool(_PROMISES.find(note.keys)),
        "competitor": _competitor(note, about),
        "source": _source(note),
        "forces_new": _forces_new(note),
        "on_behalf_of": note.mentions[0] if note.mentions and FOR_SOMEBODY.search(note.text) else None,
        "lost_reason": lost_reason(note.keys) if stage == "lost" else None,
    }


def _source(note: Note) -> str | None:
    found = _SOURCES.find(note.keys)
    return str(found[0].tag) if found else None


def _competitor(note: Note, about: str) -> str | None:
    """The name behind "went with", "versus", 选了."""
    for hit in note.hits:
        name = note.words(hit.start, hit.end)
        if name != about and _RIVAL.precedes(note.keys, hit.start):
            return name
    for at, token in enumerate(note.tokens):
        if token.kind == "word" and token.text[0].isupper() and note.keys[at] and _RIVAL.precedes(note.keys, at):
            return token.text
    return _han_competitor(note)


def _han_competitor(note: Note) -> str | None:
    """The name behind 输给了: two to four characters that run up to a mark or a word that is no name's."""
    for cue in _RIVAL_IS.find(note.keys):
        end = cue.end
        while end < len(note.tokens) and note.tokens[end].kind == "han" and note.keys[end] not in _RIVAL_ENDS:
            end += 1
        if 2 <= end - cue.end <= 4:
            return note.words(cue.end, end)
    return None


def _forces_new(note: Note) -> bool:
    """The note begins with "new …", 新客户…, behind the rep it is told for."""
    first = first_told(note.text, note.tokens)
    return first < len(note.tokens) and _NEW.longest(note.keys, first) is not None
