"""The next dated action: of all the moments a note names, the earliest that is a next step.

Left out are the past, what merely expires or is bought some day, and a date that has been moved to another.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from crm.reading.cues import within, words
from crm.reading.dates.calendar import add_days, last_of_month, monday
from crm.reading.dates.moment import Moment
from crm.reading.kind import PLANS
from crm.reading.lexicon import NAME, Lexicon
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.tense import governor, is_past
from crm.reading.words import bag
from crm.reading.words.zh.dates import NUMERALS

_NEVER, _COARSE_ONLY, _ACTIONS = words("NEVER_NEXT"), words("COARSE_ONLY"), words("ACTIONS")
_THEN, _SOME_DAY = words("THEN"), words("SOME_DAY")
_NEGATED = words("NEGATED_DATES")

_ON = bag("ON_A_DAY")
_HABITS, _USUALLY = bag("HABITS"), words("USUALLY")
_AWAY, _RANGE_MARKS = words("AWAY"), bag("RANGE_MARKS")
_AWAY_ON = Lexicon([(p, True) for p in sorted(bag("AWAY_ON"))] + [(p, False) for p in sorted(bag("NOT_AWAY"))])
_REFUSED = words("REFUSED_DATES")
_FROM, _TO = bag("MOVED_FROM"), bag("MOVED_TO")
_CLOSER_BY = {
    "weekend": (("weekday", "next"), 1),
    "week": (("next", "explicit"), 6),
    "month": (("explicit",), 0),
}  # sorts, days
_COARSE = ("month", "quarter", "year")
_STRONG_ACTIONS = words("FOLLOW_ACTIONS")
_GUESSES = words("GUESSES")
_AGREED = words("AGREED_DATES")
_MOVES_TO = bag("RANGE_MARKS")
_BEFORE = frozenset(("before", "b4", "by"))
_DEADLINES = bag("DEADLINES")
_THROUGH = words("THROUGHOUT")
_BREATH = 6  # tokens between an hour and its day
_JOINS = frozenset(("and", "&", "then", "but", "/", "-", "+"))
MORNING = time(9)


def next_moment(note: Note) -> Moment | None:
    """The earliest moment that is a next step."""
    steps = [moment for moment in next_steps(note) if moment.day]
    steps = [moment for moment in steps if not _is_habit(note, moment)] or steps
    steps = _without_mere_hours(note, _without_circumstances(note, steps))
    if len(steps) > 1:
        steps = _without_guesses(note, [step for step in steps if not _is_told_closer(step, steps)])
    first = _to_the_hour(min(steps, key=starts, default=None), steps)
    joined = [timed for moment in note.moments if moment.sort == "clock" and (timed := _timed(note, moment, steps))]
    sooner = min(joined, key=starts, default=None)
    if first is None or sooner is None or (first.sort != "clock" and first.day != sooner.day):
        return first
    return sooner


def _without_circumstances(note: Note, steps: list[Moment]) -> list[Moment]:
    """`their conference ends the 20th, booked in for the 21st`: what was agreed, without a day nothing is done on."""
    agreed = [moment for moment in steps if _AGREED.find(_said_around(note, moment))]
    if not agreed:
        return steps
    return [moment for moment in steps if moment in agreed or governor(note, moment) == "plan"]


def _without_mere_hours(note: Note, steps: list[Moment]) -> list[Moment]:
    """`only in before 7am. calling him Thursday`: an hour nothing is to be done at, beside a day something is."""
    if not any(moment.sort != "clock" and names_action(note, moment) for moment in steps):
        return steps
    return [moment for moment in steps if not is_mere_hour(note, moment)]


def is_mere_hour(note: Note, moment: Moment) -> bool:
    """`morning all, …`, 晚上一起吃饭: a time of day without a day, and nothing that is to be done then, nor by then."""
    if moment.sort != "clock" or not _DEADLINES.isdisjoint(note.keys[moment.start : moment.end]):
        return False
    return governor(note, moment) is None and not names_action(note, moment)


def _is_told_closer(week: Moment, steps: Sequence[Moment]) -> bool:
    """`the week of 6 April, say Tuesday`, `she starts in May, coffee 7th May`, 周末加班，周日去: the day stands for it."""
    if week.grain not in _CLOSER_BY or not week.day:
        return False
    sorts, days = _CLOSER_BY[week.grain]
    last = last_of_month(week.day) if week.grain == "month" else add_days(week.day, days)
    behind = [step for step in steps if step.sort in sorts and step.start > week.start]
    return any(step.day and week.day <= step.day <= last for step in behind)


def _to_the_hour(first: Moment | None, steps: Sequence[Moment]) -> Moment | None:
    """`the 24th or 26th, I've pencilled the 24th 6pm`"""
    if first is None or first.time:
        return first
    return next((step for step in steps if step.day == first.day and step.time), first)


def _without_guesses(note: Note, steps: list[Moment]) -> list[Moment]:
    """`order likely after new year, ring him 6 Jan`: what is guessed gives way to what will be done."""
    sure = [moment for moment in steps if not is_guessed(note, moment)]
    acted = any(_STRONG_ACTIONS.find(_said_around(note, moment)) for moment in sure)
    return sure if acted else steps


def is_guessed(note: Note, moment: Moment) -> bool:
    """`order likely after new year`"""
    return bool(_GUESSES.find(_said_around(note, moment)))


def names_action(note: Note, moment: Moment) -> bool:
    """Whether the clause of a moment speaks of something to do."""
    return bool(_ACTIONS.find(_said_around(note, moment)))


def _said_around(note: Note, moment: Moment) -> list[str]:
    clause = note.clauses.clause(moment.start)
    return note.keys[clause.start : clause.stop]


def _is_habit(note: Note, moment: Moment) -> bool:
    """`only does admin fridays after 2`, `only in before 7am`: when they are to be had, beside the day that was agreed."""
    if moment.sort == "clock":
        clause = note.clauses.clause(moment.start)
        return bool(_USUALLY.find(note.keys[clause.start : clause.stop]))
    return moment.sort == "weekday" and note.keys[moment.start] in _HABITS


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
        if not moment.past and not _is_left_out(note, moment) and not is_past(note, moment):
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


def _is_left_out(note: Note, moment: Moment) -> bool:
    clause = note.clauses.clause(moment.start)
    before, after = note.keys[clause.start : moment.start], note.keys[moment.end : clause.stop]
    if _NEVER.find(before) or (_NEVER.find(after[:4]) and not PLANS.find(after[:2])):
        return True
    if (
        _is_negated(before)
        or _is_refused(note.keys[moment.end :][:4])
        or _is_moved_on(note, moment)
        or _begins_absence(note, moment, before)
    ):
        return True
    if _is_absence(before, after) or any(cue.end == len(before) for cue in _THROUGH.find(before)):
        return True
    if moment.sort == "period" and _SOME_DAY.find(after[:3]):
        return True
    if moment.grain == "week":
        running = moment.day and moment.day < monday(note.context.now.date(), 1)
        if running and governor(note, moment) == "done":
            return True  # 这周都不接电话, `sent them two quotes this week`
        return bool(running) and not _ACTIONS.find([*before, "\n", *after])  # "half term this week" plans nothing
    if moment.grain not in _COARSE:
        return False
    if _is_taken_up(note, moment):
        return False
    if not _ACTIONS.find([*before, "\n", *after]) or (moment.grain == "year" and not _acts_in_year(before, after)):
        return True
    return bool(_COARSE_ONLY.find([*before, "\n", *after[:4]])) and not _acts_beside(before, after)


def _is_absence(before: Sequence[str], after: Sequence[str]) -> bool:
    """`closed tmrw`, `she's off Friday`, 周五不在: nobody is to be had on that day."""
    if any(cue.tag and cue.end == len(before) for cue in _AWAY_ON.find([key or NAME for key in before])):
        return _BEFORE.isdisjoint(before)  # `samples before she goes off on the 2nd` is due
    away = [cue for cue in _AWAY_ON.find(after[:4]) if is_han(after[cue.start]) and cue.start < 2]
    return bool(away) and after[away[0].end : away[0].end + 1] not in (["回"], ["到"], ["结"])


def _begins_absence(note: Note, moment: Moment, before: Sequence[str]) -> bool:
    """`closed 24/12 - 3/1`: they are to be had again at its end."""
    ends = any(other.start == moment.end + 1 for other in note.moments)
    return ends and note.keys[moment.end] in _RANGE_MARKS and bool(_AWAY.find(before))


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
    """`Thursday no good, Friday instead`, 周四不行"""
    return any(cue.start == 0 for cue in _REFUSED.find(after[:4]))


def _is_moved_on(note: Note, moment: Moment) -> bool:
    """`moved from Tuesday to Thursday`: the first of two moments joined by a move."""
    later = next((other for other in note.moments if other.start >= moment.end), None)
    if later is None or later.start not in note.clauses.sentence(moment.start):
        return False
    between = note.keys[moment.end : later.start]
    if note.keys[max(moment.start - 1, 0)] in _FROM and between and between[0] in _TO:
        return True
    if between[-1:] and is_han(between[-1]) and between[-1] in _TO:
        return True  # 约的后天，他临时去外地，改下周三
    moves = [cue for cue in note.kinds if cue.tag == "moved"]
    if note.keys[max(moment.start - 1, 0)] in _FROM and within(moves, range(moment.end, later.start)):
        return True  # `from Thursday is shifted on next Tuesday`
    moved = bool(within(moves, note.clauses.sentence(moment.start)))
    return moved and any(key in _TO for key in between)
