"""The words after "deal": a customer, then perhaps a sum and a stage, in any order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from crm.reading.money import sums
from crm.reading.tokens import fold, tokens

STAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "lead": ("lead", "线索"),
    "qualified": ("qualified", "已确认", "合格"),
    "evaluation": ("evaluation", "评估中", "评估", "试用"),
    "proposal": ("proposal", "quote", "方案", "报价"),
    "negotiation": ("negotiation", "谈判", "商务谈判"),
    "won": ("won", "win", "signed", "赢单", "成交", "中标", "签约"),
    "lost": ("lost", "lose", "输单", "丢单"),
}


@dataclass(frozen=True, slots=True)
class DealWords:
    """`query` names the customer; `stage` is a code of the list that was handed in."""

    query: str
    amount: Decimal | None = None
    currency: str | None = None
    stage: str | None = None


def deal_words(text: str, *, names: Mapping[str, Collection[str]]) -> DealWords:
    """Read "acme 50k proposal" from its end; `names`: what each stage is called. A name that is a stage's word stays a
    name where nothing else would be left of it."""
    called = {fold(word): code for code, words in names.items() for word in words}
    parts = text.replace("\u3000", " ").split()
    found = DealWords("")
    while len(parts) > 1:
        for taken in (2, 1):
            tail = " ".join(parts[-taken:])
            more = _with(found, tail, called) if len(parts) > taken else None
            if more:
                found, parts = more, parts[:-taken]
                break
        else:
            break
    return DealWords(" ".join(parts), found.amount, found.currency, found.stage)


def _with(found: DealWords, tail: str, called: Mapping[str, str]) -> DealWords | None:
    code = called.get(fold(tail))
    if code and found.stage is None:
        return DealWords("", found.amount, found.currency, code)
    money = amount_in(tail) if found.amount is None else None
    return DealWords("", *money, found.stage) if money else None


def amount_in(text: str) -> tuple[Decimal, str | None] | None:
    """The sum that these words are, and nothing else: (amount, currency if one was written)."""
    cut = tokens(text)
    found = sums(cut, [token.key for token in cut])
    whole = [one for one in found if (one.start, one.end) == (0, len(cut))]
    return (whole[0].value, whole[0].currency) if whole else None
