"""The columns of a list in words: which of the list's, and for which of our fields."""

from collections.abc import Sequence

from crm.imports import FileReading
from crm.intake.fields import BESIDES, NAMES, own_heading
from crm.intake.finance import is_finance
from handlers.kit.speech import Speech

NEEDED = frozenset({"name", "number", "dated", "amount"})  # without these nothing of the list can be taken


def column_name(headings: Sequence[str], column: int) -> str:
    """`C · Phone`: the letter a spreadsheet shows, and the heading."""
    letter = "" if column < 26 else chr(64 + column // 26)
    heading = headings[column] if column < len(headings) else ""
    return f"{letter}{chr(65 + column % 26)} · {heading}".rstrip(" ·")


def fields(reading: FileReading, speech: Speech) -> dict[str, str]:
    """field → what we call it: of a list of finance's, or of one of customers with what such a list always has and this one
    has besides."""
    if is_finance(reading):
        return _finance(speech)
    held = reading.reading.columns
    return {name: own_heading(name, speech.locale) for name in NAMES if name in held or name not in BESIDES}


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
