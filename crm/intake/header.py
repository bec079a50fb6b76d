"""Where the headings are. A list may begin with a title, and headings may be merged over two rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm.intake.fields import recognised
from crm.refusal import Refusal
from crm.sheets import Cell, plain_text

LOOKED_AT = 15


@dataclass(frozen=True, slots=True)
class Header:
    """`rows`: how many rows from the top are not data."""

    headings: tuple[str, ...]
    rows: int


def find_header(top: Sequence[Sequence[Cell]]) -> Header:
    """The headings among the first rows: the row, alone or below its merged groups, in which most is recognised.

    Raises Refusal("no_headings") where there is no row at all.
    """
    texts = [[" ".join(plain_text(cell).split()) for cell in row] for row in top[:LOOKED_AT]]
    found: list[tuple[int, int, Header]] = []
    for at, row in enumerate(texts):
        if not any(row):
            continue
        found.append((_score(row), -at, Header(tuple(row), at + 1)))
        if at and sum(map(bool, texts[at - 1])) > 1:
            under = _merged(texts[at - 1], row)
            found.append((_score(under), -at, Header(tuple(under), at + 1)))
    if not found:
        raise Refusal("no_headings")
    return max(found, key=lambda one: one[:2])[2]


def _score(headings: Sequence[str]) -> int:
    """How many fields are recognised; a field named twice counts once, and a long text is no heading."""
    return len(recognised([heading if len(heading) < 60 else "" for heading in headings]))


def _merged(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """`Contact` merged over `Name` and `Phone` → Contact name, Contact phone; a cell merged downwards keeps its own."""
    group, joined = "", []
    for column in range(max(len(upper), len(lower))):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        group = above or group
        whole = f"{group} {below}"
        joined.append(_better(whole, below) if below else above)
    return joined


def _better(whole: str, below: str) -> str:
    return whole if recognised([whole]) and not recognised([below]).keys() - {"name"} else below
