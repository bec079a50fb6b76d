"""What a company may be called: its name without the legal form, its first words, initials, pinyin.

A full name or a strong variant names one company wherever it stands; weak and faint ones are trusted only among
the writer's own customers, and a faint one only when nothing better fits.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from typing import NamedTuple

from crm.reading.names import (
    HAN_PLACES,
    HAN_TRADES,
    Key,
    is_han,
    is_plain,
    is_trade,
    key_of,
    local_name,
    name_keys,
    without,
    without_form,
    without_trade,
)
from crm.reading.syllables import pinyin
from crm.reading.words import bag
from crm.reading.written import ways_of_writing

_FORMS, _INDUSTRIES = bag("COMPANY_FORMS"), bag("INDUSTRIES")
_JOINERS = bag("JOINERS")
_OPENERS = bag("NAME_OPENERS")
_COMPASS = {"northwest": "nw", "northeast": "ne", "southwest": "sw", "southeast": "se"}  # PNW Paper
_OF_ANOTHER = "附属"
_NUMBERED = "第"  # 第二医院
_HEADS = frozenset("行大院网")  # 招商银行 → 招行, 浙江大学 → 浙大
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_NO_NAMES = HAN_PLACES.runs | HAN_TRADES.runs
_ONE_BRAND = 3  # characters: nobody calls 京东方 by its first two
_TWO_BRANDS = 4
_TELLING_TRADES = bag("TELLING_TRADES")
_FOUR = 4  # characters of a name that is typed by the first letters of their sounds, and called by its first two
_TWO_JOINED = 8  # letters of two words that are no third by chance
_FIVE = 5  # letters of two sounds that are no word by chance
_STATE_OWNED, _SHORT_OF_STATE = "中 ", 5  # 中石化, as a key
_GREAT_TRADE = 3  # characters: 总医院, 人民医院 tell whose it is to those who have one such customer


class Variants(NamedTuple):
    full: frozenset[Key]  # the name or an alias, as spelled
    strong: frozenset[Key]  # without the legal form
    weak: frozenset[Key]  # the first word, initials, the name without its trade
    faint: frozenset[Key]  # another word of it, two characters of it


def telling(name: str, aliases: Sequence[str] = ()) -> set[Key]:
    """The variants that name a customer of anybody's: full ones, and strong ones of more than two characters."""
    found: set[Key] = set()
    for spelled, keys in _spellings(name, aliases):
        found.add(" ".join(name_keys(spelled)))
        found.update(key for key in _strong(keys) if len(key) > 3)
    return found


@lru_cache(maxsize=8_192)  # a writer's own customers, asked for again whenever one of them changes
def variants(name: str, aliases: Sequence[str] = ()) -> Variants:
    """Every variant, each in the strongest set it belongs to."""
    full: set[Key] = set()
    strong: set[Key] = set()
    weak: set[Key] = set()
    faint: set[Key] = set()
    for spelled, keys in _spellings(name, aliases):
        full.add(" ".join(name_keys(spelled)))
        strong.update(_strong(keys))
        if _is_han_name(keys):
            _weak_han(weak, faint, keys)
        else:
            _weak_latin(weak, faint, keys)
    words = {key for key in strong if " " not in key}  # Acme of Acme Corp may be Acme Labs as well
    weak -= _unlike_listed(weak, aliases)
    strong -= full | words
    weak = (weak | words) - full - strong
    return Variants(*map(_named, (full, strong, weak, faint - full - strong - weak)))


def _unlike_listed(keys: set[Key], aliases: Sequence[str]) -> set[Key]:
    """中石油 is not what 中国石油化工 is called, whose alias is 中石化: of two such short forms the one that is listed stands."""
    listed = {key for key in map(key_of, aliases) if key.startswith(_STATE_OWNED) and len(key) == _SHORT_OF_STATE}
    return {key for key in keys if listed and key.startswith(_STATE_OWNED) and len(key) == _SHORT_OF_STATE} - listed


def _named(keys: set[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if len(key) > 1)


def _spellings(name: str, aliases: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each spelling with its keys, what stands in brackets left out."""
    for spelled in chain.from_iterable(map(ways_of_writing, (name, *aliases))):
        bare = _BRACKETS.sub(" ", spelled) if "(" in spelled or "（" in spelled else spelled
        keys = name_keys(bare) or name_keys(spelled)
        if keys:
            yield spelled, keys


def _is_han_name(keys: Sequence[str]) -> bool:
    return is_han(keys[-1]) and sum(map(is_han, keys)) * 2 >= len(keys)


def _strong(keys: list[str]) -> list[Key]:
    core = without_form(keys)
    if _is_han_name(keys):
        local = local_name(core)
        found = [core, local]
        found += [short for name in (core, local) if len(short := without_trade(name)) > 3]
        return [" ".join(one) for one in found if len(one) > 1 and "".join(one) not in _NO_NAMES]
    found_words = [" ".join(core)]
    if len(core) > 1 and sum(map(len, core)) > 7:
        found_words.append("".join(core))
    if len(core) > 3 and core[2] not in _JOINERS:
        found_words.append(" ".join(core[:3]))
    return found_words


def _weak_latin(weak: set[Key], faint: set[Key], keys: list[str]) -> None:
    core = without_form(keys)
    weak.update(initials(core))
    if len(core) == 1:
        return
    weak.add("".join(core))
    if len(core) > 2 and core[1] == "and":
        weak.add(f"{core[0][0]} and {core[2][0]}")  # London & Quadrant → L&Q
    rest = "".join(key[0] for key in core[1:] if key not in _JOINERS)
    if len(rest) > 1:
        weak.add(f"{core[0]} {rest}")  # Redwood Credit Union → redwood cu
    if len(core) > 2 and core[-1] not in _JOINERS:
        short = "".join(_COMPASS.get(key, key[0]) for key in core[:-1])
        weak.add(f"{short} {core[-1]}")  # Union Pacific Supply → up supply
    if len(core) > 2 and core[1] not in _JOINERS:
        weak.add(" ".join(core[:2]))
        if len(core[0] + core[1]) >= _TWO_JOINED:
            weak.add(core[0] + core[1])  # pacificrim
    telling_words = [key for key in core if key not in _JOINERS and key not in _OPENERS and len(key) > 1]
    first, *others = telling_words or core  # J. Murphy & Sons is Murphy, Gebrüder Weiß is Weiß
    if len(first) > 2 + (first != core[0]):
        (faint if first in _INDUSTRIES else weak).add(first)
    faint.update(word for word in others if len(word) > 4 and word not in _INDUSTRIES and word not in _FORMS)
    faint.update(key for key in (*_first_initials(core), *_of_a_university(core)) if not is_plain(key))
    if len(core) > 3 and _JOINERS.isdisjoint(core[1:3]):
        faint.add(" ".join(core[1:3]))  # Memorial Sloan Kettering Cancer Center → sloan kettering
    if len(core) > 2 and core[-2] not in _JOINERS and (len(core) > 3 or not is_trade(core[-2])):
        faint.add(" ".join(core[-2:]))


def _first_initials(core: Sequence[str]) -> Iterator[str]:
    """Memorial Sloan Kettering Cancer Center → msk: what stands behind a long name is often left out."""
    if len(core) > 3 and _JOINERS.isdisjoint(core) and all(key[0].isalpha() for key in core):
        yield from ("".join(key[0] for key in core[:size]) for size in range(3, len(core)))


def _of_a_university(core: Sequence[str]) -> Iterator[str]:
    """University of Vermont → uvm and uver, University of Connecticut → uconn."""
    if len(core) != 3 or core[:2] != ["university", "of"]:
        return
    place = core[2]
    yield from (f"u{place[0]}{letter}" for letter in dict.fromkeys(place[2:]) if letter not in "aeiou")
    yield from (f"u{place[:size]}" for size in (3, 4))


def initials(core: Sequence[str]) -> Iterator[str]:
    """ibm, and rbos beside rbs."""
    letters = [letter for key in core if key not in _JOINERS for letter in _COMPASS.get(key, key[0])]
    if 2 <= len(letters) <= 6 and all(letter.isalpha() for letter in letters):
        yield "".join(letters)
    head = list(takewhile(lambda key: key not in _JOINERS, core))
    if 3 <= len(head) < len(core) and all(key[0].isalpha() for key in head):
        yield "".join(key[0] for key in head)  # First Capital Bank of Virginia → fcb
    if len(letters) != len(core) and 3 <= len(core) <= 6:
        spelled = "".join(key[0] for key in core)
        if spelled.isalpha():
            yield spelled


def first_few(name: str, aliases: Sequence[str] = ()) -> set[Key]:
    """国药 of 国药器械, so that it is asked about beside 国药控股, and 维也纳 of 维也纳音乐餐厅 beside 维也纳酒店: what a name
    begins with, unless that cuts a brand in two."""
    found = set()
    for _, keys in _spellings(name, aliases):
        if _is_han_name(keys):
            core = without_form(keys)
            for local in (core, local_name(core)):
                if len(without_trade(local)) != _ONE_BRAND and "".join(local[:2]) not in _NO_NAMES:
                    found.add(" ".join(local[:2]))
                if len(short := without_trade(local)) == _TWO_BRANDS:
                    found.add(" ".join(short[2:]))  # 盛虹 of 吴江盛虹 beside 盛虹石化
                if len(local) > _ONE_BRAND and "".join(local[:_ONE_BRAND]) not in _NO_NAMES:
                    found.add(" ".join(local[:_ONE_BRAND]))
    return found


def _weak_han(weak: set[Key], faint: set[Key], keys: list[str]) -> None:
    core = without_form(keys)
    local = local_name(core)
    latin = list(takewhile(str.isascii, core))
    if latin and len("".join(latin)) > 2:
        weak.add(" ".join(latin))  # Danfoss 天津 → danfoss, TCL科技集团 → tcl
    if latin and len(core) - len(latin) > 1:
        _keep(weak, core[len(latin) :])  # Watsons 屈臣氏 → 屈臣氏
        _weak_han(weak, faint, core[len(latin) :])
    for name in (core, local):
        short = without_trade(name)
        _keep(weak, short)
        first = without(name, HAN_TRADES, at_end=True, most=1)
        _keep(weak, first)  # 大连船舶重工 → 大连船舶
        if 1 < len(short) < len(first):
            _keep(weak, [*short, *name[len(first) :]])  # 博朗精密仪器 → 博朗仪器
        _keep(weak, name[:2])
        if "".join(name[len(first) :]) in _TELLING_TRADES:
            _keep(faint, [core[0], name[len(first)]])  # 东方航空 → 东航, 洛阳栾川钼业 → 洛钼
        if len(short) == 4:
            _keep(faint, short[2:])  # 华润三九医药 → 三九
        if "".join(short) not in _NO_NAMES:
            sound = "".join(pinyin(short))
            weak.add(sound)
            weak.add(" ".join((sound, *name[len(short) :])))  # pingan银行
            _by_letters(weak, faint, short)
            weak.update(
                " ".join(("".join(pinyin(short[:size])), *short[size:])) for size in (1, 2) if len(short) > size
            )
    weak.add("".join(pinyin(local)))
    if len(local) < len(core):
        faint.add(" ".join(local))  # 辽源袜业 → 袜业: a trade, and a name to those who have one such customer
    if great := _great_trade(local):
        faint.add(great)
    if len(core) == 4 and core[0] == "中":
        _keep(weak, core[1:])  # 中铁四局 → 铁四局
    if len(local) == 4 and core[:2] != ["中", "国"]:
        _keep(faint, [local[0], local[2]])  # 长江存储 → 长存
    if len(local) > 3:
        _keep(faint, local[:3])
        _keep(faint, local[-2:])
        if local[-1] in _HEADS:
            _keep(weak, [local[0], local[-1]])
            _keep(faint, [core[0], *_numbered(core)])  # 浙江大学附属第二医院 → 浙二
            short = without(core[2:] or core, HAN_TRADES, at_end=True, most=1)
            _keep(faint, [short[0], short[2]] if len(short) == 4 else [])  # 上海浦东发展银行 → 浦发
    if len(core) > 5:
        _keep(weak, core[2:])  # a city no list knows: 许昌远东传动 → 远东传动
        if len(without_trade(core[2:])) > 2:
            _keep(weak, without_trade(core[2:]))  # 光谷七叶草生物 → 七叶草
    placed = len(core) - len(local)
    if placed:
        _keep(faint, [core[0], core[placed]])  # 哈尔滨电气 → 哈电
        _keep(faint, [core[0], without_trade(local)[-1]])  # 深圳地铁 → 深铁
    if _OF_ANOTHER in "".join(core):
        part = without_trade(list("".join(core).split(_OF_ANOTHER)[-1]))
        _keep(weak, part if len(part) > 2 and part[0] != _NUMBERED else [])  # 温州医科大学附属眼视光医院 → 眼视光
    for forms, form in _numbered_office(core):
        _keep(weak if forms else faint, form)
    if core[:2] == ["国", "家"] and len(core) > 3:
        _keep(faint, [core[0], core[3]])  # 国家电网江苏省电力 → 国网
    if "".join(core[:2]) in ("中国", "国家") and len(core) > 3:
        _keep(weak, [core[0], *core[2:4]])
        _keep(faint, [core[0], core[-1]])  # 国家电网 → 国网
        _keep(faint, core[2:4])


def _by_letters(weak: set[Key], faint: set[Key], short: Sequence[str]) -> None:
    """wanke of 万科企业, lppz of 良品铺子: how they are typed where nobody switches to Chinese."""
    letters = "".join(sound[0] for sound in pinyin(short) if sound)
    if len(short) < _FOUR:
        faint.update([letters] if len(letters) == _ONE_BRAND else [])  # byd
        return
    begun = pinyin(short[:2])
    weak.add(letters)
    (weak if len("".join(begun)) >= _FIVE else faint).add("".join(begun))


def _great_trade(local: Sequence[str]) -> Key:
    """中心医院 of 泰兴市中心医院: its long trade alone."""
    sizes = (size for size in HAN_TRADES.sizes if size >= _GREAT_TRADE)
    size = next((size for size in sizes if "".join(local[-size:]) in HAN_TRADES.runs), 0)
    return " ".join(local[-size:]) if size else ""


def _numbered_office(core: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """三局, 中建三局 of 中国建筑第三工程局; 一院, 市一院 of 苏州市第一人民医院: whether it tells enough, and the short form."""
    at = next((at for at in range(len(core) - 3, 0, -1) if core[at] == _NUMBERED), 0)
    if not at:
        return
    office = [core[at + 1], core[-1]]
    yield False, office
    yield True, [core[at - 1], *office]
    if core[:2] == ["中", "国"]:
        yield True, [core[0], core[2], *office]
    if core[at - 2 : at] == ["附", "属"]:
        yield True, [core[at - 2], *office]


def _numbered(core: Sequence[str]) -> list[str]:
    """The last number behind 第: 二 of 附属第二医院."""
    return next(([core[at + 1]] for at in range(len(core) - 2, 0, -1) if core[at] == _NUMBERED), [])


def _keep(held: set[Key], keys: Sequence[str]) -> None:
    if len(keys) > 1 and "".join(keys) not in _NO_NAMES:
        held.add(" ".join(keys))
