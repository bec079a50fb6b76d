"""The next dated action: of all the moments a note names, the earliest that is a next step.

Left out are the past, what merely expires or is bought some day, and a date that has been moved to another.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from crm.reading.cues import words
from crm.reading.dates.moment import Moment
from crm.reading.left_out import is_left_out
from crm.reading.note import Note
from crm.reading.rivals import is_mere_hour, standing
from crm.reading.tense import is_past
from crm.reading.words import bag
from crm.reading.words.zh.dates import NUMERALS

_COARSE_ONLY, _ACTIONS = words("COARSE_ONLY"), words("ACTIONS")
_ON = bag("ON_A_DAY")
_STRONG_ACTIONS = words("FOLLOW_ACTIONS")
_MOVES_TO = bag("RANGE_MARKS")
_BREATH = 6  # tokens between an hour and its day
_JOINS = frozenset(("and", "&", "then", "but", "/", "-", "+"))
MORNING = time(9)


def next_moment(note: Note) -> Moment | None:
    """The earliest moment that is a next step."""
    steps = [moment for moment in next_steps(note) if moment.day]
    steps = standing(note, steps)
    first = _to_the_hour(min(steps, key=starts, default=None), steps)
    joined = [timed for moment in note.moments if moment.sort == "clock" and (timed := _timed(note, moment, steps))]
    sooner = min(joined, key=starts, default=None)
    if first is None or sooner is None or (first.sort != "clock" and first.day != sooner.day):
        return first
    return sooner


def _to_the_hour(first: Moment | None, steps: Sequence[Moment]) -> Moment | None:
    """`the 24th or 26th, I've pencilled the 24th 6pm`"""
    if first is None or first.time:
        return first
    return next((step for step in steps if step.day == first.day and step.time), first)


def _timed(note: Note, moment: Moment, steps: Sequence[Moment]) -> Moment | None:
    """`free next Wednesday, demo at 3pm`: a clock time alone is of the day its sentence named before."""
    sentence = note.clauses.sentence(moment.start)
    days = [other for other in note.moments if other.start in sentence and other.end <= moment.start]
    said = days[-1] if days else _day_for(note, moment) or _day_agreed(note, moment, steps)
    if said not in steps or said is None or said.grain != "day" or (said.time and not _is_part_only(note, said)):
        return None
    return moment._replace(day=said.day, sort=said.sort, past=False)


def _is_part_only(note: Note, moment: Moment) -> bool:
    """明天上午要来验厂 十点到: the morning is named, and its hour only later."""
    return not any(token.kind == "number" or token.key in NUMERALS for token in note.tokens[moment.start : moment.end])


def _day_for(note: Note, moment: Moment) -> Moment | None:
    """`10 o'clock video call confirmed for Friday`: the day stands behind, in the same clause."""
    clause = note.clauses.clause(moment.start)
    later = [other for other in note.moments if other.start in clause and other.start > moment.start]
    if later and (note.keys[later[0].start - 1] in _ON or _is_one_breath(note, moment, later[0])):
        return later[0]
    return None


def _day_agreed(note: Note, moment: Moment, steps: Sequence[Moment]) -> Moment | None:
    """`can we do Thursday? said sure 2pm`: an hour by itself is of the day the sentence before asked for."""
    sentence = note.clauses.sentence(moment.start)
    before = note.clauses.sentence(max(sentence.start - 1, 0))
    asked = [step for step in steps if step.start in before and step.end <= moment.start]
    return asked[-1] if asked and sentence.start and is_mere_hour(note, moment) else None


def _is_one_breath(note: Note, moment: Moment, day: Moment) -> bool:
    """`10am with Acme tomorrow`"""
    between = note.keys[moment.end : day.start]
    return len(between) < _BREATH and not _JOINS.intersection(between) and not _ACTIONS.find(between)


def starts(moment: Moment) -> datetime:
    assert moment.day
    return datetime.combine(moment.day, moment.time or MORNING)


def moved_to(note: Note) -> Moment | None:
    """Where an order moves something: the moment behind "to", else the next one."""
    behind = [one for one in note.moments if one.start and one.day and note.keys[one.start - 1] in _MOVES_TO]
    return behind[-1] if behind else next_moment(note)


def next_steps(note: Note) -> Iterator[Moment]:
    """Every moment ahead on which something is to be done."""
    today = note.context.now.date()
    for moment in note.moments:
        if moment.day and moment.day < today:
            continue
        if not moment.past and not is_left_out(note, moment) and not is_past(note, moment):
            yield moment


def needs_date(note: Note) -> bool:
    """A follow-up was named by a holiday whose day the words do not give."""
    return any(moment.day is None and not _is_some_day(note, moment) for moment in note.moments)


def _is_some_day(note: Note, moment: Moment) -> bool:
    """`buying in the fall`: when they buy, not when we act."""
    clause = note.clauses.clause(moment.start)
    said = note.keys[clause.start : clause.stop]
    return bool(_COARSE_ONLY.find(said)) and not _STRONG_ACTIONS.find(said)


def happened_on(note: Note) -> Moment | None:
    """A past moment the note states for what it tells."""
    return next((moment for moment in note.moments if moment.day and (moment.past or is_past(note, moment))), None)
