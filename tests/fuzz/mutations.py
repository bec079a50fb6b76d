"""One message made into another: spliced, cut, doubled, swapped, and strewn with what breaks readers."""

from collections.abc import Sequence
from random import Random

LONGEST = 40_000
HOSTILE = (
    "\u200d", "\u200b", "\u202e", "\u0301", "\ufeff", "\x00", "\x1b",
    "\U0001f468\u200d\U0001f469", "İ", "ß", "ﬁ", "Å", "٣", "²", "Ⅷ", "①", "〇", "零", "\ud7ff",
    "\u2028", "\r", "\t", "<@U1>", "<https://a.b|c>", "&lt;", "&amp;", "*", "_", "~", "`",
    "..", "//", "--", ":", "#", "@", "%", "+", "(", ")", "（", "，", "。", "0", "00", "1e9",
    "9" * 30, "-1", "1,2,3", "1.2.3.4", "24:61", "31/31", "2/29", "0/0", "明年", "下下下周", "半",
    "点", "万亿", "两", "千万亿", "每", "to", "in", "of the", "between", "and", "next", "last", "ago",
)  # fmt: skip


def mutated(seeds: Sequence[str], draw: Random) -> str:
    """One to six changes of one of the seeds."""
    text = draw.choice(seeds)
    for _ in range(draw.randint(1, 6)):
        text = _change(text, seeds, draw)
    return text[:LONGEST]


def _change(text: str, seeds: Sequence[str], draw: Random) -> str:
    at, to = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
    way = draw.randrange(7)
    if way == 0:
        return text[:at] + draw.choice(HOSTILE) + text[at:]
    if way == 1:
        return text[:at] + text[to:]
    if way == 2:
        return text[:to] + text[at:to] * draw.choice((1, 1, 2, 8)) + text[to:]
    if way == 3:
        other = draw.choice(seeds)
        return text[:at] + other[draw.randint(0, len(other)) :]
    if way == 4:
        return (
            text[:at]
            + chr(draw.choice((draw.randrange(32, 127), draw.randrange(0x4E00, 0x9FFF), draw.randrange(0xD7FF))))
            + text[at + 1 :]
        )
    if way == 5:
        words = text.split(" ")
        draw.shuffle(words)
        return " ".join(words)
    return text.swapcase() if draw.random() < 0.2 else text[:at] + text[at:to][::-1] + text[to:]
