"""Who a name in a note is, among the people of a customer we know."""

from collections.abc import Iterable

from crm.customers import normal_name


def known_as(name: str, known: Iterable[str]) -> str | None:
    """The one known name that `name` means: the same, or Jane where one Jane Wu is known, or Jane Wu where a Jane was.

    Where two could be meant, none is.
    """
    names = list(known)
    same = next((other for other in names if normal_name(other) == normal_name(name)), None)
    if same:
        return same
    likely = [other for other in names if _is_short_for(name, other) or _is_short_for(other, name)]
    return likely[0] if len(likely) == 1 else None


def _is_short_for(short: str, whole: str) -> bool:
    """Jane of Jane Wu; a surname alone says too little."""
    words = whole.casefold().split()
    return len(words) > 1 and short.casefold() == words[0]
