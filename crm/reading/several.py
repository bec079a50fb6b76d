"""Several customers in one message: "today: Acme, quote ok; Globex no answer; 新华 demo next Tue".

A part begins at a line, a semicolon, a bullet or a number whose first words name a customer other than the one before,
a stranger among them (strangers.py), or turn to another rep; what names nobody belongs to the part before it.
Whom the message, or a line of it, says at its beginning it is for ("for @Tom: …"), has every part up to the next such word.
Fewer than two parts is one note, read whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, Reading, ReadingContext
from crm.reading.nextstep import without_firm
from crm.reading.read import read_note
from crm.reading.strangers import stranger
from crm.reading.told_for import told_for

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
    """One customer's share of a message, in its own words, and the id of the person it is written for, if it is for one."""

    text: str
    reading: Reading
    on_behalf_of: str | None


@dataclass(frozen=True, slots=True)
class _Share:
    """The words about one customer, and for whom they are written."""

    words: str
    match: CustomerMatch
    rep: str | None


def read_parts(text: str, *, customers: CustomerIndex, context: ReadingContext) -> tuple[Part, ...]:
    """The parts of a message about several customers; empty for a message about one. Never raises."""
    told = list(_pieces(text))
    pieces = [words for words, _ in told]
    if not 2 <= len(pieces) <= 4 * MOST_PARTS:
        return ()
    grouped: list[_Share] = []
    readings = [read_note(piece, customers=customers, context=context) for piece in pieces]
    begun = [_begins(piece, reading) for piece, reading in zip(pieces, readings, strict=True)]
    unreached = False  # nobody answered before, so whoever is named next to have said something is none of theirs
    for (piece, rep), reading, known in zip(told, readings, begun, strict=True):
        found = not known and any(begun)
        match = stranger(piece, customers=customers, context=context, unreached=unreached) if found else known
        unreached = reading.no_answer
        turned = bool(grouped) and rep != grouped[-1].rep  # what is another rep's is never the one's before
        if turned or (match and not (grouped and _same(match, grouped[-1].match))):
            grouped.append(_Share(piece, match or CustomerMatch(), rep))
        elif grouped:
            grouped[-1] = replace(grouped[-1], words=f"{grouped[-1].words}; {piece}")
        else:
            return ()
    if not 2 <= len(grouped) <= MOST_PARTS:
        return ()
    return tuple(_part(share, customers, context) for share in grouped)


def _part(share: _Share, customers: CustomerIndex, context: ReadingContext) -> Part:
    match = share.match
    reading = read_note(share.words, customers=customers, context=context)
    if match.is_new and reading.customer != match:
        people = tuple(name for name in reading.contacts if name != match.name)
        contact = reading.contact if reading.contact != match.name else next(iter(people), None)
        step = without_firm(reading.next_step, match.phrase, is_new=True)
        reading = replace(
            reading,
            intent="log",
            kind=reading.kind or "note",
            customer=match,
            contact=contact,
            contacts=people,
            next_step=step,
        )
    return Part(share.words, reading, reading.on_behalf_of or share.rep)


def _pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """The pieces, and whom each is for: who was named last at the beginning of one."""
    rep, body = told_for(text)
    heading = _HEADING.match(body)
    body = body[heading.end() :] if heading and _BREAK.search(text) else body
    for piece in _BREAK.split(body):
        named, said = told_for(_BULLET.sub("", piece))
        rep = named or rep
        if words := _BULLET.sub("", said).strip():
            yield words, rep


def _begins(piece: str, reading: Reading) -> CustomerMatch | None:
    """The customer a piece begins with, if it begins with one."""
    match = reading.customer
    if reading.intent != "log" or not (match.customer_id or match.candidates or match.is_new):
        return None
    at = piece.casefold().find((match.phrase or match.name or "").casefold())
    return match if 0 <= at <= NEAR_THE_START else None


def _same(one: CustomerMatch, other: CustomerMatch) -> bool:
    return (one.customer_id or one.name or one.phrase) == (other.customer_id or other.name or other.phrase)
