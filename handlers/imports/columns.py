"""The columns of a list in words: which of the list's, and for which of our fields."""

from collections.abc import Sequence

from crm.imports import FileReading
from crm.intake.about import ABOUTS, about_of, offered
from crm.intake.fields import NAMES, own_heading
from crm.intake.finance import is_finance
from handlers.kit.blocks import begun, bullets, esc
from handlers.kit.speech import Speech

MOST_LINES = 12  # of columns in a message
NEEDED = frozenset({"name", "number", "dated", "amount"})  # without these nothing of the list can be taken


def column_name(headings: Sequence[str], column: int) -> str:
    """`C · Phone`: the letter a spreadsheet shows, and the heading."""
    letter = "" if column < 26 else chr(64 + column // 26)
    heading = headings[column] if column < len(headings) else ""
    return f"{letter}{chr(65 + column % 26)} · {heading}".rstrip(" ·")


def fields(reading: FileReading, speech: Speech) -> dict[str, str]:
    """field → what we call it: what a list about such things may have, and what this one has besides."""
    held = reading.reading.columns
    if is_finance(reading):
        own = {"decision": own_heading("decision", speech.locale)} if "decision" in held else {}
        return _finance(speech) | own
    asked = offered(about_of(reading)) | held.keys()
    return {name: own_heading(name, speech.locale) for name in NAMES if name in asked}


def column_lines(reading: FileReading, speech: Speech, *, most: int = MOST_LINES) -> list[str]:
    """What the rows are, and what was taken for what: the first columns, a line each; the form has them all."""
    held = reading.reading.columns
    pairs = [
        f"{begun(label)} ← {esc(column_name(reading.headings, held[name][0]), 40)}"
        for name, label in fields(reading, speech).items()
        if held.get(name)
    ]
    rest = len(pairs) - most
    more = speech.tn("And {n} more under *Columns…*.", "And {n} more under *Columns…*.", rest) if rest > 0 else None
    return [line for line in (each_row(reading, speech), *bullets(pairs[:most]), more) if line]


def left_out(reading: FileReading, speech: Speech) -> str | None:
    """The columns nothing was taken from."""
    used = {column for columns in reading.reading.columns.values() for column in columns}
    left = [esc(text, 30) for column, text in enumerate(reading.headings) if text and column not in used]
    if not left:
        return None
    more = speech.tn("and {n} other", "and {n} others", len(left) - 12) if len(left) > 12 else ""
    names = speech.comma.join([*left[:12], *([more] if more else [])])
    return speech.t("Not taken over: {names}.", names=names)


def abouts(speech: Speech) -> dict[str, str]:
    """What each row of a list may be."""
    t = speech.t
    said = {
        "customer": t("a customer, or a contact"),
        "activity": t("a call, a visit or the like: the row says which"),
        "call": t("a call"),
        "meeting": t("a meeting"),
        "visit": t("a visit"),
        "demo": t("a demo"),
        "email": t("an e-mail"),
        "message": t("a message"),
        "note": t("a note"),
        "deal": t("a deal"),
        "paper": t("an order, invoice or receipt: the row says which"),
        "order": t("an order"),
        "invoice": t("an invoice"),
        "receipt": t("a receipt"),
    }
    return {about: said[about] for about in ABOUTS}


def each_row(reading: FileReading, speech: Speech) -> str | None:
    """What somebody said the rows are; None where the headings told."""
    about = reading.reading.about
    return speech.t("Each row is {what}.", what=abouts(speech)[about]) if about else None


def _finance(speech: Speech) -> dict[str, str]:
    t = speech.t
    return {
        "name": t("customer"),
        "number": t("number"),
        "kind": t("kind"),
        "dated": t("day"),
        "due": t("due"),
        "amount": t("sum"),
        "currency": t("currency"),
        "status": t("status"),
    }
