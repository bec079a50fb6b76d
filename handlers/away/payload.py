"""Leave as people write it: "3–10 July cover @li", 「7月3日到10日 @li」."""

import re
from dataclasses import dataclass
from datetime import date

from crm.reading import read_date
from handlers.kit.desk import FormErrors
from handlers.kit.payloads import Form
from handlers.kit.speech import Speech

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
PLAIN = re.compile(r"@\S+")  # a name that was typed and not picked
UNTIL = re.compile(r"\s*(?:[-–—~～至到]|\bto\b|\buntil\b)\s*", re.I)
COVER = re.compile(r"\b(?:cover(?:ed)?(?: by)?|with)\b|由|代管|代班|顶替", re.I)


@dataclass(frozen=True)
class Away:
    first_day: date
    last_day: date
    cover_id: str | None


def read_words(text: str, speech: Speech) -> Away | None:
    """None where the words don't say both days."""
    cover = MENTION.search(text)
    plain = COVER.sub(" ", PLAIN.sub(" ", MENTION.sub(" ", text))).strip()
    first, *rest = UNTIL.split(plain, maxsplit=1)
    last_day = _day(rest[0] if rest else first, speech, like=first)
    first_day = _day(first, speech, like=rest[0] if rest else first)
    if first_day is None or last_day is None:
        return None
    return Away(first_day, last_day, cover.group(1) if cover else None)


def names_nobody(text: str) -> bool:
    """A cover is meant, but the name did not become a mention: the form asks who."""
    return not MENTION.search(text) and bool(COVER.search(text) or PLAIN.search(text))


def read_form(form: Form, speech: Speech) -> Away:
    """Raises FormErrors."""
    first, last = form.values.get("first_day"), form.values.get("last_day")
    if not first or not last:
        raise FormErrors(last_day=speech.t("Choose the day too."))
    if last < first:
        raise FormErrors(last_day=speech.t("The last day lies before the first."))
    return Away(date.fromisoformat(first), date.fromisoformat(last), form.values.get("cover"))


def _day(words: str, speech: Speech, *, like: str) -> date | None:
    """A day; a bare number takes the month from the other end of the range ("3" of "3–10 July")."""
    now = speech.local(speech.now).replace(tzinfo=None)
    number = re.fullmatch(r"\s*(\d{1,2})\s*[日号]?\s*", words)
    if number is None:
        chinese = re.fullmatch(r"\s*\d{1,2}月\d{1,2}\s*", words)
        found = read_date(words + "日" if chinese else words, now=now)
        return found.date if found else None
    if words == like:
        return None
    other = _day(like, speech, like=words)
    try:
        return other.replace(day=int(number.group(1))) if other else None
    except ValueError:
        return None
