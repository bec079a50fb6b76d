"""What a day means beside one that the note named before it.

`out thru 11/6, call her the following Monday`, `a visit the week of 12 October, say Tuesday`, `closed 24/12 - 3/1, back
on the 4th`: alone each would be counted from the writer's own day.
"""

from collections.abc import Sequence
from datetime import date

from crm.reading.cues import words
from crm.reading.dates import calendar as cal
from crm.reading.dates.moment import Moment
from crm.reading.tokens import Token
from crm.reading.words import bag

_FOLLOWING = bag("FOLLOWING")
_SAME_TIME = words("SAME_TIME")
_SENTENCE_ENDS = frozenset(".;!?\n")
_CLAUSE_ENDS = _SENTENCE_ENDS | {","}
_BESIDE_NUMBERS = frozenset(("the", "st", "nd", "rd", "th", "号", "日"))
_CLOSE = 4  # tokens
_BREAKFAST, _HALVES = bag("BREAKFAST"), bag("EVENING_HOURS")
_EVENING = (18, 19)  # hours a bare six or seven is taken for
_NEAR = 10  # days: "3/1 … the 4th" is one stretch of time, "3/1 … the 28th" need not be


def in_context(found: list[Moment], tokens: Sequence[Token], *, today: date) -> list[Moment]:
    """The moments in their order, each reckoned from the one before where its words say so."""
    told = [_at_breakfast(moment, tokens) for moment in found]
    for at in range(1, len(told)):
        before, moment = told[at - 1], _same_time(told[:at], told[at], tokens)
        told[at] = moment
        if before.day and moment.day and not before.past and (not moment.past or moment.sort == "before"):
            told[at] = (
                _day_beside(before, moment, today)
                or _weekday_behind(_week_of(told[:at]), moment, tokens)
                or _day_behind(before, moment, tokens)
                or moment
            )
    return told


def _at_breakfast(moment: Moment, tokens: Sequence[Token]) -> Moment:
    """`breakfast with him Tuesday 7:30`"""
    if moment.time is None or not _EVENING[0] <= moment.time.hour <= _EVENING[1]:
        return moment
    beside = tokens[max(moment.start - _CLOSE - 2, 0) : moment.start]
    said = {token.key for token in tokens[moment.start : moment.end]}
    if _BREAKFAST.isdisjoint(token.key for token in beside) or not _HALVES.isdisjoint(said):
        return moment
    return moment._replace(time=moment.time.replace(hour=moment.time.hour - 12))


def _week_of(before: Sequence[Moment]) -> Moment:
    """`next week, Thursday or Friday`: Friday is of that week too."""
    weekday_of = len(before) > 1 and before[-1].sort == "next" and before[-2].grain == "week"
    return before[-2] if weekday_of and before[-1].start - before[-2].end < _CLOSE else before[-1]


def _same_time(before: Sequence[Moment], moment: Moment, tokens: Sequence[Token]) -> Moment:
    """`rescheduled our 10am, now next Monday same time`"""
    if (
        moment.day is None
        or moment.time
        or not _SAME_TIME.longest([token.key for token in tokens[moment.end :][:6]] or [""], 0)
    ):
        return moment
    hour = next((other.time for other in reversed(before) if other.time), None)
    return moment._replace(time=hour, grain="day") if hour else moment


def _weekday_behind(before: Moment, moment: Moment, tokens: Sequence[Token]) -> Moment | None:
    assert before.day and moment.day
    if moment.sort not in ("weekday", "next"):
        return None
    if _says_before(moment, tokens) and before.sort == "explicit":
        day = cal.next_weekday(cal.add_days(before.day, -8), moment.day.weekday())
        return moment._replace(day=day, sort="next", end=moment.end + 1)
    if _says_after(moment, tokens):
        last = cal.add_days(before.day, 6) if before.grain == "week" else before.day
        day = cal.next_weekday(last, moment.day.weekday())
        return moment._replace(day=day, sort="after", other=None, end=moment.end + 1)
    if before.day < moment.day and before.grain != "week":
        return None
    if _says_following(moment, tokens) or _is_the_one_behind(before, moment, tokens):
        return moment._replace(day=cal.next_weekday(before.day, moment.day.weekday()), sort="next", other=None)
    in_that_week = moment.sort == "weekday" and before.grain == "week" and before.day > moment.day
    if not in_that_week or any(token.key in _SENTENCE_ENDS for token in tokens[before.end : moment.start]):
        return None
    return moment._replace(day=cal.add_days(cal.monday(before.day), moment.day.weekday()), sort="next")


def _day_beside(before: Moment, moment: Moment, today: date) -> Moment | None:
    """`board on the 24th, answer day after`, `call the day before`, `lands the 22nd, speak the week after`"""
    assert before.day and moment.day
    if moment.sort == "after":
        return moment._replace(day=cal.add_days(before.day, 1))
    if moment.sort == "week after":
        return moment._replace(day=cal.monday(before.day, 1))
    if moment.sort == "before":
        day = cal.add_days(before.day, (moment.day - today).days)
        return moment._replace(day=day, past=day < today)
    return None


def _says_before(moment: Moment, tokens: Sequence[Token]) -> bool:
    """`trial ends Sunday 22nd, ring them the Friday before`"""
    return _is_closed_by(moment, tokens, ("before", "prior"))


def _says_after(moment: Moment, tokens: Sequence[Token]) -> bool:
    """`Kim will test them next week, call her the Monday after`"""
    return _is_closed_by(moment, tokens, ("after",))


def _is_closed_by(moment: Moment, tokens: Sequence[Token], words: Sequence[str]) -> bool:
    said = [token.key for token in tokens[moment.end :][:2]]
    return bool(said) and said[0] in words and (len(said) == 1 or said[1] in _CLAUSE_ENDS)


def _is_the_one_behind(before: Moment, moment: Moment, tokens: Sequence[Token]) -> bool:
    """`out until Thursday 26th, try the Friday`"""
    article = tokens[moment.start - 1 : moment.start + 1]
    return before.sort in ("explicit", "next") and any(token.key == "the" for token in article)


def _says_following(moment: Moment, tokens: Sequence[Token]) -> bool:
    return any(token.key in _FOLLOWING for token in tokens[moment.start : moment.end])


def _day_behind(before: Moment, moment: Moment, tokens: Sequence[Token]) -> Moment | None:
    """`the 4th` behind 3 January, where the writer's own next 4th lies before that."""
    assert before.day and moment.day
    if moment.sort != "explicit" or before.sort != "explicit" or moment.day >= before.day:
        return None
    said = {token.key for token in tokens[moment.start : moment.end]}
    is_bare = str(moment.day.day) in said and said - _BESIDE_NUMBERS == {str(moment.day.day)}
    day = cal.valid(before.day.year, before.day.month, moment.day.day)
    if not is_bare or day is None or not 0 < (day - before.day).days <= _NEAR:
        return None
    return moment._replace(day=day, other=None)
