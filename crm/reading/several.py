"""Several customers in one message: "today: Acme, quote ok; Globex no answer; 新华 demo next Tue".

A part begins at a line, a semicolon, a bullet or a number whose first words name a customer other than the one before,
a stranger among them (strangers.py); what names nobody belongs to the part before it.
Fewer than two parts is one note, read whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, Reading, ReadingContext
from crm.reading.read import read_note
from crm.reading.strangers import stranger

MOST_PARTS = 12  # as many rows as one message shows
NEAR_THE_START = 28  # characters before a part's customer: "had a good call with Globex"
_BREAK = re.compile(r"[\n;；]+|(?<=[。！])")
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\(?\d{1,2}[.)、：:])\s*")
_HEADING = re.compile(
    r"^\s*(?:today|yesterday|this morning|my day|calls|visits|notes|updates?|今天|今日|昨天|上午|下午|日报|汇总)"
    r"[^;；\n:：]{0,12}[:：]\s*(?=\S)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One customer's share of a message, in its own words."""

    text: str
    reading: Reading


def read_parts(text: str, *, customers: CustomerIndex, context: ReadingContext) -> tuple[Part, ...]:
    """The parts of a message about several customers; empty for a message about one. Never raises."""
    pieces = list(_pieces(text))
    if not 2 <= len(pieces) <= 4 * MOST_PARTS:
        return ()
    grouped: list[tuple[str, CustomerMatch]] = []
    begun = [_begins(piece, customers, context) for piece in pieces]
    for piece, known in zip(pieces, begun, strict=True):
        match = known or (stranger(piece, customers=customers, context=context) if any(begun) else None)
        if match and not (grouped and _same(match, grouped[-1][1])):
            grouped.append((piece, match))
        elif grouped:
            grouped[-1] = (f"{grouped[-1][0]}; {piece}", grouped[-1][1])
        else:
            return ()
    if not 2 <= len(grouped) <= MOST_PARTS:
        return ()
    return tuple(_part(words, match, customers, context) for words, match in grouped)


def _part(words: str, match: CustomerMatch, customers: CustomerIndex, context: ReadingContext) -> Part:
    reading = read_note(words, customers=customers, context=context)
    if match.is_new and reading.customer != match:
        people = tuple(name for name in reading.contacts if name != match.name)
        contact = reading.contact if reading.contact != match.name else next(iter(people), None)
        step = (reading.next_step or "").removeprefix(match.phrase).strip(" :：,，-") or None
        reading = replace(reading, intent="log", customer=match, contact=contact, contacts=people, next_step=step)
    return Part(words, reading)


def _pieces(text: str) -> Iterator[str]:
    heading = _HEADING.match(text)
    body = text[heading.end() :] if heading and _BREAK.search(text) else text
    for piece in _BREAK.split(body):
        words = _BULLET.sub("", piece).strip()
        if words:
            yield words


def _begins(piece: str, customers: CustomerIndex, context: ReadingContext) -> CustomerMatch | None:
    """The customer a piece begins with, if it begins with one."""
    reading = read_note(piece, customers=customers, context=context)
    match = reading.customer
    if reading.intent != "log" or not (match.customer_id or match.candidates or match.is_new):
        return None
    at = piece.casefold().find((match.phrase or match.name or "").casefold())
    return match if 0 <= at <= NEAR_THE_START else None


def _same(one: CustomerMatch, other: CustomerMatch) -> bool:
    return (one.customer_id or one.name or one.phrase) == (other.customer_id or other.name or other.phrase)
