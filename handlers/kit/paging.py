"""A list that goes on: which of it a page shows, the way to the page before and the next, and the box it turns in.

A page is read anew from another place on, so that a list which has changed meanwhile is shown as it is now.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from crm import paging
from handlers.kit import ids
from handlers.kit.blocks import Block, Element, Message, actions, button, context, modal
from handlers.kit.speech import Speech

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows from `offset` on, of `total`; `most` stand on a page."""

    rows: Sequence[Row]
    offset: int
    total: int
    most: int


def page(rows: Sequence[Row], offset: int, most: int) -> Page[Row]:
    """The last page where the list has become shorter than that."""
    first = paging.page_start(offset=offset, total=len(rows), most=most)
    return Page(rows[first : first + most], first, len(rows), most)


def standing(of: Page[Any], speech: Speech) -> str | None:
    """Which of them a page shows, where it is not all."""
    if of.total <= len(of.rows):
        return None
    return speech.t("{first}–{last} of {n}.", first=of.offset + 1, last=of.offset + len(of.rows), n=of.total)


def turning(of: Page[Any], page_id: Callable[[int], str], speech: Speech, *, value: str | None = None) -> list[Block]:
    """Where one is, and the way to the page before and the next; nothing where the list fits. `page_id`: the id of a
    button to the page that begins at an offset."""
    said = standing(of, speech)
    if said is None:
        return []
    back, on = paging.turns(offset=of.offset, total=of.total, most=of.most)
    return [context(said), actions(*turns(back, on, page_id, speech, value=value))]


def of_line(name: str) -> Callable[[int], str]:
    """The ids of the buttons to the pages of a sub-command's answer."""
    return lambda offset: ids.LINE_FROM.id(name, offset)


def where(offset: int, shown: int, total: int, speech: Speech) -> list[Block]:
    """Which of them a page shows, where it is not all."""
    if total <= shown:
        return []
    said = speech.t("{first}–{last} of {n}; `/who name` finds any.", first=offset + 1, last=offset + shown, n=total)
    return [context(said)]


def turns(
    back: int | None, on: int | None, page: Callable[[int], str], speech: Speech, *, value: str | None = None
) -> list[Element]:
    """To the page before and the page after, where there is one."""
    ways = ((speech.t("Back…"), back), (speech.t("More…"), on))
    return [button(label, page(offset), value=value) for label, offset in ways if offset is not None]


def box(title: str, shown: Message, speech: Speech) -> Block:
    """A page, to be opened in the place of the one before it."""
    return modal(title, None, speech.t("Close"), shown.blocks, callback_id=ids.CARD_VIEW)
