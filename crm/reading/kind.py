"""What was done: call, meeting, visit, demo, email, message, or a note.

A word such as `called` says itself that it was done. A word such as `call` was done unless its clause plans it: by a date
ahead, or by a word such as `next` or `wants`.
"""

from collections.abc import Sequence

from crm.reading.cues import Clauses, within, words
from crm.reading.dates.moment import Moment
from crm.reading.lexicon import Cue, Lexicon
from crm.reading.names import is_han
from crm.reading.words import bag, characters, paired, pairs

KIND_PHRASES = (*pairs("KINDS"), *paired("KIND_PAIRS"))
TOLD = (" done", " chat", " said")  # what such a tag ends in says itself that it was done
_KINDS = Lexicon(KIND_PHRASES)
PLANS, _DONE = words("PLANS"), words("DONE_MARKS")
_APPOINTMENTS = words("APPOINTMENTS")
_THEM, _HELPING = bag("THEM") | {""}, bag("HELPING_VERBS")
_SENT, _NOT_YET = bag("SENT"), bag("NOT_YET")
_TALK = ("call chat", "call talk", "visit talk")
_BY_MOUTH = ("call chat", "call talk", "call said")  # words that do not say by which means
_EVENTS = words("EVENTS")
_BY_MESSAGE, _BY_EMAIL = words("BY_MESSAGE"), bag("BY_EMAIL")
_REPORTED = words("REPORTED")  # somebody was heard, so "try again" does not tell of a call nobody took
_LOOK_BACK = 5
_SPOKEN = 25  # characters without a mark: dictated, and more than one thing is told
_ASPECTS = characters("ASPECT_MARKS")
_SAID_THEN = words("SAID_THEN")
VOCABULARY = _KINDS.words


def cues(keys: Sequence[str]) -> list[Cue]:
    return [cue for cue in _KINDS.find(keys) if cue.tag != "none"]


def kind_of(found: Sequence[Cue], keys: Sequence[str], clauses: Clauses, moments: Sequence[Moment]) -> str:
    """The main thing done, usually the first; a demo given outranks the meeting it was given in."""
    done = [cue for cue in found if _is_done(cue, keys, clauses, moments, found)]
    done = [_at_event(_as_meeting(cue, found, clauses), keys, clauses) for cue in done]
    named = [_kind(cue) for cue in done]
    if "demo" in named:
        return "demo"
    if not done:
        return _not_held(found, keys, clauses)
    first = done[0]
    if _went_by_message(first, keys, clauses):
        return "message"
    if first.tag in _TALK:
        return next((_kind(cue) for cue in done if cue.tag not in _TALK and _close(first, cue, clauses)), _kind(first))
    return _kind(first)


def _went_by_message(sent: Cue, keys: Sequence[str], clauses: Clauses) -> bool:
    """`sent the quote on whatsapp`, 方案微信发王总了: papers are an e-mail where the clause names no other channel."""
    said = keys[sent.start : clauses.clause(sent.start).stop]
    return _kind(sent) == "email" and bool(_BY_MESSAGE.find(said)) and _BY_EMAIL.isdisjoint(said)


def _as_meeting(cue: Cue, found: Sequence[Cue], clauses: Clauses) -> Cue:
    """A demo or a visit that was called off or moved is a meeting that was not held."""
    moved = any(other.tag == "moved" for other in within(found, clauses.clause(cue.start)))
    return cue._replace(tag="meeting noun") if moved and cue.tag in ("demo noun", "visit noun") else cue


def _at_event(cue: Cue, keys: Sequence[str], clauses: Clauses) -> Cue:
    """`two convos at the mixer`, 在酒店大堂聊了: talked face to face."""
    if cue.tag not in _BY_MOUTH:
        return cue
    sentence = clauses.sentence(cue.start)
    met = _EVENTS.find(keys[sentence.start : sentence.stop])
    return cue._replace(tag="meeting chat") if met else cue


def _not_held(found: Sequence[Cue], keys: Sequence[str], clauses: Clauses) -> str:
    """A meeting that was moved or cancelled is a meeting; a call to be made again was a call."""
    for moved in (cue for cue in found if cue.tag == "moved"):
        nouns = [_kind(cue) for cue in within(found, clauses.clause(moved.start)) if cue.tag != "moved"]
        if nouns:
            return "meeting" if nouns[0] in ("demo", "visit") else nouns[0]
        sentence = clauses.sentence(moved.start)
        if _APPOINTMENTS.find(keys[sentence.start : sentence.stop]):
            return "meeting"
    again = any(cue.tag == "call again" for cue in found)
    return "call" if again and not _REPORTED.find(keys) else "note"


def _kind(cue: Cue) -> str:
    return str(cue.tag).split(" ")[0]


def _close(one: Cue, two: Cue, clauses: Clauses) -> bool:
    return two.start in clauses.sentence(one.start)


def _is_done(cue: Cue, keys: Sequence[str], clauses: Clauses, moments: Sequence[Moment], found: Sequence[Cue]) -> bool:
    sort = str(cue.tag).partition(" ")[2]
    if cue.tag in ("moved", "call again"):
        return False
    clause = clauses.clause(cue.start)
    if cue.tag == "email done" and keys[cue.start] in _SENT and _was_theirs(keys[clause.start : cue.start]):
        return False
    if cue.start > clause.start and keys[cue.start - 1] in _NOT_YET:
        return False  # 还没见上
    if sort in ("done", "chat", "said"):
        if _is_wished(cue, keys, clause) or _is_agreed_for(cue, keys, clause, moments):
            return False
        return not (_is_bare_talk(cue, keys) and _goes_on_with_a_plan(cue, clauses, moments, found))
    if sort == "open":
        return not any(moment.start in clause and _is_ahead(moment) for moment in moments)
    if any(other.tag == "moved" for other in within(found, clause)):
        return True
    inside = [moment for moment in moments if moment.start in clause]
    said = [moment for moment in inside if moment.end <= cue.start]
    if (
        said
        and said[-1].time is None
        and said[-1].today
        and is_han(keys[cue.start])
        and clause.stop - clause.start > _SPOKEN
    ):
        return True  # 今天去医院找了陈主任他让我六月十号再去
    if inside and all(moment.past for moment in inside):
        return True
    if PLANS.find(keys[_back(keys, cue.start, clause) : cue.start]):
        return False
    return not any(map(_is_ahead, inside)) and not _goes_on_with_a_plan(cue, clauses, moments, found)


def _back(keys: Sequence[str], at: int, clause: range) -> int:
    """So far before a word one may say that it is planned; a name counts one."""
    left = _LOOK_BACK
    while at > clause.start and left:
        at -= 1
        left -= bool(keys[at] or keys[at + 1])
    return at


def _was_theirs(before: Sequence[str]) -> bool:
    """`they sent`, `she has already forwarded`"""
    who = [key for key in before if key not in _HELPING]
    return bool(who) and who[-1] in _THEM


def _goes_on_with_a_plan(cue: Cue, clauses: Clauses, moments: Sequence[Moment], found: Sequence[Cue]) -> bool:
    """`下午去厂里，看现场`: the sentence began with a time to come and tells of nothing done."""
    sentence, clause = clauses.sentence(cue.start), clauses.clause(cue.start)
    if any(moment.start in clause and (moment.today or moment.past) for moment in moments):
        return False
    if not any(moment.start in sentence and moment.end <= cue.start and _is_ahead(moment) for moment in moments):
        return False
    others = [other for other in within(found, sentence) if other != cue]
    return not any(other.tag.endswith(TOLD) for other in others)


def _is_wished(cue: Cue, keys: Sequence[str], clause: range) -> bool:
    """`will have called`, `再聊了`: a done form behind a word that plans it."""
    return bool(PLANS.find(keys[max(clause.start, cue.start - 2) : cue.start])) and cue.tag == "call chat"


def _is_bare_talk(cue: Cue, keys: Sequence[str]) -> bool:
    """聊聊 without the 了 that would say it was done."""
    return cue.tag == "call chat" and is_han(keys[cue.start]) and _ASPECTS.isdisjoint(keys[cue.start : cue.end + 1])


def _is_agreed_for(cue: Cue, keys: Sequence[str], clause: range, moments: Sequence[Moment]) -> bool:
    """下周聊一次, 周四电话沟通: a bare Chinese verb behind a time to come."""
    if cue.end < len(keys) and _SAID_THEN.longest(keys, cue.end):
        return False  # 周四来电说
    if not is_han(keys[cue.start]) or not _ASPECTS.isdisjoint(keys[cue.start : cue.end + 1]):
        return False
    ahead = [moment for moment in moments if clause.start <= moment.start < moment.end <= cue.start]
    if not ahead or (ahead[-1].end < cue.start and cue.tag != "call chat"):
        return False
    return _is_ahead(ahead[-1])


def _is_ahead(moment: Moment) -> bool:
    """A day or hour to come; "today" alone is none."""
    if moment.day is None:
        return moment.sort == "unknown" and moment.grain != "before"  # call before diwali
    if moment.grain == "before":
        return False  # 年前最后一趟拜访 tells; 年后拜访 plans
    return not moment.past and (moment.sort != "named" or moment.time is not None or not moment.today)
