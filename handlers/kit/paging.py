"""A list that goes on: which of it a page shows, the way to the page before and the next, and the box it turns in."""

from collections.abc import Callable

from handlers.kit import ids
from handlers.kit.blocks import Block, Element, Message, button, context, modal
from handlers.kit.speech import Speech


def where(offset: int, shown: int, total: int, speech: Speech) -> list[Block]:
    """Which of them a page shows, where it is not all."""
    if total <= shown:
        return []
    said = speech.t("{first}–{last} of {n}; `/who name` finds any.", first=offset + 1, last=offset + shown, n=total)
    return [context(said)]


def turns(back: int | None, on: int | None, page: Callable[[int], str], speech: Speech) -> list[Element]:
    """To the page before and the page after, where there is one."""
    ways = ((speech.t("Back…"), back), (speech.t("More…"), on))
    return [button(label, page(offset)) for label, offset in ways if offset is not None]


def box(title: str, shown: Message, speech: Speech) -> Block:
    """A page, to be opened in the place of the one before it."""
    return modal(title, None, speech.t("Close"), shown.blocks, callback_id=ids.CARD_VIEW)
