"""Which of several days ahead is the next step: what was agreed or will be done, before what merely happens by itself."""

from collections.abc import Sequence
from itertools import pairwise

from crm.reading.cues import words
from crm.reading.dates.calendar import add_days, last_of_month
from crm.reading.dates.moment import Moment
from crm.reading.note import Note
from crm.reading.tense import governor
from crm.reading.words import bag

_ACTIONS, _STRONG_ACTIONS = words("ACTIONS"), words("FOLLOW_ACTIONS")
_AGREED, _GUESSES, _CIRCUMSTANCES = words("AGREED_DATES"), words("GUESSES"), words("CIRCUMSTANCES")
_HABITS, _USUALLY = bag("HABITS"), words("USUALLY")
_DEADLINES = bag("DEADLINES")
_AWAY, _WAITS, _TILL_THEN = words("AWAY"), words("WAITS"), words("TILL_THEN")
_PUT_OFF, _COARSE = words("PUT_OFF_TO"), ("month", "quarter", "year")
_UNTIL, _GIVEN = bag("UNTIL"), words("GIVEN_UNTIL")
_COUNTED = ("after", "week after")  # sorts of days counted from one named before
_CLOSER_BY = {
    "weekend": (("weekday", "next"), 1),
    "week": (("next", "explicit"), 6),
    "month": (("explicit",), 0),
}  # sorts, days


def standing(note: Note, steps: Sequence[Moment]) -> list[Moment]:
    """The steps that no other step of the note makes a mere circumstance, habit, guess or wider word for itself."""
    left = [moment for moment in steps if not _is_habit(note, moment)] or list(steps)
    left = _without_unchosen(note, left)
    left = _without_waits(note, _without_beginnings(note, _without_circumstances(note, left)))
    left = _without_mere_hours(note, left)
    if len(left) < 2:
        return left
    return _without_guesses(note, [step for step in left if not _is_told_closer(step, left)])


def _without_unchosen(note: Note, steps: list[Moment]) -> list[Moment]:
    """`a visit Tuesday or Wednesday, I said Wednesday`: of two offered, the one named again."""
    days = [moment.day for moment in steps]
    again = {day for day in days if days.count(day) > 1}
    offered = {one for pair in pairwise(steps) if _are_offered(note, *pair) for one in pair}
    if again.isdisjoint(one.day for one in offered):
        return steps
    return [moment for moment in steps if moment not in offered or moment.day in again]


def _are_offered(note: Note, one: Moment, two: Moment) -> bool:
    """`the 17th, 18th or 20th`"""
    return note.keys[one.end : two.start] in (["or"], [","], [",", "or"], ["/"])


def _without_beginnings(note: Note, steps: list[Moment]) -> list[Moment]:
    """`they meet Thursday, call her the day after`: a day that another is counted from, where something is done on that."""
    counted = [
        moment for moment in steps if moment.sort in _COUNTED and _STRONG_ACTIONS.find(said_around(note, moment))
    ]
    return [one for one in steps if one in counted or not any(other.start > one.start for other in counted)]


def _without_waits(note: Note, steps: list[Moment]) -> list[Moment]:
    """`closed for the season, reopens 15 May, call the day after`: the day their absence ends gives way to what is done then."""
    acted = [moment for moment in steps if not _is_wait(note, moment)]
    return [moment for moment in steps if moment in acted or not any(other.start > moment.start for other in acted)]


def _is_wait(note: Note, moment: Moment) -> bool:
    told = max((other.end for other in note.moments if other.end <= moment.start), default=0)
    before = note.keys[max(told, note.clauses.clause(moment.start).start) : moment.start]
    until = not _UNTIL.isdisjoint([*before[-2:], *note.keys[moment.start : moment.end]])
    if moment.grain in _COARSE and _PUT_OFF.find(before):
        return True  # `slipped to Q3, I'd call her right after the 4th`
    if _WAITS.find(before) or (until and not _GIVEN.find(before) and not _STRONG_ACTIONS.find(before)):
        return True
    return bool(_TILL_THEN.find(note.keys[moment.end : note.clauses.sentence(moment.start).stop]))


def _without_circumstances(note: Note, steps: list[Moment]) -> list[Moment]:
    """`their conference ends the 20th, booked in for the 21st`: what was agreed, without a day nothing is done on."""
    acted = [moment for moment in steps if not _is_circumstance(note, moment)]
    if any(names_action(note, moment) for moment in acted):
        steps = acted  # 周二年会，周三去拜访
    agreed = [moment for moment in steps if _AGREED.find(said_around(note, moment))]
    if not agreed:
        return steps
    return [moment for moment in steps if moment in agreed or governor(note, moment) == "plan"]


def _is_circumstance(note: Note, moment: Moment) -> bool:
    """A clause that names what they are busy with on that day, and nothing to be done by us."""
    said = said_around(note, moment)
    return bool(_CIRCUMSTANCES.find(said)) and not _STRONG_ACTIONS.find(said)


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


def _without_guesses(note: Note, steps: list[Moment]) -> list[Moment]:
    """`order likely after new year, ring him 6 Jan`: what is guessed gives way to what will be done."""
    sure = [moment for moment in steps if not is_guessed(note, moment)]
    acted = any(_STRONG_ACTIONS.find(said_around(note, moment)) for moment in sure)
    return sure if acted else steps


def is_guessed(note: Note, moment: Moment) -> bool:
    """`order likely after new year`"""
    return bool(_GUESSES.find(said_around(note, moment)))


def names_action(note: Note, moment: Moment) -> bool:
    """Whether the clause of a moment speaks of something to do."""
    return bool(_ACTIONS.find(said_around(note, moment)))


def said_around(note: Note, moment: Moment) -> list[str]:
    clause = note.clauses.clause(moment.start)
    return note.keys[clause.start : clause.stop]


def _is_habit(note: Note, moment: Moment) -> bool:
    """`only does admin fridays after 2`, `only in before 7am`: when they are to be had, beside the day that was agreed."""
    if moment.sort == "clock":
        clause = note.clauses.clause(moment.start)
        return bool(_USUALLY.find(note.keys[clause.start : clause.stop]))
    return moment.sort == "weekday" and note.keys[moment.start] in _HABITS
