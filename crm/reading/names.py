"""The words of a company's name, and what of them is its legal form, its city or its trade.

Every key is a run of token keys joined by spaces, Han characters one by one, so that one table serves every script.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from crm.reading.han_runs import HanRuns, han_runs
from crm.reading.tokens import HAN, fold
from crm.reading.words import bag, tables
from crm.reading.words.zh.script import SIMPLIFIED

_FORMS = bag("COMPANY_FORMS")
_FORMS_BEFORE = bag("COMPANY_FORMS_BEFORE")
_INDUSTRIES = bag("INDUSTRIES")
_PLAIN = bag("PLAIN_NAMES")
_PLACE_MARKS = frozenset("市省区县")  # 深圳市博朗
_NAME_WORD = re.compile(rf"[{HAN}]|\d+|[&+]|[^\W\d_{HAN}]+(?:['’](?![sS]\b)[^\W\d_{HAN}]+)*")
Key = str

HAN_PLACES, HAN_TRADES = han_runs(bag("PLACES")), han_runs(_INDUSTRIES)
_HAN_FORMS = han_runs(_FORMS)
_WHOLE = {short: whole for table in tables("ABBREVIATIONS") for short, whole in table.items()}


def whole_word(key: str) -> str:
    """`mfg` → manufacturing: how a word of a name is spelled out."""
    return str(_WHOLE.get(key, key))


def name_keys(name: str) -> list[str]:
    """The keys of a name without its marks: `O'Neill & Sons` → oneill, and, sons."""
    return list(_keys_of_name(name))


@lru_cache(maxsize=256)  # an index asks three times for each name it takes in
def _keys_of_name(name: str) -> tuple[str, ...]:
    if name.isascii():
        return tuple(
            ["and" if key in "&+" else whole_word(key.replace("'", "")) for key in _NAME_WORD.findall(name.lower())]
        )
    return tuple([_name_key(word) for word in _NAME_WORD.findall(name)])


def _name_key(word: str) -> str:
    if word >= "\u3400":
        return SIMPLIFIED.get(word, word)
    return "and" if word in "&+" else whole_word(fold(word).replace("'", ""))


def key_of(name: str) -> Key:
    return " ".join(name_keys(name))


def is_plain(key: Key) -> bool:
    """A word that is a name only where the note shows it: Target, Apple, Monday."""
    return key in _PLAIN or key in _INDUSTRIES


def is_trade(key: Key) -> bool:
    """A word of companies' names: logistics, gmbh, 科技."""
    return key in _INDUSTRIES or key in _FORMS


def is_han(key: str) -> bool:
    return len(key) == 1 and "\u3400" <= key <= "\u9fff"


def without_form(keys: Sequence[str]) -> list[str]:
    """The name without Inc, GmbH, 有限公司 and the like."""
    core = list(keys)
    if is_han(core[-1]):
        return without(core, _HAN_FORMS, at_end=True)
    while len(core) > 1 and core[-1] in _FORMS:
        core.pop()
    return core[1:] if core[0] in _FORMS_BEFORE and len(core) > 1 else core


def without(keys: list[str], ending: HanRuns, *, at_end: bool, most: int = 3) -> list[str]:
    """The name without those words, as long as two characters are left."""
    for _ in range(most):
        if (keys[-1] not in ending.lasts) if at_end else (keys[0] not in ending.firsts):
            break
        for size in ending.sizes:
            if len(keys) - size >= 2 and "".join(keys[-size:] if at_end else keys[:size]) in ending.runs:
                keys = keys[:-size] if at_end else keys[size:]
                break
        else:
            break
    return keys


def local_name(core: list[str]) -> list[str]:
    """The name without the city before it."""
    if len(core) < 4:
        return core
    local = without(core, HAN_PLACES, at_end=False)
    is_marked = local is not core and len(local) > 2 and local[0] in _PLACE_MARKS and local[1] != "政"  # 上海市政工程
    return local_name(local[1:]) if is_marked else local


def without_trade(keys: list[str]) -> list[str]:
    return without(keys, HAN_TRADES, at_end=True)


def trade_end(keys: Sequence[str], at: int) -> int:
    """The token behind a Chinese trade that begins here: 物业 of 万科物业; `at` itself where none does."""
    return next((at + size for size in HAN_TRADES.sizes if "".join(keys[at : at + size]) in HAN_TRADES.runs), at)
