"""The columns of a list in words: which of the list's, and for which of our fields."""

from collections.abc import Sequence

from crm.imports import FileReading
from crm.intake.about import ABOUTS, about_of, offered
from crm.intake.fields import NAMES, own_heading
from crm.intake.finance import is_finance
from handlers.kit.speech import Speech

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
