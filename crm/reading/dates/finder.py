"""Every day and time a message names, as moments: spans found, then a day and a time that stand together joined."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from crm.reading.dates import calendar as cal
from crm.reading.dates import days, periods
from crm.reading.dates.atoms import Atom, atoms
from crm.reading.dates.clock import CLOCKS, Clock, dotted
from crm.reading.dates.context import in_context
from crm.reading.dates.elsewhere import moments_elsewhere
from crm.reading.dates.moment import Moment
from crm.reading.dates.periods import shift
from crm.reading.dates.rule import Day, Frame
from crm.reading.names import is_han
from crm.reading.tokens import Token
from crm.reading.words import bag, pairs

_RULES = days.rule.joined(periods.rule)
_FOLLOWERS = bag("HOUR_FOLLOWERS")
_DAYS = frozenset(phrase for phrase, tag in pairs("DATES") if tag[:2] in ("D:", "W:"))
_BARE_HOUR = re.compile(r"[,ab]{0,2}(?:(N)(?:[s\-]N)?|F)")
_AT_HOUR = re.compile(r"(?<=a)N|(?<=[be])N(?=$|[,.#)DW])")
_GLUE = re.compile(r"[,ntaoib(\-):.&e]{0,3}")
_GREETED = bag("GREETED")
_BARE_PARTS = ("evening", "night")
_SENTENCE_END = re.compile(r"\.")


class _Piece(NamedTuple):
    start: int  # atoms
    end: int
    day: Day | None
    clock: Clock | None


def moments(text: str, tokens: Sequence[Token], keys: Sequence[str], *, now: datetime, order: str) -> list[Moment]:
    """The moments of a message in the order of its words."""
    found = atoms(text, tokens, keys)
    codes = "".join(atom.code[0] for atom in found)
    pieces = _pieces(found, codes, tokens, now.date(), order)
    joined = _join(pieces, codes)
    resolved = (_moment(piece, found, codes, tokens, now) for piece in joined)
    known = in_context([moment for moment in resolved if moment], tokens, today=now.date())
    return known or list(moments_elsewhere(text, tokens, now=now, order=order))


def _pieces(found: list[Atom], codes: str, tokens: Sequence[Token], today: date, order: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(found):
        piece = _piece(found, codes, at, today, order) or _bare_hour(found, codes, tokens, pieces, at)
        if piece is None:
            at += 1
        else:
            pieces.append(piece)
            at = piece.end
    return pieces


def _piece(found: list[Atom], codes: str, at: int, today: date, order: str) -> _Piece | None:
    """The longest rule that holds here; a day wins over a time of the same length."""
    best: _Piece | None = None
    for pattern, resolve in _RULES.get(codes[at], ()):
        match = pattern.match(codes, at)
        if match and (best is None or match.end() > best.end):
            day = resolve(Frame(found[at : match.end()], today, order))
            best = _Piece(at, match.end(), day, None) if day else best
    for pattern, read in CLOCKS.get(codes[at], ()):
        match = pattern.match(codes, at)
        if match and (best is None or match.end() > best.end):
            clock = read(found[at : match.end()])
            best = _Piece(at, match.end(), None, clock) if clock else best
    return best


def _bare_hour(found: list[Atom], codes: str, tokens: Sequence[Token], pieces: list[_Piece], at: int) -> _Piece | None:
    """`at 3`, `tomorrow 3`, `Monday 12-4`: a number that can only be an hour."""
    match = _AT_HOUR.match(codes, at)
    if match is None and pieces and pieces[-1].end == at and pieces[-1].day:
        match = _BARE_HOUR.match(codes, at)
    if match is None:
        return None
    number = next(atom for atom in found[at : match.end()] if atom.code in "NF")
    if number.code == "F":
        clock = dotted([number])
        return _Piece(at, match.end(), None, clock) if clock and _may_follow_hour(tokens, number.end) else None
    if not 1 <= number.value <= 12 or not _may_follow_hour(tokens, found[match.end() - 1].end):
        return None
    if _numbers_a_point(tokens, number) or codes.startswith("/N", match.end()):
        return None  # 12/16 is a day
    return _Piece(at, match.end(), None, Clock(number.value))


def _numbers_a_point(tokens: Sequence[Token], number: Atom) -> bool:
    """`1. demo set for 8/27 2. lease ends`"""
    if [token.key for token in tokens[number.end : number.end + 1]] != ["."]:
        return False
    before = str(number.value - 1)
    return any(one.text == before and two.key == "." for one, two in pairwise(tokens[: number.start]))


def _may_follow_hour(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.kind in ("word", "number"):
        return (token.key in _FOLLOWERS or token.key in _DAYS) and token.start > tokens[at - 1].end
    return token.kind == "line" or token.text in ",.;:!?()。，；！？）—-@&/"


def _join(pieces: list[_Piece], codes: str) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        together = _together(joined[-1], piece, codes) if joined else None
        if together:
            joined[-1] = together
        else:
            joined.append(piece)
    return joined


def _together(one: _Piece, two: _Piece, codes: str) -> _Piece | None:
    gap = codes[one.end : two.start]
    if len(gap) > 3 or not _GLUE.fullmatch(gap) or _SENTENCE_END.search(gap):
        return None
    day = one.day or two.day
    if one.day and two.day:
        day = _same_day(one.day, two.day, gap)
        if day is None:
            return None
    clock = one.clock or two.clock
    if one.clock and two.clock:
        if one.clock.hour is not None and two.clock.hour is not None:
            return None
        clock = one.clock.joined(two.clock)
    if clock and clock.minutes_from_now is not None:
        return None
    if day and day.date is None and day.sort == "offset":
        return None
    return _Piece(one.start, two.end, day, clock)


def _same_day(one: Day, two: Day, gap: str) -> Day | None:
    """Two wordings of one day: `Friday 7/6`, `Tuesday of next week`, `3 days from Tuesday`."""
    if one.add and ("e" in gap or "n" in gap or one.date is not None) and two.date and "," not in gap:
        return Day(shift(two.date, *one.add), "explicit")
    if one.date is None or two.date is None:
        return None
    if one.sort in ("weekday", "next") and two.sort == "explicit":
        return two
    if one.sort == "explicit" and two.sort == "weekday":
        return one if one.date.weekday() == two.date.weekday() else None
    for weekday, week in ((one, two), (two, one)):
        if weekday.date and week.date and _is_weekday_of(weekday, week) and "," not in gap:
            return Day(cal.add_days(cal.monday(week.date), weekday.date.weekday()), "weekday", past=week.past)
    if one.sort == "named" and two.sort == "explicit" and one.date == two.date:
        return two
    return None


def _is_bare_part(clock: Clock, codes: str, start: int) -> bool:
    """`the night manager`, `morning coffee`: a part of the day without a preposition is no time in English."""
    return clock.hour is None and clock.part in _BARE_PARTS and codes[max(start - 1, 0) : start] not in tuple("inatbeR")


def _greets(clock: Clock, tokens: Sequence[Token], end: int) -> bool:
    """`morning - had a quick word with …`, `arvo all.`"""
    after = tokens[end].key if end < len(tokens) else ""
    return clock.hour is None and (after in _GREETED or (after == "-" and tokens[end].start > tokens[end - 1].end))


def _is_weekday_of(weekday: Day, week: Day) -> bool:
    return weekday.sort == "weekday" and week.sort == "period" and week.grain == "week"


def _moment(piece: _Piece, found: list[Atom], codes: str, tokens: Sequence[Token], now: datetime) -> Moment | None:
    start, end = found[piece.start].start, found[piece.end - 1].end
    day, clock = piece.day, piece.clock
    if start == 0 and day is None and clock and _greets(clock, tokens, end):
        return None
    if day is None and clock and _is_bare_part(clock, codes, piece.start) and not is_han(tokens[start].key):
        return None
    if day is None:
        return _time_alone(clock, start, end, now, own_day=is_han(tokens[start].key)) if clock else None
    if day.date is None:
        return Moment(start, end, None, None, "unknown", day.grain) if day.sort == "unknown" else None
    of_week = re.search("k[tn]?$", codes[: piece.start][-2:]) is not None
    on, grain = (cal.monday(day.date), "week") if of_week else (day.date, day.grain)
    if clock is None or (clock.weak and clock.part is None and clock.half is None):
        return Moment(start, end, on, None, day.sort, grain, day.past, day.other, on == now.date())
    at = clock.time()
    past = day.past or (on == now.date() and datetime.combine(on, at) < now)
    return Moment(start, end, on, at, day.sort, "day", past, day.other, on == now.date())


def _time_alone(clock: Clock, start: int, end: int, now: datetime, *, own_day: bool) -> Moment | None:
    """Today if still ahead, else tomorrow; a part of today that has passed where the language says so (上午)."""
    if clock.minutes_from_now is not None:
        then = now + timedelta(minutes=clock.minutes_from_now)
        return Moment(start, end, then.date(), then.time().replace(second=0, microsecond=0), "instant", "minute")
    if clock.weak:
        return None
    at = clock.time()
    today = datetime.combine(now.date(), at) > now
    if not today and clock.hour is None and own_day:
        return Moment(start, end, now.date(), at, "clock", "minute", past=True, today=True)
    return Moment(start, end, cal.add_days(now.date(), 0 if today else 1), at, "clock", "minute")
