"""What /dibs team says about a team's days: "zone Asia/Shanghai", "country CN", "days Mon-Sat", "ends 18:30"."""

import re
import unicodedata
from datetime import time

from operations.clock.calendars import TeamDays

ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CHINESE = "一二三四五六日"
TO = re.compile(r"\s*(?:-|–|—|~|至|到|\bto\b)\s*")
AND = re.compile(r"[\s,，、;；和]+")
CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?:点|时)?(半)?")


def read_team_days(word: str, words: str) -> TeamDays | None:
    """None where the word is about something else, or nothing follows it. What can't be read is an impossible value,
    which the operation refuses."""
    if not words:
        return None
    plain = unicodedata.normalize("NFKC", words).strip()
    if word in ("zone", "时区"):
        return TeamDays(zone=plain)
    if word in ("country", "国家"):
        return TeamDays(country=plain.upper()[:2] if plain.isascii() and len(plain) == 2 else plain)
    if word in ("days", "week", "工作日"):
        return TeamDays(weekdays=_weekdays(plain.casefold()))
    if word in ("ends", "end", "until", "下班"):
        return TeamDays(day_end=_time(plain))
    return None


def _weekdays(words: str) -> frozenset[int]:
    """Empty where a day can't be read."""
    found: set[int] = set()
    for part in AND.split(TO.sub("-", words)):
        ends = [_weekday(one) for one in part.split("-")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return frozenset()
        found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(found)


def _weekday(word: str) -> int | None:
    if word[:3] in ENGLISH:
        return ENGLISH.index(word[:3])
    last = word[-1:].replace("天", "日")
    return CHINESE.index(last) if last and last in CHINESE else None


def _time(words: str) -> time:
    """Midnight where it can't be read."""
    found = CLOCK.fullmatch(words)
    hour, minute = (int(found.group(1)), 30 if found.group(3) else int(found.group(2) or 0)) if found else (0, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time()
