"""What a message can't do by itself, and the line or place that can."""

from collections.abc import Callable

from handlers.kit.speech import Speech


def _line(speech: Speech, line: str) -> str:
    return speech.t("Write `{line}` for that; nothing was changed.", line=line)


INSTEAD: dict[str, Callable[[Speech, str], str]] = {
    "instead_assign": lambda s, about: _line(s, s.t("/dibs assign Acme @rep")),
    "instead_merge": lambda s, about: _line(s, s.t("/dibs merge Acme | Acme Inc")),
    "instead_edit": lambda s, about: _line(s, s.t("/dibs edit Acme")),
    "instead_rename": lambda s, about: _line(s, s.t("/dibs edit Acme")),
    "instead_stage": lambda s, about: _line(s, s.t("/dibs deal Acme won")),
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
