"""What a message is for: a log, a lookup, a command, or small talk.

A message that begins like an order or a question, once politeness is set aside, is one, unless it goes on to tell what was done.
"""

from collections.abc import Sequence

from crm.reading.cues import table, words
from crm.reading.dates.moment import Moment
from crm.reading.lexicon import END, NAME, Cue, Lexicon
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.words import bag

_COMMANDS, _LOG = table("COMMANDS"), words("LOG_STARTS")
_ASKS_INSIDE = Lexicon([(p, True) for p in sorted(bag("LOOKUPS"))] + [(p, False) for p in sorted(bag("NO_LOOKUPS"))])
_SURELY_ASKS, _CALLS_ME = words("SURELY_ASKS"), words("CALLS_ME")
_ASKED, _COUNTING = words("ASKED"), words("COUNTING")
_QUESTIONS = Lexicon([(p, True) for p in sorted(bag("QUESTIONS"))] + [(p, False) for p in sorted(bag("NO_QUESTIONS"))])
_CLOSING_COMMANDS = table("CLOSING_COMMANDS")
_POLITE_ENDS = words("POLITE_ENDS")
_POLITE, _CHITCHAT, _CRM = words("POLITE"), words("CHITCHAT"), words("CRM_NOUNS")
_LOOKUP_KINDS = table("LOOKUP_KINDS")
_SHOWN = table("SHOWN")
_ACTIONS = words("ACTIONS")
_SAYS_DONE = bag("SAYS_DONE")
_JUST_DONE = [[word] for word in _SAYS_DONE]
_OF_A_DEAL = ("won", "lost", "negotiation", "proposal", "evaluation")
_CHANGES = ("assign", "edit", "move", "stage")
_WHETHER_DONE = words("ASKS_WHETHER_DONE")
_CLOSING, _REPORTS, _TOLD = words("CLOSING_QUESTIONS"), words("REPORTS"), words("TOLD")
_ANSWERED, _PRIVATE, _TOPIC_ASKS = words("ANSWERED"), words("PRIVATE"), words("TOPIC_ASKS")
_DEADLINES = bag("DEADLINES")
_SHORT_QUESTION = 14  # characters; a name counts one
_MARKS = frozenset(",.!?;:()-\n'\"")
_BEHIND_TOPIC = ([","], [":"], ["-"])
_TOPIC = 7  # tokens a question may be about before it begins
_PARTED = ([","], ["."], [";"], ["!"], ["\n"])
_ORDERS_WITH = bag("ORDERS_WITH")


def intent(note: Note, *, names_customer: bool, names_person: bool) -> tuple[str, str | None]:
    """("log" | "lookup" | "command" | "chitchat", which command or what is asked)."""
    keys = _without_thanks(_plain_keys(note))
    start = _after_politeness(keys)
    alone = [_SHOWN.longest(keys, at) for at in {0, start} if at < len(keys)]
    if shown := [cue for cue in alone if cue and _MARKS.issuperset(keys[cue.end :])]:
        return "lookup", str(shown[0].tag)
    if _is_small_talk(keys, note, names_customer):
        return "chitchat", None
    begun = _LOG.longest(keys, start) if start < len(keys) else None
    ordered = _COMMANDS.longest(keys, start) if begun else None
    if begun and not (ordered and ordered.end > begun.end):  # `log it as a visit` changes a log
        return "log", None
    command = _command(keys, start, note)
    if command:
        return "command", command
    if _is_lookup(keys, start, note, names_customer, names_person):
        return "lookup", lookup_kind(keys)
    if _tells_something(note, names_customer, names_person):
        return "log", None
    return "chitchat", None


def _plain_keys(note: Note) -> list[str]:
    """Keys where a name stands as one unknown word."""
    shown = [key or NAME for key in note.keys]
    return [key for at, key in enumerate(shown) if key != NAME or not at or shown[at - 1] != NAME]


def _without_thanks(keys: list[str]) -> list[str]:
    """`mark Acme as lost please`, 把华为转给小陈，谢谢: politeness at the end is no part of an order."""
    for cue in reversed(_POLITE_ENDS.find(keys)):
        if cue.start < 2 or not _MARKS.issuperset(keys[cue.end :]):
            return keys
        keys = keys[: cue.start - (keys[cue.start - 1] == ",")]
    return keys


def _after_politeness(keys: Sequence[str]) -> int:
    at = 0
    while at < len(keys):
        cue = _POLITE.longest(keys, at)
        ordered = _COMMANDS.longest([*keys, END], at)  # 帮助 is an order, 帮 alone is polite
        if (cue is None and keys[at] not in _MARKS) or (cue and ordered and ordered.end > cue.end):
            return at
        at = cue.end if cue else at + 1
    return at


def _is_small_talk(keys: Sequence[str], note: Note, names_customer: bool) -> bool:
    if note.reach.phone or note.reach.email:
        return False
    if _is_private(keys, note, names_customer):
        return True
    if names_customer or any(sum_.sure for sum_ in note.sums):
        return False
    covered = sum(cue.end - cue.start for cue in _CHITCHAT.find(keys))
    said = [key for key in keys if key not in _MARKS]
    return not said or covered * 2 > len(said) or (not any(key.isalnum() for key in said))


def _is_private(keys: Sequence[str], note: Note, names_customer: bool) -> bool:
    """去建行换张工资卡: an errand of the writer's own, whosever name it holds, and nothing to be done for anybody."""
    business = bool(note.stages) or (names_customer and any(map(_is_ahead, note.moments)))
    return not business and bool(_PRIVATE.find(keys))


def _is_ahead(moment: Moment) -> bool:
    return not moment.past and not moment.today


def _command(keys: Sequence[str], start: int, note: Note) -> str | None:
    if start >= len(keys):
        return None
    cue, asks = _COMMANDS.longest([*keys, END], start), _asks_at(keys, start)
    if asks and cue and asks.end > cue.end:
        return None  # "give me the contacts" asks
    if cue and cue.tag in _CHANGES and any(asked.end >= len(keys) - 1 for asked in _WHETHER_DONE.find(keys)):
        return None  # 秦川转给小马了吗
    if cue and not _is_story(keys, cue, note):
        return str(cue.tag) if cue.tag != "none" else None
    if _is_to_be_called(note):
        return "remind"
    closing = next((cue for cue in _CLOSING_COMMANDS.find(keys) if cue.end >= len(keys) - 1), None)
    if closing:
        return str(closing.tag)
    if is_han(keys[start]) or NAME in keys:
        later = [cue for cue in _COMMANDS.find(keys) if cue.tag == "remind" or _orders_behind(keys, cue)]
        if later and is_han(keys[later[0].start]) and not note_done(note):
            return str(later[0].tag)
    return None


def _is_to_be_called(note: Note) -> bool:
    """明天九点叫我联系锦江: nobody is named who calls."""
    at = 0
    while at in note.dated or (at and note.keys[at : at + 1] and note.keys[at] in _MARKS):
        at += 1
    return 0 < at < len(note.keys) and _CALLS_ME.longest(note.keys, at) is not None


def _orders_behind(keys: Sequence[str], cue: Cue) -> bool:
    """周一都满了，把温岭泵业挪到周四: an order with 把 at the beginning of a later clause."""
    begins = keys[cue.start] in _ORDERS_WITH and keys[cue.start - 1 : cue.start] in _PARTED
    return begins and cue.tag in (*_CHANGES, "cancel", "delete") and not _is_told_done(keys, cue)


def _asks_at(keys: Sequence[str], at: int) -> Cue | None:
    """What opens a question here; `what a call with Acme` asks nothing."""
    cue = _ASKS_INSIDE.longest([*keys, END], at)
    return cue if cue and cue.tag else None


def note_done(note: Note) -> bool:
    return any(str(cue.tag).endswith((" done", " said")) for cue in note.kinds)


def _is_story(keys: Sequence[str], cue: Cue, note: Note) -> bool:
    """`Update: met Bob`, `close to signing`, 把合同发给华为了: begins like a command and is none."""
    if cue.tag != "remind" and ":" in keys[cue.end : cue.end + (6 if cue.tag == "edit" else 1)]:
        return True
    if cue.tag in _CHANGES and (_is_told_done(keys, cue) or keys[cue.end : cue.end + 1][:1] in _JUST_DONE):
        return True
    return note_done(note) and cue.tag not in ("remind", "delete", "undo") and len(keys) > 12


def _is_told_done(keys: Sequence[str], cue: Cue) -> bool:
    """把NDA发给北方华创的贺工了，等他回签: the order's own clause says that it was carried out."""
    if cue.end > len(keys):
        return keys[-1] in _SAYS_DONE  # 三江改到下周二了
    ends = next((at for at in range(cue.end, len(keys)) if keys[at] in _MARKS), len(keys))
    return ends > cue.end and keys[ends - 1] in _SAYS_DONE


def _is_lookup(keys: Sequence[str], start: int, note: Note, names_customer: bool, names_person: bool) -> bool:
    kind = _LOOKUP_KINDS.longest(keys, start) if start < len(keys) else None
    about_crm = names_customer or names_person or bool(_CRM.find(keys)) or (kind is not None and kind.tag == "owner")
    if not about_crm or start >= len(keys):
        return False
    asked = keys[-1] == "?" or "?" in keys
    if _reports_a_question(keys, start) or _is_answered(keys):
        return False
    if _asks_of_topic(keys, start) and not note_done(note):
        return True
    opens = _asks_at(keys, start)
    if _ends_asking(keys, start) and _ASKED.longest(keys, start):
        return True
    if not names_customer and len(keys) < 16 and _COUNTING.find(keys):
        return True
    if opens and not is_han(keys[opens.start]):
        if ":" in keys[opens.end : opens.end + 4]:
            return False  # "update on Acme: they signed"
        return asked or not note_done(note) or _SURELY_ASKS.longest(keys, start) is not None
    if note.language == "zh" or is_han(keys[start]):
        found = [cue for cue in _ASKS_INSIDE.find([*keys, END]) if cue.tag]
        questions = [cue for cue in found if cue.start <= start + 1 or cue.end >= len(keys) - 1]
        questions += [cue for cue in _QUESTIONS.find(keys) if cue.tag]
        told = any(cue.start > start for cue in _REPORTS.find(keys))  # 姓古，问一套多少钱
        if not told and any(cue.end >= len(keys) - 1 for cue in _CLOSING.find(keys)):
            return True
        if keys[-1] == "?" and len(keys) < _SHORT_QUESTION and "," not in keys:
            return True
        if _SURELY_ASKS.longest(keys, start):
            return True
        return (
            bool(questions)
            and not note_done(note)
            and (asked or _is_short_question(keys, questions, start, names_customer))
        )
    return asked and not note_done(note) and names_customer and len(keys) < 12 and not _TOLD.find(keys)


def _ends_asking(keys: Sequence[str], start: int) -> bool:
    """Whether the sentence that begins here is the one with the question mark."""
    return next((key for key in keys[start:] if key in (".", "!", "?")), "") == "?"


def _reports_a_question(keys: Sequence[str], start: int) -> bool:
    """`Acme asks if …`, 华为问什么时候交货: somebody else's question is told."""
    return any(start < cue.start < start + 5 and NAME in keys[: cue.start] for cue in _REPORTS.find(keys))


def _is_answered(keys: Sequence[str]) -> bool:
    """`who do we need? that's what Denise asked`, 谁拍板？问了顾经理: the note goes on to tell who asked, or what was said."""
    asked = keys.index("?") if "?" in keys else len(keys)
    return bool(_ANSWERED.find(keys[asked + 1 :]))


def _asks_of_topic(keys: Sequence[str], start: int) -> bool:
    """`Acme, when does my claim run out`: a name first, then what is asked of it, and no more."""
    parts = next(
        (at for at in range(start + 1, min(start + _TOPIC, len(keys) - 1)) if keys[at : at + 1] in _BEHIND_TOPIC), 0
    )
    if not parts or NAME not in keys[start:parts] or _TOPIC_ASKS.longest(keys, parts + 1) is None:
        return False
    return _MARKS.isdisjoint(keys[parts + 1 : -1])


def _is_short_question(keys: Sequence[str], questions: Sequence[Cue], start: int, names_customer: bool) -> bool:
    return (
        len(keys) < 24
        and ("," not in keys or not names_customer)
        and (questions[0].start <= start + 2 or questions[-1].end >= len(keys) - 2 or len(keys) < 16)
    )


def lookup_kind(keys: Sequence[str]) -> str | None:
    found = _LOOKUP_KINDS.find(keys)
    return str(found[0].tag) if found else None


def _is_deadline(note: Note, moment: Moment) -> bool:
    """`wants it in the portal by 2pm Friday`"""
    beside = note.keys[max(moment.start - 1, 0) : moment.start] + note.keys[moment.end : moment.end + 1]
    return not moment.past and any(key in _DEADLINES for key in beside)


def _tells_something(note: Note, names_customer: bool, names_person: bool) -> bool:
    """A log concerns a customer, or tells of something done or planned with one."""
    if names_customer or note.reach.phone or note.reach.email or note_done(note):
        return True
    if any(cue.tag in _OF_A_DEAL for cue in note.stages):
        return True
    if any(sum_.sure or sum_.unit for sum_ in note.sums) or any(_is_deadline(note, moment) for moment in note.moments):
        return True
    if names_person and _REPORTS.find(note.keys):
        return True  # `Dana wants to know who handles returns`
    planned = bool(note.moments) and bool(_ACTIONS.find(note.keys))
    return (
        planned or (names_person and bool(note.kinds or note.stages or note.moments)) or bool(note.sums and note.stages)
    )
