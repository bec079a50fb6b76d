"""How long a Home is on a phone, and what of it is folded into a line with a button, so that it needs no long scrolling."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from handlers.kit.blocks import Block

LINES = 52  # of text, on a screen and a half of a phone
ACROSS, BESIDE_A_BUTTON = 44, 28  # narrow characters in a line


@dataclass(frozen=True)
class Part:
    """A part of the Home, and the same in a line or two: whatever is left out is behind its button. `urgency`: what has
    less is folded first."""

    urgency: int
    whole: Sequence[Block]
    folded: Sequence[Block]


def fitted(parts: Sequence[Part]) -> list[Block]:
    """The parts in their order, no more of them folded than the phone's length asks for."""
    shown = {id(one): one.whole for one in parts}
    for one in sorted(parts, key=lambda part: part.urgency):
        if sum(lines(block) for blocks in shown.values() for block in blocks) <= LINES:
            break
        shown[id(one)] = one.folded
    return [block for one in parts for block in shown[id(one)]]


def lines(block: Block) -> int:
    """About how many lines of text a block is as high as."""
    kind = block["type"]
    if kind == "actions":
        return 2 * ceil(len(block["elements"]) / 3)
    if kind == "section":
        return _of_text(block["text"]["text"], BESIDE_A_BUTTON if "accessory" in block else ACROSS)
    if kind == "context":
        return sum(_of_text(one["text"], ACROSS) for one in block["elements"] if "text" in one)
    return 2 if kind == "header" else 1


def _of_text(text: str, across: int) -> int:
    return sum(max(1, ceil(_width(line) / across)) for line in text.split("\n"))


def _width(line: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in line)
