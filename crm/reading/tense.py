"""Whether a day or hour that could be either is past or to come: the nearest word of its clause says which."""

from crm.reading.cues import ends_with, words
from crm.reading.dates.moment import Moment
from crm.reading.kind import KIND_PHRASES, TOLD
from crm.reading.lexicon import NAME, Lexicon
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.words import bag, characters, pairs
from crm.reading.words.zh.dates import NUMERALS

_TODAY = words("TODAY_PLANS")
_WENT = words("WENT")
_TELLS, _DONE_MARKS = words("TELLS"), frozenset("了过已刚的")
_ACTIONS = words("ACTIONS")
_UNSURE, _FORESEEN = words("UNSURE"), words("FORESEEN")
_HOLDS = words("STILL_HOLDS")
_ON, _IS = bag("ON_A_DAY"), frozenset(("is", "are", "'s"))
_CLAUSE_MARKS = frozenset(",.;!?\n")
_ASPECTS = characters("ASPECT_MARKS")


def _sign_of(done: str) -> str:
    """电话沟通 tells what was done only where something is told of it; 沟通了 says so itself."""
    return "done" if not any(map(is_han, done)) or not _ASPECTS.isdisjoint(done) else "bare"


_SIGNS = Lexicon(
    [(phrase, "plan") for phrase in sorted(bag("PLANS") | bag("COMING_VERBS"))]
    + [(phrase, "done") for phrase in sorted(bag("PAST_VERBS"))]
    + [(phrase, _sign_of(phrase)) for phrase, tag in KIND_PHRASES if tag.endswith(TOLD)]
    + [(phrase, "") for phrase, tag in KIND_PHRASES if tag == "none"]
    + [(phrase, "") for phrase in sorted(bag("TO_SOMEBODY") | bag("NO_SIGNS"))]
    + [(phrase, "said") for phrase in sorted(bag("SAID_THEN"))]
)
_TOWARDS = bag("TOWARDS")
_COMING = bag("BEFORE_COMING_DATES")
_FIXED = ("named", "next", "offset", "instant", "period")  # words that cannot mean a past day
_MONTHS = frozenset(phrase for phrase, tag in pairs("DATES") if tag.startswith("M:")) | {"月", "月份"}
_A_YEAR_OFF = 300  # days
_SOON = 150  # days: of two such days, last year's and this one's, the nearer


def is_past(note: Note, moment: Moment) -> bool:
    """A bare weekday, date or hour belongs to what was done when a done word of its clause governs it."""
    if moment.past or moment.day is None:
        return moment.past
    today = moment.day == note.context.now.date()
    if (moment.sort in _FIXED or _is_this_side(note, moment)) and not today:
        return False
    if _is_just_gone(note, moment):
        return governor(note, moment) != "plan"
    if today and moment.time is None and moment.sort == "named":
        return not _is_due_today(note, moment)
    if moment.sort == "clock" and _told_later(note, moment) == "done":
        return True
    return governor(note, moment) == "done"


def _is_this_side(note: Note, moment: Moment) -> bool:
    """首付款8月25日到账, written in August: a day of a named month soon to come, and long gone if it were past."""
    if moment.sort != "explicit" or moment.day is None or (moment.day - note.context.now.date()).days > _SOON:
        return False
    said = note.tokens[moment.start : moment.end]
    return any(token.key in _MONTHS or "/" in token.text or "." in token.text for token in said)


def _is_just_gone(note: Note, moment: Moment) -> bool:
    """`trade-in valued on 5 March`, written on the 11th: a day without its year that comes again only in a year."""
    if moment.sort != "explicit" or moment.day is None or (moment.day - note.context.now.date()).days < _A_YEAR_OFF:
        return False
    return not any(token.text.startswith(str(moment.day.year)) for token in note.tokens[moment.start : moment.end])


def _told_later(note: Note, moment: Moment) -> str | None:
    """早上跟长虹视频，过了一遍方案: a part of the day alone is of what the sentence goes on to tell."""
    if moment.sort == "clock" and moment.day != note.context.now.date() and _WENT.find(_behind(note, moment)):
        return "done"  # `the 3pm call was good`, told at four
    spoken = moment.sort == "clock" and all(token.kind == "han" for token in note.tokens[moment.start : moment.end])
    today = note.context.now.date()
    if not spoken or (moment.day == today and any(key in NUMERALS for key in note.keys[moment.start : moment.end])):
        return None  # an hour still to come; 早上七点 said at eight is over
    return _first(note, range(moment.end, note.clauses.sentence(moment.start).stop))


def _behind(note: Note, moment: Moment) -> list[str]:
    return note.keys[moment.end : note.clauses.clause(moment.start).stop]


def _is_due_today(note: Note, moment: Moment) -> bool:
    """ "Today" is a next step only where something is still to be done."""
    clause = note.clauses.clause(moment.start)
    if governor(note, moment) == "done" or _tells_what_is_over(note, moment, clause):
        return False
    return bool(_TODAY.find(note.keys[max(clause.start, moment.start - 4) : min(clause.stop, moment.end + 2)]))


def _tells_what_is_over(note: Note, moment: Moment, clause: range) -> bool:
    """货今天发走了"""
    said = note.keys[moment.end : clause.stop]
    said = said[:-1] if said and said[-1] in _CLAUSE_MARKS else said
    return said[-1:] == ["了"] and not _UNSURE.find(note.keys[clause.start : clause.stop])


def governor(note: Note, moment: Moment) -> str | None:
    """ "done" or "plan": the nearest word of the clause that says which; Chinese says it after the date."""
    clause = note.clauses.clause(moment.start)
    before = range(clause.start, moment.start)
    after = range(moment.end, clause.stop)
    if is_han(note.keys[moment.end - 1]) or any(map(is_han, note.keys[moment.end : moment.end + 1])):
        if "前" in note.keys[moment.end - 1 : moment.end + 1] and "了" not in note.keys[moment.end : clause.stop]:
            return "plan"  # 25日前必须完成
        if ends_with(_FORESEEN, note.keys[before.start : before.stop]):
            return "plan"  # 最晚20号到账
        if ends_with(_TELLS, note.keys[before.start : before.stop]) and not _says_done(note, after):
            return "plan"  # 她说周四看完
        acts = note.keys[moment.end : moment.end + 1] == ["过"]  # 28日过预算: a verb; 聊过 is one done
        said = _first(note, after[1:] if acts else after)
        return said or (None if _goes_on_to_act(note, after) else _told_before(note, before))
    if _announces(note.keys[max(moment.start - 2, 0) : moment.start]):
        return "plan"
    if note.keys[moment.end : moment.end + 1] == ["'s"] and note.keys[moment.start - 1] not in _TOWARDS:
        if _HOLDS.find(note.keys[moment.end : clause.stop]):
            return "plan"  # `Thursday's call is now at 4`
        return _last(note, before) or "done"  # `ok on friday's call` was last Friday; `prep for friday's call` was not
    return _last(note, before) or _first(note, after)


def _goes_on_to_act(note: Note, after: range) -> bool:
    """确认了12万6千8周五打款, told in one breath: what is done on the day stands behind it, and is not over."""
    told = note.keys[after.start : after.stop]
    acted = _ACTIONS.longest(told, 0) if told else None
    return acted is not None and not _says_done(note, after)


def _says_done(note: Note, after: range) -> bool:
    """说周四看完 is to come, 说周四看完了 is over, and so is 说周四已到账."""
    return not _DONE_MARKS.isdisjoint(note.keys[after.start : after.stop])


def _announces(before: list[str]) -> bool:
    """`due Monday`, `the hearing is on Monday`"""
    return bool(before) and (before[-1] in _COMING or (before[-1] in _ON and before[0] in _IS))


def _told_before(note: Note, before: range) -> str | None:
    """Chinese tells before a day what was agreed for it (约了周五); 发火了 24号上门 tells of two things."""
    sign = _last(note, before)
    ended = before.stop > before.start and note.keys[before.stop - 1] == "了"
    return None if ended and sign == "done" else sign


def _signs(note: Note, span: range) -> list[tuple[int, str]]:
    keys = [key or NAME for key in note.keys[span.start : span.stop]]
    found = [(span.start + cue.start, cue.tag) for cue in _SIGNS.find(keys) if cue.tag]
    closes = note.clauses.clause(span.start).stop == len(note.keys) if span else True
    return [(at, "done" if tag == "bare" else tag) for at, tag in found if tag != "bare" or not closes]


def _first(note: Note, span: range) -> str | None:
    sign = next((sign for _, sign in _signs(note, span)), None)
    return "done" if sign == "said" else sign  # 周一说要降价: said on Monday; 说周一降价: to come


def _last(note: Note, span: range) -> str | None:
    signs = [sign for _, sign in _signs(note, span) if sign != "said"]
    return signs[-1] if signs else None
