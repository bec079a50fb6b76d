"""What is written after `/dibs export`, read: whose, as what, and which of them. In English and Chinese, in any order."""

import re
from dataclasses import dataclass, field
from typing import Any

from crm.exports import Narrowed

_SCOPES = {
    "mine": "mine", "my": "mine", "我的": "mine", "team": "team", "团队": "team", "all": "all", "全部": "all", "所有": "all",
}  # fmt: skip
_FORMATS = {"csv": "csv", "xlsx": "xlsx", "excel": "xlsx"}
_POOLED = ("pool", "公海")
_KINDS = {
    "grade": "grades", "等级": "grades", "source": "source", "来源": "source", "city": "city", "城市": "city",
    "industry": "industry", "行业": "industry",
}  # fmt: skip
_MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
_RUN_TOGETHER = re.compile(r"(等级|来源|城市|行业)(?=\S)")  # 城市上海
_GRADE = re.compile(r"[abc]级?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """`scope` None: as wide as the words need. `unknown`: the first word nobody could read."""

    scope: str | None = None
    format: str = "csv"
    narrowed: Narrowed = field(default_factory=Narrowed)
    unknown: str | None = None


def read_export(text: str) -> Asked:
    mentioned = _MENTION.search(text)
    said: dict[str, list[str]] = {}
    headed: dict[str, str] = {}
    scope, format_, unknown, kind, pooled = None, "csv", None, "", False
    bare = _RUN_TOGETHER.sub(r"\1 ", re.sub("[:：,，]", " ", _MENTION.sub(" ", text)))
    for word in bare.split():
        plain = word.casefold()
        if plain in _KINDS:
            kind = _KINDS[plain]
            said.setdefault(kind, [])
            headed[kind] = word
        elif plain in _SCOPES:
            scope, kind = _SCOPES[plain], ""
        elif plain in _FORMATS:
            format_, kind = _FORMATS[plain], ""
        elif plain in _POOLED:
            pooled, kind = True, ""
        elif kind and (kind != "grades" or _GRADE.fullmatch(word)):
            said[kind].append(word)
        else:
            unknown = unknown or word
    empty = next((headed[name] for name, words in said.items() if not words), None)
    return Asked(scope, format_, _narrowed(said, mentioned and mentioned.group(1), pooled=pooled), unknown or empty)


def _narrowed(said: dict[str, list[str]], owner_id: str | None, *, pooled: bool) -> Narrowed:
    grades = tuple(sorted({word[0].upper() for word in said.get("grades", ())}))
    words: dict[str, Any] = {name: " ".join(said.get(name, ())) or None for name in ("source", "city", "industry")}
    return Narrowed(grades, owner_id=owner_id, pooled=pooled, **words)
