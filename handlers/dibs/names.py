"""The sub-commands of /dibs and what people call them. One table: a new name is a new word in a row."""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz, process

from crm.reading.syllables import pinyin

SUBCOMMANDS: dict[str, tuple[str, ...]] = {
    "help": ("help", "帮助", "?", "？"),
    "today": ("today", "day", "今天", "我的一天"),
    "mine": ("mine", "my", "list", "我的", "我的客户"),
    "pool": ("pool", "公海", "池"),
    "who": ("who", "查", "查询", "谁"),
    "log": ("log", "记录", "记"),
    "claim": ("claim", "认领", "领取"),
    "brief": ("brief", "简报", "速览"),
    "merge": ("merge", "合并"),
    "unmerge": ("unmerge", "拆分"),
    "join": ("join", "协作", "加入"),
    "unjoin": ("unjoin", "退出", "退出协作"),
    "complaint": ("complaint", "complaints", "投诉"),
    "promise": ("promise", "promises", "承诺"),
    "edit": ("edit", "change", "修改", "编辑"),
    "contacts": ("contacts", "contact", "联系人"),
    "release": ("release", "drop", "释放", "放弃"),
    "plan": ("plan", "remind", "计划", "提醒"),
    "deal": ("deal", "deals", "商机", "单子"),
    "odd": ("odd", "异常", "异常商机"),
    "grades": ("grades", "等级建议", "分级"),
    "credits": ("credits", "credit", "开发奖励", "积分", "功劳"),
    "funnel": ("funnel", "pipeline", "漏斗"),
    "forecast": ("forecast", "预测"),
    "quality": ("quality", "质量", "录入质量"),
    "value": ("value", "worth", "成效", "价值"),
    "sources": ("sources", "source", "来源"),
    "adoption": ("adoption", "usage", "使用情况", "谁没记录"),
    "people": ("people", "人员", "人员报表"),
    "stages": ("stages", "stage", "阶段"),
    "define": ("define", "definition", "定义", "口径"),
    "rate": ("rate", "rates", "汇率"),
    "assign": ("assign", "分配", "指派"),
    "history": ("history", "历史", "记录史"),
    "undo": ("undo", "撤销", "撤回"),
    "team": ("team", "团队"),
    "rules": ("rules", "rule", "规则"),
    "rollout": ("rollout", "roll-out", "上线", "推行"),
    "calendar": ("calendar", "holidays", "日历", "假期", "工作日历"),
    "finance": ("finance", "money", "财务", "回款", "应收"),
    "leads": ("leads", "lead", "线索", "询盘"),
    "export": ("export", "导出"),
    "erase": ("erase", "抹除", "清除个人信息"),
    "digest": ("digest", "morning", "早报", "日报"),
    "away": ("away", "leave", "vacation", "请假", "休假"),
    "lock": ("lock", "锁定"),
    "unlock": ("unlock", "解锁"),
    "settings": ("settings", "setting", "preferences", "设置", "免打扰"),
    "language": ("language", "lang", "语言"),
}
_BY_WORD = {word: name for name, words in SUBCOMMANDS.items() for word in words}
OF_TEAM = re.compile(" (?:in|在) ")
NEAR = 75  # rapidfuzz's per cent: "pol" and "poool" are near "pool", "acme" is near nothing
NEAR_HAN = 50  # one character of two: 工海 is near 公海


def split(text: str) -> tuple[str, str]:
    """(first word, the rest), full-width letters and spaces folded in the first word only."""
    head, _, rest = text.strip().replace("\u3000", " ").partition(" ")
    return unicodedata.normalize("NFKC", head).casefold(), rest.strip()


def of_team(text: str) -> tuple[str, str | None]:
    """("ends 19:00", "Sales") of "ends 19:00 in Sales" or "下班 19:00 在 销售一部"; (the text, None) where it names no team."""
    words, *team = OF_TEAM.split(text, maxsplit=1)
    return words, (team[0].strip() or None) if team else None


def named(word: str) -> str | None:
    """The sub-command a word means; None for no such thing."""
    return _BY_WORD.get(word)


@cache
def _by_sound() -> dict[str, str]:
    """Made when first needed, for the sounds take time to load."""
    return {"".join(pinyin(word)): word for word in _BY_WORD if not word.isascii()}


def near(word: str) -> str | None:
    """What a mistyped word probably meant, to be asked about, never carried out. Chinese is mistyped by its sound first:
    请价 is 请假 before it is 价值."""
    if not word.isascii() and (alike := _by_sound().get("".join(pinyin(word)))):
        return alike
    cutoff = NEAR if word.isascii() else NEAR_HAN
    found = process.extractOne(word, list(_BY_WORD), scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None
