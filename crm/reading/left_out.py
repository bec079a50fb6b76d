"""Why a moment ahead is no next step: what merely expires or is bought some day, a day refused, away on, or moved to another."""

from collections.abc import Sequence

from crm.reading.cues import ends_with, unless, within, words
from crm.reading.dates.calendar import monday
from crm.reading.dates.moment import Moment
from crm.reading.kind import PLANS
from crm.reading.lexicon import NAME
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.tense import governor
from crm.reading.words import bag, characters

_NEVER, _COARSE_ONLY, _ACTIONS = words("NEVER_NEXT"), words("COARSE_ONLY"), words("ACTIONS")
_THEN, _SOME_DAY = words("THEN"), unless("SOME_DAY", "NOT_SOME_DAY")
_NEGATED, _REFUSED = words("NEGATED_DATES"), unless("REFUSED_DATES", "NOT_REFUSED")
_AWAY, _RANGE_MARKS = words("AWAY"), bag("RANGE_MARKS")
_AWAY_ON = unless("AWAY_ON", "NOT_AWAY")
_FROM, _TO, _ONTO = bag("MOVED_FROM"), bag("MOVED_TO"), words("MOVED_ONTO")
_FROM_THEN_ON = unless("FROM_THEN_ON", "NOT_FROM_THEN_ON")
_WHO_REFUSES = characters("WHO_REFUSES")
_EVERY, _ALREADY = words("EVERY"), words("ALREADY_ON")
_STRONG_ACTIONS = words("FOLLOW_ACTIONS")
_COARSE = ("month", "quarter", "year")
_BEFORE = frozenset(("before", "b4", "by"))
_PUT_OFF, _THROUGH, _TRIALS = words("PUT_OFF_TO"), words("THROUGHOUT"), words("TRIALS")
_NEAR = 2  # tokens behind a date


def is_left_out(note: Note, moment: Moment) -> bool:
    """Whether the words around a moment ahead say that nothing is to be done then."""
    clause = note.clauses.clause(moment.start)
    before, after = note.keys[clause.start : moment.start], note.keys[moment.end : clause.stop]
    if _NEVER.find(_of_its_own(note, moment, before)) or (_NEVER.find(after[:4]) and not PLANS.find(after[:2])):
        return not _TRIALS.find(before)  # 测试环境9月5号到期 is to be followed up
    if (
        _is_negated(before)
        or _is_refused(note.keys[moment.end :][:8])
        or _is_moved_on(note, moment)
        or _begins_absence(note, moment, before)
    ):
        return True
    if _is_absence(before, after) or any(ends_with(told, before) for told in (_THROUGH, _EVERY, _ALREADY)):
        return True
    if moment.end + 1 not in note.dated and _begins_a_state(after):
        return True
    if moment.sort == "period" and any(cue.tag and cue.start < _NEAR for cue in _SOME_DAY.find(after[:6])):
        return True
    if moment.sort == "period" and _is_said_when(note, moment):
        return True
    if moment.grain == "week":
        running = moment.day and moment.day < monday(note.context.now.date(), 1)
        if running and governor(note, moment) == "done":
            return True  # 这周都不接电话, `sent them two quotes this week`
        return bool(running) and not _ACTIONS.find([*before, "\n", *after])  # "half term this week" plans nothing
    if moment.grain not in _COARSE:
        return False
    if _is_taken_up(note, moment) or any(cue.end == len(before) for cue in _PUT_OFF.find(before)):
        return False
    if not _ACTIONS.find([*before, "\n", *after]) or (moment.grain == "year" and not _acts_in_year(before, after)):
        return True
    return bool(_COARSE_ONLY.find([*before, "\n", *after[:4]])) and not _acts_beside(before, after)


def _is_said_when(note: Note, moment: Moment) -> bool:
    """`their year end is 31 March`: the period's own day is told."""
    said = note.keys[moment.end : moment.end + 1] in (["is"], ["("], ["="])
    return bool(said) and any(moment.end < other.start <= moment.end + 2 for other in note.moments)


def _of_its_own(note: Note, moment: Moment, before: list[str]) -> list[str]:
    """`their year end is 31 March so they want the invoice by the 27th`: what is said of the first day is not of the second."""
    told = max((other.end for other in note.moments if other.end <= moment.start), default=0)
    own = note.keys[told : moment.start] if told else before
    due = not _BEFORE.isdisjoint(own[-2:]) or bool(_STRONG_ACTIONS.find(own))
    return own if due and len(own) < len(before) else before


def _is_absence(before: Sequence[str], after: Sequence[str]) -> bool:
    """`closed tmrw`, `she's off Friday`, 周五不在: nobody is to be had on that day."""
    if ends_with(_AWAY_ON, [key or NAME for key in before]):
        return _BEFORE.isdisjoint(before)  # `samples before she goes off on the 2nd` is due
    away = [cue for cue in _AWAY_ON.find(after[:4]) if is_han(after[cue.start]) and cue.start < 2]
    return bool(away) and after[away[0].end : away[0].end + 1] not in (["回"], ["到"], ["结"])


def _begins_absence(note: Note, moment: Moment, before: Sequence[str]) -> bool:
    """`closed 24/12 - 3/1`: they are to be had again at its end; 1号到7号停产, on neither."""
    ends = next((other for other in note.moments if other.start == moment.end + 1), None)
    if ends is None or note.keys[moment.end] not in _RANGE_MARKS:
        return False
    return bool(_AWAY.find(before)) or _is_absence([], note.keys[ends.end : note.clauses.clause(ends.start).stop])


def _begins_a_state(after: Sequence[str]) -> bool:
    """4月1号起换新采购: what is so from that day on, and not what is to be done on it."""
    begun = _FROM_THEN_ON.longest(after, 0) if after else None
    return begun is not None and begun.tag and not _STRONG_ACTIONS.find(after[begun.end : begun.end + 4])


def _is_taken_up(note: Note, moment: Moment) -> bool:
    """`good on stock til Feb, check in then`: the sentence goes on to act at that time."""
    following = note.keys[moment.end : note.clauses.sentence(moment.start).stop]
    return bool(_THEN.find(following)) and bool(_STRONG_ACTIONS.find(following))


def _acts_beside(before: Sequence[str], after: Sequence[str]) -> bool:
    return bool(_STRONG_ACTIONS.find(before[-4:])) or bool(_STRONG_ACTIONS.find(after[:4]))


def _acts_in_year(before: Sequence[str], after: Sequence[str]) -> bool:
    """明年二月再联系, but not 再谈明年合作, which is about that year."""
    about = bool(before) and is_han(before[-1])
    return _acts_beside([] if about else before, after)


def _is_negated(before: Sequence[str]) -> bool:
    return any(cue.end >= len(before[-3:]) for cue in _NEGATED.find(before[-3:]))


def _is_refused(after: Sequence[str]) -> bool:
    """`Thursday no good, Friday instead`, 周四不行, 周四他说有事"""
    told = next((at for at, key in enumerate(after) if key not in _WHO_REFUSES), len(after))
    after = after[told:]
    return any(cue.tag and cue.start == 0 for cue in _REFUSED.find(after[:4]))


def _is_moved_on(note: Note, moment: Moment) -> bool:
    """`moved from Tuesday to Thursday`: the first of two moments joined by a move."""
    later = next((other for other in note.moments if other.start >= moment.end), None)
    if later is None or later.start not in note.clauses.sentence(moment.start):
        return False
    between = note.keys[moment.end : later.start]
    if note.keys[max(moment.start - 1, 0)] in _FROM and between and between[0] in _TO:
        return True
    if (between[-1:] and is_han(between[-1]) and between[-1] in _TO) or ends_with(_ONTO, between):
        return True  # 约的后天，他临时去外地，改下周三
    moves = [cue for cue in note.kinds if cue.tag == "moved"]
    if note.keys[max(moment.start - 1, 0)] in _FROM and within(moves, range(moment.end, later.start)):
        return True  # `from Thursday is shifted on next Tuesday`
    moved = bool(within(moves, note.clauses.sentence(moment.start)))
    return moved and any(key in _TO for key in between)
