"""The people a note names in Chinese: a surname with a title, 小徐, a full name where one may stand."""

from collections.abc import Iterator, Sequence

from crm.reading.around import Around
from crm.reading.han_runs import han_runs
from crm.reading.lexicon import Lexicon
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.person import NOT_CONTACT, ROLES, Person
from crm.reading.words import bag, characters, pairs

_COMMON_TABLES = ("KINDS", "STAGES", "DATES", "LOST_REASONS", "COMMANDS", "LOOKUP_KINDS", "SOURCES")
_COMMON_LISTS = (
    "ACTIONS",
    "CRM_NOUNS",
    "AMOUNT_CUES",
    "COMPLAINTS",
    "PLANS",
    "NOT_SURNAMES",
    "PROMISES",
    "INDUSTRIES",
    "TOTAL_CUES",
)
_CONTACT = Around("CONTACT_CUES", extra=bag("HAN_TITLES"))
_COMMON = Lexicon(
    (phrase, True)
    for phrase in (
        *(phrase for name in _COMMON_TABLES for phrase, _ in pairs(name)),
        *(p for name in _COMMON_LISTS for p in bag(name)),
    )
    if 1 < len(phrase) < 6 and not phrase.isascii()
)
_NOT_SURNAMES = Lexicon((phrase, True) for phrase in bag("NOT_SURNAMES") if len(phrase) > 1)
_SURNAMES = characters("SURNAMES")
_DOUBLE = frozenset(bag("DOUBLE_SURNAMES"))
_PLACES = bag("PLACES")
_TITLES = han_runs(bag("HAN_TITLES"))
_NO_TITLE_AFTER = characters("NO_TITLE_BEFORE_HAN")
_WEAK_TITLES = characters("WEAK_TITLES")
_NO_NAME_BEFORE = characters("NO_SURNAME_AFTER_HAN")
_NO_NAME_HAN = characters("NOT_IN_GIVEN_NAME")
_GIVEN_TOO = bag("GIVEN_NAMES_TOO")
_FUNCTION_SURNAMES = characters("FUNCTION_SURNAMES")
_TITLED_SURNAMES = characters("SURNAMES_BEFORE_TITLES")
_REACHING = characters("REACHING_VERBS")
_BEFORE_NICKNAME = characters("BEFORE_NICKNAMES")
_NICKNAMES = characters("NICKNAME_PREFIXES")


def han_people(note: Note) -> Iterator[Person]:
    """李经理, 张总, 王工, 小徐, 欧阳女士, 林晓 after 对接人, 董 after 姓."""
    at = 0
    while at < len(note.tokens):
        person = _han_at(note, at) if is_han(note.keys[at]) else None
        if person:
            yield person
        at = person.end if person else at + 1


def _han_at(note: Note, at: int) -> Person | None:
    keys = note.keys
    if _NOT_SURNAMES.longest(keys, at):
        return None  # 代工, 车队长
    size = 2 if at + 1 < len(keys) and "".join(keys[at : at + 2]) in _DOUBLE else 1
    if keys[at] not in _SURNAMES and size == 1:
        return _nickname(note, at)
    if at and keys[at - 1] == "姓":
        return _person(note, at, at + size, 3)
    if _title_follows_next(note, at + size):
        return None
    for given in (0, 2, 1):
        title = _title_at(note, at, at + size + given)
        if title and given and (_inside_word(note, at) or _ends_a_word(note, at + size + given)):
            return None
        if title and given == 2 and keys[at + size + given - 1] in _TITLED_SURNAMES:
            return None  # 华为李经理 is 李经理 of 华为
        if title and given and keys[at] in _FUNCTION_SURNAMES and keys[at + size + given - 1] in _SURNAMES:
            return None  # 大区崔总 is 崔总
        if title and _touching(note, at, title) and (not given or _is_given(keys[at + size : at + size + given])):
            end = at + size + given if given else title
            return None if _excluded(note, at, title) else _person(note, at, end, 3)
    return _full_name(note, at, size)


def _inside_word(note: Note, at: int) -> bool:
    """A common word that begins here or before reaches over this character: 供应链经理, 项目经理."""
    found = (_COMMON.longest(note.keys, start) for start in range(max(at - 2, 0), at + 1))
    return any(cue is not None and cue.end > at + 1 for cue in found)


def _ends_a_word(note: Note, title: int) -> bool:
    """工 of 海岳重工: the title is the end of a common word."""
    cue = _COMMON.longest(note.keys, title - 1)
    return cue is not None and cue.end == title + 1


def _title_follows_next(note: Note, at: int) -> bool:
    """那边白总 is 白总: the surname is the character before the title."""
    return (
        at < len(note.keys)
        and note.keys[at] in _SURNAMES
        and note.keys[at - 1] in _FUNCTION_SURNAMES
        and _title_at(note, at, at + 1) > 0
    )


def _title_at(note: Note, start: int, at: int) -> int:
    """The token after a title that begins here; 0 when none does."""
    keys = note.keys
    for size in _TITLES.sizes:
        end, title = at + size, "".join(keys[at : at + size])
        if len(title) == size and title in _TITLES.runs:
            following = keys[end] if end < len(keys) else ""
            if title[-1] in _WEAK_TITLES and len(title) == 1 and following in _NO_TITLE_AFTER:
                return 0
            if start and keys[start - 1] in _NO_NAME_BEFORE and len(title) == 1 and not _is_result(keys, start):
                return 0
            return end
    return 0


def titled_end(keys: Sequence[str], at: int) -> int:
    """The token behind a surname and a title that begin here, whoever it is: 徐总, 李文经理; `at` itself where none do."""
    if at >= len(keys) or keys[at] not in _SURNAMES:
        return at
    places = ((at + name, size) for name in (1, 2, 3) for size in _TITLES.sizes)
    return next((start + size for start, size in places if "".join(keys[start : start + size]) in _TITLES.runs), at)


def _is_result(keys: list[str], at: int) -> bool:
    """见上孟总, 约上李总: 上 belongs to the verb."""
    return at > 1 and keys[at - 1] == "上" and keys[at - 2] in _REACHING


def _is_given(keys: list[str]) -> bool:
    return "".join(keys) in _GIVEN_TOO or all(is_han(key) and key not in _NO_NAME_HAN for key in keys)


def _nickname(note: Note, at: int) -> Person | None:
    """小徐, 老张, 阿明: before a surname, not inside a longer word, and no word themselves (小时)."""
    keys = note.keys
    if _COMMON.longest(keys, at):
        return None
    if keys[at] not in _NICKNAMES or at + 1 >= len(keys) or keys[at + 1] not in _SURNAMES:
        return None
    if _excluded(note, at, at + 2):
        return None
    following = keys[at + 2] if at + 2 < len(keys) else ""
    apart = at + 2 < len(keys) and note.tokens[at + 2].start > note.tokens[at + 1].end
    if (
        apart
        or _begins_doing(note, at + 2)
        or not is_han(following)
        or following in _NO_NAME_HAN
        or keys[max(at - 1, 0)] in _BEFORE_NICKNAME
    ):
        return _person(note, at, at + 2, 3)
    title = _title_at(note, at, at + 2)
    return _person(note, at, title, 3) if title else None


def _full_name(note: Note, at: int, size: int) -> Person | None:
    """A full name, where a word before it says that one follows, or where it stands between marks."""
    cued = _CONTACT.precedes(note.keys, at) or (
        at > 1 and note.keys[at - 1] in (":", ",") and _CONTACT.precedes(note.keys, at - 1)
    )
    alone = _stands_alone(note, at, size)
    if at in note.dated or note.keys[at] in _FUNCTION_SURNAMES or _COMMON.longest(note.keys, at):
        return None
    for given in (2, 1):
        end = at + size + given
        if end > len(note.keys) or not _is_given(note.keys[at + size : end]) or not _touching(note, at, end):
            continue
        if given == 2 and _begins_doing(note, end - 1):
            continue  # 跟赵敏通了电话
        closed = end == len(note.keys) or not is_han(note.keys[end]) or note.keys[end] in _NO_NAME_HAN
        closed = closed or note.tokens[end].start > note.tokens[end - 1].end or _begins_doing(note, end)
        if closed and (cued or alone) and not _excluded(note, at, end) and "".join(note.keys[at:end]) not in _PLACES:
            return _person(note, at, end, 2 + (alone and note.keys[at - 1 : at] == ["的"]))
    return None


def _begins_doing(note: Note, at: int) -> bool:
    """跟老马喝茶: a word of what was done begins here."""
    return any(cue.start == at for cue in note.kinds)


def _touching(note: Note, start: int, end: int) -> bool:
    return note.tokens[end - 1].end - note.tokens[start].start == end - start


def _stands_alone(note: Note, at: int, size: int) -> bool:
    """Between spaces or marks, with a customer or a number of the message beside it: a business card."""
    beside = at - 1 if at and note.keys[at - 1] == "的" else at  # 中科软的李莉
    if beside and not note.keys[beside - 1] and any(hit.end == beside for hit in note.hits):
        return True
    if beside < at and note.tokens[beside - 1].key in ROLES:
        return True  # QA 的唐婕
    free = at == 0 or note.tokens[at].start > note.tokens[at - 1].end or note.keys[at - 1] == ","
    return free and (note.reach.phone is not None or note.reach.email is not None or bool(note.hits))


def _excluded(note: Note, start: int, end: int) -> bool:
    return NOT_CONTACT.precedes(note.keys, start) or NOT_CONTACT.follows(note.keys, end)


def _person(note: Note, start: int, end: int, sure: int) -> Person:
    return Person(start, end, note.words(start, end), sure)
