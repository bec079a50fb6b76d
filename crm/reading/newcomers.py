"""A company nobody knows yet, named in a note: by a cue before it, by its trade in the name, or by where it stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crm.reading.around import Around
from crm.reading.cues import words
from crm.reading.han_runs import han_runs
from crm.reading.lexicon import GAP, Lexicon
from crm.reading.names import is_han
from crm.reading.note import Note
from crm.reading.person import Person
from crm.reading.runs import FIRST_NAMES, FORMS, NOT_NAMES, Run, latin_runs
from crm.reading.words import bag, characters, pairs

_CUES = Around("CUSTOMER_CUES")
_NEW = Around("BY_NEW")
_VISITED = Around("BEFORE_NAMES", "AFTER_NAMES")
_OTHERS = Around("OTHERS_BEFORE", "OTHERS_AFTER")
_HAN_ENDINGS = han_runs((bag("COMPANY_FORMS") | bag("INDUSTRIES")) - bag("NO_FIRM_ALONE"))
_PLACES, _TITLES = bag("PLACES"), bag("TITLES")
_HAN_PLACES = han_runs(_PLACES).runs
_COUNTRIES = bag("COUNTRIES")
_EVENTS = tuple(bag("EVENT_NAMES"))
_NOT_IN_NAME = characters("NOT_IN_COMPANY_NAME")
_NEVER_IN_NAME = characters("NEVER_IN_COMPANY_NAME")
_MARKED = ([","], ["."], [";"], ["\n"])
_AND = characters("AND_IN_NAMES")
_ANNOUNCED = words("BY_NEW")
_VERBS = Lexicon(
    (phrase, True) for phrase, tag in pairs("KINDS") if not phrase.isascii() and tag != "none" and GAP not in phrase
)
_MET = words("MET_A_FIRM")
_LONGEST_HAN = 12
_ANNOUNCED_SURE = 10  # 新客户 大成化工: a firm, although 成化 might be somebody's name


class Newcomer(NamedTuple):
    """A company's name as written, at tokens [start, end)."""

    start: int
    end: int
    name: str
    sure: int


def newcomer(note: Note, people: Sequence[Person]) -> Newcomer | None:
    """The unknown company the note is about, if it names one."""
    persons = {person.start for person in people if is_han(note.keys[person.start])}
    han = [one for one in _han(note) if one.sure >= _ANNOUNCED_SURE or persons.isdisjoint(range(one.start, one.end))]
    found = [*_latin(note, people), *han]
    return max(found, key=lambda one: (one.sure, -one.start), default=None)


def _latin(note: Note, people: Sequence[Person]) -> Iterator[Newcomer]:
    persons = {person.start for person in people if person.sure >= 3}
    for run in (*latin_runs(note), *_small_runs(note)):
        sure = _sureness(note, run, run.start in persons)
        if sure >= 3 and not _OTHERS.precedes(note.keys, run.start) and not _OTHERS.follows(note.keys, run.end):
            end = _before_place(note, run)
            yield Newcomer(run.start, end, note.words(run.start, end), sure)


def _before_place(note: Note, run: Run) -> int:
    """`Shanti Builders Nagpur` is Shanti Builders, of Nagpur."""
    placed = run.end - run.start > 2 and note.tokens[run.end - 1].key in _PLACES
    return run.end - 1 if placed and note.tokens[run.end - 2].key in FORMS else run.end


def _sureness(note: Note, run: Run, is_person: bool) -> int:
    keys = [token.key for token in note.tokens[run.start : run.end]]
    before = note.tokens[run.start - 1].key if run.start else "\n"
    after = note.tokens[run.end].key if run.end < len(note.tokens) else "\n"
    if keys[-1].endswith(_EVENTS):
        return 0
    trade = len(keys) > 1 and any(key in FORMS or key == "&" for key in keys[1:])
    cued = _cued(note, run.start)
    given = keys[0] in FIRST_NAMES and not trade
    domain = _in_domain(note, keys)
    beside = _beside_person(note, run.start, before)
    staffed = len(keys) > 1 and _people_in_brackets(note, run.end)
    if (given or (is_person and not beside)) and not (cued or domain or staffed):
        return 0
    if run.end - run.start == 1 and note.tokens[run.start].text.isupper() and len(keys[0]) < 4 and not cued:
        return 0
    sure = 4 * trade + 6 * cued + 5 * domain - 4 * (given or (is_person and not beside))
    sure += 3 * (before == "," and _person_before(note, run.start)) + 2 * (before == ":" and len(keys) > 1)
    sure += 4 * (before in ("at", "@") or beside) + 6 * staffed
    sure += 2 * (_VISITED.precedes(note.keys, run.start) or _VISITED.follows(note.keys, run.end)) + (len(keys) > 1)
    sure += 2 * (before in "\n(" and after in (":", "-", ",", ")", "'s"))
    return sure


def _in_domain(note: Note, keys: Sequence[str]) -> bool:
    """A word of the company's name in the e-mail's domain."""
    domain = (note.reach.email or "").rpartition("@")[2].lower()
    return any(len(key) > 3 and key in domain for key in keys)


def _cued(note: Note, start: int) -> bool:
    """`new lead: X`, `new customer X`, `new lead from the webinar: X`."""
    if _NEW.precedes(note.keys, start) or (_CUES.precedes(note.keys, start) and _apart(note, start)):
        return True
    if not start or note.keys[start - 1] not in (":", "-", ","):
        return False
    sentence = note.clauses.sentence(start)
    cues = _NEW if note.keys[start - 1] == "," else _CUES
    return any(cues.precedes(note.keys, at) for at in range(max(sentence.start + 1, start - 12), start))


def _apart(note: Note, start: int) -> bool:
    """Chinese needs a space or a mark after 客户 before a name may follow."""
    return not is_han(note.keys[start]) or note.tokens[start].start > note.tokens[start - 1].end


def _beside_person(note: Note, start: int, before: str) -> bool:
    """`Art from Vandelay`, `Art (Vandelay)`."""
    if before == "(":
        return start > 1 and (note.tokens[start - 2].key in FIRST_NAMES or note.tokens[start - 3].key in _TITLES)
    return before in ("from", "of") and _person_before(note, start)


def _people_in_brackets(note: Note, at: int) -> bool:
    """`Petra Sky Camp (Hussein, Rania)`"""
    inside = note.tokens[at + 1 : at + 3] if note.keys[at : at + 1] == ["("] else []
    return len(inside) > 1 and inside[0].key in FIRST_NAMES and inside[1].key in (",", ")", "&", "and")


def _person_before(note: Note, start: int) -> bool:
    token = note.tokens[start - 2] if start > 1 else None
    return token is not None and token.kind == "word" and (token.text[0].isupper() or token.key in FIRST_NAMES)


def _small_runs(note: Note) -> Iterator[Run]:
    """Names written small: unknown words after `at` or `@`, or ending in a trade."""
    if any(token.text[0].isupper() for token in note.tokens if token.kind == "word" and len(token.text) > 1):
        return
    for at, token in enumerate(note.tokens):
        if token.key in ("at", "@", "from", ":") and at + 1 < len(note.tokens):
            end = at + 1
            while end < len(note.tokens) and end - at < 4 and _is_unknown(note, end, first=end == at + 1):
                end += 1
            if end > at + 1:
                yield Run(at + 1, end, False)


def _is_unknown(note: Note, at: int, *, first: bool) -> bool:
    token = note.tokens[at]
    if token.kind != "word" or not note.keys[at] or at in note.dated:
        return False
    return (token.key not in NOT_NAMES and len(token.key) > 2) or (not first and token.key in FORMS)


def _han(note: Note) -> Iterator[Newcomer]:
    at = 0
    while at < len(note.tokens):
        passed = _VERBS.longest(note.keys, at) or _ANNOUNCED.longest(note.keys, at) if is_han(note.keys[at]) else None
        if passed:
            at = passed.end
            continue
        found = _han_at(note, at) if is_han(note.keys[at]) else None
        if found and (met := _MET.find(note.keys[at : found.end])):
            at += met[-1].end  # 茶博会上认识武夷山岩韵茶厂
            continue
        if found:
            yield found
        at = found.end if found else at + 1


def _han_at(note: Note, at: int) -> Newcomer | None:
    """A run of name characters that ends in a trade or a company form, or that follows a cue."""
    placed = "".join(note.keys[at : at + 2]) in _HAN_PLACES
    end = _run_end(note, at, _NEVER_IN_NAME if placed else _NOT_IN_NAME)
    joined = _run_end(note, end + 1, _NEVER_IN_NAME) if placed and end - at == 3 and _joins(note, end) else 0
    if joined and _named_size(tuple(note.keys[end - 1 : joined])):
        end = joined  # 绍兴锦和纺织
    cued = _cued(note, at)
    size = _named_size(tuple(note.keys[at:end]))
    if size == 0 and (cued or (placed and 4 <= end - at <= 7 and _closed(note, end))) and end - at >= 3:
        size = end - at
    if size and cued and _closed(note, end):
        size = end - at
    if cued and not size and note.keys[at - 1] == ":" and end - at == 2 and note.keys[end : end + 1] in _MARKED:
        size = end - at  # 新客户：德丰，李总
    if not size and note.keys[at] not in _NOT_IN_NAME and _NEW.precedes(note.keys, at):
        size = _announced_size(note, at)
    if "".join(note.keys[at : at + size]) in _COUNTRIES or not note.dated.isdisjoint(range(at, at + size)):
        return None
    if size < 2 or (size == 2 and not cued) or _OTHERS.precedes(note.keys, at):
        return None
    if _OTHERS.follows(note.keys, at + size) and not cued:
        return None
    return Newcomer(at, at + size, note.words(at, at + size), 4 + 6 * cued + 2 * placed)


def _announced_size(note: Note, at: int) -> int:
    """新客户华为，…: whatever stands between the announcement and the next mark or space."""
    end = _run_end(note, at, _NEVER_IN_NAME)
    return end - at if 2 <= end - at <= 8 and _closed(note, end) else 0


def _run_end(note: Note, at: int, ends_name: frozenset[str]) -> int:
    end = at
    while (
        end < len(note.keys) and end - at < _LONGEST_HAN and is_han(note.keys[end]) and note.keys[end] not in ends_name
    ):
        if end > at and note.tokens[end].start > note.tokens[end - 1].end:
            break
        end += 1
    return end


def _joins(note: Note, at: int) -> bool:
    return at < len(note.keys) and note.keys[at] in _AND


def _closed(note: Note, end: int) -> bool:
    return (
        end == len(note.keys)
        or note.keys[end] in ",.;:!()的"
        or note.tokens[end].start > note.tokens[end - 1].end
        or note.keys[end] == "有"
    )


def _named_size(keys: tuple[str, ...]) -> int:
    """How many characters reach to the last trade or company form with two name characters before it."""
    for end in range(len(keys), 3, -1):
        for size in _HAN_ENDINGS.sizes:
            start = end - size
            if (
                start >= 2
                and "".join(keys[start:end]) in _HAN_ENDINGS.runs
                and "".join(keys[:start]) not in _HAN_PLACES
            ):
                return end
    return 0
