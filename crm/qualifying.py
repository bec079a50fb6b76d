"""Which follow-ups extend the clock. Everything a rep writes is kept; this decides only whether it counts, and says
why not in a code that the receipt turns into how to mend it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Literal

from rapidfuzz import fuzz

from crm.calendar import WorkCalendar
from crm.rules import Rule

QUALIFYING_KINDS = frozenset({"call", "visit", "message", "meeting", "demo", "email"})
NEAR_COPY = 92  # per cent alike, spaces and punctuation aside: one changed weekday stays below it in most notes
COMPARED = 2000  # characters; what differs later in a note is not looked for

# Scripts written without spaces: Han, kana, Thai, Lao, Khmer, Burmese. There characters count, elsewhere words.
UNSPACED = re.compile(
    "[\u3400-\u9fff\uf900-\ufaff\u3041-\u30ff\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff]"
)
WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_]))*")

NotCounted = Literal[
    "not_owner",
    "for_whom",  # an assistant's or a manager's note that says for nobody
    "future",
    "too_old",
    "no_kind",
    "no_contact",
    "too_short",
    "no_answer_limit",
    "near_copy",
    "once_a_day",
    "rejected",
]
BY_ANOTHER: tuple[NotCounted, ...] = ("not_owner", "for_whom")


@dataclass(frozen=True)
class Touch:
    """One activity with a customer. `outcome` is the note in its own words; instants are aware UTC.
    `extends` and `by_owner` say what was decided when it was logged (read only of earlier touches)."""

    author_id: str
    on_behalf_of: str | None
    kind: str | None
    contact: str | None
    no_answer: bool
    outcome: str
    happened_at: datetime
    logged_at: datetime
    extends: bool = True
    by_owner: bool = True


@dataclass(frozen=True)
class Qualification:
    """Whether a touch extends the clock, and if not, the first reason."""

    extends: bool
    reason: NotCounted | None = None


def qualifies(
    touch: Touch,
    *,
    owner_id: str,
    covers: frozenset[str],
    assistants: frozenset[str],
    recent: Sequence[Touch],
    rule: Rule,
    calendar: WorkCalendar,
) -> Qualification:
    """Whether a touch counts. `covers` stand in for the owner now, `assistants` may write for them; `recent` are
    the customer's earlier touches of this epoch, latest first, those that did not count included."""
    reason = (
        _by_another(touch, owner_id, covers, assistants)
        or _at_the_wrong_time(touch, rule)
        or _incomplete(touch, rule)
        or _said_before(touch, recent, rule)
        or _second_today(touch, recent, calendar)
    )
    return Qualification(reason is None, reason)


def long_enough(outcome: str, rule: Rule) -> bool:
    """At least so many words, or so many characters of a script without spaces; of mixed text, a part of each."""
    characters = len(UNSPACED.findall(outcome))
    words = len(WORD.findall(UNSPACED.sub(" ", outcome)))
    return words * rule.outcome_characters + characters * rule.outcome_words >= (
        rule.outcome_words * rule.outcome_characters
    )


def spot_checks(activity_ids: Collection[str], *, week: str, rule: Rule) -> list[str]:
    """The week's few extending logs a manager looks at. `week` (such as "2026-W47") seeds the draw, so that every
    run of it draws the same and nobody can tell beforehand."""
    return sorted(activity_ids, key=lambda one: hashlib.sha256(f"{week}/{one}".encode()).digest())[
        : rule.spot_checks_a_week
    ]


def _by_another(touch: Touch, owner_id: str, covers: frozenset[str], assistants: frozenset[str]) -> NotCounted | None:
    acting = covers | {owner_id}
    own = touch.author_id in acting
    for_owner = touch.author_id in assistants and touch.on_behalf_of in acting
    if own or for_owner:
        return None
    return "for_whom" if touch.author_id in assistants and touch.on_behalf_of is None else "not_owner"


def _at_the_wrong_time(touch: Touch, rule: Rule) -> NotCounted | None:
    if touch.happened_at > touch.logged_at:
        return "future"
    return "too_old" if touch.logged_at - touch.happened_at > timedelta(hours=rule.backdate_hours) else None


def _incomplete(touch: Touch, rule: Rule) -> NotCounted | None:
    if touch.kind not in QUALIFYING_KINDS:
        return "no_kind"
    if not touch.no_answer and not (touch.contact or "").strip():
        return "no_contact"
    return None if long_enough(touch.outcome, rule) else "too_short"


def _said_before(touch: Touch, recent: Sequence[Touch], rule: Rule) -> NotCounted | None:
    # "No answer" has a limit of its own: two honest ones in a row can hardly be worded differently.
    if touch.no_answer:
        by_owner = (
            earlier for earlier in recent if earlier.by_owner
        )  # a colleague's vain calls cost the owner nothing
        in_a_row = sum(1 for _ in takewhile(lambda earlier: earlier.no_answer, by_owner))
        return "no_answer_limit" if in_a_row >= rule.no_answer_in_a_row else None
    said = essence(touch.outcome)
    earlier_words = (essence(earlier.outcome) for earlier in recent[: rule.copies_looked_for])
    return "near_copy" if any(alike(said, earlier) for earlier in earlier_words) else None


def _second_today(touch: Touch, recent: Sequence[Touch], calendar: WorkCalendar) -> NotCounted | None:
    day = _day_counted(touch.happened_at, calendar)
    counted: Iterator[datetime] = (earlier.happened_at for earlier in recent if earlier.extends)
    return "once_a_day" if any(_day_counted(at, calendar) == day for at in counted) else None


def _day_counted(at: datetime, calendar: WorkCalendar) -> tuple[date, bool]:
    """A working day, or the free days in a row before one, which count as one day."""
    day = calendar.local_date(at)
    return calendar.next_working_day(day), calendar.is_working(day)


def essence(words: str) -> str:
    """A note's letters and digits, by which a copy is known."""
    plain = unicodedata.normalize("NFKC", words[:COMPARED]).casefold()
    return "".join(filter(str.isalnum, plain))


def alike(said: str, earlier: str) -> bool:
    """Whether one essence is nearly the other."""
    return fuzz.ratio(said, earlier, score_cutoff=NEAR_COPY) >= NEAR_COPY
