"""The strongest stage a note supports: won and lost before negotiation, and so on down to lead.

A won that is only hoped for, awaited or denied is still a negotiation.
"""

from collections.abc import Sequence

from crm.reading.cues import Clauses, table, words
from crm.reading.dates.moment import Moment
from crm.reading.lexicon import Cue
from crm.reading.words import tables

ORDER = ("lead", "qualified", "evaluation", "proposal", "negotiation", "won", "lost")
_STAGES = table("STAGES")
_UNSURE = words("UNSURE")
_UNLESS_SURE = {stage: lesser for table_ in tables("STAGE_PLANS") for stage, lesser in table_.items()}
_REASONS = table("LOST_REASONS")
VOCABULARY = _STAGES.words


def cues(keys: Sequence[str]) -> list[Cue]:
    return [cue for cue in _STAGES.find(keys) if cue.tag != "none"]


def stage_hint(found: Sequence[Cue], keys: Sequence[str], clauses: Clauses, ahead: Sequence[Moment] = ()) -> str | None:
    """The strongest stage among the cues, after what is only hoped for, or stands beside a coming moment, has been weakened."""
    stages = [
        _UNLESS_SURE.get(cue.tag, cue.tag) if _is_beside(cue, ahead) else _sure(cue, keys, clauses) for cue in found
    ]
    return max(stages, key=ORDER.index, default=None)


def _is_beside(cue: Cue, ahead: Sequence[Moment]) -> bool:
    return any(moment.start == cue.end or moment.end == cue.start for moment in ahead)


def _sure(cue: Cue, keys: Sequence[str], clauses: Clauses) -> str:
    stage = str(cue.tag)
    if stage not in _UNLESS_SURE:
        return stage
    clause = clauses.clause(cue.start)
    start = max(clause.start, cue.start - 6)
    return _UNLESS_SURE[stage] if _UNSURE.find(keys[start : cue.start]) else stage


def lost_reason(keys: Sequence[str]) -> str | None:
    """Why a deal was lost, as one of a few reasons."""
    found = _REASONS.find(keys)
    return str(found[0].tag) if found else None
