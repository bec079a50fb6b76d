"""What a message can't do by itself, and the line or place that can."""

from collections.abc import Callable

from handlers.kit.speech import Speech


def _line(speech: Speech, line: str) -> str:
    return speech.t("Write `{line}` for that; nothing was changed.", line=line)


def _edit(speech: Speech, about: str) -> str:
    """Words such as "change the amount to 25k" may mean what was just logged, or the customer."""
    line = speech.t("/dibs edit {customer}", customer=about or speech.t("Acme"))
    return speech.t(
        "To correct a log press *Edit* under its receipt, or edit your own message. "
        "A customer's name, city and the like: `{line}`. Nothing was changed.",
        line=line,
    )


INSTEAD: dict[str, Callable[[Speech, str], str]] = {
    "instead_assign": lambda s, about: _line(s, s.t("/dibs assign {customer} @rep", customer=about or s.t("Acme"))),
    "instead_merge": lambda s, about: _line(s, s.t("/dibs merge Acme | Acme Inc")),
    "instead_edit": _edit,
    "instead_rename": lambda s, about: _line(s, s.t("/dibs edit {customer}", customer=about or s.t("Acme"))),
    "instead_stage": lambda s, about: _line(s, s.t("/dibs deal {customer} won", customer=about or s.t("Acme"))),
    "instead_export": lambda s, about: _line(s, s.t("/dibs export xlsx")),
    "instead_import": lambda s, about: s.t("Drop the CSV or Excel file on me here; I show first what it would bring."),
    "instead_settings": lambda s, about: s.t("That is set on the Home tab, under *Settings*; nothing was changed."),
    "instead_delete": lambda s, about: s.t(
        "*Undo* under a receipt takes a log back, the menu of a planned step drops it; nothing was changed."
    ),
    "instead_cancel": lambda s, about: s.t(
        "*Undo* under a receipt takes a log back, the menu of a planned step drops it; nothing was changed."
    ),
}
